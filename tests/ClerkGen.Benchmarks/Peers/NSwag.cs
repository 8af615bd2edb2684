using System.Net.Http.Headers;
using System.Text.Json;
using Peer;

// What is compared, over the client that NSwag makes.
internal sealed class Work
{
    private readonly string _folder;
    private readonly Client _client;
    private object? _kept;

    public Work(string folder, string address)
    {
        _folder = folder;
        HttpClient http = new();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_benchmark");
        _client = new Client(http) { BaseUrl = address };
    }

    public Action Action(string name)
    {
        if (name == "write")
        {
            CreateUserRequest request = Request();
            return () => _kept = JsonSerializer.SerializeToUtf8Bytes(request, _client.Settings);
        }

        byte[] body = File.ReadAllBytes(Path.Combine(_folder, name + ".json"));
        return name switch
        {
            "invitation" => () => _kept = JsonSerializer.Deserialize<OrganizationInvitation>(body, _client.Settings),
            "errors" => () => _kept = JsonSerializer.Deserialize<ClerkErrors>(body, _client.Settings),
            _ => () => _kept = JsonSerializer.Deserialize<ICollection<User>>(body, _client.Settings),
        };
    }

    public Func<Task> Call(string name) => name == "invitation"
        ? async () => _kept = await _client.GetOrganizationInvitationAsync("org_1", "inv_1")
        : async () => _kept = await _client.GetUserListAsync(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 100, null, null, null);

    private static CreateUserRequest Request() => new()
    {
        External_id = "ext_1",
        First_name = "Ada",
        Last_name = "Lovelace",
        Email_address = ["ada@example.com"],
        Phone_number = ["+15555550100"],
        Username = "ada",
        Password = "correct horse battery staple",
        Skip_password_checks = true,
        Public_metadata = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["plan"] = "pro", ["seats"] = 5 }),
        Delete_self_enabled = false,
        Create_organizations_limit = 3,
    };

    private sealed class Client(HttpClient http) : PeerClient(http)
    {
        public JsonSerializerOptions Settings => JsonSerializerSettings;
    }
}
