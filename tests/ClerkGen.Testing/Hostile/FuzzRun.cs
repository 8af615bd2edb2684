using System.Globalization;
using System.Text.Json.Nodes;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Testing.Hostile;

/// <summary>
/// Runs the generator on broken documents, many of them. What it emits is parsed each time, and compiled all together every now and then.
/// </summary>
/// <param name="fragments">Documents to break.</param>
/// <param name="compiledEvery">Of how many runs one is compiled.</param>
public sealed class FuzzRun(IReadOnlyList<JsonObject> fragments, int compiledEvery = 20)
{
    /// <summary>How long one document of some kilobytes may take before it counts as a hang, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<KeyValuePair<string, string>> _toCompile = [];
    private readonly Dictionary<string, int> _seedOf = [];

    /// <summary>What went wrong: the seed and what happened.</summary>
    public IList<(int Seed, string Problem)> Problems { get; } = [];

    /// <summary>How many runs emitted something.</summary>
    public int Emitting { get; private set; }

    /// <summary>How many runs were compiled.</summary>
    public int Compiled { get; private set; }

    /// <summary>The document that a seed stands for.</summary>
    public (string Text, string Path) Document(int seed)
    {
        var mutator = new DocumentMutator(seed);
        return mutator.Mutate(fragments[(int)((uint)(seed * 2654435761L) % fragments.Count)]);
    }

    /// <summary>Runs the generator on the documents of some seeds.</summary>
    public void Run(int firstSeed, int count)
    {
        for (int seed = firstSeed; seed < firstSeed + count; seed++)
        {
            Run(seed);
            if (_toCompile.Count > 3000)
            {
                Compile();
            }
        }

        Compile();
    }

    private void Run(int seed)
    {
        (string text, string path) = Document(seed);
        string name = string.Create(CultureInfo.InvariantCulture, $"Fuzz.N{seed}");
        using CancellationTokenSource source = new(Patience);
        DirectRun run;
        try
        {
            run = DirectRun.Of(GeneratorInput.Of(text, path, ("Namespace", name)), source.Token);
        }
        catch (OperationCanceledException)
        {
            Problems.Add((seed, "does not end"));
            return;
        }

        foreach (string failure in run.Failures)
        {
            Problems.Add((seed, failure));
        }

        if (run.Files.Count == 0)
        {
            if (run.Diagnostics.Count == 0)
            {
                Problems.Add((seed, "emits nothing, and says nothing"));
            }

            return;
        }

        Emitting++;
        foreach (string escape in run.Files.Select(EmittedSource.Parse).SelectMany(static source => source.Escapes(marker: null)))
        {
            Problems.Add((seed, escape));
        }

        if (Emitting % compiledEvery == 0)
        {
            Compiled++;
            _seedOf.Add(name, seed);
            _toCompile.AddRange(run.Files);
        }
    }

    private void Compile()
    {
        foreach (Diagnostic diagnostic in EmittedCompilation.Diagnostics(_toCompile))
        {
            string file = diagnostic.Location.SourceTree?.FilePath ?? "";
            int seed = _seedOf.FirstOrDefault(entry => file.StartsWith(entry.Key + ".", StringComparison.Ordinal)).Value;
            Problems.Add((seed, diagnostic.ToString()));
        }

        _toCompile.Clear();
        _seedOf.Clear();
    }
}
