using ClerkGen.Testing.Generation;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>Properties that the user declares stand in for emitted ones.</summary>
public sealed class PropertyTests
{
    // The part that System.Text.Json's generator would add is handwritten, because only our generator runs here.
    private const string Metadata = """
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        namespace App;
        public sealed class AppMetadata { public string? Theme { get; set; } }
        public sealed class AppConverter : JsonConverter<AppMetadata>
        {
            public override AppMetadata Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                using JsonDocument document = JsonDocument.ParseValue(ref reader);
                return new() { Theme = document.RootElement.GetProperty("theme").GetString() };
            }

            public override void Write(Utf8JsonWriter writer, AppMetadata value, JsonSerializerOptions options)
            {
                writer.WriteStartObject();
                writer.WriteString("theme", value.Theme);
                writer.WriteEndObject();
            }
        }

        [JsonConverter(typeof(AppConverter))]
        public sealed class ConvertedMetadata { }

        [JsonSerializable(typeof(AppMetadata))]
        internal sealed partial class AppContext : JsonSerializerContext;

        partial class AppContext
        {
            public AppContext() : base(null) { }
            public static AppContext Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) =>
                type == typeof(AppMetadata) ? JsonMetadataServices.CreateValueInfo<AppMetadata>(Options, new AppConverter()) : null;
        }
        """;

    [Theory]
    [InlineData("[ApiProperty(\"created_at\")] public DateTimeOffset CreatedAt { get; set; }", "1700000000000", "1700000000000")]
    [InlineData("public DateTimeOffset CreatedAt { get; set; }", "1700000000000", "1700000000000")]
    [InlineData("[ApiProperty(\"created_at\", UnixTime = ApiUnixTime.Seconds)] public DateTimeOffset Born { get; set; }", "1700000000", "1700000000")]
    [InlineData("[ApiProperty(\"created_at\")] public int? CreatedAt { get; set; }", "17", "17")]
    [InlineData("[ApiProperty(\"created_at\")] public string CreatedAt { get; set; }", "17", "\"17\"")]
    [InlineData("[ApiProperty(\"created_at\")] public string writer { get; set; }", "17", "\"17\"")]
    [InlineData("[ApiProperty(\"created_at\")] public required DateTimeOffset CreatedAt { get; set; }", "0", "0")]
    [InlineData("[ApiProperty(\"created_at\")] public decimal CreatedAt { get; private set; }", "1.5", "1.5")]
    [InlineData("[ApiProperty(\"created_at\")] internal long CreatedAt { get; set; } = 7;", "3", "3")]
    [InlineData("[ApiProperty(\"created_at\")] public partial TimeSpan? @event { get; set; }", "\"PT1S\"", "\"PT1S\"")]
    public void A_member_has_the_type_of_the_users_property(string property, string read, string written)
    {
        GeneratorRun run = Customise($"using System; using ClerkGen; namespace Shop; public partial class User {{ {property} }}");
        Assert.Empty(run.Diagnostics);
        Assert.Equal($$"""{"id":"u","created_at":{{written}}}""", run.RoundTrip("User", $$"""{"id":"u","created_at":{{read}}}"""));
    }

    [Theory]
    [InlineData("Guid", "\"0193b2f0-7000-7000-8000-000000000001\"")]
    [InlineData("Uri", "\"https://a.example/b\"")]
    [InlineData("Plan?", "\"free\"")]
    [InlineData("System.Text.Json.JsonElement?", "{\"a\":[1]}")]
    [InlineData("System.Collections.Generic.IReadOnlyList<User>?", "[{\"id\":\"v\",\"created_at\":1}]")]
    [InlineData("System.Collections.Generic.IReadOnlyDictionary<string, int?>?", "{\"a\":1,\"b\":null}")]
    [InlineData("System.Collections.Generic.IReadOnlyList<string?>?", "[\"a\",null]")]
    public void A_free_form_member_has_the_type_of_the_users_property(string type, string json)
    {
        GeneratorRun run = Customise($"using System; namespace Shop; partial class User {{ public {type} Owner {{ get; set; }} = default!; }}");
        Assert.Empty(run.Diagnostics);
        string user = $$"""{"id":"u","created_at":1,"owner":{{json}}}""";
        Assert.Equal(user, run.RoundTrip("User", user));
    }

    [Theory]
    [InlineData("public App.AppMetadata? PublicMetadata { get; set; }")]
    [InlineData("[ClerkGen.ApiProperty(\"public_metadata\")] public partial App.AppMetadata? Metadata { get; set; }")]
    [InlineData("[ClerkGen.ApiProperty(\"public_metadata\"), System.Text.Json.Serialization.JsonConverter(typeof(App.AppConverter))] public App.AppMetadata? Data { get; set; }")]
    public void Free_form_members_are_read_and_written_by_the_users_context_or_converter(string property)
    {
        GeneratorRun run = Customise($"#pragma warning disable CLERKGEN078\nnamespace Shop; public partial class User {{ {property} }} public partial class CreateUser {{ {property} }}", Metadata);
        object user = run.Read("User", """{"id":"u","created_at":1,"public_metadata":{"theme":"dark","other":1}}""")!;
        Assert.Equal("""{"id":"u","created_at":1,"public_metadata":{"theme":"dark"}}""", run.Write(user));
        Assert.Equal("""{"public_metadata":{"theme":"light"}}""", run.RoundTrip("CreateUser", """{"public_metadata":{"theme":"light"}}"""));
    }

    [Fact]
    public void A_partial_property_keeps_unset_null_and_value_apart()
    {
        GeneratorRun run = Customise(
            "namespace Shop; public partial class CreateUser { public partial App.AppMetadata? PublicMetadata { get; set; } }", Metadata);
        object body = Activator.CreateInstance(run.Type("CreateUser"))!;
        Assert.Equal("{}", run.Write(body));
        body.GetType().GetProperty("PublicMetadata")!.SetValue(body, null);
        Assert.Equal("""{"public_metadata":null}""", run.Write(body));
        Assert.Equal("""{"public_metadata":null}""", run.RoundTrip("CreateUser", """{"public_metadata":null}"""));
    }

    [Fact]
    public void Any_other_property_is_sent_when_it_is_not_null()
    {
        GeneratorRun run = Customise(
            "#pragma warning disable CLERKGEN078\nnamespace Shop; public partial class CreateUser { public App.AppMetadata? PublicMetadata { get; set; } public int ExternalId { get; set; } }", Metadata);
        object body = Activator.CreateInstance(run.Type("CreateUser"))!;
        Assert.Equal("""{"external_id":0}""", run.Write(body));
        Assert.Equal("""{"external_id":5}""", run.RoundTrip("CreateUser", """{"public_metadata":null,"external_id":5}"""));
    }

    [Fact]
    public void An_enum_of_the_user_has_the_names_of_the_document()
    {
        GeneratorRun run = Customise("""
            using ClerkGen;
            namespace Shop;
            public enum Level { Unknown, Free, [ApiName("plan-pro")] Best }
            public enum Mood { VeryHappy, [System.Text.Json.Serialization.JsonStringEnumMemberName("sad!")] Sad }
            public partial class User { public Level? Plan { get; set; } }
            public partial class CreateUser { [ApiProperty("name")] public Mood Mood { get; set; } }
            """);
        Assert.Empty(run.Diagnostics);
        object user = run.Read("User", """{"id":"u","created_at":1,"plan":"plan-pro"}""")!;
        Assert.Equal("Best", Get(user, "Plan")!.ToString());
        Assert.Equal("""{"id":"u","created_at":1,"plan":"plan-pro"}""", run.Write(user));
        Assert.Equal("Unknown", Get(run.Read("User", """{"id":"u","created_at":1,"plan":"new"}""")!, "Plan")!.ToString());
        Assert.Equal("""{"name":"very_happy"}""", run.RoundTrip("CreateUser", """{"name":"very_happy"}"""));
        Assert.Equal("""{"name":"sad!"}""", run.RoundTrip("CreateUser", """{"name":"sad!"}"""));
    }

    [Fact]
    public void A_property_that_is_left_out_is_neither_read_nor_written()
    {
        GeneratorRun run = Customise("""
            using ClerkGen;
            namespace Shop;
            [ApiIgnore("owner"), ApiIgnore("tags")] public partial class User;
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Null(run.Type("User").GetProperty("Owner"));
        Assert.Equal("""{"id":"u","created_at":1}""", run.RoundTrip("User", """{"id":"u","created_at":1,"owner":1,"tags":["a"]}"""));
    }

    [Fact]
    public void A_computed_property_is_written_and_not_read()
    {
        GeneratorRun run = AssertDiagnostic(
            "namespace Shop; partial class CreateUser { public string ⟦Name⟧ => \"fixed\"; }",
            "CLERKGEN073",
            Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
            "Property 'Name' has no setter, so response values are not stored in it");
        AssertCompiles(run);
        Assert.Equal("""{"name":"fixed"}""", run.RoundTrip("CreateUser", """{"name":"read"}"""));
    }

    [Fact]
    public void Fields_of_forms_and_query_parameters_have_the_types_of_the_users_properties()
    {
        GeneratorRun run = Customise("""
            using System;
            using ClerkGen;
            namespace Shop;
            public enum Site { Here }
            partial class Photo
            {
                [ApiProperty("taken_at")] public DateTimeOffset? Taken { get; set; }
                public partial Site? Url { get; set; }
            }
            partial class ListUsersParameters
            {
                [ApiProperty("created_after")] public DateTimeOffset? After { get; set; }
                public partial int? Offset { get; set; }
            }
            """);
        Assert.Empty(run.Diagnostics);
        string users = run.Files["Shop.UsersOperations.g.cs"];
        Assert.Contains("""QueryValue<DateTimeOffset, UnixMillisecondsJson>("created_after", parameters.After)""", users, StringComparison.Ordinal);
        Assert.Contains("""QueryValue<int, Int32Json>("offset", parameters.Offset)""", users, StringComparison.Ordinal);
        string photos = run.Files["Shop.PhotosOperations.g.cs"];
        Assert.Contains("""Value<global::Shop.Site, Photo.__UrlJson>("url", body.Url""", photos, StringComparison.Ordinal);
        Assert.Contains("body.Taken", photos, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_walked_by_renamed_properties_but_not_by_retyped_ones()
    {
        GeneratorRun run = Customise("""
            using System.Collections.Generic;
            using ClerkGen;
            namespace Shop;
            partial class UserPage { [ApiProperty("data")] public required IReadOnlyList<User> Items { get; set; } }
            """);
        Assert.Contains("static page => page.Items", run.Files["Shop.UsersOperations.g.cs"], StringComparison.Ordinal);

        run = Customise("namespace Shop; partial class UserPage { public System.Text.Json.JsonElement Data { get; set; } }");
        Assert.DoesNotContain("AllAsync", run.Files["Shop.UsersOperations.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_members_are_added_to_the_emitted_ones()
    {
        GeneratorRun run = Customise("""
            using System;
            namespace Shop;
            /// <summary>Mine.</summary>
            [System.Text.Json.Serialization.JsonConverter(typeof(ClerkGen.GeneratedSupport.ApiJsonConverterFactory))]
            public partial class Cat : IComparable<Cat>
            {
                public required string Nickname { get; set; } = "";
                public int CompareTo(Cat? other) => 0;
                public override string ToString() => "cat";
                public Cat() { }
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Equal("""{"lives":9}""", run.RoundTrip("Cat", """{"lives":9}"""));
        Assert.DoesNotContain("Schema /components/schemas/Cat", run.Files["Shop.Cat.g.cs"], StringComparison.Ordinal);
    }
}
