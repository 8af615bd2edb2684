using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using Microsoft.OpenApi;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests;

/// <summary>
/// Every member of every answer of the bundled client, changed in ways in which servers drift away from their documents. Tolerant reading always
/// gives a value and reports what the document's own checker sees; strict reading refuses exactly what tolerant reading reports, with a path.
/// </summary>
public sealed class DriftTests(ITestOutputHelper output)
{
    private static readonly (string Name, Func<JsonNode?, JsonNode?> Change)[] Changes =
    [
        ("null", static _ => null),
        ("text", static _ => "drifted away"),
        ("number", static _ => 7),
        ("fraction", static node => node?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 1.5 : 2.5),
        ("huge number", static _ => JsonNode.Parse("123456789012345678901234567890")),
        ("flag", static _ => true),
        ("list", static _ => new JsonArray(1, "a")),
        ("object", static _ => new JsonObject { ["drifted"] = "away" }),
    ];

    private readonly ConcurrentBag<string> _faults = [];

    // Members that were changed already, as part of some answer: by their object's members and their own name.
    private readonly ConcurrentDictionary<(string Siblings, string Name), bool> _seen = new();
    private readonly HashSet<string> _freeForm = [];
    private int _bodies;
    private int _refused;
    private int _members;

    [Fact]
    public async Task Drift_is_reported_and_never_loses_an_answer()
    {
        EmittedClient emitted = EmittedClient.Of(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        ReflectedClient all = ReflectedClient.Create(emitted.Assembly, new Uri("https://drift.example"), []);
        // Operations that answer with the same type read it with the same code.
        DocumentOperation[] operations =
        [
            .. emitted.Document.Operations
                .Where(static operation => Schema(operation) is not null)
                .GroupBy(operation => all.Find(operation)!.ReturnType)
                .Select(static group => group.First()),
        ];

        HashSet<IOpenApiSchema> visited = new(ReferenceEqualityComparer.Instance);
        foreach (DocumentOperation operation in operations)
        {
            FindFreeForm(Schema(operation)!, visited);
        }

        await Parallel.ForEachAsync(operations, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (operation, _) => await DriftAsync(emitted, operation));

        output.WriteLine($"{operations.Length} answers, {_members} members, {_bodies} changed bodies, {_refused} refused by strict reading, {_faults.Count} faults");
        Assert.True(_faults.IsEmpty, $"{_faults.Count} faults\n" + string.Join('\n', _faults.Order(StringComparer.Ordinal).Take(40)));
        Assert.True(_members > 1000 && _refused > 1000);
    }

    private static IOpenApiSchema? Schema(DocumentOperation operation) => operation.Response(operation.SuccessStatus)?.Content is { } content
        && content.TryGetValue("application/json", out IOpenApiMediaType? media) ? media.Schema : null;

    private async Task DriftAsync(EmittedClient emitted, DocumentOperation operation)
    {
        using var http = new HttpClient(new BodyHandler());
        int reported = 0;
        ReflectedOperation Connect(bool isStrict) => ReflectedClient.Create(
            emitted.Assembly,
            new Uri("https://drift.example"),
            [],
            options =>
            {
                options.StrictReading = isStrict;
                options.OnDeviation = _ => reported++;
            },
            http).Find(operation)!;
        ReflectedOperation tolerant = Connect(isStrict: false);
        ReflectedOperation strict = Connect(isStrict: true);
        object?[] arguments = tolerant.Arguments(OperationSample.Of(operation));
        JsonNode sample = JsonNode.Parse(ResponseSample.Of(operation, new Answer(), accept: null).Body)!;
        foreach (string[] path in Paths(sample, []).Where(path => _seen.TryAdd((Siblings(Parent(sample, path)), path[^1]), true)).ToArray())
        {
            Interlocked.Increment(ref _members);
            foreach ((string name, Func<JsonNode?, JsonNode?> change) in Changes)
            {
                await TryAsync(name, path, Changed(sample, path, change));
            }

            await TryAsync("missing", path, Without(sample, path));
        }

        async Task TryAsync(string what, string[] path, JsonNode body)
        {
            Interlocked.Increment(ref _bodies);
            string where = $"{operation.OperationId} /{string.Join('/', path)} {what}";
            BodyHandler.Body.Value = Encoding.UTF8.GetBytes(body.ToJsonString());
            reported = 0;
            Exception? lost = await Record.ExceptionAsync(() => tolerant.DrainAsync(arguments, new RequestOptions()));
            bool isReported = reported > 0;
            if (lost is not null)
            {
                _faults.Add($"{where}: lost, {lost.GetType().Name} {lost.Message}");
                return;
            }

            Exception? refused = await Record.ExceptionAsync(() => strict.DrainAsync(arguments, new RequestOptions()));
            if (refused is not null)
            {
                Interlocked.Increment(ref _refused);
            }

            if ((refused is not null) != isReported || refused is not (null or ApiResponseFormatException { Problem: ApiResponseProblem.Deviation, Path: not null }))
            {
                _faults.Add($"{where}: {reported} reported, strict reading gave {refused?.GetType().Name ?? "a value"}");
            }

            if (!isReported && Violation(operation, path, what, body) is { } violation)
            {
                _faults.Add($"{where}: not reported, but {violation}");
            }
        }
    }

    /// <summary>The kind that the document's checker finds at the changed place and runtime/docs/reading.md lists; null for none.</summary>
    private string? Violation(DocumentOperation operation, string[] path, string what, JsonNode body)
    {
        string place = string.Concat(path.Select(static name => "/" + name));
        foreach ((string pointer, string message) in SchemaChecker.Check(body, Schema(operation)!, Direction.Response).Where(problem => problem.Pointer == place))
        {
            // Texts are not checked beyond their type; a moment keeps its fraction; a free-form member takes anything.
            bool isReported = message.StartsWith("expected", StringComparison.Ordinal) || message.StartsWith("required", StringComparison.Ordinal);
            if (isReported && what != "fraction" && !(_freeForm.Contains(path[^1]) && message.Contains("Object", StringComparison.Ordinal)))
            {
                return $"{pointer} {message}";
            }
        }

        return null;
    }

    /// <summary>Notes the members whose schema says no more than that they are objects.</summary>
    private void FindFreeForm(IOpenApiSchema declared, HashSet<IOpenApiSchema> visited)
    {
        IOpenApiSchema schema = declared.Resolve();
        if (!visited.Add(schema))
        {
            return;
        }

        foreach ((string name, IOpenApiSchema property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            IOpenApiSchema resolved = property.Resolve();
            bool hasParts = resolved.Properties?.Count > 0 || resolved.AllOf?.Count > 0 || resolved.OneOf?.Count > 0 || resolved.AnyOf?.Count > 0;
            if (!hasParts && resolved.AdditionalProperties is null && resolved.Type?.HasFlag(JsonSchemaType.Object) == true)
            {
                _freeForm.Add(name);
            }

            FindFreeForm(property, visited);
        }

        IOpenApiSchema?[] inner = [schema.Items, schema.AdditionalProperties, .. schema.AllOf ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? []];
        foreach (IOpenApiSchema part in inner.OfType<IOpenApiSchema>())
        {
            FindFreeForm(part, visited);
        }
    }

    /// <summary>Where a body's members are; of lists only the first item.</summary>
    private static IEnumerable<string[]> Paths(JsonNode? node, string[] path)
    {
        IEnumerable<(string Name, JsonNode? Value)> children = node switch
        {
            JsonObject members => members.Select(static member => (member.Key, member.Value)),
            JsonArray items => items.Take(1).Select(static item => ("0", item)),
            _ => [],
        };
        foreach ((string name, JsonNode? value) in children)
        {
            string[] inner = [.. path, name];
            yield return inner;
            foreach (string[] deeper in Paths(value, inner))
            {
                yield return deeper;
            }
        }
    }

    private static string Siblings(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Select(static member => member.Key)) + "}",
        JsonArray items => "[" + Siblings(items[0]) + "]",
        _ => "",
    };

    private static JsonNode Changed(JsonNode sample, string[] path, Func<JsonNode?, JsonNode?> change)
    {
        JsonNode body = sample.DeepClone();
        JsonNode parent = Parent(body, path);
        if (parent is JsonArray items)
        {
            items[0] = change(items[0]);
        }
        else
        {
            parent[path[^1]] = change(parent[path[^1]]);
        }

        return body;
    }

    private static JsonNode Without(JsonNode sample, string[] path)
    {
        JsonNode body = sample.DeepClone();
        switch (Parent(body, path))
        {
            case JsonArray items:
                items.RemoveAt(0);
                break;
            case JsonObject members:
                members.Remove(path[^1]);
                break;
        }

        return body;
    }

    private static JsonNode Parent(JsonNode body, string[] path) =>
        path[..^1].Aggregate(body, static (node, name) => node is JsonArray items ? items[0]! : node[name]!);

    private sealed class BodyHandler : HttpMessageHandler
    {
        internal static readonly AsyncLocal<byte[]> Body = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Body.Value!);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage { Content = content });
        }
    }
}
