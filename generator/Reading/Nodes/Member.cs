namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>A key and its value in an <see cref="ObjectNode"/>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="File">The file with the key.</param>
/// <param name="KeyStart">The offset of the key's first character.</param>
/// <param name="KeyLength">The length of the key in the text.</param>
internal readonly record struct Member(string Key, DocumentNode Value, SourceFile File, int KeyStart, int KeyLength);
