using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Reading.Syntax;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis.Text;
using DocumentText = ClerkGen.Generator.Reading.Syntax.DocumentText;

namespace ClerkGen.Tests.Reading;

/// <summary>Public test suites and real documents, where somebody keeps them beside the repository.</summary>
public sealed class PublicDataTests
{
    private static readonly HashSet<string> Methods = new(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"], StringComparer.Ordinal);

    [SharedFact]
    public void Every_case_of_the_YAML_test_suite_is_read_as_expected_or_listed()
    {
        List<string> wrong = [];
        HashSet<string> unused = [.. YamlTestSuiteDeviations.Reasons.Keys];
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(SharedDocuments.PathOf("conformance", "yaml-test-suite", "cases.json")));
        foreach (JsonElement item in cases.RootElement.EnumerateArray())
        {
            string id = item.GetProperty("id").GetString()!;
            string? expected = item.TryGetProperty("json", out JsonElement json) ? json.GetString() : null;
            string outcome = Judge(item.GetProperty("yaml").GetString()!, item.GetProperty("error").GetBoolean(), expected);
            if (outcome.Length > 0 && !unused.Remove(id))
            {
                wrong.Add($"{id} {item.GetProperty("name").GetString()}: {outcome}");
            }
        }

        Assert.Equal(402, cases.RootElement.GetArrayLength());
        Assert.Empty(wrong);
        Assert.Empty(unused);
    }

    [SharedFact]
    public void Every_text_of_the_JSON_test_suite_is_read_or_refused_as_it_should_be()
    {
        Dictionary<char, int> counts = [];
        List<string> wrong = [];
        foreach (string path in Directory.EnumerateFiles(SharedDocuments.PathOf("conformance", "json-test-suite", "test_parsing")))
        {
            using FileStream stream = File.OpenRead(path);
            SourceFile file = new(new SourceDocument(path, SourceText.From(stream, Encoding.UTF8)));
            char expected = Path.GetFileName(path)[0];
            counts[expected] = counts.GetValueOrDefault(expected) + 1;
            bool isRead = Reads(file);
            if ((expected == 'y' && !isRead) || (expected == 'n' && isRead))
            {
                wrong.Add(Path.GetFileName(path));
            }
        }

        Assert.Empty(wrong);
        Assert.Equal((95, 188, 35), (counts['y'], counts['n'], counts['i']));
    }

    [SharedFact]
    public void Every_document_that_passes_the_schema_of_3_1_is_read_without_a_warning_of_its_form()
    {
        string[] paths = Directory.GetFiles(SharedDocuments.PathOf("conformance", "oas31-documents", "pass"));
        Assert.Equal(35, paths.Length);
        Assert.All(paths, path =>
        {
            ReadDocument document = ReadFile(path);
            Assert.NotNull(document.Document);
            Assert.DoesNotContain(
                document.Diagnostics,
                static diagnostic => diagnostic.Kind is not (ReadDiagnosticKind.UnresolvedReference or ReadDiagnosticKind.RuleBroken
                    or ReadDiagnosticKind.KeywordNotExpressed));
        });
    }

    [SharedFact]
    public void Every_document_that_fails_the_schema_of_3_1_is_diagnosed()
    {
        string[] paths = Directory.GetFiles(SharedDocuments.PathOf("conformance", "oas31-documents", "fail"));
        Assert.Equal(11, paths.Length);
        Assert.All(paths, path => Assert.NotEmpty(ReadFile(path).Diagnostics));
    }

    [SharedFact]
    public void Every_operation_of_every_real_document_arrives()
    {
        List<string> wrong = [];
        int documents = 0;
        foreach (string path in RealDocuments())
        {
            ReadDocument document = ReadFile(path, OthersOf(path));
            documents++;
            int expected = CountOperations(path);
            int actual = document.Document?.Paths.Values.Sum(item => item.Operations?.Count ?? 0) ?? -1;
            string[] errors = [.. document.Diagnostics
                .Where(static diagnostic => diagnostic.Kind is not (ReadDiagnosticKind.RuleBroken or ReadDiagnosticKind.KeywordNotExpressed)).Select(diagnostic => diagnostic.ToString())];
            if (expected != actual || errors.Length > 0)
            {
                wrong.Add($"{path}: {expected} expected, {actual} read. {string.Join("; ", errors)}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(63, documents);
    }

    // The documents of folders that hold one document in several files begin with 'openapi' or 'swagger'; the other files are parts.
    private static IEnumerable<string> RealDocuments()
    {
        foreach (string folder in (string[])["clerk", "corpus"])
        {
            foreach (string path in Directory.EnumerateFiles(SharedDocuments.PathOf(folder), "*", SearchOption.AllDirectories))
            {
                bool isDocument = Path.GetExtension(path) is ".json" or ".yaml" or ".yml";
                if (isDocument && (Path.GetDirectoryName(path) == SharedDocuments.PathOf(folder) || Path.GetFileName(path) is "openapi.yml" or "swagger.yaml"))
                {
                    yield return path;
                }
            }
        }
    }

    private static string[] OthersOf(string path) => Path.GetFileName(path) switch
    {
        "openapi.yml" => Directory.GetFiles(Path.GetDirectoryName(path)!, "*.y*ml", SearchOption.AllDirectories),
        "swagger.yaml" => Directory.GetFiles(Path.GetDirectoryName(Path.GetDirectoryName(path))!, "*.yaml", SearchOption.AllDirectories),
        _ => [],
    };

    private static int CountOperations(string path)
    {
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        DocumentNode root = DocumentText.Read(Source(path), context)!;
        int count = 0;
        foreach (Member item in (((ObjectNode)root)["paths"] as ObjectNode)?.Members ?? [])
        {
            if (ReferenceResolver.ReferenceOf(item.Value) is { } reference)
            {
                string target = Path.Combine(Path.GetDirectoryName(path)!, reference.Text);
                count += ((ObjectNode)DocumentText.Read(Source(target), context)!).Members.Count(member => Methods.Contains(member.Key));
                continue;
            }

            if (item.Value is ObjectNode operations)
            {
                count += operations.Members.Count(member => Methods.Contains(member.Key));
                count += (operations["additionalOperations"] as ObjectNode)?.Members.Count ?? 0;
            }
        }

        return count;
    }

    private static string Judge(string yaml, bool mustFail, string? expected)
    {
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        DocumentNode? root;
        try
        {
            root = YamlTextReader.Read(new SourceFile(Documents.File("a.yaml", yaml)), context);
        }
        catch (DocumentSyntaxException exception)
        {
            return mustFail ? "" : "refused: " + exception.Message;
        }

        if (mustFail)
        {
            return "read";
        }

        if (expected is null)
        {
            return "";
        }

        JsonNode? actual = root is null ? null : new JsonNodeBuilder(context).Build(root);
        return JsonNode.DeepEquals(First(expected), actual) ? "" : $"read as {actual?.ToJsonString() ?? "null"}";
    }

    // The first of several JSON texts.
    private static JsonNode? First(string texts)
    {
        if (string.IsNullOrWhiteSpace(texts))
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(texts);
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        reader.Read();
        reader.Skip();
        return JsonNode.Parse(bytes.AsSpan(0, (int)reader.BytesConsumed));
    }

    private static bool Reads(SourceFile file)
    {
        try
        {
            ReadContext context = new(ReadLimits.Default with { Depth = 600 }, new WorkBudget(CancellationToken.None));
            new JsonNodeBuilder(context).Build(JsonTextReader.Read(file, context));
            return true;
        }
        catch (DocumentSyntaxException)
        {
            return false;
        }
    }

    private static ReadDocument ReadFile(string path, params string[] others) =>
        DocumentReader.Read(Load(path), Array.ConvertAll(others, Load), ReadLimits.Default, new WorkBudget(CancellationToken.None));

    private static SourceFile Source(string path) => new(Load(path));

    private static SourceDocument Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return new SourceDocument(path, SourceText.From(stream, Encoding.UTF8));
    }
}
