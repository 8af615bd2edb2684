using System.Collections.Immutable;
using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Reads the user's parts of one type.</summary>
internal sealed class UserTypeReader(INamedTypeSymbol symbol, List<DeclarationPlace> places, CancellationToken cancellationToken)
{
    private static readonly SymbolDisplayFormat Simple = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly List<UserNameModel> _names = [];
    private readonly List<string> _ignored = [];
    private string? _wireName;

    public UserTypeModel Read(DeclaredTypeName name)
    {
        if (name.IsPartial || symbol.TypeKind == Microsoft.CodeAnalysis.TypeKind.Enum)
        {
            ReadAttributes(name);
        }

        EmittedAccessibility? accessibility = null;
        bool hasDocs = false;
        bool isPlain = symbol.GetAttributes().Length == 0;
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not BaseTypeDeclarationSyntax syntax)
            {
                continue;
            }

            accessibility = syntax.Modifiers.Any(SyntaxKind.PublicKeyword) ? EmittedAccessibility.Public
                : syntax.Modifiers.Any(SyntaxKind.InternalKeyword) ? EmittedAccessibility.Internal
                : accessibility;
            hasDocs |= HasDocs(syntax);
            isPlain &= syntax.BaseList is null;
            places.Add(DeclarationPlace.Of(name, "", syntax.Identifier.GetLocation()));
        }

        HashSet<string> implemented = name.IsPartial ? ImplementedProperties() : [];
        List<UserPropertyModel> properties = [];
        List<UserMethodModel> methods = [];
        bool hasRequired = false;
        foreach (ISymbol member in name.IsPartial ? symbol.GetMembers() : ImmutableArray<ISymbol>.Empty)
        {
            hasRequired |= member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
            if (member is IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property
                && (!property.IsStatic || UserAttributes.Find(property, UserAttributes.Property) is not null))
            {
                properties.Add(new UserPropertyReader(property, implemented, cancellationToken).Read(name, places));
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method && (!method.IsStatic || IsHook(method)))
            {
                methods.Add(ReadMethod(name, method));
            }
        }

        return new UserTypeModel(
            name.Namespace,
            name.Name,
            Kind(),
            accessibility,
            _wireName,
            _names.ToEquatableArray(),
            _ignored.ToEquatableArray(),
            hasDocs,
            UserAttributes.Find(symbol, UserAttributes.Converter) is not null,
            symbol.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && !constructor.IsImplicitlyDeclared),
            hasRequired,
            isPlain,
            properties.ToEquatableArray(),
            methods.ToEquatableArray())
        {
            IsPartial = name.IsPartial,
            EnumMembers = symbol.TypeKind == Microsoft.CodeAnalysis.TypeKind.Enum ? UserValueTypes.Members(symbol) : EquatableArray<UserEnumMember>.Empty,
            AllNames = name.IsPartial ? AllNames() : EquatableArray<string>.Empty,
        };
    }

    /// <summary>Whether a declaration has a documentation comment, also where the compiler does not parse them.</summary>
    public static bool HasDocs(SyntaxNode declaration)
    {
        foreach (SyntaxTrivia trivia in declaration.GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
                || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of an attribute's first argument, or of the attribute.</summary>
    public static Location? PlaceOf(AttributeData data, CancellationToken cancellationToken) =>
        data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
            ? syntax.ArgumentList is { Arguments: { Count: > 0 } arguments } ? arguments[0].GetLocation() : syntax.GetLocation()
            : null;

    // The user can write both parts of a partial property.
    private HashSet<string> ImplementedProperties()
    {
        HashSet<string> declared = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            foreach (MemberDeclarationSyntax member in (reference.GetSyntax(cancellationToken) as TypeDeclarationSyntax)?.Members ?? default)
            {
                if (member is PropertyDeclarationSyntax part && !declared.Add(part.Identifier.ValueText))
                {
                    twice.Add(part.Identifier.ValueText);
                }
            }
        }

        return twice;
    }

    private EquatableArray<string> AllNames()
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? type = symbol; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member.CanBeReferencedByName)
                {
                    names.Add(member.Name);
                }
            }
        }

        return names.ToList().ToEquatableArray();
    }

    private string Kind() => symbol switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Enum } => "enum",
        { IsRecord: true } => symbol.IsValueType ? "record struct" : "record",
        _ => symbol.IsValueType ? "struct" : "class",
    };

    private void ReadAttributes(DeclaredTypeName name)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            bool isName = UserAttributes.Is(data, UserAttributes.Name);
            if ((!isName && !UserAttributes.Is(data, UserAttributes.Ignore)) || UserAttributes.Text(data) is not { } wireName)
            {
                continue;
            }

            if (!isName)
            {
                _ignored.Add(wireName);
            }
            else if (UserAttributes.Text(data, 1) is { } member)
            {
                _names.Add(new UserNameModel(wireName, member));
            }
            else
            {
                _wireName ??= wireName;
            }

            if (PlaceOf(data, cancellationToken) is { } place)
            {
                places.Add(DeclarationPlace.Of(name, wireName, place));
            }
        }
    }

    private UserMethodModel ReadMethod(DeclaredTypeName name, IMethodSymbol method)
    {
        bool isPartial = false;
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax)
            {
                isPartial |= syntax.Modifiers.Any(SyntaxKind.PartialKeyword) && (syntax.Body is not null || syntax.ExpressionBody is not null);
                if (IsHook(method))
                {
                    places.Add(DeclarationPlace.Of(name, method.Name, syntax.Identifier.GetLocation()));
                }
            }
        }

        List<string> types = [];
        List<string> undeclared = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            types.Add(parameter.Type.ToDisplayString(Simple).Replace("?", ""));
            if (parameter.Type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Error && IsHook(method))
            {
                undeclared.Add(parameter.Type.Name);
            }
        }

        return new UserMethodModel(method.Name, types.ToEquatableArray(), isPartial)
        {
            ParameterNames = new EquatableArray<string>([.. method.Parameters.Select(static parameter => parameter.Name)]),
            UndeclaredTypes = undeclared.ToEquatableArray(),
            IsStatic = method.IsStatic,
            IsPrivate = method.DeclaredAccessibility == Accessibility.Private,
        };
    }

    private static bool IsHook(IMethodSymbol method) => method.Name is UserMethodModel.Sending or UserMethodModel.Received;
}
