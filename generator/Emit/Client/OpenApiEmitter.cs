using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>
/// Prints how an application describes emitted types in its own OpenAPI document, for projects that reference
/// <c>Microsoft.AspNetCore.OpenApi</c> 10 or later. The framework sees a converter on each type, behind which it cannot look.
/// </summary>
internal static class OpenApiEmitter
{
    public static void Emit(SourceWriter writer, OpenApiFileModel model)
    {
        CSharpText options = CSharpText.Template("global::Microsoft.AspNetCore.OpenApi.OpenApiOptions");
        CSharpText type = CSharpText.Template("global::System.Type");
        CSharpText dictionary = FrameworkNames.Dictionary;
        writer.WriteLine($$"""
            /// <summary>Describes the client's types in the OpenAPI document of an application that has them in its own endpoints.</summary>
            {{FrameworkNames.GeneratedCode}}
            {{MemberText.Access(model.Accessibility)}} static class {{ClientNames.OpenApiExtensions(model.ClientName)}}
            """);
        writer.Open();
        writer.StartField();
        writer.WriteLine($"private const string Prefix = \"\\\"#/components/schemas/\";");
        writer.StartField();
        writer.WriteLine($"private static readonly {dictionary}<{type}, string> Schemas = new()");
        writer.Open();
        foreach (WireSchemaModel schema in model.Schemas)
        {
            writer.WriteLine($"[typeof({CSharpText.Identifier(schema.Type)})] = {CSharpText.Literal(schema.Json)},");
        }

        writer.Close(CSharpText.Template(";"));
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Describes the client's types as they are in JSON: names, formats, lists, unions.</summary>
            /// <param name="options">The options of <c>AddOpenApi</c>.</param>
            public static {{options}} {{CSharpText.Identifier(model.MethodName)}}(this {{options}} options)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(options);
                options.AddSchemaTransformer(MarkAsync);
                return options.AddDocumentTransformer(DescribeAsync);
            }

            private static {{type}} Plain({{type}} type) => global::System.Nullable.GetUnderlyingType(type) ?? type;

            // The framework follows references in schemas back into this method, without end where types refer to each other. So types are marked
            // here, and described once the document is complete.
            private static async {{FrameworkNames.Task}} MarkAsync(
                global::Microsoft.OpenApi.OpenApiSchema schema,
                global::Microsoft.AspNetCore.OpenApi.OpenApiSchemaTransformerContext context,
                {{FrameworkNames.CancellationToken}} cancellationToken)
            {
                var info = context.JsonTypeInfo;
                if (Schemas.ContainsKey(Plain(info.Type)))
                {
                    schema.Metadata ??= new {{dictionary}}<string, object>();
                    schema.Metadata["ClerkGen"] = Plain(info.Type);
                }
                else if (info.ElementType is { } element && Schemas.ContainsKey(Plain(element)))
                {
                    var item = await context.GetOrCreateSchemaAsync(element, null, cancellationToken).ConfigureAwait(false);
                    if (info.Kind == global::System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Dictionary)
                    {
                        schema.AdditionalProperties = item;
                    }
                    else
                    {
                        schema.Items = item;
                    }
                }
            }

            private static {{FrameworkNames.Task}} DescribeAsync(
                global::Microsoft.OpenApi.OpenApiDocument document,
                global::Microsoft.AspNetCore.OpenApi.OpenApiDocumentTransformerContext context,
                {{FrameworkNames.CancellationToken}} cancellationToken)
            {
                if (document.Components?.Schemas is not { } components)
                {
                    return {{FrameworkNames.Task}}.CompletedTask;
                }

                var ids = new {{dictionary}}<string, string>();
                var open = new global::System.Collections.Generic.Queue<{{type}}>();
                foreach (var component in components)
                {
                    if (component.Value is global::Microsoft.OpenApi.OpenApiSchema { Metadata: { } marks } && marks.TryGetValue("ClerkGen", out var mark)
                        && mark is {{type}} marked && Schemas.ContainsKey(marked) && ids.TryAdd(marked.Name, component.Key))
                    {
                        open.Enqueue(marked);
                    }
                }

                while (open.TryDequeue(out var type))
                {
                    string text = Schemas[type];
                    foreach (var other in Schemas.Keys)
                    {
                        string reference = Prefix + other.Name + "\"";
                        if (text.Contains(reference, global::System.StringComparison.Ordinal))
                        {
                            if (!ids.TryGetValue(other.Name, out var id))
                            {
                                id = components.ContainsKey(other.Name) ? {{CSharpText.Literal(model.ClientName)}} + other.Name : other.Name;
                                ids.Add(other.Name, id);
                                components[id] = new global::Microsoft.OpenApi.OpenApiSchema();
                                open.Enqueue(other);
                            }

                            text = text.Replace(reference, Prefix + id + "\"", global::System.StringComparison.Ordinal);
                        }
                    }

                    if (global::Microsoft.OpenApi.Reader.OpenApiModelFactory.Parse<global::Microsoft.OpenApi.OpenApiSchema>(
                        text, global::Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1, document, out _) is { } schema)
                    {
                        components[ids[type.Name]] = schema;
                    }
                }

                return {{FrameworkNames.Task}}.CompletedTask;
            }
            """);
        writer.Close();
    }
}
