using ClerkGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>A text that nodes were read from, and the way back from an offset to a line.</summary>
internal sealed class SourceFile(SourceDocument document)
{
    private string? _content;

    /// <summary>The path, as the compiler gave it.</summary>
    public string Path => document.Path;

    /// <summary>The text as the compiler decoded it.</summary>
    public SourceText Text => document.Text;

    /// <summary>The text as one string; made once.</summary>
    public string Content => _content ??= document.Text.ToString();

    /// <summary>The position of a stretch of text, cut off at the end of its line and of the text.</summary>
    public Position Locate(int start, int length)
    {
        SourceText text = document.Text;
        start = Math.Max(0, Math.Min(start, text.Length));
        LinePosition at = text.Lines.GetLinePosition(start);
        int end = Math.Min(start + Math.Max(length, 0), text.Lines[at.Line].End);
        return new Position(document.Path, start, Math.Max(0, end - start), at.Line, at.Character);
    }
}
