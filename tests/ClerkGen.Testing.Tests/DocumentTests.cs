using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing.Tests;

public sealed class DocumentTests
{
    // Schemas that no value satisfies, or that no server can read: a date of 8 characters, a constant outside its own enumeration, two
    // unions without a common variant, two objects exploded into the same query names.
    private static readonly string[] Unsatisfiable =
    [
        "corpus/refitter-ingram-micro.json OrderCreateRequest",
        "corpus/refitter-ingram-micro.json post-createorder_v6",
        "corpus/xero-webhooks.yaml CreditNoteWebhookEvent",
        "corpus/oapicodegen-oneof.yaml OneOfObject12",
        "corpus/openapipythonclient-baseline-3.0.json defaults_tests_defaults_post",
        "corpus/openapipythonclient-baseline-3.1.yaml defaults_tests_defaults_post",
    ];

    private static readonly (SampleMode Mode, int Seed)[] Samples = [(SampleMode.Full, 0), (SampleMode.Minimal, 0), (SampleMode.Random, 2)];

    private const string Bundled = "bundled";

    /// <summary>The bundled document, and those of other parties where they are at hand.</summary>
    public static TheoryData<string> Documents => [Bundled, .. SharedDocuments.All()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_sample_of_every_component_conforms_to_its_schema(string name)
    {
        LoadedDocument document = Load(name);
        var failures = new List<string>();
        foreach ((string component, IOpenApiSchema schema) in (document.Document.Components?.Schemas).OrEmpty())
        {
            foreach (Direction direction in Unsatisfiable.Contains($"{name} {component}") ? [] : Enum.GetValues<Direction>())
            {
                foreach ((SampleMode mode, int seed) in Samples)
                {
                    failures.AddRange(SchemaChecker.Check(SchemaSample.Of(schema, direction, mode, seed), schema, direction)
                        .Take(1)
                        .Select(problem => $"{component} {direction} {mode} {seed} {problem.Pointer}: {problem.Message}"));
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(25).Prepend($"{failures.Count} samples do not conform")));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_sample_request_passes_the_server_and_its_values_arrive(string name)
    {
        LoadedDocument document = Load(name);
        await using DocumentServer server = await DocumentServer.StartAsync(document);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var failures = new List<string>();
        foreach (DocumentOperation operation in document.Operations.Where(each => !Unsatisfiable.Contains($"{name} {each.OperationId}")))
        {
            foreach ((SampleMode mode, int seed) in Samples)
            {
                var sample = OperationSample.Of(operation, mode, seed);
                using HttpRequestMessage request = SampleRequest.Of(sample, server.BaseAddress);
                Authenticate(request, operation);
                using HttpResponseMessage response = await client.SendAsync(request);
                if (server.Exchanges is not [.., { } exchange])
                {
                    failures.Add($"{operation.OperationId} {mode} {seed} never arrived: {response.StatusCode} for {request.RequestUri}");
                    continue;
                }

                failures.AddRange(exchange.Violations.Select(violation => $"{mode} {seed} {violation} at {exchange.RawTarget}"));
                if (exchange.Operation != operation)
                {
                    failures.Add($"{operation.OperationId} {exchange.RawTarget} arrived at {exchange.Operation?.OperationId}");
                }
                else
                {
                    failures.AddRange(Differences(sample, exchange)
                        .Select(difference => $"{operation.OperationId} {mode} {seed} {difference} at {exchange.RawTarget}"));
                }

                server.Reset();
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(25).Prepend($"{failures.Count} requests do not pass")));
    }

    private static LoadedDocument Load(string name) =>
        name == Bundled ? LoadedDocument.Bundled() : LoadedDocument.FromFile(SharedDocuments.Find(name)!);

    private static IEnumerable<string> Differences(OperationSample sample, Exchange exchange)
    {
        foreach (SampleParameter parameter in sample.Parameters)
        {
            if (parameter.Value is JsonArray { Count: 0 } or JsonObject { Count: 0 })
            {
                continue;
            }

            // Where a list and a scalar are both allowed, a list of one looks like the scalar.
            JsonNode? arrived = exchange.Values.GetValueOrDefault(parameter.Part);
            JsonNode? sent = parameter.Value is JsonArray { Count: 1 } list && arrived is JsonValue ? list[0] : parameter.Value;
            foreach (JsonDifference difference in JsonDiff.Compare(sent, arrived))
            {
                yield return $"{parameter.Part} {difference}";
            }
        }

        if (sample.Body is { Value: not null } body && MediaTypes.IsJson(body.ContentType))
        {
            foreach (JsonDifference difference in JsonDiff.Compare(body.Value, exchange.Values.GetValueOrDefault("body")))
            {
                yield return $"body {difference}";
            }
        }
    }

    private static void Authenticate(HttpRequestMessage request, DocumentOperation operation)
    {
        if (operation.Security is not [var first, ..])
        {
            return;
        }

        foreach (OpenApiSecuritySchemeReference reference in first.Keys)
        {
            if (reference.Target is not { } scheme)
            {
                continue;
            }

            switch (scheme)
            {
                case { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Query }:
                    string uri = request.RequestUri!.OriginalString;
                    request.RequestUri = new Uri(
                        $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{scheme.Name}=key",
                        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
                    break;
                case { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Cookie }:
                    request.Headers.Add("Cookie", $"{scheme.Name}=key");
                    break;
                case { Type: SecuritySchemeType.ApiKey }:
                    request.Headers.TryAddWithoutValidation(scheme.Name!, "key");
                    break;
                case { Type: SecuritySchemeType.Http, Scheme: { } basic } when basic.Equals("basic", StringComparison.OrdinalIgnoreCase):
                    string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pass"));
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
                    break;
                default:
                    request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", "token");
                    break;
            }
        }
    }
}
