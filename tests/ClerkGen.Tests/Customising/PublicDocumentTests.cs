using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Customising;

/// <summary>
/// Every way of customising, on the bundled document and on two of other vendors. One source makes all of them their user's own; what
/// differs are the document's words in it. Each document is compiled once, and each feature is a case of its own.
/// </summary>
public sealed class PublicDocumentTests
{
    private const string Bundled = "specs/clerk-backend.yaml";
    private const string Mails = "corpus/resend-api.yaml";
    private const string Models = "corpus/openai-api.yaml";

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: Ours, version: '1' }
        actions:
          - target: $.components.schemas.{Type}.properties.{overlaid}
            update: { x-clerkgen-name: corrected }
        """;

    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using System.Threading;
        using System.Threading.Tasks;
        using ClerkGen;
        namespace Made;

        /// <summary>Described here.</summary>
        [ApiName("{Type}"), ApiName("{text}", "Caption"), ApiIgnore("{gone}"), Description("attributed")]
        public partial class Thing : IComparable<Thing>
        {
            public string Label => $"<{Caption}>";
            public int CompareTo(Thing? other) => 7;
            [ApiProperty("{free}")] public Note? Noted { get; set; }
            public Converted? {ByName} { get; set; }
            [ApiProperty("{guid}")] public Guid Key { get; set; }
            [ApiProperty("{uri}")] public Uri? Link { get; set; }
            [ApiProperty("{enum}")] public Kind? Kind { get; set; }
            [ApiProperty("{time}")] public DateTimeOffset Made { get; set; }
        }

        public enum Kind { Plain, [ApiName("best-one")] Best }

        internal partial class {Hidden};

        [ApiName("{Group}Operations"), ApiName("{listId}", "Search"), ApiIgnore("{ignoredId}")]
        public partial class ThingOperations
        {
            public List<string> Seen { get; } = [];

            public virtual Task<Thing> {Get}Async(ThingId {parameter}, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
                {Get}CoreAsync({parameter}.Value.Trim(), options, cancellationToken);

            partial void OnSending(ApiCallContext call, HttpRequestMessage request) => Seen.Add($"{call.OperationId} {call.PathTemplate}");
        }

        public partial class MadeClient
        {
            public int Received { get; private set; }

            protected override async ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
            {
                await Task.Yield();
                Received += (int)response.StatusCode;
            }
        }

        public static class Use
        {
            public const string Json = "{\"{guid}\":\"0193b2f0-7000-7000-8000-000000000001\",\"{uri}\":\"https://a.example/b\",\"{enum}\":\"best-one\","
                + "\"{time}\":{timeValue},\"{free}\":{\"text\":\"hi\"},\"{converted}\":\"HO\",\"{text}\":\"t\",\"{gone}\":\"x\"}";

            public static async Task<Dictionary<string, string?>> RunAsync()
            {
                var stub = new StubTransport();
                stub.On("{getId}").ReturnsJson(Json);
                var client = new MadeClient(new MadeClientOptions { {Credential} = "key_1" }, stub.CreateHttpClient());
                Thing thing = await client.{Group}.{Get}Async(" a ");
                string written = JsonSerializer.Serialize(thing);
                using JsonDocument again = JsonDocument.Parse(written);
                string? Member(string name) => again.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : null;
                Type[] types = typeof(Use).Assembly.GetTypes();
                return new()
                {
                    ["added member"] = thing.Label,
                    ["added interface"] = $"{thing.CompareTo(null)}",
                    ["added attribute"] = ((DescriptionAttribute)Attribute.GetCustomAttribute(typeof(Thing), typeof(DescriptionAttribute))!).Description,
                    ["property by wire name, through a context"] = Member("{free}"),
                    ["property by name, through a converter"] = $"{thing.{ByName}?.Text} {Member("{converted}")}",
                    ["string as Guid"] = $"{thing.Key} {Member("{guid}") == $"\"{thing.Key}\""}",
                    ["string as Uri"] = $"{thing.Link?.Host} {Member("{uri}")}",
                    ["string as an enum"] = $"{thing.Kind} {Member("{enum}")}",
                    ["value as DateTimeOffset"] = $"{thing.Made:yyyy-MM-dd} {Member("{time}")}",
                    ["member renamed"] = $"{thing.Caption} {Member("{text}")}",
                    ["member left out"] = $"{typeof(Thing).GetProperty("{Gone}") is null} {Member("{gone}") is null}",
                    ["type renamed"] = $"{types.Any(type => type.FullName == "Made.{Type}")}",
                    ["type hidden, with what mentions it"] = $"{typeof({Hidden}).IsVisible} {typeof(ThingOperations).GetMethod("{HiddenMethod}Async") is null}",
                    ["group renamed"] = $"{types.Any(type => type.FullName == "Made.{Group}Operations")}",
                    ["method replaced"] = stub.Requests[0].Path.EndsWith("/a").ToString(),
                    ["method renamed"] = $"{typeof(ThingOperations).GetMethod("SearchAsync") is not null}",
                    ["method left out"] = $"{typeof(ThingOperations).GetMethods().Any(method => method.Name.StartsWith("{Ignored}"))}",
                    ["hook"] = client.{Group}.Seen.Single(),
                    ["hook of the client, asynchronous"] = $"{client.Received}",
                    ["identifiers"] = $"{typeof(ThingId).IsValueType}",
                    ["filter by tag"] = string.Join(",", typeof(MadeClient).GetProperties().Select(property => property.PropertyType.Name).Where(name => name.EndsWith("Operations"))),
                    ["filter by operation"] = $"{typeof(ThingOperations).GetMethods().Any(method => method.Name.StartsWith("{Filtered}"))}",
                    ["filter of deprecated"] = $"{typeof(ThingOperations).GetMethods().Any(method => method.IsDefined(typeof(ObsoleteAttribute), false))}",
                    ["overlay"] = $"{typeof(Thing).GetProperty("Corrected") is not null}",
                };
            }
        }

        // The part that System.Text.Json's generator would add is handwritten, because only our generator runs here.
        public sealed record Note(string Text);

        [JsonSerializable(typeof(Note))]
        internal sealed partial class Notes : JsonSerializerContext;

        partial class Notes
        {
            public Notes() : base(null) { }
            public static Notes Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) =>
                type == typeof(Note) ? JsonMetadataServices.CreateValueInfo<Note>(Options, new NoteConverter()) : null;
        }

        internal sealed class NoteConverter : JsonConverter<Note>
        {
            public override Note Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                using JsonDocument document = JsonDocument.ParseValue(ref reader);
                return new(document.RootElement.GetProperty("text").GetString()!);
            }

            public override void Write(Utf8JsonWriter writer, Note value, JsonSerializerOptions options)
            {
                writer.WriteStartObject();
                writer.WriteString("text", value.Text);
                writer.WriteEndObject();
            }
        }

        [JsonConverter(typeof(ConvertedConverter))]
        public sealed record Converted(string Text);

        internal sealed class ConvertedConverter : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!.ToLowerInvariant());

            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text.ToUpperInvariant());
        }
        """;

    // The words of each document. Its operation that lists is not filtered, and what a filter leaves out is asked for by name.
    private static readonly Dictionary<string, Dictionary<string, string>> Words = new()
    {
        [Bundled] = Of("""
            Type=User; Group=Users; Get=Get; parameter=userId; getId=GetUser; getPath=/users/{user_id}; listId=GetUserList; Credential=SecretKey
            text=first_name; free=public_metadata; ByName=UnsafeMetadata; converted=unsafe_metadata; guid=external_id; uri=profile_image_url
            enum=locale; time=created_at; timeValue=1700000000000; gone=username; Gone=Username; overlaid=last_name
            Hidden=DeletedObject; HiddenMethod=Delete; ignoredId=BanUser; Ignored=BanAsync; Filtered=Lock
            tags=Users; excluded=Lock*
            """),
        [Mails] = Of("""
            Type=Email; Group=Emails; Get=Get; parameter=emailId; getId=emails/get; getPath=/emails/{email_id}; listId=emails/list; Credential=SecretKey
            text=subject; free=html; ByName=Text; converted=text; guid=message_id; uri=from
            enum=last_event; time=created_at; timeValue=\"2023-11-14T22:13:20Z\"; gone=bcc; Gone=Bcc; overlaid=cc
            Hidden=ShareEmailResponse; HiddenMethod=Share; ignoredId=emails/cancel; Ignored=CancelAsync; Filtered=Send
            tags=Emails; excluded=emails/send*
            """),
        [Models] = Of("""
            Type=OpenAIFile; Group=Files; Get=Retrieve; parameter=fileId; getId=retrieveFile; getPath=/files/{file_id}; listId=listFiles; Credential=ApiKeyAuth
            text=filename; free=status_details; ByName=ExpiresAt; converted=expires_at; guid=id; uri=status
            enum=purpose; time=bytes; timeValue=1700000000000; gone=object; Gone=Object; overlaid=created_at
            Hidden=DeleteFileResponse; HiddenMethod=Delete; ignoredId=createFile; Ignored=CreateAsync; Filtered=Download
            tags=Files; excluded=download*
            """),
    };

    private static readonly Dictionary<string, Lazy<(GeneratorRun Run, Dictionary<string, string?> Results)>> Runs =
        Words.Keys.ToDictionary(static path => path, static path => new Lazy<(GeneratorRun, Dictionary<string, string?>)>(() => Make(path)));

    /// <summary>Each feature, and what it gives; words in braces are the document's.</summary>
    private static readonly (string Feature, string? Expected)[] Features =
    [
        ("added member", "<t>"),
        ("added interface", "7"),
        ("added attribute", "attributed"),
        ("property by wire name, through a context", """{"text":"hi"}"""),
        ("property by name, through a converter", "ho \"HO\""),
        ("string as Guid", "0193b2f0-7000-7000-8000-000000000001 True"),
        ("string as Uri", "a.example \"https://a.example/b\""),
        ("string as an enum", "Best \"best-one\""),
        ("value as DateTimeOffset", "2023-11-14 {timeValue}"),
        ("member renamed", "t \"t\""),
        ("member left out", "True True"),
        ("type renamed", "False"),
        ("type hidden, with what mentions it", "False True"),
        ("group renamed", "False"),
        ("method replaced", "True"),
        ("method renamed", "True"),
        ("method left out", "False"),
        ("hook", "{getId} {getPath}"),
        ("hook of the client, asynchronous", "200"),
        ("identifiers", "True"),
        ("filter by tag", "ThingOperations"),
        ("filter by operation", "False"),
        ("filter of deprecated", "False"),
        ("overlay", "True"),
    ];

    /// <summary>The features.</summary>
    public static TheoryData<string> FeatureNames => [.. Features.Select(static feature => feature.Feature)];

    /// <summary>The features on each document of other vendors.</summary>
    public static TheoryData<string, string> OfOthers
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string path in (string[])[Mails, Models])
            {
                foreach ((string feature, _) in Features)
                {
                    cases.Add(path, feature);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void The_bundled_client_can_be_customised(string feature) => AssertFeature(Bundled, feature);

    [SharedTheory]
    [MemberData(nameof(OfOthers))]
    public void The_client_of_another_vendor_can_be_customised(string path, string feature) => AssertFeature(path, feature);

    // The two values of the enum are not all that the other documents know.
    [Fact]
    public void The_bundled_document_reports_only_its_filters() => AssertDiagnostics(Bundled);

    [SharedTheory]
    [InlineData(Mails)]
    [InlineData(Models)]
    public void Another_document_reports_only_its_filters(string path) => AssertDiagnostics(path);

    [Fact]
    public void The_users_documentation_replaces_the_emitted_one()
    {
        string? comment = Runs[Bundled].Value.Run.Compilation.GetTypeByMetadataName("Made.Thing")!.GetDocumentationCommentXml();
        Assert.Contains("<summary>Described here.</summary>", comment, StringComparison.Ordinal);
        Assert.Equal(2, comment!.Split("<summary>").Length);
    }

    [Fact]
    public async Task Unset_null_and_value_of_the_users_type_are_three_requests_of_the_bundled_client()
    {
        GeneratorInput input = GeneratorInput.Of(
            Text(Bundled), "clerk-backend.yaml", ("Namespace", "Made"), ("ClientName", "MadeClient"), ("IncludeOperations", "CreateOrganization;UpdateUserMetadata"));
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            LanguageVersion = LanguageVersion.Latest,
            Sources =
            [
                Source[..Source.IndexOf("/// <summary>Described", StringComparison.Ordinal)] + """
                public partial class UserMetadataRequest { [ApiProperty("public_metadata")] public Note? PublicMetadata { get; set; } }
                public partial class CreateOrganizationRequest { [ApiProperty("public_metadata")] public partial Note? PublicMetadata { get; set; } }
                public static class Use
                {
                    public static async Task<string> RunAsync()
                    {
                        var stub = new StubTransport();
                        stub.On("UpdateUserMetadata").ReturnsJson("{ \"id\": \"user_1\" }");
                        stub.On("CreateOrganization").ReturnsJson("{ \"id\": \"org_1\" }");
                        var client = new MadeClient(new MadeClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient());
                        await client.Users.UpdateMetadataAsync("user_1", new() { PublicMetadata = new("ho") });
                        await client.Organizations.CreateAsync(new() { Name = "A" });
                        await client.Organizations.CreateAsync(new() { Name = "A", PublicMetadata = null });
                        await client.Organizations.CreateAsync(new() { Name = "A", PublicMetadata = new("hu") });
                        return string.Join("\n", stub.Requests.Select(static request => request.Body));
                    }
                }

                """ + Source[Source.IndexOf("// The part that System.Text.Json's", StringComparison.Ordinal)..],
            ],
        });
        ShopDocument.AssertCompiles(run);
        Assert.Equal(
            """
            {"public_metadata":{"text":"ho"}}
            {"name":"A"}
            {"name":"A","public_metadata":null}
            {"name":"A","public_metadata":{"text":"hu"}}
            """,
            await (Task<string>)run.Load().GetType("Made.Use")!.GetMethod("RunAsync")!.Invoke(null, null)!);
    }

    [Fact]
    public void A_name_that_the_bundled_document_nearly_has_is_guessed()
    {
        GeneratorInput input = GeneratorInput.Of(
            Text(Bundled), "clerk-backend.yaml", ("Namespace", "Made"), ("ClientName", "MadeClient"), ("IncludeTags", "Usres;Users"), ("StrongIds", "true"));
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            Sources = ["using ClerkGen; namespace Made; [ApiIgnore(\"ban_user\")] public partial class UsersOperations; internal partial class UserId2; [ApiName(\"EmailAdress\")] partial class Mailbox;"],
        });
        Assert.Equal(
            [
                "CLERKGEN052 'Usres' in 'IncludeTags' matches nothing in the document; did you mean 'Users'?",
                "CLERKGEN070 The document has no 'ban_user' in 'UsersOperations'; did you mean 'BanUser'?",
                "CLERKGEN071 The document has no schema or type 'EmailAdress'; did you mean 'EmailAddress'?",
                "CLERKGEN074 No type 'UserId2' is emitted from the document; did you mean 'UserId'?",
            ],
            run.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}").Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void Documents_of_several_vendors_and_one_of_them_twice_leave_each_other_alone()
    {
        GeneratorInput[] inputs =
        [
            Input(Bundled, "Made.Clerk", "ClerkClient", "Users"),
            Input(Mails, "Made.Mails", "MailClient", "Emails"),
            Input(Mails, "Made.Domains", "DomainClient", "Domians;Domains"),
            Input(Models, "Made.Models", "ModelClient", "Files"),
        ];
        GeneratorRun run = GeneratorHarness.Run(inputs[0] with
        {
            Files = [.. inputs.Select(static (input, index) => input.Files[0] with { Path = $"{index}/{input.Files[0].Path}" })],
            Sources = ["namespace Made.Mails; partial class Email { public string Label => \"mail\"; }"],
        });
        ShopDocument.AssertCompiles(run);
        Assert.Equal(
            ["'Domians' in 'IncludeTags' matches nothing in the document; did you mean 'Domains'?"],
            run.Diagnostics.Where(static diagnostic => diagnostic.Id is "CLERKGEN052" or "CLERKGEN063" or "CLERKGEN070" or "CLERKGEN074").Select(static diagnostic => diagnostic.GetMessage()));
        Assert.Equal(
            ["Made.Clerk.UsersOperations", "Made.Domains.DomainsOperations", "Made.Mails.EmailsOperations", "Made.Models.FilesOperations"],
            run.Files.Keys.Where(static file => file.EndsWith("Operations.g.cs", StringComparison.Ordinal)).Select(static file => file[..^".g.cs".Length])
                .Where(static name => !name.Contains("Receiving", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        static GeneratorInput Input(string path, string space, string client, string tags) =>
            GeneratorInput.Of(Text(path), Path.GetFileName(path), ("Namespace", space), ("ClientName", client), ("IncludeTags", tags));
    }

    private static void AssertFeature(string path, string feature)
    {
        string? expected = Features.Single(entry => entry.Feature == feature).Expected;
        Assert.Equal(expected is null ? null : Fill(expected, Words[path]).Replace("\\\"", "\"", StringComparison.Ordinal), Runs[path].Value.Results[feature]);
    }

    private static void AssertDiagnostics(string path)
    {
        GeneratorRun run = Runs[path].Value.Run;
        Assert.DoesNotContain(
            run.Diagnostics, static diagnostic => diagnostic.Id.StartsWith("CLERKGEN07", StringComparison.Ordinal) && diagnostic.Id != "CLERKGEN076");
        Assert.Equal(path != Bundled, run.Diagnostics.Any(static diagnostic => diagnostic.Id == "CLERKGEN076"));
        Diagnostic kept = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id is "CLERKGEN052" or "CLERKGEN054" or "CLERKGEN014");
        Assert.Contains($"ExcludeOperations '{Words[path]["excluded"]}' matches ", kept.GetMessage(), StringComparison.Ordinal);
    }

    private static (GeneratorRun Run, Dictionary<string, string?> Results) Make(string path)
    {
        Dictionary<string, string> words = Words[path];
        GeneratorInput input = GeneratorInput.Of(
            Text(path),
            Path.GetFileName(path),
            ("Namespace", "Made"),
            ("ClientName", "MadeClient"),
            ("Overlay", "overlay.yaml"),
            ("IncludeTags", words["tags"]),
            ("ExcludeOperations", words["excluded"]),
            ("ExcludeDeprecated", "true"),
            ("StrongIds", "true"));
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            Sources = [Fill(Source, words)],
            LanguageVersion = LanguageVersion.Latest,
            Files = [.. input.Files, new GeneratorFile("overlay.yaml", Fill(Overlay, words), null)],
        });
        ShopDocument.AssertCompiles(run);
        var results = (Task<Dictionary<string, string?>>)run.Load().GetType("Made.Use")!.GetMethod("RunAsync")!.Invoke(null, null)!;
        return (run, results.GetAwaiter().GetResult());
    }

    private static string Text(string path) => File.ReadAllText(path == Bundled ? Path.Combine(Repository.Root, path) : SharedDocuments.Find(path)!);

    private static string Fill(string text, Dictionary<string, string> words) =>
        words.Aggregate(text, static (filled, word) => filled.Replace("{" + word.Key + "}", word.Value, StringComparison.Ordinal));

    private static Dictionary<string, string> Of(string words) => words.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => word.Split('=', 2))
        .ToDictionary(static word => word[0], static word => word[1]);
}
