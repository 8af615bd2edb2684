using System.Net;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Which variant of a union an answer is, and which value of the discriminator a request holds.</summary>
public sealed class VariantTests
{
    private static readonly ConstructClient Client = new(VariantDocument.Text, VariantDocument.Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Method", """{"type":"wallet","id":"1"}""")]
    [InlineData("Method", """{"type":7,"id":"1","last4":"1111"}""")]
    [InlineData("Method", """{"type":{"a":1},"id":"1","iban":"x"}""")]
    [InlineData("Shape", """{"kind":"cone","size":1}""")]
    [InlineData("Animal", """{"kind":"fish","wings":2}""")]
    [InlineData("Step", """{"enabled":"maybe","at":"a"}""")]
    [InlineData("Version", """{"v":3,"a":"a"}""")]
    [InlineData("Quad", """{"t":"oval","w":1}""")]
    public async Task An_unknown_value_keeps_the_raw_JSON(string union, string json)
    {
        (object? value, string? sent, List<string> deviations) = await EchoAsync(union, json);
        Assert.Equal("JsonElement", value!.GetType().Name);
        Assert.Equal(json, sent);
        Assert.Equal(["UnknownVariant $", "UnknownVariant $"], deviations);
    }

    [Theory]
    [InlineData("Method", """{"type":"bank","id":"1"}""", "Bank")]
    [InlineData("Shape", """{"kind":"box","size":1}""", "Box")]
    [InlineData("Shape", """{"kind":"cube","size":1}""", "Box")]
    [InlineData("Animal", """{"kind":"bird","name":"n","wings":2}""", "Bird")]
    [InlineData("Animal", """{"kind":"pet","name":"n","species":"dog"}""", "Pet")]
    [InlineData("Job", """{"op":"begin"}""", "Start")]
    [InlineData("Job", """{"op":"start","x":[1]}""", "Start")]
    [InlineData("Job", """{"op":"stop"}""", "Stop")]
    [InlineData("Job", """{"op":"wait","note":"n"}""", "Other")]
    [InlineData("Job", """{"note":"n"}""", "Other")]
    [InlineData("Step", """{"enabled":false,"at":"a"}""", "Off")]
    [InlineData("Version", """{"v":2,"a":"a"}""", "Second")]
    [InlineData("Quad", """{"t":"square","w":1}""", "Square")]
    [InlineData("Mixed", """{"type":"card","id":"1"}""", "Method")]
    [InlineData("Mixed", """{"enabled":true,"at":"a"}""", "Step")]
    [InlineData("Mixed", """{"w":1}""", "Rectangle")]
    [InlineData("Mixed", "\"text\"", "String")]
    [InlineData("Twice", """{"kind":"disc","size":1}""", "Disc")]
    public async Task A_known_value_names_its_variant_and_is_sent_back(string union, string json, string type)
    {
        (object? value, string? sent, List<string> deviations) = await EchoAsync(union, json);
        Assert.Equal(type, value!.GetType().Name);
        JsonNode expected = JsonNode.Parse(json)!;
        JsonNode actual = JsonNode.Parse(sent!)!;
        Assert.True(JsonNode.DeepEquals(expected, actual), sent);
        // Discriminators come first, the outermost before those within it.
        Assert.Equal((expected as JsonObject)?.First().Key, (actual as JsonObject)?.First().Key);
        Assert.Empty(deviations);
    }

    [Theory]
    [InlineData("SendBox", """{"kind":"box","size":1}""")]
    [InlineData("SendBoxAlone", """{"size":1}""")]
    [InlineData("SendCard", """{"type":"card","id":"1"}""")]
    [InlineData("SendContradiction", """{"type":"card","id":"1"}""")]
    [InlineData("SendCat", """{"kind":"pet","species":"cat","meows":true}""")]
    [InlineData("SendBird", """{"kind":"bird","wings":2}""")]
    [InlineData("SendStart", """{"op":"start"}""")]
    [InlineData("SendStop", """{"op":"stop"}""")]
    [InlineData("SendOther", """{"note":"n"}""")]
    [InlineData("SendOtherName", """{"op":"wait","note":"n"}""")]
    [InlineData("SendOff", """{"enabled":false,"at":"a"}""")]
    [InlineData("SendSecond", """{"v":2,"a":"a"}""")]
    [InlineData("SendSquare", """{"t":"square","w":2}""")]
    [InlineData("SendRing", """{"kind":"ring","size":3}""")]
    [InlineData("SendRingAsShape", """{"kind":"round.ring","size":3}""")]
    public async Task The_type_decides_which_value_is_sent(string call, string expected)
    {
        var server = new Recorder("{}", "application/json", HttpStatusCode.OK);
        await Client.CallAsync(call, server);
        Assert.Equal(expected, server.Body);
    }

    [Theory]
    [InlineData("SharedId", """{"type":"card","id":"1"}""", "1")]
    [InlineData("SharedId", """{"type":"bank","id":"2"}""", "2")]
    [InlineData("SharedId", """{"type":"wallet","id":"3"}""", "3")]
    [InlineData("SharedId", """{"type":"wallet","id":null}""", null)]
    [InlineData("SharedId", """{"type":"wallet"}""", null)]
    [InlineData("SharedName", """{"kind":"pet","species":"cat","name":"Tom"}""", "Tom")]
    [InlineData("SharedName", """{"kind":"bird","name":"Jay"}""", "Jay")]
    public async Task A_member_that_all_variants_share_is_readable_on_the_union(string call, string json, string? expected) =>
        Assert.Equal(expected, await Client.CallAsync(call, new Recorder(json, "application/json", HttpStatusCode.OK)));

    private static async Task<(object? Value, string? Sent, List<string> Deviations)> EchoAsync(string union, string json)
    {
        List<string> deviations = [];
        var server = new Recorder(json, "application/json", HttpStatusCode.OK);
        object? value = await Client.CallAsync("Echo" + union, server, "", deviation => deviations.Add($"{deviation.Kind} {deviation.Path}"));
        return (value, server.Body, deviations);
    }
}
