using System.Reflection;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Customising;

/// <summary>Identifiers with types of their own: where it is certain what they identify, and nowhere else.</summary>
public sealed class StrongIdTests
{
    private const string Text = """
        openapi: 3.1.0
        info: { title: Clubs, version: '1' }
        servers: [{ url: https://clubs.example }]
        paths:
          /users/{user_id}:
            get: { operationId: getUser, tags: [users], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }, parameters: [{ $ref: '#/components/parameters/User' }] }
            delete: { operationId: deleteUser, tags: [users], responses: { '204': { description: gone } }, parameters: [{ $ref: '#/components/parameters/User' }] }
          /clubs/{id}:
            get: { operationId: getClub, tags: [clubs], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Club' } } } } }, parameters: [{ $ref: '#/components/parameters/Id' }] }
          /clubs/{id}/members/{user_id}:
            put: { operationId: addMember, tags: [clubs], responses: { '204': { description: ok } }, parameters: [{ $ref: '#/components/parameters/Id' }, { $ref: '#/components/parameters/User' }] }
          /clubs/{id}/invitations/{invitation_id}:
            get: { operationId: getClubInvitation, tags: [clubs], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/ClubInvitation' } } } } }, parameters: [{ $ref: '#/components/parameters/Id' }, { $ref: '#/components/parameters/Invitation' }] }
          /invitations/{invitation_id}/revoke:
            post: { operationId: revokeInvitation, tags: [invitations], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Invitation' } } } } }, parameters: [{ $ref: '#/components/parameters/Invitation' }] }
          /settings/{id}:
            delete: { operationId: deleteSetting, tags: [settings], responses: { '204': { description: gone } }, parameters: [{ $ref: '#/components/parameters/Id' }] }
          /tickets:
            post: { operationId: createTicket, tags: [tickets], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Ticket' } } } } } }
          /tickets/{ticket_id}/void:
            post: { operationId: voidTicket, tags: [tickets], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/VoidTicket' } } } } }, parameters: [{ name: ticket_id, in: path, required: true, schema: { type: string } }] }
          /passes/{pass_id}/void:
            post: { operationId: voidPass, tags: [passes], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/VoidPass' } } } } }, parameters: [{ name: pass_id, in: path, required: true, schema: { type: string } }] }
          /received/{mail_id}:
            get: { operationId: getReceived, tags: [received], responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }, parameters: [{ name: mail_id, in: path, required: true, schema: { type: string } }] }
          /mails/{mail_id}:
            get: { operationId: getMail, tags: [mails], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Mail' } } } } }, parameters: [{ name: mail_id, in: path, required: true, schema: { type: string } }] }
          /clients/{client_id}:
            get: { operationId: getClient, tags: [clients], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Client' } } } } }, parameters: [{ name: client_id, in: path, required: true, schema: { type: string } }] }
          /users:
            get:
              operationId: listUsers
              tags: [users]
              parameters:
                - { name: user_id, in: query, schema: { type: array, items: { type: string } } }
                - { name: clubId, in: query, schema: { type: string } }
                - { name: name_id, in: query, schema: { type: string } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/User' } } } } } }
        components:
          parameters:
            User: { name: user_id, in: path, required: true, schema: { type: string } }
            Id: { name: id, in: path, required: true, schema: { type: string } }
            Invitation: { name: invitation_id, in: path, required: true, schema: { type: string } }
          schemas:
            User:
              type: object
              required: [id]
              properties:
                id: { type: string }
                club_ids: { type: array, items: { type: string } }
                invited_by: { type: string, x-clerkgen-id: User }
                client_id: { type: string }
            Club:
              type: object
              required: [id, owner_user_id]
              properties:
                id: { type: string }
                user_id: { type: [string, 'null'] }
                owner_user_id: { type: string }
                invitation_id: { type: string }
                number_id: { type: integer }
            VipUser: { allOf: [{ $ref: '#/components/schemas/User' }], properties: { level: { type: integer } } }
            ClubInvitation: { type: object, properties: { id: { type: string }, club_id: { type: string, x-clerkgen-id: false } } }
            Invitation: { type: object, properties: { id: { type: string } } }
            Setting: { type: object, properties: { id: { type: string } } }
            Ticket: { type: object, properties: { id: { type: string } } }
            VoidTicket: { type: object, properties: { id: { type: string } } }
            VoidPass: { type: object, properties: { id: { type: string } } }
            Mail: { type: object, properties: { id: { type: string }, mail_id: { type: string } } }
            Client: { type: object, properties: { id: { type: string } } }
        """;

    private static readonly Lazy<GeneratorRun> Shared = new(() => Run());

    [Theory]
    [InlineData("User", "Id", "UserId")]
    [InlineData("VipUser", "Id", "UserId")]
    [InlineData("User", "InvitedBy", "UserId?")]
    [InlineData("Club", "Id", "ClubId")]
    [InlineData("Club", "UserId", "UserId?")]
    [InlineData("ClubInvitation", "Id", "ClubInvitationId?")]
    [InlineData("Invitation", "Id", "InvitationId?")]
    [InlineData("Client", "Id", "ClientId?")]
    [InlineData("Mail", "Id", "MailId?")]
    [InlineData("Ticket", "Id", "TicketId?")]
    [InlineData("ListUsersParameters", "ClubId", "ClubId?")]
    [InlineData("ListUsersParameters", "UserId", "IReadOnlyList<UserId>")]
    [InlineData("User", "ClubIds", "IReadOnlyList<ClubId>")]
    public void Certain_identifiers_have_their_type(string type, string property, string expected) => Assert.Equal(expected, TypeOf(type, property));

    [Theory]
    [InlineData("Club", "OwnerUserId", "String")]
    [InlineData("Club", "InvitationId", "String")]
    [InlineData("Club", "NumberId", "Int64?")]
    [InlineData("User", "ClientId", "String")]
    [InlineData("ClubInvitation", "ClubId", "String")]
    [InlineData("Setting", "Id", "String")]
    [InlineData("Mail", "MailId", "String")]
    [InlineData("VoidTicket", "Id", "String")]
    [InlineData("VoidPass", "Id", "String")]
    [InlineData("ListUsersParameters", "NameId", "String")]
    public void Uncertain_identifiers_keep_their_type(string type, string property, string expected) => Assert.Equal(expected, TypeOf(type, property));

    [Theory]
    [InlineData("UsersOperations", "DeleteAsync", "UserId")]
    [InlineData("ClubsOperations", "AddMemberAsync", "ClubId,UserId")]
    [InlineData("ClubsOperations", "GetInvitationAsync", "ClubId,ClubInvitationId")]
    [InlineData("InvitationsOperations", "RevokeAsync", "InvitationId")]
    [InlineData("ClientsOperations", "GetAsync", "ClientId")]
    [InlineData("SettingsOperations", "DeleteAsync", "String")]
    [InlineData("MailsOperations", "GetAsync", "MailId")]
    [InlineData("TicketsOperations", "VoidAsync", "TicketId")]
    [InlineData("PassesOperations", "VoidAsync", "String")]
    [InlineData("ReceivedOperations", "GetAsync", "String")]
    public void Path_parameters_identify_the_resource_of_the_path(string group, string method, string expected) => Assert.Equal(
        expected,
        string.Join(",", Type(group).GetMethod(method)!.GetParameters().SkipLast(2).Select(parameter => parameter.ParameterType.Name)));

    [Fact]
    public async Task Identifiers_compare_convert_and_travel_as_strings()
    {
        GeneratorRun run = Run("""
            using System;
            using System.Linq;
            using System.Text.Json;
            using System.Threading.Tasks;
            using ClerkGen;
            namespace Clubs;
            public static class Use
            {
                public static async Task<string> RunAsync()
                {
                    var stub = new StubTransport();
                    stub.On("getUser").ReturnsJson("{ \"id\": \"u_1\", \"club_ids\": [\"c\"] }");
                    stub.On("listUsers").ReturnsJson("[]");
                    var client = new ClubsClient(new ClubsClientOptions(), stub.CreateHttpClient());
                    User user = await client.Users.GetAsync("u_1");
                    UserId same = "u_1";
                    Check(user.Id == same && user.Id.Equals((object)same) && user.Id.GetHashCode() == same.GetHashCode() && user.Id != "U_1");
                    Check((string)same == "u_1" && same.ToString() == "u_1" && same.Value == "u_1" && UserId.Parse("x") == "x");
                    Check(UserId.TryParse("x", null, out UserId parsed) && parsed == "x" && !UserId.TryParse("", null, out _) && !UserId.TryParse(null, null, out _));
                    Check(default(UserId).Value == "" && default(UserId).ToString() == "");
                    await client.Users.ListAsync(new() { UserId = [user.Id, "u_2"], ClubId = user.ClubIds![0] });
                    int refused = 0;
                    try { await client.Users.GetAsync(default); } catch (ArgumentException e) when (e.ParamName == "userId") { refused++; }
                    try { await client.Users.GetAsync(""); } catch (ArgumentException) { refused++; }
                    try { await client.Users.GetAsync((string)null!); } catch (ArgumentNullException) { refused++; }
                    Check(refused == 3);
                    string json = JsonSerializer.Serialize(user);
                    Check(JsonSerializer.Deserialize<UserId>("\"a\"") == "a");
                    return stub.Requests[1].Path + "?" + string.Join("&", stub.Requests[1].Query.Select(pair => pair.Key + "=" + pair.Value)) + " " + json;
                }

                private static void Check(bool condition) { if (!condition) throw new InvalidOperationException(); }
            }
            """);
        Task<string> ran = (Task<string>)run.Load().GetType("Clubs.Use")!.GetMethod("RunAsync")!.Invoke(null, null)!;
        Assert.Equal("""/users?user_id=u_1&user_id=u_2&clubId=c {"id":"u_1","club_ids":["c"]}""", await ran);
    }

    [Theory]
    [InlineData("Clubs.UserId id = default(Clubs.ClubId);")]
    [InlineData("string text = default(Clubs.UserId);")]
    public void Identifiers_convert_neither_to_strings_nor_to_each_other(string statement)
    {
        GeneratorRun run = GeneratorHarness.Run(Input($"class C {{ static void M() {{ {statement} }} }}"));
        Assert.Contains(run.CompilerDiagnostics, diagnostic => diagnostic.Id is "CS0029" or "CS0266");
    }

    [Fact]
    public void An_identifier_can_be_customised_like_any_type()
    {
        GeneratorRun run = Run("""
            namespace Clubs;
            /// <summary>Ours.</summary>
            public readonly partial struct UserId { public bool IsTest => Value.StartsWith("test_", System.StringComparison.Ordinal); }
            [ClerkGen.ApiName("ClubId")] public readonly partial struct ClubKey;
            internal partial struct InvitationId;
            public partial class Club { [ClerkGen.ApiProperty("id")] public required string Id { get; set; } }
            """);
        Assert.NotNull(run.Load().GetType("Clubs.UserId")!.GetProperty("IsTest"));
        Assert.DoesNotContain("Identifies one User.", run.Files["Clubs.UserId.g.cs"], StringComparison.Ordinal);
        Assert.NotNull(run.Load().GetType("Clubs.ClubKey"));
        Assert.False(run.Load().GetType("Clubs.InvitationId")!.IsVisible);
        Assert.Equal(typeof(string), run.Load().GetType("Clubs.Club")!.GetProperty("Id")!.PropertyType);
    }

    [Fact]
    public void Each_type_of_identifiers_is_emitted_once_and_none_without_the_option()
    {
        Assert.Equal(
            ["Clubs.ClientId.g.cs", "Clubs.ClubId.g.cs", "Clubs.ClubInvitationId.g.cs", "Clubs.InvitationId.g.cs", "Clubs.MailId.g.cs", "Clubs.TicketId.g.cs", "Clubs.UserId.g.cs"],
            Shared.Value.Files.Keys.Where(file => file.EndsWith("Id.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        GeneratorRun without = GeneratorHarness.Run(GeneratorInput.Of(Text, "clubs.yaml"));
        Assert.DoesNotContain(without.Files.Keys, file => file.EndsWith("Id.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_named_like_an_identifier_keeps_its_name()
    {
        GeneratorRun run = GeneratorHarness.Run(Input() with
        {
            Files = [Input().Files[0] with { Text = Text + "\n    UserId: { type: object, properties: { value: { type: integer } } }\n" }],
        });
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("sealed partial class UserId", run.Files["Clubs.UserId.g.cs"], StringComparison.Ordinal);
        Assert.Contains("readonly partial struct UserIdentifier", run.Files["Clubs.UserIdentifier.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_without_a_target_is_reported()
    {
        GeneratorRun run = GeneratorHarness.Run(Input() with
        {
            Files = [Input().Files[0] with { Text = Text.Replace("x-clerkgen-id: User ", "x-clerkgen-id: Usr ", StringComparison.Ordinal) }],
        });
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN053", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("'x-clerkgen-id' has no effect: it is neither false nor the key of a schema under components; did you mean 'User'?", diagnostic.GetMessage());
        Assert.Equal(Text.Split('\n').ToList().FindIndex(line => line.Contains("invited_by", StringComparison.Ordinal)), diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    private static GeneratorInput Input(params string[] sources) =>
        GeneratorInput.Of(Text, "clubs.yaml", ("Namespace", "Clubs"), ("ClientName", "ClubsClient"), ("StrongIds", "true")) with { Sources = sources };

    private static GeneratorRun Run(params string[] sources)
    {
        GeneratorRun run = GeneratorHarness.Run(Input(sources));
        ShopDocument.AssertCompiles(run);
        Assert.Empty(run.Diagnostics);
        return run;
    }

    private static Type Type(string name) => Shared.Value.Load().GetType("Clubs." + name, throwOnError: true)!;

    private static string TypeOf(string type, string property)
    {
        PropertyInfo found = Type(type).GetProperty(property)!;
        Type value = found.PropertyType;
        return Nullable.GetUnderlyingType(value) is { } inner ? inner.Name + "?"
            : value.IsGenericType ? $"IReadOnlyList<{value.GetGenericArguments()[0].Name}>" : value.Name;
    }
}
