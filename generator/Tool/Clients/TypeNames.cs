using System.Text.RegularExpressions;

namespace ClerkGen.Tool.Clients;

/// <summary>Takes C# types apart.</summary>
internal static partial class TypeNames
{
    /// <summary>The names in a declaration.</summary>
    public static IEnumerable<string> In(string text) => Word().Matches(text).Select(static match => match.Value);

    /// <summary>The declaration with other names.</summary>
    public static string Rename(string text, IReadOnlyDictionary<string, string> names) =>
        names.Count == 0 ? text : Word().Replace(text, match => names.TryGetValue(match.Value, out string? name) ? name : match.Value);

    /// <summary>The type without a mark for null.</summary>
    public static string? Bare(string? type) => type?.TrimEnd('?');

    /// <summary>The type of a list's items, of a dictionary's values, of a task's result; or null.</summary>
    public static string? Argument(string? type)
    {
        if (Bare(type) is not { } bare || bare.IndexOf('<', StringComparison.Ordinal) is not (> 0 and int start) || bare[^1] != '>')
        {
            return null;
        }

        string arguments = bare[(start + 1)..^1];
        return arguments.StartsWith("string, ", StringComparison.Ordinal) && bare.Contains("Dictionary", StringComparison.Ordinal) ? arguments["string, ".Length..] : arguments;
    }

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_]*")]
    private static partial Regex Word();
}
