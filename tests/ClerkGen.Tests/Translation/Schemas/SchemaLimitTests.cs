using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Translation.Schemas;

/// <summary>Documents that try to keep the compiler busy or to exhaust its stack.</summary>
public sealed class SchemaLimitTests
{
    // Thousands of classes are more than is emitted for a document of this length (CLERKGEN091); chains that end in one type are not.
    [Theory]
    [InlineData(true, "allOf: [{ $ref: '#/components/schemas/S0001' }]",
        "{ allOf: [{ $ref: '#/components/schemas/NEXT' }], properties: { PROP: { type: string } } }")]
    [InlineData(true, "oneOf: [{ $ref: '#/components/schemas/S0001' }, { type: string }]",
        "{ oneOf: [{ $ref: '#/components/schemas/NEXT' }, { type: object, properties: { PROP: { type: string } } }] }")]
    [InlineData(false, "type: array", "{ type: array, items: { $ref: '#/components/schemas/NEXT' } }")]
    [InlineData(false, "type: array", "{ type: object, additionalProperties: { $ref: '#/components/schemas/NEXT' } }")]
    [InlineData(false, "type: array", "{ $ref: '#/components/schemas/NEXT' }")]
    [InlineData(false, "type: array", "{ allOf: [{ $ref: '#/components/schemas/NEXT' }, { $ref: '#/components/schemas/NEXT' }] }")]
    [InlineData(true, "type: array", "{ type: object, properties: { PROP: { $ref: '#/components/schemas/NEXT' } } }")]
    [InlineData(false, "type: array",
        "{ nullable: true, oneOf: [{ $ref: '#/components/schemas/NEXT' }, { allOf: [{ $ref: '#/components/schemas/NEXT' }] }] }")]
    public void A_chain_of_thousands_of_references_ends_on_a_small_stack(bool isRefused, string first, string link)
    {
        const int Count = 3000;
        StringBuilder schemas = new();
        schemas.Append("T: { type: object, properties: { a: { $ref: '#/components/schemas/S0000' } } }\nS0000: { ").Append(first).Append(
            " }\n");
        for (int i = 1; i < Count; i++)
        {
            string next = $"S{(i + 1) % Count:D4}";
            schemas.Append($"S{i:D4}: ").Append(link.Replace("NEXT", next).Replace("PROP", $"p{i}")).Append('\n');
        }

        ReadDocument document = TranslatedSchemas.Read(TranslatedSchemas.Document(schemas.ToString()), "a.yaml");
        if (isRefused)
        {
            Exception refused = Assert.Throws<InvalidOperationException>(() => OnSmallStack(() => Translate(document, CancellationToken.None)));
            Assert.IsType<OutputTooLargeException>(refused.InnerException);
        }
        else
        {
            Assert.Contains(OnSmallStack(() => Translate(document, CancellationToken.None)), file => file is ObjectModel { Name: "T" });
        }
    }

    [Fact]
    public void Doubling_allOf_is_looked_at_once()
    {
        StringBuilder schemas = new("S0: { type: object, properties: { a: { type: string } } }\n");
        for (int i = 1; i <= 60; i++)
        {
            schemas.Append($"S{i}: {{ allOf: [{{ $ref: '#/components/schemas/S{i - 1}' }}, "
                + $"{{ allOf: [{{ $ref: '#/components/schemas/S{i - 1}' }}] }}, {{ properties: {{ p{i}: {{ type: string }} }} }}] }}\n");
        }

        TranslatedSchemas translated = TranslatedSchemas.Of(schemas.ToString());
        Assert.Equal(61, translated.Object("S60").Properties.Count);
    }

    [Fact]
    public void Doubling_inline_unions_are_looked_at_once()
    {
        StringBuilder schemas = new("S0: { oneOf: [{ type: string }, { type: integer }] }\n");
        for (int i = 1; i <= 60; i++)
        {
            string reference = $"{{ $ref: '#/components/schemas/S{i - 1}' }}";
            schemas.Append($"S{i}: {{ oneOf: [{reference}, {{ oneOf: [{reference}, {{ anyOf: [{reference}, {reference}] }}] }}] }}\n");
        }

        Assert.Equal(["string", "long"], TranslatedSchemas.Of(schemas.ToString()).Variants("S60"));
    }

    [Fact]
    public void Schemas_may_nest_as_deep_as_documents()
    {
        string schema = "{ type: string }";
        for (int i = 0; i < 50; i++)
        {
            schema = $"{{ type: object, properties: {{ p: {schema} }} }}";
        }

        TranslatedSchemas translated = TranslatedSchemas.Of("T: " + schema);
        Assert.Equal(50, translated.Names.Count);
        Assert.Empty(translated.Ids);
    }

    [Fact]
    public void Too_much_work_is_an_error_at_its_place_and_the_rest_is_any_value()
    {
        const string Schemas = "A: { type: object, properties: { x: { type: string } } }\nB: { type: object, properties: { y: { type: string } } }";
        ReadDocument document = TranslatedSchemas.Read(TranslatedSchemas.Document(Schemas), "a.yaml");
        TranslationContext context = new(
            document.Document!, TranslatedSchemas.Options, ConsumerFacts.None, new WorkBudget(CancellationToken.None), maximumSchemaSteps: 9);
        FileModel[] files = TranslatedSchemas.Complete(new SchemaTranslator(context));

        TranslationDiagnostic reported = Assert.Single(context.Diagnostics.Items);
        Diagnostic diagnostic = new LocatedDiagnostic(reported.Descriptor, document.Locate(reported.Pointer), reported.Arguments).ToDiagnostic();
        Assert.Equal(("CLERKGEN022", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(
            "The document's schemas need more than 9 steps to translate. Schemas from here on accept any JSON value.",
            diagnostic.GetMessage(null));
        Assert.Equal("/components/schemas/B", reported.Pointer);
        Assert.Equal(("a.yaml", 6, 4, 5), Span(diagnostic.Location.GetLineSpan()));
        Assert.Equal(["A"], files.Select(static file => Assert.IsType<ObjectModel>(file).Name));

        static (string, int, int, int) Span(FileLinePositionSpan span) =>
            (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Character);
    }

    [Fact]
    public void Translation_stops_when_the_compiler_asks_for_it()
    {
        StringBuilder schemas = new();
        for (int i = 0; i < 2000; i++)
        {
            schemas.Append($"S{i}: {{ type: object, properties: {{ a: {{ type: string, enum: [x{i}, y] }}, "
                + $"b: {{ oneOf: [{{ type: string }}, {{ type: integer }}] }} }} }}\n");
        }

        ReadDocument document = TranslatedSchemas.Read(TranslatedSchemas.Document(schemas.ToString()), "a.yaml");
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Translate(document, source.Token));
    }

    private static FileModel[] Translate(ReadDocument document, CancellationToken cancellationToken)
    {
        TranslationContext context = new(document.Document!, TranslatedSchemas.Options, ConsumerFacts.None, new WorkBudget(cancellationToken));
        return TranslatedSchemas.Complete(new SchemaTranslator(context));
    }

    private static T OnSmallStack<T>(Func<T> function)
    {
        T? result = default;
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = function();
                }
#pragma warning disable CA1031 // Carried to the test's own thread.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = exception;
                }
            },
            256 * 1024);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));
        return failure is null ? result! : throw new InvalidOperationException("Translation failed.", failure);
    }
}
