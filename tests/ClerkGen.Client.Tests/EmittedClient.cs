using System.Collections.Concurrent;
using System.Reflection;
using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;

namespace ClerkGen.Client.Tests;

/// <summary>A document, and the client that the generator and the compiler made of it; made once for all tests.</summary>
internal sealed class EmittedClient
{
    private static readonly ConcurrentDictionary<string, Lazy<EmittedClient>> Clients = new();

    private EmittedClient(string path)
    {
        Document = LoadedDocument.FromFile(path);
        GeneratorRun run = GeneratorHarness.Run(CorpusDocument.Find(path).Single().ToInput());
        Reported = run.Diagnostics;
        Assert.True(run.CompilerDiagnostics.Count == 0, string.Join('\n', run.CompilerDiagnostics.Take(20)));
        Assembly = run.Load();
    }

    /// <summary>The document as the test server understands it.</summary>
    public LoadedDocument Document { get; }

    /// <summary>The consumer with the client.</summary>
    public Assembly Assembly { get; }

    /// <summary>The generator's diagnostics.</summary>
    public IReadOnlyList<Diagnostic> Reported { get; }

    /// <summary>Generates and compiles, unless that was done before.</summary>
    public static EmittedClient Of(string path) => Clients.GetOrAdd(path, static path => new Lazy<EmittedClient>(() => new EmittedClient(path))).Value;

    /// <summary>A client of a server that speaks for the document, and for the further servers that the document names.</summary>
    public ReflectedClient Connect(DocumentServer server)
    {
        OtherServers? others = OtherServers.Of(Document, server);
        return ReflectedClient.Create(
            Assembly,
            server.BaseAddress,
            (Document.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
                .Where(scheme => scheme.Value.Type == SecuritySchemeType.Http && scheme.Value.Scheme == "basic")
                .Select(scheme => scheme.Key),
            options =>
            {
                foreach (Uri address in others?.Addresses ?? [])
                {
                    options.TrustedServers.Add(new Uri(address.GetLeftPart(UriPartial.Authority)));
                }
            },
            others is null ? null : new HttpClient(others));
    }
}
