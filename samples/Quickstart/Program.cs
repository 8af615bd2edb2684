using Clerk.Backend;
using ClerkGen.Samples;

// With a key in the environment this calls Clerk and only reads; else it calls a fake of Clerk's API in this process.
if (Environment.GetEnvironmentVariable("CLERK_SECRET_KEY") is { Length: > 0 } secretKey)
{
    await LookAround.RunAsync(new ClerkClient(secretKey));
    return;
}

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_quickstart");
Console.WriteLine($"A fake of Clerk's API listens on {server.BaseAddress}\n");

await InvitationStory.RunAsync(new ClerkClient(new ClerkClientOptions
{
    SecretKey = "sk_test_quickstart",
    BaseAddress = server.BaseAddress,
}));
