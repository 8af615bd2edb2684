using System.Net;
using System.Reflection;
using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using Microsoft.OpenApi;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests;

/// <summary>A stub that checks by the document accepts all that the document describes: every operation, in documents that use every style.</summary>
public sealed class StubContractTests(ITestOutputHelper output)
{
    // Operations of which no request or response is right, with the reason.
    private static readonly Dictionary<string, string> Explained = new(StringComparer.Ordinal)
    {
        ["openapipythonclient-baseline-3.1.yaml defaults_tests_defaults_post"] = "Two objects are exploded into the same names of the query.",
        ["openapipythonclient-baseline-3.1.yaml getUserList"] = "A required list in the query may only hold nulls, which a query cannot say.",
        ["swiftgen-various-content-types.yaml getExampleMultipart"] = "Samples of responses have no parts.",
    };

    /// <summary>The bundled document, and those of other vendors with the most forms of parameters, bodies and responses.</summary>
    public static TheoryData<string> Documents =>
    [
        Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"),
        .. new[]
        {
            "corpus/adyen-checkout-v72.json", "corpus/mastodon-api.json", "corpus/oapicodegen-parameters.yaml",
            "corpus/openapinet-32-additional-operations.yaml", "corpus/openapipythonclient-baseline-3.1.yaml", "corpus/redocly-museum.yaml",
            "corpus/resend-api.yaml", "corpus/spotify-web-api.yaml", "corpus/swiftgen-various-content-types.yaml",
        }.Select(SharedDocuments.Find).OfType<string>(),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Requests_and_responses_of_the_document_do_not_differ_from_it(string path)
    {
        GeneratorInput input = CorpusDocument.Find(path).Single().ToInput();
        GeneratorFile first = input.Files[0];
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            Files = [first with { Metadata = new Dictionary<string, string>(first.Metadata!) { ["Samples"] = "true" } }, .. input.Files.Skip(1)],
        });
        Assembly assembly = run.Load();
        PropertyInfo property = assembly.GetTypes().SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Single(static property => property.PropertyType == typeof(ApiDocument));
        var document = LoadedDocument.FromFile(path);
        using var stub = new StubTransport { Document = (ApiDocument)property.GetValue(null)! };
        ReflectedClient client = Connect(assembly, document, stub);
        List<string> differences = [];
        int calls = 0;
        foreach (DocumentOperation operation in document.Operations)
        {
            ReflectedOperation method = client.Find(operation)!;
            foreach ((SampleMode mode, int seed) in new[] { (SampleMode.Minimal, 0), (SampleMode.Full, 0), (SampleMode.Random, 1) })
            {
                stub.On(new HttpMethod(operation.Method), operation.Path).Answers(request => Answer(operation, request, mode, seed));
                calls++;
                try
                {
                    _ = await method.CallAsync(OperationSample.Of(operation, mode, seed, ContractRun.SentMediaType(operation)));
                }
                catch (StubCheckException exception) when (!Explained.ContainsKey($"{Path.GetFileName(path)} {operation.OperationId}"))
                {
                    differences.Add($"{mode} {seed}: {exception.Message}");
                }
                catch (Exception exception) when (exception is ApiException or StubCheckException)
                {
                    // All that some documents promise is an error.
                }
            }
        }

        output.WriteLine($"{document.Operations.Count} operations, {calls} calls, {differences.Count} differences");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(40)));
    }

    private static ReflectedClient Connect(Assembly assembly, LoadedDocument document, StubTransport stub)
    {
        IEnumerable<string> basic = (document.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
            .Where(static scheme => scheme.Value.Type == SecuritySchemeType.Http && scheme.Value.Scheme == "basic").Select(static scheme => scheme.Key);
        return ReflectedClient.Create(assembly, new Uri("https://stub.test"), basic, static _ => { }, stub.CreateHttpClient());
    }

    private static StubAnswer Answer(DocumentOperation operation, StubRequest request, SampleMode mode, int seed)
    {
        var sample = ResponseSample.Of(operation, new Answer { Mode = mode, Seed = seed }, request.Headers.TryGetValue("Accept", out string? accept) ? accept : null);
        var answer = new StubAnswer((HttpStatusCode)sample.Status, sample.Body, sample.ContentType);
        foreach ((string name, string value) in sample.Headers)
        {
            answer.Headers[name] = value;
        }

        return answer;
    }
}
