using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>
/// Finds the project's <c>JsonSerializerContext</c>s. The output of System.Text.Json's generator is invisible
/// here, but compiles together with ours.
/// </summary>
internal static class JsonContexts
{
    /// <summary>A class with <c>[JsonSerializable]</c>.</summary>
    public static JsonContextModel Read(GeneratorAttributeSyntaxContext context)
    {
        List<string> types = [];
        foreach (AttributeData attribute in context.Attributes)
        {
            if (attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is ITypeSymbol type
                && type.TypeKind != TypeKind.Error)
            {
                types.Add(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
            }
        }

        return new JsonContextModel(
            context.TargetSymbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), types.ToEquatableArray());
    }

    /// <summary>All of them, in ordinal order of their names.</summary>
    public static EquatableArray<JsonContextModel> Sort(EquatableArray<JsonContextModel> contexts)
    {
        List<JsonContextModel> sorted = [.. contexts];
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return sorted.ToEquatableArray();
    }
}
