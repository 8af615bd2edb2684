using Clerk.Backend;

// With a key in the environment this calls Clerk for the user in the arguments; else a stub of the transport responds.
ClerkClient clerk = Environment.GetEnvironmentVariable("CLERK_SECRET_KEY") is { Length: > 0 } secretKey
    ? new ClerkClient(secretKey)
    : new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_native" }, Stub.CreateHttpClient());

User user = await clerk.Users.GetAsync(args is [string id] ? id : "user_1");
Console.WriteLine($"{user.FirstName} {user.LastName} is on plan {user.PublicMetadata?.Plan ?? "unknown"} with {user.PublicMetadata?.Seats ?? 0} seats.");
