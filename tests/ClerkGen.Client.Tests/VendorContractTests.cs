using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests;

/// <summary>
/// The contract of <see cref="ContractTests"/> over documents of other vendors. <c>CLERKGEN_CONTRACT</c> names other documents than the
/// usual ones, separated by commas (<c>all</c> for every one that is there); <c>CLERKGEN_CONTRACT_SEEDS</c> asks for more than one
/// set of full arguments and answers each.
/// </summary>
public sealed class VendorContractTests(ITestOutputHelper output)
{
    // 2.0, 3.0, 3.1 and 3.2, YAML and JSON, by hand and by machine; together they use every style, media type and kind of schema.
    private static readonly string[] Usual =
    [
        "adyen-checkout-v72.json", "airflow-v2.yaml", "autorest-body-complex-2.0.json", "deepl-api.json", "docker-engine-v1.51.yaml",
        "docusign-click-v1.json", "iceberg-rest-catalog.yaml", "mastodon-api.json", "meilisearch-api.json", "oapicodegen-parameters.yaml",
        "openapinet-32-additional-operations.yaml", "openapipythonclient-baseline-3.1.yaml", "prometheus-alertmanager-v2.yaml",
        "redocly-museum.yaml", "resend-api.yaml", "spotify-web-api.yaml", "swiftgen-various-content-types.yaml",
    ];

    // Operations whose documents ask for what no value or no server of Microsoft.OpenApi can give, with the reason.
    private static readonly Dictionary<string, string> Explained = new(StringComparer.Ordinal)
    {
        ["openapipythonclient-baseline-3.0.json defaults_tests_defaults_post"] = "Two objects are exploded into the same names of the query.",
        ["openapipythonclient-baseline-3.1.yaml defaults_tests_defaults_post"] = "Two objects are exploded into the same names of the query.",
        ["openapipythonclient-baseline-3.0.json getUserList"] = "A required list in the query may only hold nulls, which a query cannot say.",
        ["openapipythonclient-baseline-3.1.yaml getUserList"] = "A required list in the query may only hold nulls, which a query cannot say.",
        ["openapipythonclient-enums-3.1.yaml getUserList"] = "A required list in the query may only hold nulls, which a query cannot say.",
        ["openapipythonclient-enums-3.1.yaml postUserList"] = "A field of the form is a list that may only hold nulls, which a form cannot say.",
        ["openapipythonclient-baseline-3.1.yaml content_type_override"] = "'openapi/python/client' is no media type; the generator says so.",
        ["openapipythonclient-baseline-3.0.json content_type_override"] = "'openapi/python/client' is no media type; the generator says so.",
        ["refitter-ingram-micro.json post-createorder_v6"] = "A date must be shorter than dates are.",
        ["refitter-ingram-micro.json POST /resellers/v1/webhooks/availabilityupdate"] = "A member is required that the document describes nowhere.",
        ["refitter-ingram-micro.json POST /resellers/v1/webhooks/orderstatusevent"] = "A member is required that the document describes nowhere.",
        ["digitalocean-public-v2-bundled.yaml uptime_create_check"] = "A member is required that the document describes nowhere.",
        ["digitalocean-public-v2-bundled.yaml apps_create"] = "A member is required that the document describes nowhere.",
        ["digitalocean-public-v2-bundled.yaml apps_update"] = "A member is required that the document describes nowhere.",
        ["digitalocean-public-v2-bundled.yaml apps_validate_appSpec"] = "A member is required that the document describes nowhere.",
        ["kiota-non-identifier-schema-key.yaml getNonIdentifierCategoryTree"] = "The server does not know $dynamicRef, which the client follows.",
        ["kinopenapi-recursive-ref/openapi.yml GET /foo"] = "An error that may be any object has no type; its text is in the exception.",
        ["kinopenapi-recursive-ref/openapi.yml GET /double-ref-foo"] = "An error that may be any object has no type; its text is in the exception.",
        ["oapicodegen-oneof.yaml OneOfObject12"] = "It is to be a text or number and a boolean or object at once, which no value is.",
        ["openapitypescript-simple-example.yaml listPets"] = "The discriminator is a property that the document describes nowhere.",
    };

    /// <summary>Names of the documents.</summary>
    public static TheoryData<string> Documents
    {
        get
        {
            string[] all = SharedDocuments.Find("corpus/MANIFEST.tsv") is null ? []
                : [.. CorpusDocument.Find(SharedDocuments.PathOf("corpus")).Select(static document => document.Name)];
            string[] wanted = TestSizes.ContractDocuments switch
            {
                null => Usual,
                "all" => all,
                { } names => names.Split(','),
            };
            return [.. all.Where(wanted.Contains)];
        }
    }

    [SharedTheory]
    [MemberData(nameof(Documents))]
    public async Task Every_operation_of_another_vendor_sends_reads_and_fails_as_documented(string name)
    {
        EmittedClient emitted = EmittedClient.Of(SharedDocuments.Find($"corpus/{name}")!);
        if (emitted.Document.Operations.Count == 0)
        {
            CheckTypes(name, emitted);
            return;
        }

        await using DocumentServer server = await DocumentServer.StartAsync(emitted.Document);
        var run = new ContractRun(emitted.Document, emitted.Connect(server), server);

        await run.CallEverythingAsync(TestSizes.ContractSeeds);
        int operations = run.Operations;
        await run.ProvokeEveryErrorAsync();

        string[] unexplained = [.. run.Failures.Where(failure => !IsExplained(name, failure))];
        output.WriteLine($"{name}: {operations} operations, {run.Calls} calls, {unexplained.Length} differences");
        Assert.True(unexplained.Length == 0, $"{unexplained.Length} differences:\n{string.Join('\n', unexplained.Take(60))}");
        Assert.Equal(emitted.Document.Operations.Count, operations);
    }

    private static bool IsExplained(string name, string failure) =>
        Explained.Keys.Any(key => $"{name} {failure}".StartsWith(key + " (", StringComparison.Ordinal));

    // A document of webhooks only has no client to call: the types of its schemas read what the document describes and write the same.
    private void CheckTypes(string name, EmittedClient emitted)
    {
        ILookup<string, Type> types = emitted.Assembly.GetExportedTypes().Where(JsonArguments.IsJson).ToLookup(static type => JsonArguments.Squash(type.Name));
        List<string> differences = [];
        int values = 0;
        foreach ((string schema, Type type) in from schema in emitted.Document.Document.Components!.Schemas!.Keys
                                               from type in types[JsonArguments.Squash(schema)]
                                               select (schema, type))
        {
            foreach (SampleMode mode in new[] { SampleMode.Minimal, SampleMode.Full })
            {
                JsonNode? sent = SchemaSample.Answer(emitted.Document.Schema(schema), Deviations.None, mode);
                values++;
                try
                {
                    object? read = JsonSerializer.Deserialize(sent, type);
                    differences.AddRange(WireComparison.Compare(sent, JsonSerializer.SerializeToNode(read, type), nullIsMissing: true)
                        .Where(difference => !EmittedValue.Holds(read, sent, difference.Pointer))
                        .Select(difference => $"{schema} ({mode}): {difference}"));
                }
                catch (ApiReadException exception)
                {
                    differences.Add($"{schema} ({mode}): {exception.Message} {sent?.ToJsonString()}");
                }
            }
        }

        differences.RemoveAll(difference => IsExplained(name, difference));
        output.WriteLine($"{name}: no operations; {values} values of {types.Count} types, {differences.Count} differences");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.NotEqual(0, values);
    }
}
