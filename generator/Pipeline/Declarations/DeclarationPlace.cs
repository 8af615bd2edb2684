using ClerkGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>The place of a user's declaration about an emitted type.</summary>
/// <param name="Namespace">Namespace of the type.</param>
/// <param name="Type">Name of the type.</param>
/// <param name="Part">The part: empty for the type itself, a property's name, or a name in an attribute of the type.</param>
/// <param name="Position">The place.</param>
/// <param name="Tree">The file, as it is now.</param>
internal sealed record DeclarationPlace(string Namespace, string Type, string Part, Position Position, SyntaxTree? Tree)
{
    /// <summary>A place in the user's source.</summary>
    public static DeclarationPlace Of(DeclaredTypeName type, string part, Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        TextSpan source = location.SourceSpan;
        Position position = new(span.Path, source.Start, source.Length, span.StartLinePosition.Line, span.StartLinePosition.Character);
        return new DeclarationPlace(type.Namespace, type.Name, part, position, location.SourceTree);
    }
}
