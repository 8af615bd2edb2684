using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>Names of the environment variables that hold credentials: <c>SecretKey</c> of <c>ClerkClient</c> is <c>CLERK_SECRET_KEY</c>.</summary>
internal static class EnvironmentVariables
{
    private const string Client = "Client";

    /// <summary>The variable of an option.</summary>
    /// <param name="client">Identifier of the client.</param>
    /// <param name="option">Identifier of the option.</param>
    public static string NameOf(string client, string option)
    {
        bool isCalledClient = client.Length > Client.Length && client.EndsWith(Client, StringComparison.Ordinal);
        string stem = isCalledClient ? client.Substring(0, client.Length - Client.Length) : client;
        return string.Join("_", [.. SettledSpellings.Cut(stem), .. SettledSpellings.Cut(option)]).ToUpperInvariant();
    }
}
