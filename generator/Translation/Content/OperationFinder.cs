using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Finds all operations of a document: of its paths, of its webhooks, and of the callbacks of an operation.</summary>
internal static class OperationFinder
{
    /// <summary>The operations that clients call.</summary>
    public static List<OperationSource> FindCalled(OpenApiDocument document)
    {
        List<OperationSource> found = [];
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths ?? [])
        {
            Add(path.Key, path.Value, JsonPointers.Join("/paths", path.Key), found);
        }

        found.Sort(OperationSource.Compare);
        return found;
    }

    /// <summary>The operations that the API calls at its users: <c>webhooks</c> of 3.1, <c>x-webhooks</c> before.</summary>
    public static List<OperationSource> FindWebhooks(OpenApiDocument document)
    {
        List<OperationSource> found = [];
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            Add(webhook.Key, webhook.Value, JsonPointers.Join("/webhooks", webhook.Key), found);
        }

        found.Sort(OperationSource.Compare);
        return found;
    }

    /// <summary>The operations that the API calls back after one, with the callback's name in place of the path.</summary>
    public static List<OperationSource> FindCallbacks(OperationSource source)
    {
        List<OperationSource> found = [];
        foreach (KeyValuePair<string, IOpenApiCallback> callback in source.Operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
        {
            string pointer = callback.Value is OpenApiCallbackReference { Reference.Id: { } id }
                ? JsonPointers.Join("/components/callbacks", id)
                : JsonPointers.Join(source.Pointer, "callbacks", callback.Key);
            foreach (KeyValuePair<RuntimeExpression, IOpenApiPathItem> item in callback.Value?.PathItems ?? [])
            {
                Add(callback.Key, item.Value, JsonPointers.Join(pointer, item.Key.Expression), found);
            }
        }

        found.Sort(OperationSource.Compare);
        return found;
    }

    private static void Add(string path, IOpenApiPathItem? item, string pointer, List<OperationSource> found)
    {
        if (item?.Operations is null)
        {
            return;
        }

#pragma warning disable RS0030 // The library's keys are names of methods; nothing is opened.
        foreach (KeyValuePair<System.Net.Http.HttpMethod, OpenApiOperation> pair in item.Operations)
        {
            string method = pair.Key.Method;
            if (pair.Value is not null)
            {
                string place = OpenApiGrammar.Methods.Contains(method)
                    ? JsonPointers.Join(pointer, method.ToLowerInvariant())
                    : JsonPointers.Join(pointer, "additionalOperations", method);
                found.Add(new OperationSource(path, method, pair.Value, item, pointer, place));
            }
        }
#pragma warning restore RS0030
    }
}
