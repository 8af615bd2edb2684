using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the transformers that describe emitted types to <c>Microsoft.AspNetCore.OpenApi</c> 10 or later.</summary>
internal static class AspNetCoreOpenApiEmitter
{
    public static void WriteMethods(SourceWriter writer, OpenApiFileModel model)
    {
        CSharpText options = CSharpText.Of($"global::Microsoft.AspNetCore.OpenApi.OpenApiOptions");
        CSharpText dictionary = FrameworkNames.Dictionary;
        CSharpText type = FrameworkNames.Type;
        CSharpText task = FrameworkNames.Task;
        CSharpText schema = CSharpText.Of($"global::Microsoft.OpenApi.OpenApiSchema");
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Describes the client's types as they are in JSON: names, formats, lists, unions.</summary>
            /// <param name="options">The options of <c>AddOpenApi</c>.</param>
            public static {{options}} {{CSharpText.Identifier(model.MethodName)}}(this {{options}} options)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(options);
                options.AddSchemaTransformer(MarkAsync);
                options.AddOperationTransformer(MarkParametersAsync);
                return options.AddDocumentTransformer(DescribeAsync);
            }

            // The framework follows references in schemas back into this method, without end where types refer to each other. So types are marked
            // here, and described once the document is complete.
            private static async {{task}} MarkAsync(
                {{schema}} schema,
                global::Microsoft.AspNetCore.OpenApi.OpenApiSchemaTransformerContext context,
                {{FrameworkNames.CancellationToken}} cancellationToken)
            {
                var info = context.JsonTypeInfo;
                if (Schemas.ContainsKey(Plain(info.Type)))
                {
                    Mark(schema, Plain(info.Type));
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

            private static {{schema}} Mark({{schema}} schema, {{type}} type)
            {
                schema.Metadata ??= new {{dictionary}}<string, object>();
                schema.Metadata["ClerkGen"] = type;
                return schema;
            }

            private static bool IsMarked(global::Microsoft.OpenApi.IOpenApiSchema? schema, [{{FrameworkNames.NotNullWhen}}(true)] out {{type}}? type)
            {
                type = schema is {{schema}} { Metadata: { } marks } && marks.TryGetValue("ClerkGen", out var mark) ? mark as {{type}} : null;
                return type is not null && Schemas.ContainsKey(type);
            }

            private static {{task}} MarkParametersAsync(
                global::Microsoft.OpenApi.OpenApiOperation operation,
                global::Microsoft.AspNetCore.OpenApi.OpenApiOperationTransformerContext context,
                {{FrameworkNames.CancellationToken}} cancellationToken)
            {
                foreach (var described in context.Description.ParameterDescriptions)
                {
                    if (TypeOf(described, out bool isArray) is { } type)
                    {
                        foreach (var parameter in operation.Parameters ?? [])
                        {
                            if (parameter is global::Microsoft.OpenApi.OpenApiParameter own && own.Name == described.Name && own.In?.ToString() == described.Source.Id)
                            {
                                own.Schema = ListOf(Mark(new {{schema}}(), type), isArray);
                            }
                        }
                    }
                }

                return {{task}}.CompletedTask;
            }

            private static {{task}} DescribeAsync(
                global::Microsoft.OpenApi.OpenApiDocument document,
                global::Microsoft.AspNetCore.OpenApi.OpenApiDocumentTransformerContext context,
                {{FrameworkNames.CancellationToken}} cancellationToken)
            {
                var description = new Description(
                    document,
                    type => document.Components?.Schemas?.ContainsKey(type.Name) == true ? {{CSharpText.Literal(model.ClientName)}} + type.Name : type.Name);
                foreach (var component in document.Components?.Schemas ?? new {{dictionary}}<string, global::Microsoft.OpenApi.IOpenApiSchema>())
                {
                    if (IsMarked(component.Value, out var type))
                    {
                        description.Add(type, component.Key);
                    }
                }

                foreach (var path in document.Paths.Values)
                {
                    foreach (var operation in path.Operations ?? new {{dictionary}}<global::System.Net.Http.HttpMethod, global::Microsoft.OpenApi.OpenApiOperation>())
                    {
                        foreach (var parameter in operation.Value.Parameters ?? [])
                        {
                            if (IsMarked(parameter.Schema, out var type) && parameter is global::Microsoft.OpenApi.OpenApiParameter own)
                            {
                                own.Schema = new global::Microsoft.OpenApi.OpenApiSchemaReference(description.IdOf(type), document);
                            }
                            else if (parameter.Schema is {{schema}} array && IsMarked(array.Items, out type))
                            {
                                array.Items = new global::Microsoft.OpenApi.OpenApiSchemaReference(description.IdOf(type), document);
                            }
                        }
                    }
                }

                description.Complete();
                return {{task}}.CompletedTask;
            }
            """);
    }
}
