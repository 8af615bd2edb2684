using System.Text;

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
        string name = (isCalledClient ? client.Substring(0, client.Length - Client.Length) : client) + "_" + option;
        StringBuilder words = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            words.Append(begins ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return words.ToString();
    }
}
