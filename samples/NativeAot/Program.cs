using Clerk.Backend;

// With a key in the environment this asks Clerk for the user that is named on the command line; without one, a stub of the transport answers.
ClerkClient clerk = Environment.GetEnvironmentVariable("CLERK_SECRET_KEY") is { Length: > 0 } secretKey
    ? new ClerkClient(secretKey)
    : new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_native" }, Stub.CreateHttpClient());

User user = await clerk.Users.GetAsync(args is [string id] ? id : "user_1");
Console.WriteLine($"{user.FirstName} {user.LastName} is on plan {user.PublicMetadata?.Plan ?? "unknown"} with {user.PublicMetadata?.Seats ?? 0} seats.");
