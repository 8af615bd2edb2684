using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline;

/// <summary>A diagnostic at a place in a document. Compares by value, so that an unchanged one is not reported anew.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Arguments">Of the descriptor's message.</param>
internal sealed record LocatedDiagnostic(DiagnosticDescriptor Descriptor, Position Position, EquatableArray<string> Arguments)
{
    /// <summary>One that concerns a whole file.</summary>
    public static LocatedDiagnostic OfFile(DiagnosticDescriptor descriptor, string path, params string[] arguments) =>
        new(descriptor, new Position(path, 0, 0, 0, 0), new EquatableArray<string>(arguments));

    /// <summary>As the compiler takes it.</summary>
    public Diagnostic ToDiagnostic()
    {
        LinePosition start = new(Position.Line, Position.Column);
        LinePosition end = new(Position.Line, Position.Column + Position.Length);
        Location location = Location.Create(
            Position.Path, new TextSpan(Position.StartOffset, Position.Length), new LinePositionSpan(start, end));
        object[] arguments = new object[Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i];
        }

        return Diagnostic.Create(Descriptor, location, arguments);
    }
}
