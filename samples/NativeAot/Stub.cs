/// <summary>Responds instead of Clerk, so the program runs without an account.</summary>
internal static class Stub
{
    /// <summary>Creates the client's transport.</summary>
    public static HttpClient CreateHttpClient()
    {
        var stub = new StubTransport();
        stub.On("GetUser").ReturnsJson("""
            { "id": "user_1", "object": "user", "first_name": "Ada", "last_name": "Lovelace", "public_metadata": { "plan": "pro", "seats": 12 } }
            """);
        return stub.CreateHttpClient();
    }
}
