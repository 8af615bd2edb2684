using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tool.Findings;

/// <summary>Something about a document, at its place.</summary>
/// <param name="Id">Stable id, such as <c>CLERKGEN009</c>.</param>
/// <param name="Title">The meaning of the id, in short.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">The fault, and the generator's substitute.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Column">The column, from 1; 0 for the whole file.</param>
/// <param name="Pointer">JSON pointer of the place in the document, or empty.</param>
/// <param name="HelpLink">Page about the id, or empty.</param>
internal sealed record Finding(
    string Id, string Title, FindingLevel Level, string Message, string Path, int Line, int Column, string Pointer, string HelpLink)
{
    /// <summary>A diagnostic of the generator.</summary>
    public static Finding Of(LocatedDiagnostic located)
    {
        Diagnostic diagnostic = located.ToDiagnostic();
        bool isPlaced = located.Position is not { StartOffset: 0, Length: 0, Line: 0, Column: 0 };
        return new Finding(
            diagnostic.Id,
            diagnostic.Descriptor.Title.ToString(CultureInfo.InvariantCulture),
            diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => FindingLevel.Error,
                DiagnosticSeverity.Warning => FindingLevel.Warning,
                _ => FindingLevel.Info,
            },
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            located.Position.Path,
            isPlaced ? located.Position.Line + 1 : 0,
            isPlaced ? located.Position.Column + 1 : 0,
            located.Pointer,
            diagnostic.Descriptor.HelpLinkUri);
    }
}
