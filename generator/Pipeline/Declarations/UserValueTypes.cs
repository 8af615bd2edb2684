using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Reads the types of users' properties.</summary>
internal static class UserValueTypes
{
    private const string List = "System.Collections.Generic.IReadOnlyList<T>";
    private const string Map = "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>";

    private static readonly SymbolDisplayFormat Simple = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static UserValueType Read(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            QualifiedTypeName unknown = new("", type.Name);
            return new UserValueType(type.Name, unknown, UserValueKind.Undeclared, false, null, null, false, EquatableArray<UserEnumMember>.Empty)
            {
                UndeclaredNames = UndeclaredNames(type),
            };
        }

        ITypeSymbol? item = null;
        UserValueKind kind = type.TypeKind switch
        {
            TypeKind.Enum => UserValueKind.Enum,
            TypeKind.Array => UserValueKind.Array,
            _ => UserValueKind.Other,
        };
        if (type is INamedTypeSymbol { TypeArguments.Length: > 0 } generic)
        {
            string definition = generic.OriginalDefinition.ToDisplayString();
            if (definition == List)
            {
                (kind, item) = (UserValueKind.List, generic.TypeArguments[0]);
            }
            else if (definition == Map && generic.TypeArguments[0].SpecialType == SpecialType.System_String)
            {
                (kind, item) = (UserValueKind.Map, generic.TypeArguments[1]);
            }
        }

        bool isItemNullable = item?.NullableAnnotation == NullableAnnotation.Annotated;
        if (item is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            item = nullable.TypeArguments[0];
        }

        return new UserValueType(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            DefinitionOf(type),
            kind,
            type.IsValueType,
            UserAttributes.ConverterOf(type),
            item is null ? null : Read(item),
            isItemNullable,
            kind == UserValueKind.Enum ? Members(type) : EquatableArray<UserEnumMember>.Empty)
        {
            UndeclaredNames = UndeclaredNames(type),
        };
    }

    // The names in a type that are not declared, in ordinal order.
    private static EquatableArray<string> UndeclaredNames(ITypeSymbol type)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        Add(type, names);
        return names.Count == 0 ? EquatableArray<string>.Empty : names.ToList().ToEquatableArray();

        static void Add(ITypeSymbol type, SortedSet<string> names)
        {
            if (type.TypeKind == TypeKind.Error)
            {
                names.Add(type.Name);
            }

            if (type is IArrayTypeSymbol array)
            {
                Add(array.ElementType, names);
            }

            if (type is INamedTypeSymbol named)
            {
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    Add(argument, names);
                }
            }
        }
    }

    private static QualifiedTypeName DefinitionOf(ITypeSymbol type)
    {
        // A nested type is in its type, and some types are keywords.
        string simple = type.ToDisplayString(Simple);
        return type is IArrayTypeSymbol || simple != type.Name
            ? new QualifiedTypeName("", simple)
            : new QualifiedTypeName(type.ContainingSymbol.ToDisplayString(), type.MetadataName);
    }

    /// <summary>The values of an enum.</summary>
    public static EquatableArray<UserEnumMember> Members(ITypeSymbol type)
    {
        List<UserEnumMember> members = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } value)
            {
                bool isDefault = Convert.ToDecimal(value.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == 0;
                members.Add(new UserEnumMember(value.Name, UserAttributes.EnumNameOf(value), isDefault));
            }
        }

        return members.ToEquatableArray();
    }
}
