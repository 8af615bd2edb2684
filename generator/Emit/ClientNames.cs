namespace ClerkGen.Generator.Emit;

/// <summary>Names that follow from the client's; translation keeps them free.</summary>
internal static class ClientNames
{
    public static CSharpText Options(string clientName) => CSharpText.Identifier("", clientName, "Options");

    public static CSharpText Schemes(string clientName) => CSharpText.Identifier("", clientName, "Schemes");

    /// <summary>The field with one scheme.</summary>
    public static CSharpText Scheme(string clientName, int index) =>
        Schemes(clientName) + CSharpText.Template(".Scheme") + CSharpText.Number(index);

    public static CSharpText Errors(string clientName) => CSharpText.Identifier("", clientName, "Errors");

    public static CSharpText ServiceCollectionExtensions(string clientName) =>
        CSharpText.Identifier("", clientName, "ServiceCollectionExtensions");
}
