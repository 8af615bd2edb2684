using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the mapping and the filters that describe emitted types to <c>Swashbuckle.AspNetCore.SwaggerGen</c> 10 or later.</summary>
internal static class SwaggerGenEmitter
{
    public static void WriteMethod(SourceWriter writer, OpenApiFileModel model)
    {
        CSharpText options = CSharpText.Of($"global::Swashbuckle.AspNetCore.SwaggerGen.SwaggerGenOptions");
        CSharpText extensions = CSharpText.Of($"global::Microsoft.Extensions.DependencyInjection.SwaggerGenOptionsExtensions");
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Describes the client's types as they are in JSON: names, formats, lists, unions.</summary>
            /// <param name="options">The options of <c>AddSwaggerGen</c>.</param>
            public static {{options}} {{CSharpText.Identifier(model.MethodName)}}(this {{options}} options)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(options);

                // Read when a document is written, so that a later CustomSchemaIds counts.
                string NameOf({{FrameworkNames.Type}} type) => options.SchemaGeneratorOptions.SchemaIdSelector(type);
                foreach (var type in Schemas.Keys)
                {
                    {{extensions}}.MapType(options, type, () => new Mention(type, NameOf(type)));
                }

                var filter = new Filter(NameOf);
                {{extensions}}.AddParameterFilterInstance(options, filter);
                {{extensions}}.AddDocumentFilterInstance(options, filter);
                return options;
            }
            """);
    }

    public static void WriteTypes(SourceWriter writer)
    {
        CSharpText type = FrameworkNames.Type;
        CSharpText swagger = CSharpText.Of($"global::Swashbuckle.AspNetCore.SwaggerGen");
        writer.StartMember();
        writer.WriteLine($$"""
            // A reference to one of the client's types.
            private sealed class Mention({{type}} type, string id) : global::Microsoft.OpenApi.OpenApiSchemaReference(id)
            {
                public {{type}} Emitted => type;
            }

            private sealed class Mentions : global::Microsoft.OpenApi.OpenApiVisitorBase
            {
                public global::System.Collections.Generic.HashSet<{{type}}> Types { get; } = new();

                public override void Visit(global::Microsoft.OpenApi.IOpenApiReferenceHolder referenceHolder)
                {
                    if (referenceHolder is Mention mention)
                    {
                        Types.Add(mention.Emitted);
                    }
                }
            }

            private sealed class Filter(global::System.Func<{{type}}, string> nameOf) : {{swagger}}.IParameterFilter, {{swagger}}.IDocumentFilter
            {
                public void Apply(global::Microsoft.OpenApi.IOpenApiParameter parameter, {{swagger}}.ParameterFilterContext context)
                {
                    if (parameter is global::Microsoft.OpenApi.OpenApiParameter own && TypeOf(context.ApiParameterDescription, out bool isArray) is { } type)
                    {
                        own.Schema = ListOf(new Mention(type, nameOf(type)), isArray);
                    }
                }

                public void Apply(global::Microsoft.OpenApi.OpenApiDocument document, {{swagger}}.DocumentFilterContext context)
                {
                    var mentions = new Mentions();
                    new global::Microsoft.OpenApi.OpenApiWalker(mentions).Walk(document);
                    var description = new Description(document, type =>
                    {
                        string id = nameOf(type);

                        // Throws if a type of the application has the same name.
                        context.SchemaRepository.RegisterType(type, id);
                        return id;
                    });
                    foreach (var type in mentions.Types)
                    {
                        description.IdOf(type);
                    }

                    description.Complete();
                }
            }
            """);
    }
}
