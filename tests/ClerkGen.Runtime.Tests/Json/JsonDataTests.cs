using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Free-form JSON from what C# has at hand.</summary>
public sealed partial class JsonDataTests
{
    [Fact]
    public void An_object_a_dictionary_and_nodes_give_the_same_json()
    {
        Assert.Equal("""{"theme":"dark"}""", JsonData.From(new { theme = "dark" }).GetRawText());
        Assert.Equal("""{"theme":"dark"}""", JsonData.From(new Dictionary<string, string> { ["theme"] = "dark" }).GetRawText());
        Assert.Equal("""{"theme":"dark"}""", JsonData.From(new JsonObject { ["theme"] = "dark" }).GetRawText());
        Assert.Equal("""{"theme":"dark"}""", JsonData.Parse("""{"theme":"dark"}""").GetRawText());
        Assert.Equal("""[1,null]""", JsonData.From(new JsonArray { 1, null }).GetRawText());
        Assert.Equal("""{"Theme":"dark"}""", JsonData.From(new Appearance("dark"), Contracts.Default.Appearance).GetRawText());
        Assert.Equal(JsonValueKind.Null, JsonData.From<string?>(null).ValueKind);
    }

    [Fact]
    public void Text_that_is_not_json_is_refused()
    {
        Assert.ThrowsAny<JsonException>(() => JsonData.Parse("{theme}"));
        Assert.Throws<ArgumentNullException>(() => JsonData.From((JsonObject)null!));
    }

    internal sealed record Appearance(string Theme);

    [JsonSerializable(typeof(Appearance))]
    internal sealed partial class Contracts : JsonSerializerContext;
}
