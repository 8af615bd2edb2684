namespace ClerkGen.Generator.Diagnostics;

/// <summary>A place in one of the files a document was read from.</summary>
/// <param name="Path">The file's path, as the compiler gave it.</param>
/// <param name="StartOffset">The 0-based offset of the first character.</param>
/// <param name="Length">How many characters the place covers; it never reaches over a line end.</param>
/// <param name="Line">The 0-based line.</param>
/// <param name="Column">The 0-based column.</param>
internal readonly record struct Position(string Path, int StartOffset, int Length, int Line, int Column);
