using ClerkGen.Generator.Diagnostics;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>Something about a document that its author should know.</summary>
/// <param name="Kind">Its kind, which decides id and severity.</param>
/// <param name="Pointer">The JSON pointer of the place, or an empty string for the whole document.</param>
/// <param name="Position">The place in the text.</param>
/// <param name="Message">One sentence for a person. It may hold text of the document.</param>
internal sealed record ReadDiagnostic(ReadDiagnosticKind Kind, string Pointer, Position Position, string Message);
