using System.Text;
using System.Text.RegularExpressions;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Tests.Pages;

/// <summary>The pages of a document, and what a test can ask of them.</summary>
internal sealed partial class WrittenPages
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    private readonly EmittedClient _client;

    private WrittenPages(EmittedClient client, IReadOnlyDictionary<string, string> pages)
    {
        _client = client;
        Texts = pages;
    }

    /// <summary>Texts by path.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>The pages of the bundled document, as they are checked in.</summary>
    public static WrittenPages Bundled { get; } = Of(Path.Combine(Repository.Root, "specs", "clerk-backend.yaml"), "Clerk.Backend", "ClerkClient", "../clerk-backend.yaml", Path.Combine(Repository.Root, "specs", "reference"));

    /// <summary>Writes the pages of a document.</summary>
    public static WrittenPages Of(string path, string @namespace = "Shop", string name = "ShopClient", string? link = null, string folder = "/nowhere", string? templates = null, string? flag = null)
    {
        Dictionary<string, string> metadata = new() { ["ClientName"] = name, ["Namespace"] = @namespace };
        if (flag is not null)
        {
            metadata[flag] = "true";
        }

        DocumentClient document = DocumentClient.LoadAsync(path, metadata, CancellationToken.None).GetAwaiter().GetResult();
        EmittedClient client = EmittedClient.Of(document, CancellationToken.None);
        return new WrittenPages(client, new ReferencePages(client, new PageTemplates(templates), link, new PageFragments(folder)).Write(CancellationToken.None));
    }

    /// <summary>C# of the pages that stands by itself, with the page it is on.</summary>
    public IEnumerable<(string Page, string Code)> Examples() =>
        from page in Texts
        where page.Key.EndsWith(".md", StringComparison.Ordinal)
        from match in Block().Matches(page.Value)
        select (page.Key, match.Groups["code"].Value);

    /// <summary>The compiler's diagnostics of all examples together: one compilation, with all emitted files.</summary>
    public IReadOnlyList<string> CompileExamples()
    {
        StringBuilder program = new($"using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using System.Text.Json; using ClerkGen; using {_client.Client.Options.Namespace};\nstatic class Examples\n{{\n");
        int number = 0;
        foreach ((string page, string code) in Examples().Distinct())
        {
            string body = string.Join('\n', code.Split('\n').Where(static line => !line.StartsWith("using ", StringComparison.Ordinal)));
            string client = body.Contains("var client =", StringComparison.Ordinal) ? "unused" : "client";
            string stub = body.Contains("var stub =", StringComparison.Ordinal) || !body.Contains("stub.", StringComparison.Ordinal) ? "" : ", StubTransport stub";
            program.Append($"    static async System.Threading.Tasks.Task Example{number++}({_client.Name} {client}{stub})\n    {{ await System.Threading.Tasks.Task.Yield();\n#line 1 \"{page}\"\n{body}\n#line default\n    }}\n");
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(program.Append('}').ToString(), Options);
        CSharpCompilation compilation = Compilation(tree);
        return [.. compilation.GetSemanticModel(tree).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS0219" or "CS0618" or "CS8321"))
            .Select(diagnostic => $"{diagnostic} in: {tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}")];
    }

    /// <summary>The smallest call of each operation that a page describes, with the stub that responds to it.</summary>
    public IEnumerable<(string Call, string Stub)> StubbedCalls() =>
        from page in Texts
        where page.Key.EndsWith(".md", StringComparison.Ordinal)
        from section in page.Value.Split("\n## ").Skip(1)
        let blocks = Block().Matches(section).Select(static match => match.Groups["code"].Value).ToArray()
        where Array.Exists(blocks, static block => block.StartsWith("stub.On(", StringComparison.Ordinal)) && section.Split('\n')[0].EndsWith("Async", StringComparison.Ordinal)
        select (blocks[0], Array.Find(blocks, static block => block.StartsWith("stub.On(", StringComparison.Ordinal))!);

    /// <summary>Makes all smallest calls against their stubs: a line for each that fails.</summary>
    public async Task<string> RunStubbedCallsAsync()
    {
        using TemporaryFolder folder = new();
        string photo = SymbolDisplay.FormatLiteral(folder.Write("photo.png", "photo"), quote: true);
        string creation = Texts.Values.Select(static page => StubClient().Match(page)).First(static match => match.Success).Groups["creation"].Value;
        (string Call, string Stub)[] calls = [.. StubbedCalls()];
        string methods = string.Concat(calls.Select((call, i) => $$"""
                static async Task Call{{i}}()
                {
                    var stub = new StubTransport();
                    var client = {{creation}};
                    {{call.Stub}}
                    {{call.Call.Replace("\"photo.png\"", photo, StringComparison.Ordinal)}}
                    if (stub.Requests.Count == 0) throw new InvalidOperationException("no request");
                }

            """));
        string runs = string.Concat(calls.Select(static (_, i) => $"            await RunAsync({i}, Call{i});\n"));
        string program = $$"""
            using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading.Tasks; using System.Text.Json; using ClerkGen; using {{_client.Client.Options.Namespace}};
            public static class Calls
            {
                private static string _faults = "";
                public static async Task<string> Run()
                {
            {{runs}}
                    return _faults;
                }

                private static async Task RunAsync(int number, Func<Task> call)
                {
                    try { await call(); }
                    catch (Exception exception) { _faults += number + " " + exception.GetType().Name + ": " + exception.Message + "\n"; }
                }

            {{methods}}
            }
            """;
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation(CSharpSyntaxTree.ParseText(program, Options)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        return await (Task<string>)System.Reflection.Assembly.Load(image.ToArray()).GetType("Calls")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    /// <summary>Headings that skip a level.</summary>
    public IEnumerable<string> SkippedLevels()
    {
        foreach ((string page, string text) in Texts.Where(static page => page.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            int level = 0;
            foreach (Match heading in Heading().Matches(Fence().Replace(text, "")))
            {
                int next = heading.Value.TakeWhile(static c => c == '#').Count();
                if (next > level + 1)
                {
                    yield return $"{page}: {heading.Value}";
                }

                level = next;
            }
        }
    }

    /// <summary>JSON of types, with their names.</summary>
    public IEnumerable<(string Type, string Json)> JsonExamples() =>
        from page in Texts
        where page.Key.EndsWith(".md", StringComparison.Ordinal)
        from match in TypeJson().Matches(page.Value)
        select (match.Groups["type"].Value, match.Groups["json"].Value);

    /// <summary>What the client's own strict reader says of all JSON: a line for each example that it refuses.</summary>
    public string ReadJsonExamples()
    {
        string reads = string.Concat(JsonExamples().Distinct().Select(static example => $"Read<{example.Type}>({SymbolDisplay.FormatLiteral(example.Json, quote: true)});\n"));
        string program = $$"""
            using System; using ClerkGen; using {{_client.Client.Options.Namespace}};
            public static class Examples
            {
                private static string _faults = "";
                public static string Run() { {{reads}} return _faults; }
                private static void Read<T>(string json) where T : ClerkGen.GeneratedSupport.IApiJson<T>
                {
                    try { ApiJson.ParseStrictly<T>(json); }
                    catch (Exception exception) { _faults += typeof(T).Name + ": " + exception.Message + "\n"; }
                }
            }
            """;
        using MemoryStream image = new();
        CSharpCompilation compilation = Compilation(CSharpSyntaxTree.ParseText(program, Options));
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        return (string)System.Reflection.Assembly.Load(image.ToArray()).GetType("Examples")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    /// <summary>Links that lead nowhere.</summary>
    public IEnumerable<string> BrokenLinks()
    {
        foreach ((string page, string text) in Texts.Where(static page => !page.Key.EndsWith("llms-full.txt", StringComparison.Ordinal)))
        {
            foreach (string target in Link().Matches(Fence().Replace(text, "")).Select(static match => match.Groups["target"].Value))
            {
                if (target.StartsWith("http", StringComparison.Ordinal) || target.StartsWith("../", StringComparison.Ordinal))
                {
                    continue;
                }

                string[] parts = target.Split('#');
                string other = parts[0].Length == 0 ? page : parts[0];
                if (!Texts.TryGetValue(other, out string? found) || (parts.Length > 1 && !Anchors(found).Contains(parts[1])))
                {
                    yield return $"{page}: {target}";
                }
            }
        }
    }

    /// <summary>Anchors that GitHub gives to a page's headings.</summary>
    public static IReadOnlyList<string> Anchors(string page) =>
        [.. Heading().Matches(Fence().Replace(page, "")).Select(static match => string.Concat(match.Groups["text"].Value.Trim().ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')).Replace(' ', '-'))];

    private CSharpCompilation Compilation(SyntaxTree tree) => CSharpCompilation.Create(
        "Examples",
        [
            tree,
            .. _client.Client.Files.Select(static file => file is ClientFileModel client ? client with { HasHttpClientFactory = false } : file)
                .Select(static file => CSharpSyntaxTree.ParseText(FileOutput.TextOf(file, CancellationToken.None), Options)),
        ],
        [.. SharedReferences.Framework, SharedReferences.Runtime],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    [GeneratedRegex(@"^###? (?<type>\w+)\n(?:(?!^#).*\n)*?```json\n(?<json>[^`]*?)\n```$", RegexOptions.Multiline)]
    private static partial Regex TypeJson();

    [GeneratedRegex(@"^var client = (?<creation>new .*stub\.CreateHttpClient\(\)\));$", RegexOptions.Multiline)]
    private static partial Regex StubClient();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!\\)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
