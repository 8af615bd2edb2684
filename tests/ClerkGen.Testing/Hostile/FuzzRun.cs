using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Testing.Hostile;

/// <summary>
/// Runs the generator on broken documents, many of them. The output is parsed unless an equal text was parsed before. The output of some
/// runs is compiled together from time to time.
/// </summary>
/// <param name="fragments">Documents to break.</param>
/// <param name="compiledEvery">Number of runs per compiled one.</param>
public sealed class FuzzRun(IReadOnlyList<JsonObject> fragments, int compiledEvery = 40)
{
    private const int MostRemembered = 100_000;

    private const string Namespace = "Fuzz.N";

    /// <summary>How long one document of some kilobytes may take before it counts as a hang, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Hashes of files in which nothing was wrong, of all runs. Most of a broken document is whole, and what is emitted for that is always the same.
    private static readonly ConcurrentDictionary<UInt128, bool> Parsed = [];

    private readonly List<KeyValuePair<string, string>> _toCompile = [];
    private readonly Dictionary<string, int> _seedOf = [];

    /// <summary>The faults: the seed and the exception.</summary>
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
        using CancellationTokenSource source = new(Patience);
        DirectRun run;
        try
        {
            run = DirectRun.Of(GeneratorInput.Of(text, path, ("Namespace", Namespace)), source.Token);
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
        foreach (KeyValuePair<string, string> file in run.Files)
        {
            Parse(seed, file);
        }

        if (Emitting % compiledEvery == 0)
        {
            // Each in a namespace of its own, since all of them are compiled together.
            string name = string.Create(CultureInfo.InvariantCulture, $"{Namespace}{seed}");
            Compiled++;
            _seedOf.Add(name, seed);
            _toCompile.AddRange(DirectRun.Of(GeneratorInput.Of(text, path, ("Namespace", name)), CancellationToken.None).Files);
        }
    }

    private void Parse(int seed, KeyValuePair<string, string> file)
    {
        UInt128 hash = BitConverter.ToUInt128(SHA256.HashData(MemoryMarshal.AsBytes(file.Value.AsSpan())));
        if (Parsed.ContainsKey(hash))
        {
            return;
        }

        int before = Problems.Count;
        foreach (string escape in EmittedSource.Parse(file).Escapes(marker: null))
        {
            Problems.Add((seed, escape));
        }

        if (Problems.Count == before && Parsed.Count < MostRemembered)
        {
            Parsed[hash] = true;
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
