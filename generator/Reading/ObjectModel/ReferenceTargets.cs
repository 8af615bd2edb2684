using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading.ObjectModel;

/// <summary>
/// The targets of references. Reading leaves only references to components, so the dictionary of their kind has the target. The library
/// builds and parses an address at each access to a reference's property. That was a fifth of translation's allocations.
/// </summary>
internal static class ReferenceTargets
{
    private const int MaximumLength = 16;

    /// <summary>The schema behind a reference, or null when it leads nowhere or in a circle.</summary>
    public static IOpenApiSchema? Of(IOpenApiSchema? schema)
    {
        for (int i = 0; i < MaximumLength && schema is OpenApiSchemaReference reference; i++)
        {
            schema = Components(reference.Reference)?.Schemas is { } all && all.TryGetValue(reference.Reference.Id!, out IOpenApiSchema? target)
                ? target
                : reference.Target;
        }

        return schema is OpenApiSchemaReference ? null : schema;
    }

    /// <summary>The response behind a reference; the reference when it cannot be found that way.</summary>
    public static IOpenApiResponse Of(IOpenApiResponse response) =>
        response is OpenApiResponseReference reference && Components(reference.Reference)?.Responses is { } all
        && all.TryGetValue(reference.Reference.Id!, out IOpenApiResponse? target)
            ? target
            : response;

    /// <summary>The body behind a reference; the reference when it cannot be found that way.</summary>
    public static IOpenApiRequestBody Of(IOpenApiRequestBody body) =>
        body is OpenApiRequestBodyReference reference && Components(reference.Reference)?.RequestBodies is { } all
        && all.TryGetValue(reference.Reference.Id!, out IOpenApiRequestBody? target)
            ? target
            : body;

    /// <summary>The target of a parameter reference; the reference itself if it has a description or no target.</summary>
    public static IOpenApiParameter Of(IOpenApiParameter parameter) =>
        parameter is OpenApiParameterReference { Reference.Description: null } reference && Components(reference.Reference)?.Parameters is { } all
        && all.TryGetValue(reference.Reference.Id!, out IOpenApiParameter? target)
            ? target
            : parameter;

    private static OpenApiComponents? Components(BaseOpenApiReference reference) =>
        reference is { Id: not null, IsExternal: false } ? reference.HostDocument?.Components : null;
}
