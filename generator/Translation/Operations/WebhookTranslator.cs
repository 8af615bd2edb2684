using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates what the API calls at its users: the bodies of webhooks and callbacks become types, so that a receiver can read them, and those of all
/// webhooks one union. There are no methods for them.
/// </summary>
internal sealed class WebhookTranslator(TranslationContext context)
{
    private readonly List<EventBody> _events = [];

    /// <summary>Translates a webhook.</summary>
    public void TranslateWebhook(OperationSource webhook)
    {
        if (Translate(webhook, SuggestedName.From(Identifiers.Pascal(webhook.Path, "Webhook")).Then("Event")) is { } found)
        {
            _events.Add(new EventBody(webhook.Path, found.Part, found.Example));
        }
        else
        {
            context.Diagnostics.Report(DiagnosticDescriptors.WebhookWithoutEvent, webhook.Pointer, webhook.Path);
        }
    }

    /// <summary>Translates the union of all webhooks that were translated.</summary>
    public void TranslateEvents() => context.Schemas.TranslateEvents(_events);

    /// <summary>Translates the callbacks of an operation.</summary>
    public void TranslateCallbacks(NamedOperation named)
    {
        foreach (OperationSource callback in OperationFinder.FindCallbacks(named.Source))
        {
            Translate(callback, SuggestedName.From(named.TypeStem).Then(callback.Path).Then("Callback"));
        }
    }

    private (SchemaPart Part, JsonNode? Example)? Translate(OperationSource source, SuggestedName name)
    {
        if (source.Operation.RequestBody is not { } body)
        {
            return null;
        }

        string pointer = body is OpenApiRequestBodyReference { Reference.Id: { } id }
            ? JsonPointers.Join("/components/requestBodies", id)
            : JsonPointers.Join(source.Pointer, "requestBody");
        if (MediaTypes.Find(MediaTypes.Read(body.Content, pointer), MediaTypeKind.Json) is not { Content.Schema: { } schema } json)
        {
            return null;
        }

        SchemaPart part = new(schema, json.Pointer + "/schema", name with { Scope = json.Pointer });
        context.Schemas.Translate(schema, part.Pointer, part.Name, SchemaUse.Received);
        return (part, json.Content.Example ?? FirstOf(json.Content.Examples));
    }

    private static JsonNode? FirstOf(IDictionary<string, IOpenApiExample>? examples)
    {
        foreach (string name in (examples?.Keys ?? []).OrderBy(static name => name, StringComparer.Ordinal))
        {
            return examples![name].Value;
        }

        return null;
    }
}
