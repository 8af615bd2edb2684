namespace ClerkGen.Generator.Translation;

/// <summary>Makes C# identifiers out of any text.</summary>
internal static class Identifiers
{
    /// <summary>The text as PascalCase identifier, or <paramref name="stem"/> when nothing of it can stand in one.</summary>
    public static string Pascal(string text, string stem) => text.Length == 0 ? stem : text;

    /// <summary>The text as camelCase identifier, or <paramref name="stem"/> when nothing of it can stand in one.</summary>
    public static string Camel(string text, string stem) => text.Length == 0 ? stem : text;

    /// <summary>Two PascalCase identifiers as one.</summary>
    public static string Join(string left, string right) => left + right;

    /// <summary>The singular of an identifier that ends in an English plural, or null.</summary>
    public static string? Singular(string identifier) => identifier.EndsWith("s", StringComparison.Ordinal) ? identifier.Substring(0, identifier.Length - 1) : null;
}
