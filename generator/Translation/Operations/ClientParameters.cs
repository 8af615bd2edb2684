using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Finds the parameters that all operations of a document require, such as <c>api-version</c>: scalars of the query or the header that are
/// described alike everywhere. They are options of the client, and optional in each call.
/// </summary>
internal sealed class ClientParameters
{
    private readonly List<ParameterSource> _sources = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<(ParameterPlace, string), int> _indexes = [];

    /// <param name="operations">All operations of the document, whatever a filter keeps of them.</param>
    /// <param name="options">Names of the client's options.</param>
    public ClientParameters(List<OperationSource> operations, OptionNames options)
    {
        // A parameter that only one operation requires stays that operation's.
        if (operations.Count < 2)
        {
            return;
        }

        List<ParameterSource> common = [.. operations[0].Parameters.Where(IsCandidate)];
        for (int i = 1; i < operations.Count && common.Count > 0; i++)
        {
            ILookup<(ParameterPlace, string), ParameterSource> others = operations[i].Parameters.ToLookup(static other => other.Key);
            common.RemoveAll(parameter => !others[parameter.Key].Any(other => IsCandidate(other) && IsAlike(parameter, other)));
        }

        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (ParameterSource parameter in common)
        {
            if (known.Add(parameter.Name))
            {
                _indexes.Add(parameter.Key, _sources.Count);
                _sources.Add(parameter);
                string wanted = Identifiers.Pascal(ChosenNames.Find(parameter.Parameter) ?? parameter.Name, "Parameter");
                _names.Add(IsVersion(parameter) ? "ApiVersion" : options.Parameter(wanted));
            }
        }
    }

    /// <summary>The name of the option that gives a parameter, or null when the parameter is no option.</summary>
    public string? OptionOf(ParameterSource parameter) => _indexes.TryGetValue(parameter.Key, out int index) ? _names[index] : null;

    /// <summary>The options, with the types that their parameters have in the translated operations.</summary>
    public EquatableArray<ClientParameterModel> Translate(IEnumerable<OperationModel> operations)
    {
        List<ClientParameterModel> models = [];
        ILookup<(ParameterPlace, string), TypeReference> typesOf = operations
            .SelectMany(static operation => operation.Parameters?.Parameters ?? EquatableArray<ParameterModel>.Empty)
            .ToLookup(static parameter => (parameter.Location, parameter.WireName.ToUpperInvariant()), static parameter => parameter.Type);
        for (int i = 0; i < _sources.Count; i++)
        {
            ParameterSource source = _sources[i];
            TypeReference[] types = [.. typesOf[(source.Place, source.Name.ToUpperInvariant())].Distinct()];

            // For types with several names, the option is text.
            TypeReference type = types.Length == 1 ? types[0] : ScalarType.String;
            string? defaultText = DefaultOf(source.Parameter.Schema);
            DocModel doc = OperationDocs.OfParameter(source);
            string note = $"Sent with each call as '{source.Name}', unless the parameters of the call give another value.";
            models.Add(new ClientParameterModel(
                source.Name, _names[i], source.Place, type, defaultText, IsVersion(source), doc with { Remarks = doc.Remarks is null ? note : doc.Remarks + "\n\n" + note }));
        }

        return models.ToEquatableArray();
    }

    private static bool IsCandidate(ParameterSource source) =>
        source.Parameter is { Required: true, Deprecated: false } && source.Place is ParameterPlace.Query or ParameterPlace.Header
        && source.Parameter is { Required: true, Deprecated: false }
        && (source.Parameter.Content is null || source.Parameter.Content.Count == 0)
        && !IdempotencyKeys.IsKey(source)
        && SchemaShapes.Resolve(source.Parameter.Schema) is { } schema && IsScalar(schema);

    private static bool IsScalar(IOpenApiSchema schema) =>
        schema.Types() is SchemaTypes.String or SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean
        && schema.Format is not "binary"
        && schema is { AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 } };

    private static bool IsAlike(ParameterSource left, ParameterSource right)
    {
        IOpenApiSchema one = SchemaShapes.Resolve(left.Parameter.Schema)!;
        IOpenApiSchema other = SchemaShapes.Resolve(right.Parameter.Schema)!;
        return one.Types() == other.Types() && one.Format == other.Format && ValuesOf(one) == ValuesOf(other)
            && DefaultOf(one) == DefaultOf(other);
    }

    private static string ValuesOf(IOpenApiSchema schema) => string.Join("\n", schema.Enum?.Select(static value => value?.ToJsonString() ?? "null") ?? []);

    // The name decides, because people look for the version under that name.
    private static bool IsVersion(ParameterSource source) =>
        Identifiers.Pascal(source.Name, "") is "ApiVersion" or "XApiVersion" or "XMsVersion"
        && SchemaShapes.Resolve(source.Parameter.Schema) is { Format: null, Enum: null or { Count: <= 1 } } schema
        && schema.Types() == SchemaTypes.String;

    private static string? DefaultOf(IOpenApiSchema? schema)
    {
        IOpenApiSchema? resolved = SchemaShapes.Resolve(schema);
        JsonNode? value = resolved?.Default ?? (resolved?.Enum is { Count: 1 } values ? values[0] : null);
        return value?.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
            _ => resolved?.Const,
        };
    }
}
