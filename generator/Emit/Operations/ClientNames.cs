using ClerkGen.Generator.Emit.Text;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Names that follow from the client's; translation keeps them free.</summary>
internal static class ClientNames
{
    public static CSharpText Options(string clientName) => CSharpText.Identifier("", clientName, "Options");

    /// <summary>The class with the security schemes, inside the client.</summary>
    public static readonly CSharpText NestedSchemes = CSharpText.Of($"SecuritySchemes");

    /// <summary>The class with the tables of documented errors, inside the client.</summary>
    public static readonly CSharpText NestedErrors = CSharpText.Of($"ErrorTables");

    /// <summary>The field with one scheme.</summary>
    public static CSharpText Scheme(string clientName, int index) =>
        CSharpText.Of($"{CSharpText.Identifier(clientName)}.{NestedSchemes}.Scheme{index}");

    /// <summary>The class with the tables of documented errors.</summary>
    public static CSharpText Errors(string clientName) => CSharpText.Of($"{CSharpText.Identifier(clientName)}.{NestedErrors}");

    public static CSharpText OpenApiExtensions(string clientName) => CSharpText.Identifier("", clientName, "OpenApiExtensions");

    public static CSharpText ServiceCollectionExtensions(string clientName) =>
        CSharpText.Identifier("", clientName, "ServiceCollectionExtensions");
}
