using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json;

namespace ClerkGen.Runtime.Tests.Customising;

/// <summary>Types of the user inside of emitted ones, as emitted codecs read and write them.</summary>
public sealed partial class UserValueTests
{
    public enum Plan
    {
        Free,
        Pro,
    }

    [Fact]
    public void Values_go_through_the_users_context()
    {
        Settings settings = JsonBody.Read<Settings, SettingsJson>("""{"theme":"dark","fontSize":12}""");

        Assert.Equal(new Settings("dark", 12), settings);
        Assert.Equal("""{"theme":"dark","fontSize":12}""", JsonBody.Write<Settings, SettingsJson>(settings));
    }

    [Theory]
    [InlineData("""[{"theme":"dark","fontSize":{}},{"theme":"light"}]""")]
    [InlineData("""[[1,{"a":[]}],{"theme":"light"}]""")]
    public void A_value_that_the_users_type_rejects_is_reported_and_the_rest_is_read(string body)
    {
        IReadOnlyList<Settings> list =
            JsonBody.Read<IReadOnlyList<Settings>, ListJson<Settings, SettingsJson>>(body, out string[] deviations);

        Assert.Equal([null!, new Settings("light", 0)], list);
        Assert.Equal(["MalformedValue $[0]"], deviations);
        Assert.Throws<ApiReadException>(() => JsonBody.ReadStrictly<IReadOnlyList<Settings>, ListJson<Settings, SettingsJson>>(body));
    }

    [Fact]
    public void Values_go_through_the_users_converter()
    {
        Version version = JsonBody.Read<Version, VersionJson>("\"v1.2\"");

        Assert.Equal(new Version(1, 2), version);
        Assert.Equal("\"v1.2\"", JsonBody.Write<Version, VersionJson>(version));
    }

    [Fact]
    public void Values_go_through_the_users_factory_of_converters()
    {
        JsonTypeInfo<Plan> info = JsonSerializerValue.Info<Plan>(new JsonStringEnumConverter<Plan>(JsonNamingPolicy.SnakeCaseLower));

        Assert.Equal("\"pro\"", JsonSerializer.Serialize(Plan.Pro, info));
    }

    [Fact]
    public void Missing_metadata_is_reported()
    {
        Assert.Contains(
            "[JsonSerializable(typeof(Version))]",
            Assert.Throws<InvalidOperationException>(() => JsonSerializerValue.Info<Version>(UserContext.Default)).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => JsonSerializerValue.Info<Plan>(new VersionConverter()));
    }

    [Theory]
    [InlineData("\"plan:pro\"", Plan.Pro, null)]
    [InlineData("\"professional\"", Plan.Pro, null)]
    [InlineData("\"plan:gold\"", Plan.Free, "UnknownEnumValue $[0]")]
    [InlineData("{}", Plan.Free, "WrongKind $[0]")]
    public void Enum_of_the_user_is_read_by_the_names_of_the_document(string body, Plan expected, string? deviation)
    {
        Assert.Equal([expected], JsonBody.Read<IReadOnlyList<Plan>, ListJson<Plan, PlanJson>>($"[{body}]", out string[] deviations));
        Assert.Equal(deviation, deviations.FirstOrDefault());
    }

    [Fact]
    public void Enum_of_the_user_is_written_by_the_first_name_of_the_document()
    {
        Assert.Equal("\"plan:pro\"", JsonBody.Write<Plan, PlanJson>(Plan.Pro));
        Assert.Equal("plan:free", PlanJson.Format(Plan.Free));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanJson.Format((Plan)7));
    }

    internal sealed record Settings(string Theme, int FontSize);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Settings))]
    internal sealed partial class UserContext : JsonSerializerContext;

    private sealed class VersionConverter : JsonConverter<Version>
    {
        public override Version Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Version.Parse(reader.GetString()!.TrimStart('v'));

        public override void Write(Utf8JsonWriter writer, Version value, JsonSerializerOptions options) =>
            writer.WriteStringValue("v" + value);
    }

    private readonly struct SettingsJson : IApiJson<Settings>
    {
        private static readonly JsonTypeInfo<Settings> Info = JsonSerializerValue.Info<Settings>(UserContext.Default);

        public static Settings ReadJson(ref ApiJsonReader reader) => JsonSerializerValue.Read(ref reader, Info);

        public static void WriteJson(Utf8JsonWriter writer, Settings value) => JsonSerializerValue.Write(writer, value, Info);
    }

    private readonly struct VersionJson : IApiJson<Version>
    {
        private static readonly JsonTypeInfo<Version> Info = JsonSerializerValue.Info<Version>(new VersionConverter());

        public static Version ReadJson(ref ApiJsonReader reader) => JsonSerializerValue.Read(ref reader, Info);

        public static void WriteJson(Utf8JsonWriter writer, Version value) => JsonSerializerValue.Write(writer, value, Info);
    }

    private readonly struct PlanJson : IApiScalar<Plan>
    {
        private static readonly JsonEnumNames<Plan> Names =
            new((Plan.Free, "plan:free"), (Plan.Pro, "plan:pro"), (Plan.Pro, "professional"));

        public static Plan ReadJson(ref ApiJsonReader reader) => Names.Read(ref reader);

        public static void WriteJson(Utf8JsonWriter writer, Plan value) => Names.Write(writer, value);

        public static string Format(Plan value) => Names.Format(value);
    }
}
