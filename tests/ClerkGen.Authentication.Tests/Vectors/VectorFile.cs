using System.Text.Json;

namespace ClerkGen.Authentication.Tests;

/// <summary>
/// Cases whose expectations Clerk's own JavaScript SDK confirmed. Keys in it are throw-away.
/// </summary>
internal static class VectorFile
{
    public static JsonElement Root { get; } = Read();

    public static long Now => Root.GetProperty("now").GetInt64();

    public static string Pem => Root.GetProperty("pem").GetString()!;

    public static string Jwks => Root.GetProperty("jwks").GetRawText();

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string[]? Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    /// <summary>One case per element of a section, named by what it is about.</summary>
    public static TheoryData<int, string> Cases(string section)
    {
        var cases = new TheoryData<int, string>();
        int index = 0;
        foreach (JsonElement element in Root.GetProperty(section).EnumerateArray())
        {
            cases.Add(index++, element.Text("name") ?? element.GetRawText());
        }

        return cases;
    }

    public static JsonElement Case(string section, int index) => Root.GetProperty(section)[index];

    private static JsonElement Read()
    {
        using Stream stream = typeof(VectorFile).Assembly.GetManifestResourceStream("vectors.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
