using System.Globalization;

namespace ClerkGen.Corpus;

/// <summary>Finds mistakes in the arguments before anything runs.</summary>
internal static class CommandLineFaults
{
    private static readonly string[] TakeNumbers = ["--bombs", "--compile-bombs", "--cancel", "--fuzz", "--fuzz-show"];
    private static readonly string[] TakePaths = ["--generate", "--digest", "--write"];
    private static readonly string[] Others = ["--naughty", "--scale", "--slowest"];

    /// <summary>The fault, or null.</summary>
    public static string? Of(string[] args)
    {
        string first = args[0];
        if (first.StartsWith('-') && !TakeNumbers.Concat(TakePaths).Concat(Others).Contains(first, StringComparer.Ordinal))
        {
            return $"Unknown option '{first}'";
        }

        if (TakeNumbers.Contains(first, StringComparer.Ordinal))
        {
            bool isNumber = args.Length > 1 && IsNumber(args[1]);
            bool needsOne = first == "--fuzz-show";
            return isNumber || (args.Length == 1 && !needsOne) ? null : $"'{first}' needs a number";
        }

        if (first == "--scale" && args.Length > 1 && !Array.TrueForAll(args[1].Split(','), IsNumber))
        {
            return "'--scale' needs numbers, separated by commas";
        }

        if (first.StartsWith('-') && !TakePaths.Contains(first, StringComparer.Ordinal))
        {
            return null;
        }

        string[] paths = first == "--write" ? args[Math.Min(2, args.Length)..] : first.StartsWith('-') ? args[1..] : args;
        return paths.Length == 0
            ? $"'{first}' needs a folder or a file"
            : Array.Find(paths, static path => !File.Exists(path) && !Directory.Exists(path)) is string missing
                ? $"There is no file or folder '{missing}'"
                : null;
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
