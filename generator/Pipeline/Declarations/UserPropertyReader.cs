using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Reads a property of a user's partial type.</summary>
/// <param name="property">The property.</param>
/// <param name="implemented">Properties of the type whose both parts the user writes.</param>
/// <param name="cancellationToken">The compiler's wish to stop.</param>
internal sealed class UserPropertyReader(IPropertySymbol property, HashSet<string> implemented, CancellationToken cancellationToken)
{
    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public UserPropertyModel Read(DeclaredTypeName owner, List<DeclarationPlace> places)
    {
        PropertyDeclarationSyntax? syntax = Syntax();
        AttributeData? attribute = UserAttributes.Find(property, UserAttributes.Property);
        Location? place = attribute is null ? syntax?.Identifier.GetLocation() : UserTypeReader.PlaceOf(attribute, cancellationToken);
        if (place is not null)
        {
            places.Add(DeclarationPlace.Of(owner, property.Name, place));
        }

        // A partial property of C# 13 is recognised by its syntax, because the referenced Roslyn does not know it.
        bool isPartial = syntax is not null && syntax.Modifiers.Any(SyntaxKind.PartialKeyword) && !implemented.Contains(property.Name);
        ITypeSymbol type = property.Type;
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return new UserPropertyModel(
            property.Name,
            UserAttributes.Text(attribute),
            UserValueTypes.Read(type),
            property.Type.ToDisplayString(WithNullability),
            isNullable,
            UnixTime(attribute),
            UserAttributes.ConverterOf(property),
            property.GetMethod is not null,
            Setter(isPartial),
            NeedsInitialValue(syntax),
            isPartial ? Modifiers(syntax!) : null,
            isPartial ? AccessorModifier(syntax!, SyntaxKind.GetAccessorDeclaration) : "",
            isPartial && property.SetMethod is { } set ? SetText(syntax!, set) : "",
            syntax is not null && UserTypeReader.HasDocs(syntax))
        {
            HasUnknownConverter = UserAttributes.HasUnknownConverter(property) || UserAttributes.HasUnknownConverter(type),
        };
    }

    private UserPropertySetter Setter(bool isPartial) =>
        property.IsStatic ? UserPropertySetter.Static
        : property.SetMethod is not { } setter ? UserPropertySetter.None
        : setter.IsInitOnly && !isPartial ? UserPropertySetter.Init
        : UserPropertySetter.Set;

    // A property that is computed, or has a body, is not stored.
    private bool NeedsInitialValue(PropertyDeclarationSyntax? syntax) =>
        syntax is { AccessorList: { } accessors, Initializer: null }
        && !property.IsRequired
        && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && property.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
        && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null);

    private PropertyDeclarationSyntax? Syntax()
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax syntax)
            {
                return syntax;
            }
        }

        return null;
    }

    private static string Modifiers(PropertyDeclarationSyntax syntax)
    {
        List<string> modifiers = [];
        foreach (SyntaxToken modifier in syntax.Modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.PartialKeyword))
            {
                modifiers.Add(modifier.ValueText);
            }
        }

        return string.Join(" ", modifiers);
    }

    private static string AccessorModifier(PropertyDeclarationSyntax syntax, SyntaxKind kind)
    {
        foreach (AccessorDeclarationSyntax accessor in syntax.AccessorList?.Accessors ?? default)
        {
            if (accessor.IsKind(kind))
            {
                return string.Join(" ", accessor.Modifiers.Select(static modifier => modifier.ValueText));
            }
        }

        return "";
    }

    private static string SetText(PropertyDeclarationSyntax syntax, IMethodSymbol setter)
    {
        SyntaxKind kind = setter.IsInitOnly ? SyntaxKind.InitAccessorDeclaration : SyntaxKind.SetAccessorDeclaration;
        return (AccessorModifier(syntax, kind) + (setter.IsInitOnly ? " init" : " set")).TrimStart();
    }

    private static UserUnixTime UnixTime(AttributeData? attribute)
    {
        if (attribute is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == "UnixTime" && argument.Value.Value is int value)
                {
                    return (UserUnixTime)value;
                }
            }
        }

        return UserUnixTime.Default;
    }
}
