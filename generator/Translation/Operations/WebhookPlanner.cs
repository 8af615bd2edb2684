using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Plans the requests that the API sends to its users. The bodies of webhooks and callbacks become types for receivers, and all webhooks'
/// bodies one union. There are no methods for them.
/// </summary>
internal sealed class WebhookPlanner(TranslationContext context, SchemaTranslator schemas)
{
    private readonly List<EventBody> _events = [];

    /// <summary>Plans the event of a webhook.</summary>
    public void PlanWebhook(OperationSource webhook)
    {
        if (Plan(webhook, SuggestedName.From(Identifiers.Pascal(webhook.Path, "Webhook")).Then("Event")) is { } found)
        {
            _events.Add(new EventBody(webhook.Path, found.Part, found.Example));
        }
        else
        {
            context.Diagnostics.Report(DiagnosticDescriptors.WebhookWithoutEvent, webhook.Pointer, webhook.Path);
        }
    }

    /// <summary>Plans the union of the events of all webhooks that were planned.</summary>
    public void PlanEvents() => schemas.PlanEvents(_events);

    /// <summary>Plans the bodies of the callbacks of an operation.</summary>
    public void PlanCallbacks(NamedOperation named)
    {
        foreach (OperationSource callback in OperationFinder.FindCallbacks(named.Source))
        {
            Plan(callback, SuggestedName.From(named.TypeStem).Then(callback.Path).Then("Callback"));
        }
    }

    private (SchemaPart Part, JsonNode? Example)? Plan(OperationSource source, SuggestedName name)
    {
        if (source.Operation.RequestBody is not { } body)
        {
            return null;
        }

        if (MediaTypes.Find(MediaTypes.Read(body.Content, source.BodyPointer), MediaTypeKind.Json) is not { Content.Schema: { } schema } json)
        {
            return null;
        }

        SchemaPart part = new(schema, json.Pointer + "/schema", name with { Scope = json.Pointer });
        schemas.Plan(schema, part.Pointer, part.Name, SchemaUse.Received);
        JsonNode? example = json.Content.Example
            ?? json.Content.Examples?.OrderBy(static example => example.Key, StringComparer.Ordinal).FirstOrDefault().Value?.Value;
        return (part, example);
    }
}
