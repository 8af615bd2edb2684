using System.Text.Json.Nodes;
using ClerkGen.Testing;
using Xunit;

namespace ClerkGen.Specs.Tests;

public sealed class ProseTests
{
    private const string Published = "clerk/bapi-2026-05-12.yml";

    private static readonly JsonObject Document =
        YamlReader.Read(File.ReadAllText(SpecsFolder.FindFrom(AppContext.BaseDirectory).Document), "clerk-backend.yaml");

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Schemas => Document["components"]!["schemas"]!.AsObject();

    private static IEnumerable<JsonNode> Operations =>
        Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    [SharedFact(Published)]
    public void No_eight_words_in_a_row_are_in_the_published_document_too()
    {
        Assert.Equal([], SharedWording.Find(YamlReader.Read(File.ReadAllText(SharedDocuments.PathOf(Published)), "published"), Document));
    }

    [Fact]
    public void A_shared_run_of_eight_words_is_found()
    {
        JsonObject published = YamlReader.Read("description: One two, three four `five` six seven eight nine.", "published");

        Assert.Single(SharedWording.Find(published, YamlReader.Read("summary: Zero two three four five Six seven eight nine", "ours")));
        Assert.Empty(SharedWording.Find(published, YamlReader.Read("summary: one two three four five six seven", "ours")));
    }

    [Fact]
    public void Every_operation_has_a_summary_and_a_returns_text()
    {
        Assert.All(Operations, operation => AssertText(operation["summary"]));
        Assert.All(Operations.SelectMany(Responses), response => AssertText(response["description"]));
    }

    [Fact]
    public void Every_parameter_has_a_description()
    {
        IEnumerable<JsonNode?> inline = Operations.SelectMany(operation => operation["parameters"]?.AsArray() ?? []);
        IEnumerable<JsonNode?> shared = Document["components"]!["parameters"]!.AsObject().Select(parameter => parameter.Value);

        IEnumerable<JsonNode?> all = inline.Where(parameter => parameter!["$ref"] is null).Concat(shared);
        Assert.All(all, parameter => AssertText(parameter!["description"]));
    }

    [Fact]
    public void Every_tag_and_every_group_has_a_description()
    {
        Assert.All(Document["tags"]!.AsArray(), tag => AssertText(tag!["description"]));
        Assert.All(Operations, operation => AssertText(Document["x-clerkgen-groups"]![operation["x-clerkgen-group"]!.GetValue<string>()]));
    }

    [Fact]
    public void Every_schema_property_and_enum_value_has_a_description()
    {
        foreach ((string name, JsonNode? schema) in Schemas)
        {
            AssertText(schema!["description"]);
            Assert.All(Properties(schema), property => AssertText(property.Value!["description"]));
            if (schema["enum"] is JsonArray values)
            {
                Assert.True(schema["x-enum-descriptions"]?.AsArray().Count == values.Count, name);
                Assert.All(schema["x-enum-descriptions"]!.AsArray(), AssertText);
            }
        }
    }

    [Fact]
    public void Every_schema_inside_another_that_deserves_a_name_has_one()
    {
        Assert.All(Schemas.SelectMany(schema => Properties(schema.Value!)), property => Assert.Null(property.Value!["properties"]));
        Assert.All(
            Schemas.SelectMany(schema => Properties(schema.Value!)),
            property => Assert.True(property.Value!["enum"] is null or JsonArray { Count: 1 }, property.Key));
    }

    private static IEnumerable<JsonNode> Responses(JsonNode operation) => operation["responses"]!.AsObject().Select(response =>
        response.Value!["$ref"] is JsonNode reference
            ? Document["components"]!["responses"]![reference.GetValue<string>().Split('/')[^1]]!
            : response.Value!);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode schema) => (schema["properties"]?.AsObject() ?? [])
        .Concat((schema["allOf"]?.AsArray() ?? []).SelectMany(part => part!["properties"]?.AsObject() ?? []));

    private static void AssertText(JsonNode? text) => Assert.False(string.IsNullOrWhiteSpace(text?.GetValue<string>()));
}
