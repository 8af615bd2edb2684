using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Which variant of a union a value is taken for.</summary>
public sealed class UnionTests
{
    private static readonly JsonVariant[] Variants =
    [
        new(JsonKinds.Object, "=object\totp\n!strategy\n?expires_at\n"u8),
        new(JsonKinds.Object, "=object\tticket\n?expires_at\n"u8),
        new(JsonKinds.Object, "!jwt\n?expires_at\n"u8),
        new(JsonKinds.Object, "!jwt\n!refresh\n"u8),
        new(JsonKinds.String),
        new(JsonKinds.Array),
        new(JsonKinds.Integer),
        new(JsonKinds.Number | JsonKinds.Boolean),
    ];

    [Theory]
    [InlineData("""{"object":"otp","strategy":"x"}""", 0)]
    [InlineData("""{"strategy":"x","expires_at":{"object":"ticket"},"object":"otp"}""", 0)]
    [InlineData("""{"object":"otp"}""", 0)]
    [InlineData("""{"\u006fbject":"\u006ftp"}""", 0)]
    [InlineData("""{"object":"ticket","jwt":"x"}""", 1)]
    [InlineData("""{"jwt":"x"}""", 2)]
    [InlineData("""{"jwt":"x","expires_at":1}""", 2)]
    [InlineData("""{"jwt":"x","refresh":"y"}""", 3)]
    [InlineData("""{"object":"other","jwt":"x"}""", 2)]
    [InlineData("""{"strategy":"x"}""", 0)]
    [InlineData("""{"expires_at":1}""", 1)]
    [InlineData("\"text\"", 4)]
    [InlineData("[{\"jwt\":1}]", 5)]
    [InlineData("12", 6)]
    [InlineData("-1.5", 7)]
    [InlineData("1e3", 7)]
    [InlineData("true", 7)]
    [InlineData("""{"refresh":"x","refresh":"y","jwt":"z"}""", 3)]
    [InlineData("""{"refresh":"x","refresh":"y"}""", -1)]
    [InlineData("{}", 1)]
    [InlineData("""{"object":"other"}""", -1)]
    [InlineData("""{"object":7}""", -1)]
    [InlineData("null", -1)]
    public void Shape_decides(string json, int variant)
    {
        Assert.Equal(variant, Choose(json, Variants));
    }

    [Fact]
    public void Free_form_object_is_chosen_last()
    {
        JsonVariant[] variants = [new(JsonKinds.Object), new(JsonKinds.Object, "?a\n"u8), new(JsonKinds.Object, "=kind\tb\n!b\n"u8)];

        Assert.Equal(0, Choose("""{"x":1}""", variants));
        Assert.Equal(1, Choose("""{"a":1,"x":2}""", variants));
        Assert.Equal(2, Choose("""{"kind":"b","a":1}""", variants));
        Assert.Equal(0, Choose("{}", variants));
    }

    [Fact]
    public void Any_number_of_variants_and_members_is_distinguished()
    {
        JsonVariant[] variants =
        [
            .. Enumerable.Range(0, 100).Select(static i => new JsonVariant(
                JsonKinds.Object,
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100).Select(j => j == i ? $"!own_{i}\n" : $"?shared_{j}\n"))))),
        ];

        for (int i = 0; i < variants.Length; i++)
        {
            Assert.Equal(i, Choose($$"""{"shared_{{(i + 1) % 100}}":1,"own_{{i}}":2,"shared_{{(i + 50) % 100}}":3}""", variants));
        }
    }

    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", 0)]
    [InlineData("""{"kind":"dog","kind":"cat"}""", 1)]
    [InlineData("""{"kind":"c\u0061t"}""", 0)]
    [InlineData("""{"k\u0069nd":"cat"}""", 0)]
    [InlineData("""{"kind" : "cat"}""", 0)]
    [InlineData("""{ "kind":"cat"}""", 0)]
    [InlineData("""{"kinds":"dog","kind":"cat"}""", 0)]
    [InlineData("""{"name":{"kind":"dog"},"kind":"cat"}""", 0)]
    [InlineData("""{"\u006bind":"do\u0067"}""", 1)]
    [InlineData("""{"kind":"cow"}""", -2)]
    [InlineData("""{"kind":["cat"]}""", -2)]
    [InlineData("""{"kind":"ca"}""", -2)]
    [InlineData("""{"kind":""}""", -2)]
    [InlineData("""{"kind":null}""", -1)]
    [InlineData("{}", -1)]
    [InlineData("[]", -1)]
    public void Discriminator_decides(string json, int variant)
    {
        var reader = new ApiJsonReader(Encoding.UTF8.GetBytes(json), default);
        reader.Json.Read();

        Assert.Equal(variant, JsonUnion.Discriminate(ref reader, "kind"u8, "cat\ndog\nwolf\n"u8));
        Assert.Equal(0, reader.Json.TokenStartIndex);
    }

    [Theory]
    [InlineData("""{"kind":1}""", 0)]
    [InlineData("""{"kind":1.0}""", 0)]
    [InlineData("""{"kind":"1"}""", 0)]
    [InlineData("""{"kind":true}""", 1)]
    [InlineData("""{"kind":1.5}""", -2)]
    [InlineData("""{"kind":1e400}""", -2)]
    [InlineData("""{"kind":false}""", -2)]
    public void Discriminator_may_be_a_number_or_a_boolean(string json, int variant)
    {
        var reader = new ApiJsonReader(Encoding.UTF8.GetBytes(json), default);
        reader.Json.Read();

        Assert.Equal(variant, JsonUnion.Discriminate(ref reader, "kind"u8, "1\ntrue\n"u8));
    }

    [Fact]
    public void An_unknown_discriminator_value_never_selects_a_named_variant()
    {
        JsonVariant[] variants = [new(JsonKinds.Object, "?a\n"u8, isNamed: true), new(JsonKinds.Object, "?a\n?b\n"u8)];
        var reader = new ApiJsonReader("""{"kind":"x","a":1}"""u8, default);
        reader.Json.Read();

        Assert.Equal(0, JsonUnion.Choose(ref reader, variants));
        Assert.Equal(1, JsonUnion.ChooseUnnamed(ref reader, variants));
        Assert.Equal(-1, JsonUnion.ChooseUnnamed(ref reader, variants[..1]));
    }

    [Theory]
    [InlineData("cat", null, """{"kind":"cat","name":"Tom"}""")]
    [InlineData("cow", null, """{"kind":"cat","name":"Tom"}""")]
    [InlineData(null, null, """{"kind":"cat","name":"Tom"}""")]
    [InlineData("kitten", null, """{"kind":"kitten","name":"Tom"}""")]
    [InlineData(null, "kitten", """{"kind":"kitten","name":"Tom"}""")]
    public void A_variant_is_written_with_a_value_that_names_it(string? own, string? read, string expected)
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            IReadOnlyDictionary<string, string> value = own is null ? new Dictionary<string, string> { ["name"] = "Tom" }
                : new Dictionary<string, string> { ["kind"] = own, ["name"] = "Tom" };
            JsonDiscriminator.WriteVariant<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(
                writer, value, "kind"u8, "cat\nkitten\n"u8, read: read);
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(buffer.Written.Span));
    }

    [Fact]
    public void Unknown_variant_is_kept_and_sent_back()
    {
        IReadOnlyList<Pet> pets = JsonBody.Read<IReadOnlyList<Pet>, ListJson<Pet, Pet>>(
            """[{"kind":"cow","milk":1.0},{"kind":"cat","name":"Tom"},5,null]""", out string[] deviations);

        Assert.IsType<JsonElement>(pets[0].Value);
        Assert.IsType<Labels>(pets[1].Value);
        Assert.Null(pets[3]);
        Assert.Equal(["UnknownVariant $[0]", "UnknownVariant $[2]", "NullValue $[3]"], deviations);
        Assert.Equal(
            """[{"kind":"cow","milk":1.0},{"name":"Tom","kind":"cat"},5,null]""",
            JsonBody.Write<IReadOnlyList<Pet>, ListJson<Pet, Pet>>(pets));
    }

    private static int Choose(string json, JsonVariant[] variants)
    {
        var reader = new ApiJsonReader(Encoding.UTF8.GetBytes(json), default);
        reader.Json.Read();

        int index = JsonUnion.Choose(ref reader, variants);

        Assert.Equal(0, reader.Json.TokenStartIndex);
        return index;
    }
}
