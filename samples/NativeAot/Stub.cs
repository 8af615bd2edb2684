using ClerkGen;

/// <summary>Answers in Clerk's place, so that the program runs without an account.</summary>
internal static class Stub
{
    /// <summary>The transport that a client is given.</summary>
    public static HttpClient CreateHttpClient()
    {
        var stub = new StubTransport();
        stub.On("GetUser").ReturnsJson("""
            { "id": "user_1", "object": "user", "first_name": "Ada", "last_name": "Lovelace", "public_metadata": { "plan": "pro", "seats": 12 } }
            """);
        return stub.CreateHttpClient();
    }
}
