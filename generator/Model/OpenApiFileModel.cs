namespace ClerkGen.Generator.Model;

/// <summary>The description of emitted types for the OpenAPI document of an application that has them in its own endpoints.</summary>
/// <param name="ClientName">Unescaped identifier of the client class.</param>
/// <param name="Schemas">In ordinal order of the types.</param>
internal sealed record OpenApiFileModel(
    string HintName, string Namespace, EmittedAccessibility Accessibility, string ClientName, EquatableArray<WireSchemaModel> Schemas)
    : FileModel(HintName, Namespace, Accessibility, ClientName + "OpenApiExtensions")
{
    /// <summary>Whether it is for <c>Microsoft.AspNetCore.OpenApi</c>.</summary>
    public bool ForOpenApi { get; init; }

    /// <summary>Whether it is for <c>Swashbuckle.AspNetCore.SwaggerGen</c>.</summary>
    public bool ForSwaggerGen { get; init; }

    /// <summary>Unescaped identifier of the method that describes the types.</summary>
    public string MethodName => "Add" + ClientName + "Types";
}

/// <summary>The JSON Schema of an emitted type.</summary>
/// <param name="Type">Unescaped identifier of the type.</param>
/// <param name="Json">Text of the schema; references name other types by their identifiers.</param>
internal sealed record WireSchemaModel(string Type, string Json);
