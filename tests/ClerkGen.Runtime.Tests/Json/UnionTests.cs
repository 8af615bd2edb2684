using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
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
    public void Free_form_object_fits_when_nothing_else_does()
    {
        JsonVariant[] variants = [new(JsonKinds.Object), new(JsonKinds.Object, "?a\n"u8), new(JsonKinds.Object, "=kind\tb\n!b\n"u8)];

        Assert.Equal(0, Choose("""{"x":1}""", variants));
        Assert.Equal(1, Choose("""{"a":1,"x":2}""", variants));
        Assert.Equal(2, Choose("""{"kind":"b","a":1}""", variants));
        Assert.Equal(0, Choose("{}", variants));
    }

    [Fact]
    public void Any_number_of_variants_and_members_is_told_apart()
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
    [InlineData("""{"name":{"kind":"dog"},"kind":"cat"}""", 0)]
    [InlineData("""{"\u006bind":"do\u0067"}""", 1)]
    [InlineData("""{"kind":"cow"}""", -1)]
    [InlineData("""{"kind":["cat"]}""", -1)]
    [InlineData("""{"kind":"ca"}""", -1)]
    [InlineData("""{"kind":""}""", -1)]
    [InlineData("{}", -1)]
    [InlineData("[]", -1)]
    public void Discriminator_decides(string json, int variant)
    {
        var reader = new ApiJsonReader(Encoding.UTF8.GetBytes(json), default);
        reader.Json.Read();

        Assert.Equal(variant, JsonUnion.Discriminate(ref reader, "kind"u8, "cat\ndog\nwolf\n"u8));
        Assert.Equal(0, reader.Json.TokenStartIndex);
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
