using System.Buffers;

namespace ClerkGen.Http;

/// <summary>Recognises words of a response that a message may contain: codes and ids, never sentences or markup.</summary>
internal static class HarmlessText
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:");

    /// <summary>Whether text is one short word of letters, digits and <c>_-.:</c>.</summary>
    internal static bool IsWord(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(WordCharacters);
}
