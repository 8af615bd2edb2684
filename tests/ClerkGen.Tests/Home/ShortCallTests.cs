using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Home;

/// <summary>What a caller writes without looking it up.</summary>
public sealed class ShortCallTests
{
    private const string Text = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: 'https://api.example.com' }]
        paths:
          /letters:
            get:
              operationId: listLetters
              tags: [letters]
              parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: offset, in: query, schema: { type: integer } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Letter' } } } } } }
            post:
              operationId: sendLetter
              tags: [letters]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Letter' } } } }
              responses: { '204': { description: ok } }
          /letters/{operations}:
            get:
              operationId: getLetter
              tags: [letters]
              parameters: [{ name: operations, in: path, required: true, schema: { type: string } }, { name: form, in: query, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Letter' } } } } }
          /letters/{id}/open:
            post:
              operationId: equals
              tags: [letters]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Letter' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Letter:
              type: object
              required: [to]
              properties:
                to: { oneOf: [{ type: string }, { type: array, items: { type: string } }] }
                parts: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Part' } }] }
                count: { type: integer, format: int32 }
                counts: { type: array, items: { type: integer, format: int32 } }
            Part: { type: object, required: [text], properties: { text: { type: string } } }
        """;

    private const string Use = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Use
        {
            public static async Task<string> Calls()
            {
                var stub = new StubTransport();
                stub.On(LettersOperations.OperationIds.List).ReturnsJson("[]");
                stub.On(LettersOperations.OperationIds.Get).ReturnsJson("{\"to\":\"a\"}");
                stub.On(LettersOperations.OperationIds.EqualsValue).ReturnsNothing();
                var client = new DocumentClient(new DocumentClientOptions(), stub.CreateHttpClient());
                using var source = new CancellationTokenSource();
                CancellationToken token = source.Token;
                await client.Letters.ListAsync(token);
                await client.Letters.ListAsync(new RequestOptions { MaxRetries = 0 }, token);
                await client.Letters.ListAsync(new() { Limit = 1 });
                await client.Letters.ListAsync(null);
                await foreach (Letter letter in client.Letters.ListAllAsync(token)) { }
                await client.Letters.GetAsync("a", token);
                await client.Letters.EqualsAsync("a", token);
                await source.CancelAsync();
                bool isCancelled = false;
                try { await client.Letters.ListAsync(token); } catch (OperationCanceledException) { isCancelled = true; }
                return string.Join(" ", stub.Requests.Select(request => request.Path + string.Concat(request.Query.Select(pair => "?" + pair.Key + "=" + pair.Value)))) + " " + isCancelled;
            }

            public static string Written()
            {
                List<string> list = new() { "d" };
                int count = new Letter { To = "x", Count = 3 }.Count ?? 0;
                IEnumerable<Letter> letters =
                [
                    new() { To = ["a", "b"], Parts = [new Part { Text = "p" }], Counts = [count] },
                    new() { To = new[] { "c" } },
                    new() { To = list },
                    new() { To = [.. list, "e"] },
                    new() { To = [] },
                    new() { To = "f", Parts = "text" },
                ];
                List<string> read = new();
                foreach (Letter letter in letters)
                {
                    foreach (string to in letter.To) { read.Add(to); }
                    if (letter.Parts is { } parts) { foreach (Part part in parts) { read.Add(part.Text); } }
                }

                return string.Join("", letters.Select(letter => letter.ToJson())) + string.Join(" ", read);
            }
        }
        """;

    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Run(GeneratorInput.Of(Text) with { Sources = [Use] }));

    [Fact]
    public void Nothing_is_reported()
    {
        Assert.Empty(Run.Value.CompilerDiagnostics);
        Assert.DoesNotContain(Run.Value.Diagnostics, static diagnostic => diagnostic.Id != "CLERKGEN024");
    }

    [Fact]
    public async Task A_token_or_options_may_follow_what_is_required()
    {
        object called = Run.Value.Load().GetType("Use")!.GetMethod("Calls")!.Invoke(null, null)!;

        Assert.Equal("/letters /letters /letters?limit=1 /letters /letters /letters/a /letters/a/open True", await (Task<string>)called);
    }

    [Fact]
    public void One_or_several_are_written_as_a_value_a_collection_expression_an_array_or_a_list() => Assert.Equal(
        """{"to":["a","b"],"parts":[{"text":"p"}],"counts":[3]}{"to":["c"]}{"to":["d"]}{"to":["d","e"]}{"to":[]}{"to":"f","parts":"text"}"""
        + "a b p c d d e f",
        Run.Value.Load().GetType("Use")!.GetMethod("Written")!.Invoke(null, null));
}
