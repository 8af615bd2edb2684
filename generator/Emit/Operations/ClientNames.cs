using ClerkGen.Generator.Emit.Text;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Names that follow from the client's; translation keeps them free.</summary>
internal static class ClientNames
{
    public static CSharpText Options(string clientName) => CSharpText.Identifier("", clientName, "Options");

    /// <summary>The environment variable of a credential: <c>CLERK_SECRET_KEY</c>. The runtime forms it by the same rule.</summary>
    public static CSharpText EnvironmentVariable(string clientName, string option)
    {
        const string Client = "Client";
        string stem = clientName.Length > Client.Length && clientName.EndsWith(Client, StringComparison.Ordinal)
            ? clientName.Substring(0, clientName.Length - Client.Length)
            : clientName;
        string name = stem + "_" + option;
        System.Text.StringBuilder words = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            words.Append(begins ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return CSharpText.DocCode(words.ToString());
    }

    /// <summary>The class with the security schemes, inside the client.</summary>
    public static readonly CSharpText NestedSchemes = CSharpText.Template("SecuritySchemes");

    /// <summary>The class with the tables of documented errors, inside the client.</summary>
    public static readonly CSharpText NestedErrors = CSharpText.Template("ErrorTables");

    /// <summary>The field with one scheme.</summary>
    public static CSharpText Scheme(string clientName, int index) =>
        CSharpText.Identifier(clientName) + CSharpText.Template(".") + NestedSchemes + CSharpText.Template(".Scheme") + CSharpText.Number(index);

    /// <summary>The class with the tables of documented errors.</summary>
    public static CSharpText Errors(string clientName) => CSharpText.Identifier(clientName) + CSharpText.Template(".") + NestedErrors;

    public static CSharpText ServiceCollectionExtensions(string clientName) =>
        CSharpText.Identifier("", clientName, "ServiceCollectionExtensions");
}
