using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Finds out how a type that the user chose for a property is read and written.</summary>
internal sealed class UserTypeResolver(CustomisingContext context, UserTypeModel user, bool isShared)
{
    private const string Collections = "global::System.Collections.Generic.";

    private UserCodecModel? _codec;

    /// <summary>The type, or null if it has no codec.</summary>
    /// <param name="property">The user's property.</param>
    /// <param name="emitted">The type that was to be emitted.</param>
    /// <param name="owner">Name of the property's class.</param>
    public ResolvedType? Resolve(UserPropertyModel property, TypeReference emitted, string owner)
    {
        // Tuples have no name that a codec could be found by.
        if (property.Type.Name.Contains('('))
        {
            return null;
        }

        string codec = "__" + property.Name + "Json";
        if (property.Converter is { } converter)
        {
            TypeReference type = Own(property.Type, codec, owner, UserCodecKind.Converter, converter);
            return new ResolvedType(type, null, _codec);
        }

        if (Find(property.Type, property, emitted, codec, owner) is not { } found)
        {
            return null;
        }

        TypeReference? item = found.Kind == TypeKind.List && property.Type.Item is { } itemType
            ? Find(itemType, property, emitted, codec, owner)
            : null;
        return new ResolvedType(found, item, _codec);
    }

    private TypeReference? Find(UserValueType type, UserPropertyModel property, TypeReference emitted, string codec, string owner)
    {
        if (type.Converter is { } converter)
        {
            return Own(type, codec, owner, UserCodecKind.Converter, converter);
        }

        // A type that is emitted is not declared yet, unless the user has a part of it.
        if (type.Kind == UserValueKind.Undeclared || FindEmitted(type.Name) is not null)
        {
            return FindEmitted(type.Name) ?? FindEmitted(context.Prefix + type.Name);
        }

        if (type.Name == emitted.Name && emitted.Json.Length > 0 && property.UnixTime == UserUnixTime.Default)
        {
            return emitted;
        }

        if (ScalarTypes.Find(type.Name) is { } scalar)
        {
            return scalar == ScalarTypes.DateTimeOffset ? Moment(property.UnixTime, emitted) : scalar;
        }

        foreach (JsonContextModel json in context.User.Contexts)
        {
            if (json.Types.Contains(type.Name))
            {
                return Own(type, codec, owner, UserCodecKind.Context, json.Name);
            }
        }

        return type.Kind switch
        {
            UserValueKind.Enum when emitted.Kind is TypeKind.Scalar or TypeKind.List => Enum(type, property, emitted, codec, owner),
            UserValueKind.List when Find(type.Item!, property, ItemOf(emitted), codec, owner) is { } item => List(type, item),
            UserValueKind.Map when Find(type.Item!, property, emitted, codec, owner) is { } value => Map(type, value),
            _ => null,
        };
    }

    private static TypeReference Moment(UserUnixTime unixTime, TypeReference emitted) => unixTime switch
    {
        UserUnixTime.Seconds => ScalarTypes.UnixSeconds,
        UserUnixTime.Milliseconds => ScalarTypes.UnixMilliseconds,
        _ => ScalarTypes.IsNumber(emitted) ? ScalarTypes.UnixMilliseconds : ScalarTypes.DateTimeOffset,
    };

    private TypeReference? FindEmitted(string qualifiedName) => context.Find(qualifiedName) switch
    {
        EnumModel or IdModel => new TypeReference(qualifiedName, qualifiedName, IsValueType: true, TypeKind.Scalar),
        ObjectModel or UnionModel => new TypeReference(qualifiedName, qualifiedName, IsValueType: false, TypeKind.Json),
        _ => null,
    };

    private TypeReference Own(UserValueType type, string codec, string owner, UserCodecKind kind, string source)
    {
        _codec = new UserCodecModel(codec, kind, type.Name, source, EquatableArray<UserNameModel>.Empty, isShared);
        return new TypeReference(type.Name, $"{context.Prefix}{owner}.{codec}", type.IsValueType, TypeKind.Json);
    }

    private TypeReference Enum(UserValueType type, UserPropertyModel property, TypeReference emitted, string codec, string owner)
    {
        EnumModel? known = context.Find(emitted.Name) as EnumModel;
        List<UserNameModel> names = [];
        HashSet<string> open = new(StringComparer.Ordinal);
        foreach (EnumMemberModel member in known?.Members ?? EquatableArray<EnumMemberModel>.Empty)
        {
            open.Add(member.Value);
        }

        foreach (UserEnumMember member in type.Members)
        {
            string? wireName = member.WireName ?? (known is null ? SnakeCase(member.Name) : WireNameOf(member, known));
            if (wireName is not null)
            {
                names.Add(new UserNameModel(wireName, member.Name));
                open.Remove(wireName);
            }
        }

        foreach (string value in open.OrderBy(static value => value, StringComparer.Ordinal))
        {
            context.Report(DiagnosticDescriptors.EnumLacksValue, user, property.Name, type.Name.Replace("global::", ""), value);
        }

        _codec = new UserCodecModel(codec, UserCodecKind.Enum, type.Name, "", names.ToEquatableArray(), isShared);
        return new TypeReference(type.Name, $"{context.Prefix}{owner}.{codec}", IsValueType: true, TypeKind.Scalar);
    }

    private static string? WireNameOf(UserEnumMember member, EnumModel known)
    {
        foreach (EnumMemberModel value in known.Members)
        {
            if (string.Equals(value.Name, member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Value;
            }
        }

        return null;
    }

    // Names that the document lacks are assumed to have the usual form.
    private static string SnakeCase(string name)
    {
        List<string> words = Words.Split(name);
        return string.Join("_", words.ConvertAll(static word => word.ToLowerInvariant()));
    }

    private static TypeReference List(UserValueType type, TypeReference item)
    {
        (string name, string json) = Inner(item, type.IsItemNullable);
        return new TypeReference(
            $"{Collections}IReadOnlyList<{name}>", $"{ScalarTypes.Support}ListJson<{name}, {json}>", false, TypeKind.List);
    }

    private static TypeReference Map(UserValueType type, TypeReference value)
    {
        (string name, string json) = Inner(value, type.IsItemNullable);
        return new TypeReference(
            $"{Collections}IReadOnlyDictionary<string, {name}>", $"{ScalarTypes.Support}MapJson<{name}, {json}>", false, TypeKind.Json);
    }

    private static (string Name, string Json) Inner(TypeReference item, bool isNullable)
    {
        TypeReference inner = isNullable ? TypeReferences.Nullable(item) : item;
        return (inner.Name, inner.Json);
    }

    // Only the list's name is known. For the item it matters whether it is a number, a string or an enum.
    private TypeReference ItemOf(TypeReference emitted)
    {
        const string list = Collections + "IReadOnlyList<";
        if (!emitted.Name.StartsWith(list, StringComparison.Ordinal))
        {
            return emitted;
        }

        string item = emitted.Name.Substring(list.Length).TrimEnd('>', '?');
        return ScalarTypes.Find(item) ?? FindEmitted(item) ?? ScalarTypes.Any;
    }
}

/// <summary>A type of the user and how it is read and written.</summary>
/// <param name="Type">The type.</param>
/// <param name="Item">Type of a list's items, or null.</param>
/// <param name="Codec">A codec to emit, or null.</param>
internal sealed record ResolvedType(TypeReference Type, TypeReference? Item, UserCodecModel? Codec);
