using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Surface;

/// <summary>
/// The public API of emitted files, read from their syntax, as a program sees it. Members that every type of a kind has (operators,
/// <c>ReadJson</c>, overrides) are omitted, because they change only with the type.
/// </summary>
internal sealed class ApiSurface
{
    private static readonly HashSet<string> OfEveryType = new(
        ["ReadJson", "WriteJson", "Format", "Equals", "GetHashCode", "ToString", "Value", "IsKnown", "JsonTypeInfoResolver"], StringComparer.Ordinal);

    // Comments are not looked at.
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None);

    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    private ApiSurface()
    {
    }

    /// <summary>Public types, in ordinal order of their names.</summary>
    public IEnumerable<ApiType> Types => _types.Values.OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>The API of types; the last one of a name counts.</summary>
    public static ApiSurface Of(IEnumerable<ApiType> types)
    {
        ApiSurface surface = new();
        foreach (ApiType type in types)
        {
            surface._types[type.Name] = type;
        }

        return surface;
    }

    /// <summary>Reads the types of a file.</summary>
    /// <param name="text">The emitted file.</param>
    /// <param name="access">
    /// <see cref="SyntaxKind.PublicKeyword"/>, or <see cref="SyntaxKind.InternalKeyword"/> for a client that only its own project sees. Its
    /// declarations are read as if they were public.
    /// </param>
    public static IReadOnlyList<ApiType> TypesOf(string text, SyntaxKind access)
    {
        List<ApiType> types = [];
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, Options).GetRoot();
        foreach (TypeDeclarationSyntax type in root.DescendantNodes(static node => node is not TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
        {
            string space = type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is { } declared ? Simple(declared.Name.ToString()) : "";
            Add(types, type, space, "", access);
        }

        return types;
    }

    /// <summary>A type by its simple name, or null.</summary>
    public ApiType? Find(string? name) => name is not null && _types.TryGetValue(name, out ApiType? type) ? type : null;

    /// <summary>Types without namespaces and aliases, one space between words.</summary>
    public static string Simple(string text)
    {
        StringBuilder simple = new(text.Length);
        for (int at = 0; at < text.Length;)
        {
            if (IsWord(text[at]))
            {
                int end = EndOfWord(text, at);
                if (IsQualifier(text, end))
                {
                    at = EndOfQualifier(text, end + 2);
                    continue;
                }

                simple.Append(text, at, end - at);
                at = end;
            }
            else if (!char.IsWhiteSpace(text[at]))
            {
                simple.Append(text[at++]);
            }
            else
            {
                at++;
                if (simple.Length > 0 && simple[simple.Length - 1] != ' ')
                {
                    simple.Append(' ');
                }
            }
        }

        return simple.ToString().TrimEnd();
    }

    private static void Add(List<ApiType> types, TypeDeclarationSyntax declaration, string space, string outer, SyntaxKind access)
    {
        if (!IsVisible(declaration.Modifiers, access))
        {
            return;
        }

        string name = outer + declaration.Identifier.ValueText;
        string bases = declaration.BaseList is { } list
            ? string.Join(", ", list.Types.Select(static type => Simple(type.ToString())).Where(static type => !type.StartsWith("IApi", StringComparison.Ordinal)))
            : "";
        string keyword = Simple($"{Modifiers(declaration)} {declaration.Keyword}");
        List<ApiMember> members = [];
        foreach (MemberDeclarationSyntax member in declaration.Members)
        {
            if (member is TypeDeclarationSyntax nested)
            {
                // The constants of an enum are its static members once more.
                if (nested.Identifier.ValueText != "Values")
                {
                    Add(types, nested, space, name + ".", SyntaxKind.PublicKeyword);
                }
            }
            else if (Read(member, name, access) is { } read)
            {
                members.Add(read);
            }
        }

        types.Add(new ApiType(space, name, $"{keyword} {name}{(bases.Length > 0 ? " : " + bases : "")}", members));
    }

    private static bool IsVisible(SyntaxTokenList modifiers, SyntaxKind access) => modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(access);

    private static string Modifiers(MemberDeclarationSyntax member) => string.Join(
        " ",
        member.Modifiers.Select(static modifier => modifier.IsKind(SyntaxKind.InternalKeyword) ? "public" : modifier.ValueText).Where(static modifier => modifier is not ("partial" or "async")));

    private static ApiMember? Read(MemberDeclarationSyntax member, string type, SyntaxKind access)
    {
        bool isVisible = IsVisible(member.Modifiers, member is FieldDeclarationSyntax ? SyntaxKind.PublicKeyword : access) || member.Modifiers.Any(SyntaxKind.ProtectedKeyword);
        if (!isVisible || member.Modifiers.Any(SyntaxKind.OverrideKeyword))
        {
            return null;
        }

        string modifiers = Modifiers(member);
        (string? name, string text, string value) = member switch
        {
            PropertyDeclarationSyntax property => (
                property.Identifier.ValueText,
                $"{modifiers} {property.Type} {property.Identifier.ValueText} {Accessors(property)}",
                property.Type.ToString()),
            MethodDeclarationSyntax method => (
                method.Identifier.ValueText,
                $"{modifiers} {method.ReturnType} {method.Identifier.ValueText}({Parameters(method.ParameterList)})",
                method.ReturnType.ToString()),
            // One without parameters comes and goes with members that are required; programs do not see the difference.
            ConstructorDeclarationSyntax { ParameterList.Parameters.Count: > 0 } constructor => (".ctor", $"{modifiers} {type}({Parameters(constructor.ParameterList)})", ""),
            ConversionOperatorDeclarationSyntax conversion => (
                conversion.ImplicitOrExplicitKeyword.ValueText,
                $"{modifiers} {conversion.ImplicitOrExplicitKeyword.ValueText} operator {conversion.Type}({Parameters(conversion.ParameterList)})", ""),
            FieldDeclarationSyntax field => (field.Declaration.Variables[0].Identifier.ValueText, $"{modifiers} {field.Declaration}", field.Declaration.Type.ToString()),
            _ => ((string?)null, "", ""),
        };
        bool isOfEveryType = name is not null && OfEveryType.Contains(name) && !text.Contains(" set; ");
        return name is null || isOfEveryType ? null : new ApiMember(type, name, Simple(text), Simple(value), IsObsolete(member));
    }

    private static string Accessors(PropertyDeclarationSyntax property) => property.AccessorList is { } list
        ? "{ " + string.Concat(list.Accessors.Select(static accessor => $"{accessor.Modifiers}{(accessor.Modifiers.Count > 0 ? " " : "")}{accessor.Keyword.ValueText}; ")) + "}"
        : "{ get; }";

    private static string Parameters(ParameterListSyntax list) => string.Join(", ", list.Parameters.Select(static parameter =>
        $"{(parameter.Modifiers.Count > 0 ? parameter.Modifiers + " " : "")}{parameter.Type} {parameter.Identifier.ValueText}{(parameter.Default is { } value ? " " + value : "")}"));

    private static bool IsObsolete(MemberDeclarationSyntax member) =>
        member.AttributeLists.Any(static list => list.Attributes.Any(static attribute => attribute.Name.ToString().EndsWith("Obsolete", StringComparison.Ordinal)));

    private static bool IsWord(char c) => c is '_' or '@' || char.IsLetterOrDigit(c);

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsQualifier(string text, int at) => at + 2 < text.Length && text[at] == ':' && text[at + 1] == ':' && IsWord(text[at + 2]);

    // Where the last name begins: 'System.Uri' behind 'global::' ends in 'Uri'.
    private static int EndOfQualifier(string text, int at)
    {
        while (EndOfWord(text, at) is int end && end + 1 < text.Length && text[end] == '.' && IsWord(text[end + 1]))
        {
            at = end + 1;
        }

        return at;
    }
}

/// <summary>A public type.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Simple name; nested types with their owner's.</param>
/// <param name="Text">Its declaration.</param>
/// <param name="Members">Public and protected members, in the order of the file.</param>
internal sealed record ApiType(string Namespace, string Name, string Text, IReadOnlyList<ApiMember> Members)
{
    /// <summary>A member by its name, or null.</summary>
    public ApiMember? Find(string? name) => name is null ? null : Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>A public member.</summary>
/// <param name="Type">The type that has it.</param>
/// <param name="Name">Its name; constructors are <c>.ctor</c>, conversions <c>implicit</c> or <c>explicit</c>.</param>
/// <param name="Text">Its declaration.</param>
/// <param name="Value">Type of its value or result, or empty.</param>
/// <param name="IsObsolete">Whether using it warns.</param>
internal sealed record ApiMember(string Type, string Name, string Text, string Value, bool IsObsolete);
