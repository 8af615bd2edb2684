using Acme.Accounts;
using Acme.Parcels;
using Acme.Teams;

// One stub responds to all three. Each client has the types of its own document that its filter includes.
var stub = new StubTransport();
stub.On("GetUsersCount").ReturnsJson("""{ "object": "total_count", "total_count": 42 }""");
stub.On("ListOrganizations").ReturnsJson("""{ "data": [], "total_count": 0 }""");
stub.On("getParcel").ReturnsJson("""{ "number": "p1", "place": "on its way" }""");

var accounts = new AccountsClient(new AccountsClientOptions { SecretKey = "sk_test_accounts" }, stub.CreateHttpClient());
var teams = new TeamsClient(new TeamsClientOptions { SecretKey = "sk_test_teams" }, stub.CreateHttpClient());
var parcels = new ParcelsClient(new ParcelsClientOptions(), stub.CreateHttpClient());

Console.WriteLine($"{(await accounts.Users.CountAsync()).Count} users, {(await teams.Organizations.ListAsync()).TotalCount} teams");
Console.WriteLine($"Parcel p1 is {(await parcels.Parcels.GetAsync("p1")).Place}");
foreach (Type client in (Type[])[typeof(AccountsClient), typeof(TeamsClient), typeof(ParcelsClient)])
{
    int types = client.Assembly.GetTypes().Count(type => type.Namespace == client.Namespace && !type.IsNested);
    Console.WriteLine($"{client.FullName}: {types} types, {(client.IsPublic ? "public" : "internal")}");
}
