using System.Text;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Fragments;

/// <summary>
/// A small document with one construct. Its first lines may be options of the document, as comments; a file of the same name in C# beside
/// it is what the user has. Its expected output is a text file next to it.
/// </summary>
internal sealed class Fragment
{
    /// <summary>The document's path for the compiler.</summary>
    public const string Path = "/0/document.yaml";

    private const string Registration = "Registration";

    private readonly string _name;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal) { ["Namespace"] = "Shop", ["ClientName"] = "ShopClient" };

    public Fragment(string name)
    {
        _name = name;
        Document = File.ReadAllText(FileOf(".yaml")).ReplaceLineEndings("\n");
        Source = File.Exists(FileOf(".cs")) ? File.ReadAllText(FileOf(".cs")).ReplaceLineEndings("\n") : null;
        foreach (string line in Document.Split('\n').TakeWhile(static line => line.StartsWith("# ", StringComparison.Ordinal)))
        {
            string[] option = line[2..].Split('=', 2);
            _metadata.Add(option[0], option[1]);
        }

        if (_metadata.Remove(Registration))
        {
            References =
            [
                typeof(IHttpClientFactory).Assembly.Location,
                .. ((string[])["DependencyInjection.Abstractions", "Logging.Abstractions", "Logging", "Options", "Primitives"])
                    .Select(static name => System.IO.Path.Combine(AppContext.BaseDirectory, $"Microsoft.Extensions.{name}.dll")),
            ];
        }
    }

    /// <summary>All fragments, in ordinal order.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.yaml")
        .Select(static path => System.IO.Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of the document.</summary>
    public string Document { get; }

    /// <summary>The user's C#, or null.</summary>
    public string? Source { get; }

    /// <summary>Assemblies that the project references beside the framework and the runtime.</summary>
    public IReadOnlyList<string> References { get; } = [];

    /// <summary>The expected output.</summary>
    public FragmentOutput Expected => FragmentOutput.Parse(File.Exists(FileOf(".txt")) ? File.ReadAllText(FileOf(".txt")).ReplaceLineEndings("\n") : "");

    /// <summary>The generator's input from the build.</summary>
    public string GlobalConfig
    {
        get
        {
            StringBuilder text = new("is_global = true\nbuild_property.RootNamespace = Shop\n\n");
            text.Append('[').Append(Path).Append("]\nbuild_metadata.AdditionalFiles.ClerkGenDocument = true\n");
            foreach ((string name, string value) in _metadata)
            {
                text.Append("build_metadata.AdditionalFiles.ClerkGen").Append(name).Append(" = ").Append(value).Append('\n');
            }

            return text.ToString();
        }
    }

    private static string Folder => System.IO.Path.Combine(Repository.Root, "tests/ClerkGen.Tests/Fragments/Documents");

    /// <summary>Replaces the expected output by the current one.</summary>
    public void Refresh()
    {
        GeneratorRun run = GeneratorHarness.Run(new GeneratorInput
        {
            Files = [new GeneratorFile(Path, Document, _metadata)],
            Sources = Source is null ? [] : [Source],
            RootNamespace = "Shop",
            References = References,
        });
        File.WriteAllText(FileOf(".txt"), FragmentOutput.Of(run).ToString());
    }

    private string FileOf(string extension) => System.IO.Path.Combine(Folder, _name + extension);
}
