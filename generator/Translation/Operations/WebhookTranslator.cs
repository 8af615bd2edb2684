using ClerkGen.Generator.Reading;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Translates what the API calls at its users: the bodies of webhooks and callbacks become types, so that a receiver can read them. There
/// are no
/// methods for them.
/// </summary>
internal sealed class WebhookTranslator(TranslationContext context)
{
    /// <summary>Translates a webhook.</summary>
    public void TranslateWebhook(OperationSource webhook) => Translate(webhook, SuggestedName.From(Identifiers.Pascal(webhook.Path, "Webhook")).Then("Event"));

    /// <summary>Translates the callbacks of an operation.</summary>
    public void TranslateCallbacks(NamedOperation named)
    {
        foreach (OperationSource callback in OperationFinder.FindCallbacks(named.Source))
        {
            Translate(callback, SuggestedName.From(named.TypeStem).Then(callback.Path).Then("Callback"));
        }
    }

    private void Translate(OperationSource source, SuggestedName name)
    {
        if (source.Operation.RequestBody is not { } body)
        {
            return;
        }

        string pointer = body is OpenApiRequestBodyReference { Reference.Id: { } id }
            ? JsonPointers.Join("/components/requestBodies", id)
            : JsonPointers.Join(source.Pointer, "requestBody");
        if (MediaTypes.Find(MediaTypes.Read(body.Content, pointer), MediaTypeKind.Json) is { Content.Schema: { } schema } json)
        {
            context.Schemas.Translate(schema, json.Pointer + "/schema", name with { Scope = json.Pointer }, SchemaUse.Received);
        }
    }
}
