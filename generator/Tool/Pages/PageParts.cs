using System.Globalization;

namespace ClerkGen.Tool.Pages;

/// <summary>Splits what does not fit on one page.</summary>
internal static class PageParts
{
    /// <summary>Characters of the largest page. People and language models can read that at once: some 8,000 tokens.</summary>
    public const int LargestPage = 28_000;

    /// <summary>Characters that measured items may have: links become longer once all pages are known.</summary>
    public const int LargestMeasured = LargestPage - 500;

    // The head of a further page, with the clients of its examples.
    private const int Head = 1_500;

    /// <summary>Items in their order, in as few parts as possible, of about equal size. An item that is too large has a part of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Split<T>(IEnumerable<(T Item, int Size)> items)
    {
        (T Item, int Size)[] all = [.. items];
        int most = LargestMeasured - Head;
        int total = all.Sum(static item => item.Size);
        int wanted = total / Math.Max(1, (total + most - 1) / most);
        List<IReadOnlyList<T>> parts = [];
        List<T> part = [];
        int size = 0;
        foreach ((T item, int length) in all)
        {
            if (part.Count > 0 && (size >= wanted || size + length > most))
            {
                parts.Add(part);
                part = [];
                size = 0;
            }

            part.Add(item);
            size += length;
        }

        if (part.Count > 0)
        {
            parts.Add(part);
        }

        return parts;
    }

    /// <summary>The path of a part: <c>users-types.md</c>, <c>users-types-2.md</c>.</summary>
    public static string PathOf(string first, int part) =>
        part == 1 ? first : $"{first[..^".md".Length]}-{part.ToString(CultureInfo.InvariantCulture)}.md";
}
