using System.Text.RegularExpressions;

namespace ClerkGen.Reading.Tests;

/// <summary>An intended difference between the two readers.</summary>
/// <param name="Reason">Why the readers differ.</param>
/// <param name="Rewrite">Writes a line without the difference. Null leaves the line out.</param>
internal sealed record ReaderDifference(string Reason, Func<string, string?> Rewrite);

/// <summary>The intended differences between the project's reader and the other one.</summary>
internal static partial class ReaderDifferences
{
    private static readonly string[] Types = ["Null", "Boolean", "Integer", "Number", "String", "Object", "Array"];

    /// <summary>Differences that occur in any document.</summary>
    public static IReadOnlyList<ReaderDifference> Kinds { get; } =
    [
        new(
            "In 3.1, ours obeys nullable: true, and takes null without quotes as a type. The other reader ignores both.",
            static line => line.Replace("Null, ", "", StringComparison.Ordinal)),
        new(
            "The other reader folds alternatives that are only types into one schema with these types.",
            static line => BareAlternatives().Replace(line, static match => string.Join(", ", Types.Intersect(match.Groups[1].Value.Split(' '))))),
        new(
            "In 3.1, ours keeps keywords next to $ref and writes the reference as allOf. The other reader's reference has no enum.",
            static line => ReferenceWithValues().Replace(line, "$1")),
        new(
            "In OpenAPI 2.0, the other reader applies produces to responses without a schema. Ours gives those no content.",
            static line => line.EndsWith(" -", StringComparison.Ordinal) ? null : line),
    ];

    /// <summary>Differences of single places: the document and the start of the line, with the reason.</summary>
    public static IReadOnlyDictionary<(string Document, string Line), string> Places { get; } = new Dictionary<(string, string), string>
    {
        [("airflow-v2.yaml", "schema ClearTaskInstancesBody:")] = FoldedItems,
        [("airflow-v2.yaml", "schema ConfigOption:")] = FoldedItems,
        [("docker-engine-v1.51.yaml", "GET /containers/{id}/archive 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "GET /containers/{id}/export 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "GET /containers/{id}/logs 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "GET /services/{id}/logs 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "GET /tasks/{id}/logs 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "POST /containers/{id}/attach 404 application/json")] = TypeOfExample,
        [("docker-engine-v1.51.yaml", "POST /containers/{id}/resize 404 application/json")] = TypeOfExample,
        [("kinopenapi-schema31refs.yaml", "schema ObjectWithUnevaluatedProperties:")] = "Ours reads unevaluatedProperties as additionalProperties.",
        [("kinopenapi-schema31refs.yaml", "schema TupleArray:")] = Tuple,
        [("openapipythonclient-baseline-3.1.yaml", "schema AnEnumWithOnlyNull:")] = OnlyNull,
        [("openapipythonclient-enums-3.1.yaml", "schema AnEnumWithOnlyNull:")] = OnlyNull,
        [("openapitypescript-simple-example.yaml", "GET /pets/items 200 application/json")] = Tuple,
        [("kiota-non-identifier-schema-key.yaml", "schema base-category:")] = DynamicReference,
        [("kiota-non-identifier-schema-key.yaml", "schema base-category_Of_localized-category:")] = DynamicReference,
        [("kiota-non-identifier-schema-key.yaml", "schema localized-category:")] = DynamicReference,
        [("openai-api.yaml", "schema BetaCompoundFilter:")] = DynamicReference,
        [("openai-api.yaml", "schema CompoundFilter:")] = DynamicReference,
        [("xero-webhooks.yaml", "schema CreditNoteWebhookEvent:")] = PartOfComponent,
        [("xero-webhooks.yaml", "schema WebhookEvent_events_items:")] = PartOfComponent,
    };

    private const string FoldedItems = "The other reader folds a string and a list into one schema, and loses the items.";
    private const string TypeOfExample = "In OpenAPI 2.0, the other reader takes media types from examples too. Ours takes them from produces.";
    private const string Tuple = "Ours reads prefixItems as items of any of these schemas. The other reader ignores it.";
    private const string DynamicReference = "Ours resolves $dynamicRef and $recursiveRef where they are static. The other reader does not.";
    private const string OnlyNull = "Ours reads an enum of null alone as the type null.";
    private const string PartOfComponent = "Ours makes a component of a part that a reference names.";

    [GeneratedRegex(@" enum\([^()]*\) allOf\((→[^ ()]+)\)")]
    private static partial Regex ReferenceWithValues();

    [GeneratedRegex(@" (?:oneOf|anyOf)\(((?:(?:Boolean|Integer|Number|String|Object|Array) ?)+)\)")]
    private static partial Regex BareAlternatives();
}
