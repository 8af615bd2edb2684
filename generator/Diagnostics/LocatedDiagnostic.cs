using System.Collections.Immutable;
using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>A diagnostic at a place in a document. Compares by value, so that an unchanged one is not reported anew.</summary>
/// <param name="Descriptor">The descriptor.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Arguments">Arguments of the descriptor's message.</param>
internal sealed record LocatedDiagnostic(DiagnosticDescriptor Descriptor, Position Position, EquatableArray<string> Arguments)
{
    /// <summary>Under which the compiler's diagnostic holds <see cref="Similar"/>, for code fixes.</summary>
    private const string SimilarProperty = "Similar";

    /// <summary>
    /// The user's file, or null for a document. With it, <c>.editorconfig</c> and <c>#pragma</c> apply. Another tree is another diagnostic,
    /// since the compiler takes places of its current trees only.
    /// </summary>
    public SyntaxTree? Tree { get; init; }

    /// <summary>JSON pointer of the place in its document, or empty for a whole file.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The name that was probably meant, or null.</summary>
    public string? Similar { get; init; }

    /// <summary>The text that accepts a change of the API, or null.</summary>
    public BaselineEdit? Edit { get; init; }

    /// <summary>One that concerns a whole file.</summary>
    public static LocatedDiagnostic OfFile(DiagnosticDescriptor descriptor, string path, params string[] arguments) =>
        new(descriptor, new Position(path, 0, 0, 0, 0), new EquatableArray<string>(arguments));

    /// <summary>As the compiler takes it.</summary>
    /// <param name="isStrict">Whether a warning is an error.</param>
    public Diagnostic ToDiagnostic(bool isStrict = false)
    {
        TextSpan span = new(Position.StartOffset, Position.Length);
        LinePosition start = new(Position.Line, Position.Column);
        LinePosition end = new(Position.Line, Position.Column + Position.Length);
        Location location = Tree is null
            ? Location.Create(Position.Path, span, new LinePositionSpan(start, end))
            : Location.Create(Tree, span);
        object[] arguments = new object[Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i];
        }

        ImmutableDictionary<string, string?> properties = Similar is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(SimilarProperty, Similar);
        properties = Edit is null ? properties : properties.AddRange(Edit.Properties);
        DiagnosticSeverity severity = isStrict && Descriptor.DefaultSeverity == DiagnosticSeverity.Warning
            ? DiagnosticSeverity.Error
            : Descriptor.DefaultSeverity;
        return Diagnostic.Create(Descriptor, location, severity, additionalLocations: null, properties, arguments);
    }
}
