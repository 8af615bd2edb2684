using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class FormatTests
{
    [Theory]
    [InlineData("string", null, "string")]
    [InlineData("string", "date-time", "DateTimeOffset")]
    [InlineData("string", "date", "DateOnly")]
    [InlineData("string", "time", "TimeOnly")]
    [InlineData("string", "local-time", "TimeOnly")]
    [InlineData("string", "duration", "TimeSpan")]
    [InlineData("string", "uuid", "Guid")]
    [InlineData("string", "uri", "Uri")]
    [InlineData("string", "byte", "byte[]")]
    [InlineData("string", "binary", "string")]
    [InlineData("string", "email", "string")]
    [InlineData("string", "anything", "string")]
    [InlineData("integer", null, "long")]
    [InlineData("integer", "int32", "int")]
    [InlineData("integer", "int64", "long")]
    [InlineData("integer", "uint32", "uint")]
    [InlineData("integer", "uint64", "ulong")]
    [InlineData("integer", "unix-milliseconds", "DateTimeOffset")]
    [InlineData("integer", "unix-seconds", "DateTimeOffset")]
    [InlineData("number", null, "double")]
    [InlineData("number", "float", "float")]
    [InlineData("number", "double", "double")]
    [InlineData("number", "decimal", "decimal")]
    [InlineData("number", "numeric", "decimal")]
    [InlineData("string", "timestamp with time zone", "DateTimeOffset")]
    [InlineData("number", "int16", "int")]
    [InlineData("number", "unixtime", "DateTimeOffset")]
    [InlineData("integer", "decimal128", "decimal")]
    [InlineData("boolean", null, "bool")]
    [InlineData("object", null, "JsonElement")]
    [InlineData("array", null, "IReadOnlyList<JsonElement>")]
    public void A_type_and_format_become_a_type(string type, string? format, string expected)
    {
        string schema = format is null ? $"{{ type: {type} }}" : $"{{ type: {type}, format: {format} }}";
        foreach (string version in new[] { "3.0.3", "3.1.0", "3.2.0" })
        {
            TranslatedSchemas schemas =
                TranslatedSchemas.Of($"T: {{ type: object, required: [a], properties: {{ a: {schema} }} }}", version);
            Assert.Equal(expected, schemas.TypeOf("T", "a"));
        }
    }

    [Theory]
    [InlineData("", "duration", "Duration")]
    [InlineData("", "date-span", "TimeSpan")]
    [InlineData("", "time-span", "TimeSpan")]
    [InlineData("x-generator: NSwag v14.8.0.0\n", "duration", "TimeSpan")]
    public void Documents_of_ASP_NET_Core_have_the_notation_of_NET_in_time_spans(string generator, string format, string codec)
    {
        string text = generator + TranslatedSchemas.Document($"T: {{ type: object, properties: {{ a: {{ type: string, format: {format} }} }} }}");
        ScalarType type = Assert.IsType<ScalarType>(TranslatedSchemas.OfDocument(text, TranslatedSchemas.Options, ConsumerFacts.None).Property("T", "a").Type);
        Assert.Equal(("TimeSpan", codec), (type.Scalar.Type.Name, type.Scalar.VariantName));
    }

    [Fact]
    public void Moments_as_numbers_have_separate_codecs()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { a: { type: integer, format: unix-milliseconds }, b: { type: integer, format: unix-seconds } } }
            """);

        Assert.Equal(new ScalarType(Scalar.UnixMilliseconds), schemas.Property("T", "a").Type);
        Assert.Equal(new ScalarType(Scalar.UnixSeconds), schemas.Property("T", "b").Type);
    }

    [Theory]
    [InlineData("{ minLength: 1 }", "JsonElement?")]
    [InlineData("{ format: date-time }", "DateTimeOffset")]
    [InlineData("{ properties: { b: { type: string } } }", "TA")]
    [InlineData("{ items: { type: string } }", "IReadOnlyList<string>")]
    [InlineData("{ format: jsonb }", "JsonElement")]
    [InlineData("{}", "JsonElement?")]
    [InlineData("true", "JsonElement?")]
    [InlineData("{ contentEncoding: base64, type: string }", "byte[]")]
    public void A_schema_without_a_type_has_the_type_of_its_keywords(string schema, string expected) =>
        Assert.Equal(expected, TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}").TypeOf("T", "a"));

    [Fact]
    public void A_password_is_secret() =>
        Assert.True(TranslatedSchemas.Of("T: { type: object, properties: { a: { type: string, format: password } } }").Property("T",
            "a").IsSecret);
}
