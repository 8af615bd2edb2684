using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Generation;

/// <summary>A file handed to the generator.</summary>
/// <param name="Path">Its path, as the compiler would give it.</param>
/// <param name="Text">Its text, or null when it cannot be read.</param>
/// <param name="Metadata">Item metadata by the design's names (<c>Namespace</c>, <c>IncludeTags</c>…), or null for a file that is no document of its own.</param>
public sealed record GeneratorFile(string Path, string? Text, IReadOnlyDictionary<string, string>? Metadata);

/// <summary>A consumer's project: documents, further files, its own C#.</summary>
public sealed record GeneratorInput
{
    /// <summary>Documents and the files that they refer to.</summary>
    public required IReadOnlyList<GeneratorFile> Files { get; init; }

    /// <summary>C# files of the consumer.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Name of the compilation.</summary>
    public string AssemblyName { get; init; } = "Consumer";

    /// <summary>Value of the build property.</summary>
    public string RootNamespace { get; init; } = "Consumer";

    /// <summary>Language version of the consumer.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>Whether the consumer references <c>ClerkGen.Runtime</c>.</summary>
    public bool HasRuntime { get; init; } = true;

    /// <summary>Further build properties (<c>ClerkGenEmit</c>…) by name.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Paths of further assemblies that the consumer references.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>One document under the name <c>DocumentClient</c> in the namespace <c>Consumer.Api</c>.</summary>
    public static GeneratorInput Of(string document, string path = "document.yaml", params (string Name, string Value)[] metadata)
    {
        var values = new Dictionary<string, string> { ["Namespace"] = "Consumer.Api", ["ClientName"] = "DocumentClient" };
        foreach ((string name, string value) in metadata)
        {
            values[name] = value;
        }

        return new GeneratorInput { Files = [new GeneratorFile(path, document, values)] };
    }
}
