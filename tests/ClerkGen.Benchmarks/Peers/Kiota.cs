using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using Peer;
using Peer.Models;

// What is compared, over the client that Kiota makes.
internal sealed class Work
{
    private static readonly JsonParseNodeFactory Readers = new();
    private static readonly JsonSerializationWriterFactory Writers = new();

    private readonly string _folder;
    private readonly PeerClient _client;
    private object? _kept;

    public Work(string folder, string address)
    {
        _folder = folder;
        _client = new PeerClient(new HttpClientRequestAdapter(new SecretKey()) { BaseUrl = address });
    }

    public Action Action(string name)
    {
        if (name == "write")
        {
            CreateUserRequest request = Request();
            return () =>
            {
                using ISerializationWriter writer = Writers.GetSerializationWriter("application/json");
                writer.WriteObjectValue(null, request);
                using Stream written = writer.GetSerializedContent();
            };
        }

        byte[] body = File.ReadAllBytes(Path.Combine(_folder, name + ".json"));
        return name switch
        {
            "invitation" => () => _kept = Root(body).GetObjectValue(OrganizationInvitation.CreateFromDiscriminatorValue),
            "errors" => () => _kept = Root(body).GetObjectValue(ClerkErrors.CreateFromDiscriminatorValue),
            _ => () => _kept = Root(body).GetCollectionOfObjectValues(User.CreateFromDiscriminatorValue).ToList(),
        };
    }

    public Func<Task> Call(string name) => name == "invitation"
        ? async () => _kept = await _client.Organizations["org_1"].Invitations["inv_1"].GetAsync()
        : async () => _kept = await _client.Users.GetAsync(static request => request.QueryParameters.Limit = 100);

    private static IParseNode Root(byte[] body) => Readers.GetRootParseNodeAsync("application/json", new MemoryStream(body)).GetAwaiter().GetResult();

    private static CreateUserRequest Request() => new()
    {
        ExternalId = "ext_1",
        FirstName = "Ada",
        LastName = "Lovelace",
        EmailAddress = ["ada@example.com"],
        PhoneNumber = ["+15555550100"],
        Username = "ada",
        Password = "correct horse battery staple",
        SkipPasswordChecks = true,
        PublicMetadata = new() { AdditionalData = new Dictionary<string, object> { ["plan"] = "pro", ["seats"] = 5 } },
        DeleteSelfEnabled = false,
        CreateOrganizationsLimit = 3,
    };

    // Kiota's own provider of keys refuses http, also on loopback.
    private sealed class SecretKey : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(
            RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            request.Headers.Add("Authorization", "Bearer sk_test_benchmark");
            return Task.CompletedTask;
        }
    }
}
