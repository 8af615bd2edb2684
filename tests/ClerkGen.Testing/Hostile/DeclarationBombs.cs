using static ClerkGen.Testing.Hostile.Bombs;

namespace ClerkGen.Testing.Hostile;

/// <summary>Projects that customise as many types, members and methods as a document has, and misspell as many.</summary>
internal static class DeclarationBombs
{
    private const string Usings = "using ClerkGen;\nusing System.Threading.Tasks;\nnamespace Consumer.Api;\n";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Bomb> All { get; } =
    [
        Classes("partial classes of a project") with { Source = static n => Usings + Lines(n, static i => $"public partial class S{i} {{ public string? Own {{ get; set; }} }}") },
        Classes("names of types in a project") with { Source = static n => Usings + Lines(n, static i => $"[ApiName(\"S{i}\"), ApiName(\"a\", \"Alpha\")] internal partial class Chosen{i};") },
        Named("partial classes that match nothing") with { Source = static n => Usings + Lines(n, static i => $"[ApiName(\"Tipe{i:D5}\")] public partial class Other{i} {{ [ApiProperty(\"b\")] public string? B {{ get; set; }} }}") },
        Classes("members that no class has") with { Source = static n => Usings + Lines(n, static i => $"[ApiIgnore(\"b\"), ApiName(\"c\", \"C\")] public partial class S{i} {{ [ApiProperty(\"d\")] public string? D {{ get; set; }} }}") },
        Wide("properties of a project in one class") with { Source = static n => Usings + $"public partial class S0 {{\n{Lines(n, static i => $"[ApiProperty(\"p{i}\")] public string? Own{i} {{ get; set; }}")}}}" },
        Wide("partial properties in one class") with { Source = static n => Usings + $"public partial class S0 {{\n{Lines(n, static i => $"public partial string? P{i} {{ get; set; }}")}}}" },
        Wide("names and exclusions of one class") with { Source = static n => Usings + Lines(n, static i => i % 2 == 0 ? $"[ApiIgnore(\"p{i}\")]" : $"[ApiName(\"p{i}\", \"Own{i}\")]") + "public partial class S0;" },
        Wide("misspelt members of one class") with { Source = static n => Usings + Lines(n, static i => $"[ApiIgnore(\"q{i}\")]") + "public partial class S0;" },
        One("names and exclusions of one enum", static n => $$"""{ "type": "string", "enum": [{{Join(n, static i => $"\"v{i}\"")}}] }""")
            with { Source = static n => Usings + Lines(n, static i => i % 2 == 0 ? $"[ApiIgnore(\"v{i}\")]" : $"[ApiName(\"v{i}\", \"Own{i}\")]") + "public partial struct S0;" },
        One("values of an enum of a project", static n => $$"""{ "type": "string", "enum": [{{Join(n, static i => $"\"v{i}\"")}}] }""")
            with { Source = static n => Usings + $"public enum S0 {{ {string.Join(", ", Enumerable.Range(0, n).Select(static i => $"V{i}"))} }}" },
        Operations("methods of a project in one group") with { Source = static n => Usings + $"public partial class TOperations {{\n{Lines(n, static i => $"public Task A{i}Async() => Task.CompletedTask;")}}}" },
        Operations("operations that a project excludes") with { Source = static n => Usings + Lines(n, static i => $"[ApiIgnore(\"a{i}\")]") + "public partial class TOperations;" },
        Operations("operations that a project misspells") with { Source = static n => Usings + Lines(n, static i => $"[ApiName(\"b{i}\", \"B{i}\")]") + "public partial class TOperations;" },
    ];

    private static Bomb Classes(string name) => Schemas(name, static (_, _) => """{ "type": "object", "properties": { "a": { "type": "string" } } }""");

    // Names of one length, because guesses look at names of nearly the same.
    private static Bomb Named(string name) => new(
        name,
        "bomb.json",
        static n => Head + User + $$""" "components": { "schemas": { "S0": {}, {{Join(n, static i => $$""" "Type{{i:D5}}": { "type": "object", "properties": { "a": { "type": "string" } } }""")}} } } }""");

    private static Bomb Wide(string name) =>
        One(name, static n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string" }""")}} } }""");

    private static Bomb Operations(string name) => Paths(name, static n => Join(n, static i => Operation($"/a{i}", $"a{i}", "t")));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));
}
