using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>
/// Prints how an application describes emitted types in its own OpenAPI document, for projects that reference a framework which writes such
/// documents. The framework sees a converter on each type, behind which it cannot look.
/// </summary>
internal static class OpenApiEmitter
{
    public static void Emit(SourceWriter writer, OpenApiFileModel model)
    {
        new TypeHeader(model, CSharpText.Of($"static class {ClientNames.OpenApiExtensions(model.ClientName)}"))
        {
            Summary = CSharpText.Of($"Describes the client's types in the OpenAPI document of an application that has them in its own endpoints."),
        }.Open(writer);
        WriteSchemas(writer, model);
        if (model.ForOpenApi)
        {
            AspNetCoreOpenApiEmitter.WriteMethods(writer, model);
        }

        if (model.ForSwaggerGen)
        {
            SwaggerGenEmitter.WriteMethod(writer, model);
        }

        WriteParameters(writer);
        WriteDescription(writer);
        if (model.ForSwaggerGen)
        {
            SwaggerGenEmitter.WriteTypes(writer);
        }

        writer.Close();
    }

    private static void WriteSchemas(SourceWriter writer, OpenApiFileModel model)
    {
        CSharpText dictionary = FrameworkNames.Dictionary;
        writer.StartField();
        writer.WriteLine($"private const string Prefix = \"\\\"#/components/schemas/\";");
        writer.StartField();
        writer.WriteLine($"private static readonly {dictionary}<{FrameworkNames.Type}, string> Schemas = new()");
        writer.Open();
        foreach (WireSchemaModel schema in model.Schemas)
        {
            writer.WriteLine($"[typeof({CSharpText.OwnType(schema.Type)})] = {CSharpText.Literal(schema.Json)},");
        }

        writer.Close(CSharpText.Of($";"));
        writer.StartField();
        writer.WriteLine($"""
            private static readonly {dictionary}<string, {FrameworkNames.Type}> Names =
                global::System.Linq.Enumerable.ToDictionary(Schemas.Keys, static type => type.Name);
            """);
    }

    // Routes and queries bind to an emitted type as text, so both frameworks are told of a string.
    private static void WriteParameters(SourceWriter writer)
    {
        CSharpText type = FrameworkNames.Type;
        writer.StartMember();
        writer.WriteLine($$"""
            private static {{type}} Plain({{type}} type) => global::System.Nullable.GetUnderlyingType(type) ?? type;

            // The type of a parameter, where it is one of the client's or an array of one.
            private static {{type}}? TypeOf(global::Microsoft.AspNetCore.Mvc.ApiExplorer.ApiParameterDescription parameter, out bool isArray)
            {
                foreach (var type in new[] { parameter.ModelMetadata?.ModelType, parameter.ParameterDescriptor?.ParameterType })
                {
                    var item = parameter.ModelMetadata?.ElementType ?? type?.GetElementType();
                    isArray = item is not null && Schemas.ContainsKey(Plain(item));
                    if (isArray || (type is not null && Schemas.ContainsKey(Plain(type))))
                    {
                        return Plain((isArray ? item : type)!);
                    }
                }

                isArray = false;
                return null;
            }

            private static global::Microsoft.OpenApi.IOpenApiSchema ListOf(global::Microsoft.OpenApi.IOpenApiSchema item, bool isArray) =>
                isArray ? new global::Microsoft.OpenApi.OpenApiSchema { Type = global::Microsoft.OpenApi.JsonSchemaType.Array, Items = item } : item;
            """);
    }

    private static void WriteDescription(SourceWriter writer)
    {
        CSharpText dictionary = FrameworkNames.Dictionary;
        CSharpText type = FrameworkNames.Type;
        writer.StartMember();
        writer.WriteLine($$"""
            // Adds the schemas of types to a document, and those of the types that they refer to.
            private sealed class Description(global::Microsoft.OpenApi.OpenApiDocument document, global::System.Func<{{type}}, string> nameOf)
            {
                private readonly {{dictionary}}<{{type}}, string> _ids = new();
                private readonly global::System.Collections.Generic.Queue<{{type}}> _open = new();

                public void Add({{type}} type, string id)
                {
                    if (_ids.TryAdd(type, id))
                    {
                        _open.Enqueue(type);
                    }
                }

                public string IdOf({{type}} type)
                {
                    if (!_ids.TryGetValue(type, out var id))
                    {
                        id = nameOf(type);
                        Add(type, id);
                    }

                    return id;
                }

                public void Complete()
                {
                    while (_open.TryDequeue(out var type))
                    {
                        document.Components ??= new();
                        document.Components.Schemas ??= new {{dictionary}}<string, global::Microsoft.OpenApi.IOpenApiSchema>();
                        if (global::Microsoft.OpenApi.Reader.OpenApiModelFactory.Parse<global::Microsoft.OpenApi.OpenApiSchema>(
                            TextOf(Schemas[type]), global::Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1, document, out _) is { } schema)
                        {
                            document.Components.Schemas[_ids[type]] = schema;
                        }
                    }
                }

                // The schema with references to the names that types have in the document.
                private string TextOf(string schema)
                {
                    var text = new global::System.Text.StringBuilder(schema.Length);
                    int from = 0;
                    for (int at = 0; (at = schema.IndexOf(Prefix, at, global::System.StringComparison.Ordinal)) >= 0;)
                    {
                        at += Prefix.Length;
                        int end = schema.IndexOf('"', at);
                        if (Names.TryGetValue(schema[at..end], out var type))
                        {
                            text.Append(schema, from, at - from).Append(IdOf(type));
                            from = end;
                        }
                    }

                    return text.Append(schema, from, schema.Length - from).ToString();
                }
            }
            """);
    }
}
