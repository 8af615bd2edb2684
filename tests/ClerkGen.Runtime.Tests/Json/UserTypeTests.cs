using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>A user's own types as members of emitted ones.</summary>
public sealed class UserTypeTests
{
    [Fact]
    public void Context_reads_and_writes_with_its_options()
    {
        const string json = """{"planName":"pro","mood":"happy","owner":{"id":"1","tags":[]}}""";

        AppMetadata metadata = JsonBody.ReadStrictly<AppMetadata, ContextJson<AppMetadata, AppMetadataContext>>(json);

        Assert.Equal(("pro", Mood.Happy, "1"), (metadata.PlanName, metadata.Mood, metadata.Owner!.Id));
        Assert.Equal(json, JsonBody.Write<AppMetadata, ContextJson<AppMetadata, AppMetadataContext>>(metadata));
    }

    [Fact]
    public void Converter_of_the_type_reads_and_writes()
    {
        Assert.Equal(new Celsius(36.6), JsonBody.ReadStrictly<Celsius, ConverterJson<Celsius>>("\"36.6 C\""));
        Assert.Equal("\"36.6 C\"", JsonBody.Write<Celsius, ConverterJson<Celsius>>(new Celsius(36.6)));
        Assert.Equal("\"happy\"", JsonBody.Write<Mood, ConverterJson<Mood>>(Mood.Happy));
    }

    [Fact]
    public void Value_that_the_type_refuses_is_reported_and_left_out()
    {
        IReadOnlyList<AppMetadata> values =
            JsonBody.Read<IReadOnlyList<AppMetadata>, ListJson<AppMetadata, ContextJson<AppMetadata, AppMetadataContext>>>(
                """[{"planName":"a"},{"planName":{"x":[1]}},[1],null,{"planName":"b"}]""", out string[] deviations);
        IReadOnlyList<Celsius> temperatures =
            JsonBody.Read<IReadOnlyList<Celsius>, ListJson<Celsius, ConverterJson<Celsius>>>("""[{"x":1},null,"1 C"]""", out string[] others);

        Assert.Equal(["a", null, null, null, "b"], values.Select(static value => value?.PlanName));
        Assert.Equal(["MalformedValue $[1]", "MalformedValue $[2]", "NullValue $[3]"], deviations);
        Assert.Equal([default, default, new Celsius(1)], temperatures);
        Assert.Equal(["MalformedValue $[0]", "NullValue $[1]"], others);
    }

    [Theory]
    [InlineData("""[{"planName":"a}]""")]
    [InlineData("""[{"planName":{"x":tok}}]""")]
    [InlineData("""[{"planName":1""")]
    public void Text_that_is_not_json_stays_an_error(string body)
    {
        ApiReadException exception = Assert.Throws<ApiReadException>(
            () => JsonBody.Read<IReadOnlyList<AppMetadata>, ListJson<AppMetadata, ContextJson<AppMetadata, AppMetadataContext>>>(body));

        Assert.Equal(ApiReadFailure.NotJson, exception.Failure);
    }

    [Fact]
    public void Type_without_converter_is_refused_with_its_name()
    {
        TypeInitializationException exception = Assert.Throws<TypeInitializationException>(
            () => JsonBody.Read<UserTypeTests, ConverterJson<UserTypeTests>>("{}"));

        Assert.Contains(nameof(UserTypeTests), exception.InnerException!.Message, StringComparison.Ordinal);
    }
}

/// <summary>A user's own type for a free-form member.</summary>
public sealed record AppMetadata(string? PlanName, Mood? Mood, Person? Owner);

/// <summary>The user's own context for it.</summary>
[JsonSerializable(typeof(AppMetadata))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppMetadataContext : JsonSerializerContext;

/// <summary>A user's own type with a converter.</summary>
[JsonConverter(typeof(CelsiusConverter))]
public readonly record struct Celsius(double Degrees);

/// <summary>Writes degrees with their unit.</summary>
internal sealed class CelsiusConverter : JsonConverter<Celsius>
{
    public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new Celsius(double.Parse(reader.GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Degrees} C"));
}
