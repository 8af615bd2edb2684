using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Testing.Generation;
using ClerkGen.Tool.Changes;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Two documents, what the tool says of them, and what the compiler says of a program that uses both clients.</summary>
internal static class ComparedDocuments
{
    private static readonly ConcurrentDictionary<string, EmittedClient> Clients = new(StringComparer.Ordinal);

    /// <summary>The client of a document's text.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="flag">Metadata that is true besides, or null.</param>
    public static EmittedClient ClientOf(string text, string? flag = null) => Clients.GetOrAdd(flag + text, _ =>
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> metadata = new() { ["ClientName"] = "ShopClient", ["Namespace"] = "Shop" };
        if (flag is not null)
        {
            metadata[flag] = "true";
        }

        DocumentClient client = DocumentClient.LoadAsync(folder.Write("shop.yaml", text), metadata, CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(client.Diagnostics, static diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);
        return EmittedClient.Of(client, CancellationToken.None);
    });

    /// <summary>The tool's findings.</summary>
    public static IReadOnlyList<Change> Compare(string old, string current) => DocumentComparison.Compare(ClientOf(old), ClientOf(current));

    /// <summary>Ids of the errors and warnings that a program has against a document's client, in ordinal order.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="statements">Statements of an asynchronous method with a parameter <c>client</c>; types behind a line <c>---</c>.</param>
    public static string DiagnosticsOf(string document, string statements)
    {
        string[] parts = statements.Split("---");
        string program = $$"""
            using System; using System.Threading; using System.Threading.Tasks; using System.Collections.Generic; using ClerkGen; using Shop;
            static class Program { static async Task Main() { ShopClient client = null!; await Task.Yield(); {{parts[0]}} } }
            {{(parts.Length > 1 ? parts[1] : "")}}
            """;
        CSharpParseOptions options = new(LanguageVersion.CSharp12);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(program, options);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Program",
            [tree, .. ClientOf(document).Client.Files.Select(file => CSharpSyntaxTree.ParseText(FileOutput.TextOf(file, CancellationToken.None), options))],
            [.. SharedReferences.Framework, SharedReferences.Runtime],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<Diagnostic> diagnostics = compilation.GetSemanticModel(tree).GetDiagnostics();
        return string.Join(' ', diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS0219").Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
