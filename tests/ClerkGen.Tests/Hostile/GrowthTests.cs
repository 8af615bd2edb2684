using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Hostile;

/// <summary>
/// Inputs that the graph compares with a translated document, instead of translating them: one of ten times the size may cost at most twelve
/// times as much memory.
/// </summary>
public sealed class GrowthTests
{
    private const string Baseline = "ClerkGenApi.txt";
    private const int Small = 400;

    [Theory]
    [InlineData("lines of an API baseline")]
    [InlineData("types and an API baseline without them")]
    [InlineData("words of a program that names what it uses")]
    [InlineData("files of a program that names what it uses")]
    public void Ten_times_the_input_costs_at_most_twelve_times_the_memory(string name)
    {
        Run(name, Small / 4);
        long nothing = Run(name, 0);

        long small = Run(name, Small) - nothing;
        long large = Run(name, 10 * Small) - nothing;

        Assert.True(small > 0, "The input costs nothing, so nothing is measured.");
        Assert.True(large <= 12 * small, $"{name}: {small:N0} bytes for {Small}, {large:N0} bytes for {10 * Small}.");
    }

    [Fact]
    public void An_API_baseline_that_differs_everywhere_is_a_bounded_number_of_warnings()
    {
        var harness = new GeneratorHarness(InputOf("types and an API baseline without them", 4_000), tracksSteps: false);

        Assert.InRange(harness.Run().Diagnostics.Length, 1, 1_001);
    }

    private static long Run(string name, int size)
    {
        var harness = new GeneratorHarness(InputOf(name, size), tracksSteps: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        harness.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static GeneratorInput InputOf(string name, int size)
    {
        string baseline = Lines(size, static i => $"Consumer.Api.Gone{i} {{ public string? Name {{ get; set; }} }}");
        return name switch
        {
            "lines of an API baseline" => WithBaseline(Document(1), baseline),
            "types and an API baseline without them" => WithBaseline(Document(size), "Consumer.Api.Gone { public string? Name { get; set; } }\n"),
            "words of a program that names what it uses" => Used([$"class Program {{ void Call() {{ {Lines(size, static i => $"_ = nameof(S{i});")} }} }}"]),
            _ => Used([.. Enumerable.Range(0, size).Select(static i => $"class C{i} {{ string Name => \"S{i}\"; }}")]),
        };
    }

    private static GeneratorInput WithBaseline(string document, string baseline)
    {
        GeneratorInput input = GeneratorInput.Of(document, "document.json");
        return input with
        {
            Files = [.. input.Files, new GeneratorFile(Baseline, baseline, new Dictionary<string, string> { ["ApiBaseline"] = "true" })],
            Properties = new Dictionary<string, string> { ["ClerkGenApiBaselineFile"] = Baseline },
        };
    }

    private static GeneratorInput Used(string[] sources) => GeneratorInput.Of(Document(200), "document.json") with
    {
        Sources = sources,
        Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = "Used" },
    };

    private static string Document(int types)
    {
        string schemas = string.Join(", ", Enumerable.Range(0, types + 1).Select(static i => $$"""
            "S{{i}}": { "type": "object", "properties": { "a": { "type": "string" } } }
            """));
        return $$"""
            { "openapi": "3.1.0", "info": { "title": "Growth", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
              "paths": { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S0" } } } } } } } },
              "components": { "schemas": { {{schemas}} } } }
            """;
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));
}
