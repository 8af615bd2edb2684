using System.Text.Json;

namespace ClerkGen.Benchmarks.Limits;

/// <summary>The request that is written.</summary>
internal static class Example
{
    public static CreateUserRequest CreateUser() => new()
    {
        ExternalId = "ext_1",
        FirstName = "Ada",
        LastName = "Lovelace",
        EmailAddress = ["ada@example.com"],
        PhoneNumber = ["+15555550100"],
        Username = "ada",
        Password = "correct horse battery staple",
        SkipPasswordChecks = true,
        PublicMetadata = JsonElement.Parse("""{"plan":"pro","seats":5}"""),
        DeleteSelfEnabled = false,
        CreateOrganizationsLimit = 3,
    };
}
