using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Attributes that users put on parts of emitted types, and readers of their arguments.</summary>
internal static class UserAttributes
{
    public const string Property = "ClerkGen.ApiPropertyAttribute";
    public const string Name = "ClerkGen.ApiNameAttribute";
    public const string Ignore = "ClerkGen.ApiIgnoreAttribute";
    public const string Converter = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string Serializable = "System.Text.Json.Serialization.JsonSerializableAttribute";

    private const string JsonEnumName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    private const string EnumName = "System.Runtime.Serialization.EnumMemberAttribute";

    /// <summary>The first attribute of a class, or null.</summary>
    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (Is(data, attribute))
            {
                return data;
            }
        }

        return null;
    }

    public static bool Is(AttributeData data, string attribute) => data.AttributeClass?.ToDisplayString() == attribute;

    /// <summary>A positional argument that is a string, or null.</summary>
    public static string? Text(AttributeData? data, int index = 0) =>
        data is not null && index < data.ConstructorArguments.Length ? data.ConstructorArguments[index].Value as string : null;

    /// <summary>The converter of a symbol, qualified, or null.</summary>
    public static string? ConverterOf(ISymbol symbol) =>
        Find(symbol, Converter) is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is INamedTypeSymbol type
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;

    /// <summary>Whether a symbol has a <c>[JsonConverter]</c> that the compiler does not find, usually because of a missing <c>using</c>.</summary>
    public static bool HasUnknownConverter(ISymbol symbol)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { TypeKind: TypeKind.Error, Name: "JsonConverter" or "JsonConverterAttribute" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The JSON name of an enum's value, or null.</summary>
    public static string? EnumNameOf(IFieldSymbol value)
    {
        if (Text(Find(value, Name)) is { } chosen)
        {
            return chosen;
        }

        if (Text(Find(value, JsonEnumName)) is { } json)
        {
            return json;
        }

        if (Find(value, EnumName) is { } data)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
            {
                if (argument.Key == "Value")
                {
                    return argument.Value.Value as string;
                }
            }
        }

        return null;
    }
}
