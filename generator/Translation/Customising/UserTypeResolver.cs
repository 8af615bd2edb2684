using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Finds out how a type that the user chose for a property is read and written.</summary>
internal sealed class UserTypeResolver(CustomisingContext context, UserTypeModel user, bool isShared)
{
    private UserCodecModel? _codec;

    /// <summary>The type, or null if it has no codec.</summary>
    /// <param name="property">The user's property.</param>
    /// <param name="emitted">The type that was to be emitted.</param>
    /// <param name="owner">Name of the property's class.</param>
    public ResolvedType? Resolve(UserPropertyModel property, TypeReference emitted, string owner)
    {
        // Tuples have no name that a codec could be found by.
        if (property.Type.Text.Contains('('))
        {
            return null;
        }

        string codec = "__" + property.Name + "Json";
        if (property.Converter is { } converter)
        {
            TypeReference type = Own(property.Type, codec, owner, UserCodecKind.Converter, converter);
            return new ResolvedType(type, _codec);
        }

        return Find(property.Type, property, emitted, codec, owner) is { } found ? new ResolvedType(found, _codec) : null;
    }

    private TypeReference? Find(UserValueType type, UserPropertyModel property, TypeReference emitted, string codec, string owner)
    {
        if (type.Converter is { } converter)
        {
            return Own(type, codec, owner, UserCodecKind.Converter, converter);
        }

        // A type that is emitted is not declared yet, unless the user has a part of it.
        EmittedType? known = FindEmitted(type);
        if (known is not null || type.Kind == UserValueKind.Undeclared)
        {
            return known;
        }

        if (property.UnixTime == UserUnixTime.Default && IsSame(type, emitted))
        {
            return emitted;
        }

        if (type.Definition == AnyType.Name)
        {
            return AnyType.Instance;
        }

        if (Array.Find(Scalar.All, scalar => scalar.Type == type.Definition) is { } scalar)
        {
            return new ScalarType(scalar == Scalar.DateTimeOffset ? Moment(property.UnixTime, emitted) : scalar);
        }

        if (context.FindJsonContext(type.Text) is { } json)
        {
            return Own(type, codec, owner, UserCodecKind.Context, json);
        }

        return type.Kind switch
        {
            UserValueKind.Enum when emitted.IsScalar || emitted is ListType => Enum(type, property, emitted, codec, owner),
            UserValueKind.List when Find(type.Item!, property, emitted.FindItem() ?? emitted, codec, owner) is { } item => new ListType(item.WithNull(type.IsItemNullable)),
            UserValueKind.Map when Find(type.Item!, property, emitted, codec, owner) is { } value => new MapType(value.WithNull(type.IsItemNullable)),
            _ => null,
        };
    }

    private static bool IsSame(UserValueType type, TypeReference emitted) => emitted switch
    {
        ListType list => type is { Kind: UserValueKind.List, Item: { } item } && type.IsItemNullable == list.Item.IsNullable && IsSame(item, list.Item),
        MapType map => type is { Kind: UserValueKind.Map, Item: { } value } && type.IsItemNullable == map.Value.IsNullable && IsSame(value, map.Value),
        _ => type.Definition == emitted.Definition,
    };

    private static Scalar Moment(UserUnixTime unixTime, TypeReference emitted) => unixTime switch
    {
        UserUnixTime.Seconds => Scalar.UnixSeconds,
        UserUnixTime.Milliseconds => Scalar.UnixMilliseconds,
        _ => emitted is ScalarType { Kinds: var kinds } && (kinds & (VariantKinds.Integer | VariantKinds.Number)) != 0
            ? Scalar.UnixMilliseconds
            : Scalar.DateTimeOffset,
    };

    private EmittedType? FindEmitted(UserValueType type)
    {
        QualifiedTypeName name = type.Kind == UserValueKind.Undeclared ? type.Definition with { Namespace = context.Namespace } : type.Definition;
        return context.Find(name) switch
        {
            EnumModel { OwnCodec: { } codec } => new EmittedType(name, IsValue: true, HasText: true) { Codec = name with { Name = codec.Name } },
            EnumModel or IdModel => new EmittedType(name, IsValue: true, HasText: true),
            ObjectModel or UnionModel => new EmittedType(name, IsValue: false, HasText: false),
            _ => null,
        };
    }

    private UserType Own(UserValueType type, string codec, string owner, UserCodecKind kind, string source)
    {
        _codec = new UserCodecModel(codec, kind, type.Text, source, EquatableArray<UserNameModel>.Empty, isShared);
        return new UserType(type.Text, type.Definition, new QualifiedTypeName(context.Namespace, owner), codec, type.IsValueType, HasText: false);
    }

    private UserType Enum(UserValueType type, UserPropertyModel property, TypeReference emitted, string codec, string owner)
    {
        EnumModel? known = context.Find(emitted) as EnumModel;
        List<UserNameModel> names = [];
        HashSet<string> open = new(StringComparer.Ordinal);
        Dictionary<string, string>? emittedNames = known is null ? null : OwnEnumNames.Emitted(known);
        foreach (EnumMemberModel member in known?.Members ?? EquatableArray<EnumMemberModel>.Empty)
        {
            open.Add(member.Value);
        }

        foreach (UserEnumMember member in type.Members)
        {
            string? wireName = member.WireName ?? (emittedNames is null ? SnakeCase(member.Name) : OwnEnumNames.WireNameOf(member, emittedNames));
            if (wireName is not null)
            {
                names.Add(new UserNameModel(wireName, member.Name));
                open.Remove(wireName);
            }
        }

        foreach (string value in open.OrderBy(static value => value, StringComparer.Ordinal))
        {
            context.Report(DiagnosticDescriptors.EnumLacksValue, user, property.Name, type.Text.Replace("global::", ""), value);
        }

        _codec = new UserCodecModel(codec, UserCodecKind.Enum, type.Text, "", names.ToEquatableArray(), isShared);
        return new UserType(type.Text, type.Definition, new QualifiedTypeName(context.Namespace, owner), codec, IsValue: true, HasText: true);
    }

    // Names that the document lacks are assumed to have the usual form.
    private static string SnakeCase(string name)
    {
        List<string> words = Words.Split(name);
        return string.Join("_", words.ConvertAll(static word => word.ToLowerInvariant()));
    }
}

/// <summary>A type of the user and how it is read and written.</summary>
/// <param name="Type">The type.</param>
/// <param name="Codec">A codec to emit, or null.</param>
internal sealed record ResolvedType(TypeReference Type, UserCodecModel? Codec);
