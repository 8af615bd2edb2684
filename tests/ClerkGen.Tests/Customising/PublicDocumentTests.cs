using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Customising;

/// <summary>Every way of customising, on the bundled document and on two of other vendors.</summary>
public sealed class PublicDocumentTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using System.Threading;
        using System.Threading.Tasks;
        using ClerkGen;
        namespace Made;

        """;

    // What System.Text.Json's generator would add to a context is written by hand, as only our generator runs here.
    private const string Notes = """

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
        """;

    [Fact]
    public async Task The_bundled_document_is_made_ones_own()
    {
        const string overlay = """
            overlay: 1.0.0
            info: { title: Ours, version: '1' }
            actions:
              - target: $.components.schemas.Organization.properties.slug
                update: { x-clerkgen-name: handle }
            """;
        string document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "specs/clerk-backend.yaml"));
        GeneratorRun run = Run(document, "clerk-backend.yaml", overlay, [("IncludeTags", "Users;Organizations"), ("StrongIds", "true"), ("ExcludeDeprecated", "true")], Usings + """
            public partial class User
            {
                public string DisplayName => $"{FirstName} {LastName}".Trim();
                [ApiProperty("public_metadata")] public required partial Note? PublicMetadata { get; set; }
                [ApiProperty("created_at")] public required DateTimeOffset CreatedAt { get; set; }
            }

            public partial class UserMetadataRequest { [ApiProperty("public_metadata")] public Note? PublicMetadata { get; set; } }
            public partial class CreateOrganizationRequest { [ApiProperty("public_metadata")] public partial Note? PublicMetadata { get; set; } }
            [ApiName("Organization")] public partial class Company;
            [ApiIgnore("ban_user"), ApiIgnore("BanUser")] public partial class UsersOperations
            {
                public List<string> Seen { get; } = [];

                public virtual Task<User> GetAsync(UserId userId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
                    GetCoreAsync(userId.Value.Trim(), options, cancellationToken);

                partial void OnSending(ApiCallContext call, HttpRequestMessage request) => Seen.Add(call.OperationId + " " + call.PathTemplate);
            }

            internal partial class UserId2;

            public static class Use
            {
                public static async Task<string> RunAsync()
                {
                    var stub = new StubTransport();
                    stub.On("GetUser").ReturnsJson("{ \"id\": \"user_1\", \"first_name\": \"Ada\", \"last_name\": null, \"created_at\": 1700000000000, \"public_metadata\": { \"text\": \"hi\" } }");
                    stub.On("UpdateUserMetadata").ReturnsJson("{ \"id\": \"user_1\" }");
                    stub.On("CreateOrganization").ReturnsJson("{ \"id\": \"org_1\" }");
                    var client = new MadeClient(new MadeClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient());
                    User user = await client.Users.GetAsync(" user_1 ");
                    await client.Users.UpdateMetadataAsync(user.Id, new() { PublicMetadata = new("ho") });
                    await client.Organizations.CreateAsync(new() { Name = "A" });
                    await client.Organizations.CreateAsync(new() { Name = "A", PublicMetadata = null });
                    await client.Organizations.CreateAsync(new() { Name = "A", PublicMetadata = new("hu") });
                    return string.Join("\n", [
                        $"{user.DisplayName} {user.CreatedAt:yyyy} {user.PublicMetadata?.Text}",
                        stub.Requests[0].Path, stub.Requests[1].Body, stub.Requests[2].Body, stub.Requests[3].Body, stub.Requests[4].Body,
                        client.Users.Seen[0], nameof(Company.Handle)]);
                }
            }
            """ + Notes);
        Assert.Equal(
            ["CLERKGEN054", "CLERKGEN070", "CLERKGEN074"],
            run.Diagnostics.Select(diagnostic => diagnostic.Id).Where(id => id is not ("CLERKGEN023" or "CLERKGEN024" or "CLERKGEN029")).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("The document has no 'ban_user' in 'UsersOperations'; did you mean 'BanUser'?", run.Diagnostics.Single(diagnostic => diagnostic.Id == "CLERKGEN070").GetMessage());
        Assert.Equal("No type 'UserId2' is emitted from the document; did you mean 'UserId'?", run.Diagnostics.Single(diagnostic => diagnostic.Id == "CLERKGEN074").GetMessage());
        Assert.DoesNotContain("Made.Organization.g.cs", run.Files.Keys);
        Assert.DoesNotContain(" BanAsync(", run.Files["Made.UsersOperations.g.cs"], StringComparison.Ordinal);
        Assert.Equal(
            """
            Ada 2023 hi
            /v1/users/user_1
            {"public_metadata":{"text":"ho"}}
            {"name":"A"}
            {"name":"A","public_metadata":null}
            {"name":"A","public_metadata":{"text":"hu"}}
            GetUser /users/{user_id}
            Handle
            """,
            await CallAsync(run));
    }

    [SharedFact]
    public async Task A_document_of_a_mail_service_is_made_ones_own()
    {
        const string overlay = """
            overlay: 1.0.0
            info: { title: Ours, version: '1' }
            actions:
              - target: $.components.schemas.Email.properties.subject
                update: { x-clerkgen-name: title }
            """;
        GeneratorRun run = Run(Shared("corpus/resend-api.yaml"), "resend-api.yaml", overlay, [("IncludeOperations", "emails/*"), ("StrongIds", "true")], Usings + """
            [ApiName("Email")] public partial class Mail
            {
                [ApiProperty("html")] public Note? Html { get; set; }
                public bool IsFor(string address) => To is { } to && string.Join(",", to).Contains(address);
            }

            [ApiIgnore("emails/cancel")] public partial class EmailsOperations
            {
                public int Count { get; private set; }
                partial void OnReceived(ApiCallContext call, HttpResponseMessage response) => Count++;
            }

            internal static class Use
            {
                public static async Task<string> RunAsync()
                {
                    var stub = new StubTransport();
                    stub.On("emails/get").ReturnsJson("{ \"id\": \"e\", \"to\": [\"a@b.example\"], \"subject\": \"s\", \"html\": { \"text\": \"t\" } }");
                    var client = new MadeClient(new MadeClientOptions { SecretKey = "re_1" }, stub.CreateHttpClient());
                    Mail mail = await client.Emails.GetAsync("e");
                    MailId? id = mail.Id;
                    return $"{id} {mail.Title} {mail.Html?.Text} {mail.IsFor("a@b.example")} {client.Emails.Count}";
                }
            }
            """ + Notes);
        Assert.Contains("IncludeOperations 'emails/*' matches", run.Diagnostics.Single(diagnostic => diagnostic.Id == "CLERKGEN054").GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("CLERKGEN07", StringComparison.Ordinal));
        Assert.DoesNotContain("CancelAsync", run.Files["Made.EmailsOperations.g.cs"], StringComparison.Ordinal);

        // Only strings have types of their own; here the ids of received mails are UUIDs.
        Assert.Contains("(NET::Guid emailId,", run.Files["Made.ReceivingEmailsOperations.g.cs"], StringComparison.Ordinal);
        Assert.Equal("e s t True 1", await CallAsync(run));
    }

    [SharedFact]
    public async Task A_document_of_pets_is_made_ones_own()
    {
        GeneratorRun run = Run(Shared("corpus/swiftgen-petstore.yaml"), "swiftgen-petstore.yaml", null, [("ExcludeOperations", "*avatar*")], Usings + """
            public partial class Pet
            {
                [ApiProperty("genome")] public Note? Genome { get; set; }
                public string Label => $"{Name}#{Id}";
            }

            public partial class MadeClient
            {
                public string? Last { get; private set; }
                partial void OnSending(ApiCallContext call, HttpRequestMessage request) => Last = call.PathTemplate;
            }

            internal static class Use
            {
                public static async Task<string> RunAsync()
                {
                    await Task.CompletedTask;
                    Pet pet = JsonSerializer.Deserialize<Pet>("{ \"id\": 1, \"name\": \"Rex\", \"genome\": { \"text\": \"ACGT\" } }")!;
                    return $"{pet.Label} {pet.Genome?.Text}";
                }
            }
            """ + Notes);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("CLERKGEN07", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Files.Values, static file => file.Contains("/avatar", StringComparison.Ordinal));
        Assert.Equal("Rex#1 ACGT", await CallAsync(run));
    }

    [SharedFact]
    public void Filters_of_one_document_under_two_names_leave_each_other_alone()
    {
        GeneratorInput one = GeneratorInput.Of(Shared("corpus/resend-api.yaml"), "resend-api.yaml", ("Namespace", "Made.Mails"), ("ClientName", "MailClient"), ("IncludeTags", "Emails"));
        GeneratorInput two = GeneratorInput.Of(Shared("corpus/resend-api.yaml"), "resend-api.2.yaml", ("Namespace", "Made.Domains"), ("ClientName", "DomainClient"), ("IncludeTags", "Domians;Domains"));
        GeneratorRun run = GeneratorHarness.Run(one with { Files = [.. one.Files, .. two.Files] });
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("'Domians' in 'IncludeTags' matches nothing in the document; did you mean 'Domains'?", run.Diagnostics.Single(diagnostic => diagnostic.Id == "CLERKGEN052").GetMessage());
        Assert.Contains("Made.Mails.EmailsOperations.g.cs", run.Files.Keys);
        Assert.DoesNotContain("Made.Domains.EmailsOperations.g.cs", run.Files.Keys);
        Assert.Contains("Made.Domains.DomainsOperations.g.cs", run.Files.Keys);
    }

    private static string Shared(string path) => File.ReadAllText(SharedDocuments.Find(path)!);

    private static GeneratorRun Run(string document, string path, string? overlay, (string, string)[] metadata, string source)
    {
        GeneratorInput input = GeneratorInput.Of(
            document,
            path,
            [("Namespace", "Made"), ("ClientName", "MadeClient"), .. overlay is null ? [] : new[] { ("Overlay", "overlay.yaml") }, .. metadata]);
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            Sources = [source],
            LanguageVersion = LanguageVersion.Latest,
            Files = [.. input.Files, .. overlay is null ? [] : new[] { new GeneratorFile("overlay.yaml", overlay, null) }],
        });
        ShopDocument.AssertCompiles(run);
        return run;
    }

    private static Task<string> CallAsync(GeneratorRun run) => (Task<string>)run.Load().GetType("Made.Use")!.GetMethod("RunAsync")!.Invoke(null, null)!;
}
