using System.Diagnostics;
using System.Reflection;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Emit;

/// <summary>Emitted types in tooltips, warnings and a debugger.</summary>
public sealed class ComfortTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        paths:
          /things/{id}:
            get:
              operationId: getThing
              tags: [Things]
              summary: Gets a thing; use getOther instead.
              deprecated: true
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The thing., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        components:
          schemas:
            Thing:
              type: object
              properties:
                id: { type: string }
                ticket: { $ref: '#/components/schemas/Ticket' }
                choice: { oneOf: [{ type: string }, { type: integer }] }
                size: { type: integer, minimum: 1, maximum: 5, default: 2, description: How big. }
            Ticket: { type: object, properties: { id: { type: string, format: password } } }
        """;

    private const string Keyword = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        paths:
          /events/{event}/{kind}:
            get:
              operationId: getEvent
              tags: [Events]
              parameters:
                - { name: event, in: path, required: true, schema: { type: string } }
                - { name: kind, in: path, required: true, schema: { type: string } }
              responses: { '204': { description: OK } }
        """;

    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Run(GeneratorInput.Of(Document)));

    [Fact]
    public void Path_parameters_have_the_names_of_their_arguments()
    {
        string group = GeneratorHarness.Run(GeneratorInput.Of(Keyword)).Files.Single(static file => file.Key.EndsWith(".EventsOperations.g.cs", StringComparison.Ordinal)).Value;

        Assert.Contains(".Path(@event)", group, StringComparison.Ordinal);
        Assert.Contains(".Path(kind)", group, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debugger_shows_the_id_unless_it_is_a_secret()
    {
        Assembly client = Run.Value.Load();

        // Without an attribute a debugger shows what ToString gives.
        Type ticket = client.GetType("Consumer.Api.Ticket", throwOnError: true)!;
        Assert.Null(client.GetType("Consumer.Api.Thing", throwOnError: true)!.GetCustomAttribute<DebuggerDisplayAttribute>());
        Assert.Null(ticket.GetCustomAttribute<DebuggerDisplayAttribute>());
        Assert.Equal(typeof(object), ticket.GetMethod("ToString", [])!.DeclaringType);
        Assert.Equal("{Value}", client.GetType("Consumer.Api.ThingChoice", throwOnError: true)!.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
    }

    [Fact]
    public void The_text_of_an_object_is_its_type_and_id_unless_the_user_writes_another()
    {
        Assembly client = Run.Value.Load();
        Type thing = client.GetType("Consumer.Api.Thing", throwOnError: true)!;
        object value = Activator.CreateInstance(thing)!;
        thing.GetProperty("Id")!.SetValue(value, "thing_1");
        object ticket = Activator.CreateInstance(client.GetType("Consumer.Api.Ticket", throwOnError: true)!)!;

        Assert.Equal("Thing thing_1", value.ToString());
        Assert.Equal("Consumer.Api.Ticket", ticket.ToString());

        GeneratorRun own = GeneratorHarness.Run(GeneratorInput.Of(Document) with
        {
            Sources = ["namespace Consumer.Api; public partial class Thing { /// <inheritdoc/>\n public override string ToString() => \"mine\"; }"],
        });
        Assert.Equal("mine", Activator.CreateInstance(own.Load().GetType("Consumer.Api.Thing", throwOnError: true)!)!.ToString());
    }

    [Fact]
    public void A_warning_about_a_deprecated_member_names_the_alternative()
    {
        MethodInfo method = Run.Value.Load().GetType("Consumer.Api.ThingsOperations", throwOnError: true)!.GetMethod("GetAsync")!;

        Assert.Equal("Gets a thing; use getOther instead.", method.GetCustomAttribute<ObsoleteAttribute>()?.Message);
    }

    [Fact]
    public void A_tooltip_has_result_place_and_limits()
    {
        string group = Run.Value.Files["Consumer.Api.ThingsOperations.g.cs"];
        string thing = Run.Value.Files["Consumer.Api.Thing.g.cs"];

        Assert.Contains("/// <returns>The thing.</returns>", group, StringComparison.Ordinal);
        Assert.Contains("<c>getThing</c>: <c>GET /things/{id}</c>", group, StringComparison.Ordinal);
        Assert.Contains("/// <remarks>Default: <c>2</c>. At least: <c>1</c>. At most: <c>5</c>.</remarks>", thing, StringComparison.Ordinal);
    }
}
