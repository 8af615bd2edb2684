using System.Globalization;
using ClerkGen.Testing;

namespace ClerkGen;

/// <summary>Describes how a request or a stub's response differs from the OpenAPI document. Immutable. Contains no value.</summary>
public sealed class StubDifference
{
    internal StubDifference(string path, string pointer, string text, DocumentPlace? place = null)
    {
        Path = path;
        Pointer = pointer;
        Text = text;
        File = place?.File;
        Line = place?.Line;
        Column = place?.Column;
    }

    /// <summary>Gets the place in the message: a JSON path in the body, or the name of a parameter.</summary>
    public string Path { get; }

    /// <summary>Gets the place in the document, as a JSON pointer (RFC 6901).</summary>
    public string Pointer { get; }

    /// <summary>Gets the name of the document's file, or null if it is unknown.</summary>
    public string? File { get; }

    /// <summary>Gets the line in the document; the first is 1. Null if the document was given without lines.</summary>
    public int? Line { get; }

    /// <summary>Gets the column in the document; the first is 1. Null if the document was given without lines.</summary>
    public int? Column { get; }

    /// <summary>Gets the difference in words.</summary>
    public string Text { get; }

    /// <summary>Returns all places and the difference.</summary>
    public override string ToString()
    {
        string place = Line is null ? ""
            : File is null ? string.Create(CultureInfo.InvariantCulture, $", line {Line}, column {Column}")
            : string.Create(CultureInfo.InvariantCulture, $", {File}:{Line}:{Column}");
        return $"{Path}: {Text} ({Pointer}{place})";
    }

    internal StubDifference At(DocumentPlace? place) => new(Path, Pointer, Text, place);
}
