using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>One additional file as the compiler handed it over.</summary>
/// <param name="Path">The file's path; compared and combined as text only, never opened.</param>
/// <param name="Text">The decoded text.</param>
internal sealed record SourceDocument(string Path, SourceText Text);
