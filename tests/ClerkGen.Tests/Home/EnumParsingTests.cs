using System.Globalization;
using System.Reflection;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Home;

/// <summary>Emitted enums are parsable, so that frameworks bind routes and queries to them.</summary>
public sealed class EnumParsingTests
{
    private static readonly Lazy<Assembly> Emitted = new(() =>
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: 'https://api.example.com' }]
            paths: { /a: { get: { operationId: getA, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } } }
            components:
              schemas:
                Color: { type: string, enum: [red, blue, try_parse] }
                Level: { type: integer, format: int32, enum: [1, 2] }
                Size: { type: integer, enum: [1, 20000000000] }
                Rate: { type: number, enum: [0.5, 1] }
                All: { type: object, properties: { a: { $ref: '#/components/schemas/Color' }, b: { $ref: '#/components/schemas/Level' }, c: { $ref: '#/components/schemas/Size' }, d: { $ref: '#/components/schemas/Rate' } } }
            """));
        Assert.Empty(run.CompilerDiagnostics);
        return run.Load();
    });

    [Theory]
    [InlineData("Color", "red", "red")]
    [InlineData("Color", "never heard of", "never heard of")]
    [InlineData("Level", "2", "2")]
    [InlineData("Level", "x", null)]
    [InlineData("Level", "20000000000", null)]
    [InlineData("Size", "20000000000", "20000000000")]
    [InlineData("Rate", "0.5", "0.5")]
    [InlineData("Rate", "0,5", null)]
    [InlineData("Rate", null, null)]
    [InlineData("Color", null, null)]
    public void Text_becomes_the_value_that_is_written_as_that_text(string type, string? text, string? expected)
    {
        MethodInfo parse = typeof(EnumParsingTests).GetMethod(nameof(Parse), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(Emitted.Value.GetType("Consumer.Api." + type)!);

        Assert.Equal(expected, parse.Invoke(null, [text]));
    }

    private static string? Parse<T>(string? text)
        where T : ISpanParsable<T>
    {
        bool isParsed = TryParseText(text, out T? value);
        Assert.Equal(isParsed, T.TryParse(text.AsSpan(), null, out T? same) && text is not null);
        if (isParsed)
        {
            Assert.Equal(value, same);
            Assert.Equal(value, ParseText<T>(text!));
            Assert.Equal(value, T.Parse(text.AsSpan(), null));
        }
        else if (text is not null)
        {
            Assert.Throws<FormatException>(() => ParseText<T>(text));
        }

        return isParsed ? value!.ToString() : null;
    }

    private static bool TryParseText<T>(string? text, out T? value)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.GetCultureInfo("de-DE"), out value);

    private static T ParseText<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);
}
