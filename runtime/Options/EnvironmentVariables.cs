using System.Text;

namespace ClerkGen.Options;

/// <summary>Names of the environment variables that hold credentials: <c>ClerkClientOptions.SecretKey</c> is <c>CLERK_SECRET_KEY</c>.</summary>
internal static class EnvironmentVariables
{
    private const string Options = "Options";
    private const string Client = "Client";

    /// <summary>The variable of an option.</summary>
    /// <param name="type">Name of the options' type.</param>
    /// <param name="option">Name of the option.</param>
    internal static string NameOf(string type, string option) => Words(Without(Without(type, Options), Client) + "_" + option);

    private static string Without(string name, string end) =>
        name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;

    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            words.Append(begins ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return words.ToString();
    }
}
