using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// A parameter of the query. An object is one for each of its members: <c>page</c> and <c>size</c> of Spring's <c>Pageable</c>,
/// <c>page[number]</c> of a deep object.
/// </summary>
/// <param name="WireName">Name on the wire.</param>
/// <param name="Type">Type of its values.</param>
/// <param name="Schema">Its schema, behind a reference and without null; null when there is none.</param>
/// <param name="Description">Its documentation.</param>
internal sealed record QueryParameter(string WireName, TypeReference Type, IOpenApiSchema? Schema, string Description)
{
    /// <summary>The parameters in an operation's query.</summary>
    /// <param name="schemas">Where the types of the parameters are.</param>
    /// <param name="declared">The operation's parameters, as the document has them.</param>
    /// <param name="parameters">The same, translated; null for none.</param>
    public static List<QueryParameter> Read(SchemaTranslator schemas, IReadOnlyList<ParameterSource> declared, ParametersReference? parameters)
    {
        List<QueryParameter> read = [];
        Dictionary<string, IOpenApiParameter> sources = new(StringComparer.Ordinal);
        foreach (ParameterSource source in declared)
        {
            if (source.Place == ParameterPlace.Query && !sources.ContainsKey(source.Name))
            {
                sources.Add(source.Name, source.Parameter);
            }
        }

        foreach (ParameterModel parameter in parameters?.Parameters ?? EquatableArray<ParameterModel>.Empty)
        {
            if (parameter.Location != ParameterPlace.Query || parameter.IsJsonContent)
            {
                continue;
            }

            IOpenApiParameter? source = sources.TryGetValue(parameter.WireName, out IOpenApiParameter? found) ? found : null;
            IOpenApiSchema? schema = WithoutNull(source?.Schema);
            if (parameter.Type.IsScalar)
            {
                read.Add(new QueryParameter(parameter.WireName, parameter.Type, schema, $"{source?.Description} {schema?.Description}"));
            }
            else if (parameter.Explode && schemas.FindEmitted(parameter.Type) is ObjectModel model)
            {
                read.AddRange(model.Properties.Select(member => OfMember(parameter, member, schema)));
            }
        }

        return read;
    }

    private static QueryParameter OfMember(ParameterModel parameter, PropertyModel member, IOpenApiSchema? schema)
    {
        string name = parameter.Style == ParameterSerialization.DeepObject ? $"{parameter.WireName}[{member.JsonName}]" : member.JsonName;
        IOpenApiSchema? own = schema?.Properties?.TryGetValue(member.JsonName, out IOpenApiSchema? found) == true ? WithoutNull(found) : null;
        return new QueryParameter(name, member.Type, own, own?.Description ?? "");
    }

    // FastAPI writes what may be missing as a choice between it and null.
    private static IOpenApiSchema? WithoutNull(IOpenApiSchema? schema)
    {
        IOpenApiSchema? resolved = SchemaShapes.Resolve(schema);
        List<IOpenApiSchema> choices =
        [
            .. (resolved?.AnyOf ?? []).Concat(resolved?.OneOf ?? []).Where(static choice => SchemaShapes.Resolve(choice)?.Types() is not SchemaTypes.Null),
        ];
        return choices.Count == 1 ? SchemaShapes.Resolve(choices[0]) : resolved;
    }
}
