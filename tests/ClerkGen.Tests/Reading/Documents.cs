using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.Reading;

/// <summary>Reads small documents that tests hold in themselves.</summary>
internal static class Documents
{
    /// <summary>The beginning of a document without paths of its own.</summary>
    public const string Head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

    /// <summary>Reads a document, with further files where it has some.</summary>
    public static ReadDocument Read(string text, params (string Path, string Text)[] others) => ReadAs("api/openapi.yaml", text, others);

    /// <summary>Reads a document with a path of its own.</summary>
    public static ReadDocument ReadAs(string path, string text, params (string Path, string Text)[] others) =>
        DocumentReader.Read(File(path, text), Array.ConvertAll(others, other => File(other.Path, other.Text)), ReadLimits.Default, new WorkBudget(CancellationToken.None));

    /// <summary>Reads a document that an overlay changes.</summary>
    public static ReadDocument ReadWithOverlay(string text, string overlay) =>
        DocumentReader.Read(File("api/openapi.yaml", text), [], ReadLimits.Default, new WorkBudget(CancellationToken.None), File("api/overlay.yaml", overlay));

    /// <summary>Reads the YAML of one text into nodes.</summary>
    public static (DocumentNode? Root, ReadContext Context) Yaml(string text)
    {
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        return (YamlTextReader.Read(new SourceFile(File("a.yaml", text)), context), context);
    }

    /// <summary>The JSON that a text of YAML means.</summary>
    public static string? YamlToJson(string text)
    {
        (DocumentNode? root, ReadContext context) = Yaml(text);
        return root is null ? null : new JsonNodeBuilder(context).Build(root)?.ToJsonString() ?? "null";
    }

    /// <summary>The JSON at a pointer of a normalised document.</summary>
    public static string At(this ReadDocument document, string pointer)
    {
        System.Text.Json.Nodes.JsonNode? node = document.Root;
        foreach (string segment in JsonPointers.Split(pointer))
        {
            node = node is System.Text.Json.Nodes.JsonArray array ? array[int.Parse(segment)] : node?[segment];
        }

        return node?.ToJsonString() ?? "null";
    }

    /// <summary>Asserts that there is exactly one diagnostic, of a kind, at a 1-based line.</summary>
    public static ReadDiagnostic AssertOne(this ReadDocument document, ReadDiagnosticKind kind, int line)
    {
        ReadDiagnostic diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal((kind, line), (diagnostic.Kind, diagnostic.Position.Line + 1));
        return diagnostic;
    }

    public static SourceDocument File(string path, string text) => new(path, SourceText.From(text));
}
