using System.Text.Json.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Names of inline types of parameters. When all parameters of one name in a group allow the same values, the type belongs to the group
/// (<c>OrganizationInvitationStatus</c>), else to the operation.
/// </summary>
internal sealed class ParameterTypeNames
{
    private readonly Dictionary<(string Group, string Parameter), string?> _values = [];

    /// <param name="operations">All operations of the document.</param>
    public ParameterTypeNames(IEnumerable<NamedOperation> operations)
    {
        foreach (NamedOperation operation in operations)
        {
            foreach (ParameterSource source in operation.Source.Parameters)
            {
                (string, string) key = (operation.Group.Name, source.Name);
                string values = ValuesOf(source.Parameter.Schema);
                _values[key] = !_values.TryGetValue(key, out string? others) || others == values ? values : null;
            }
        }
    }

    /// <summary>The name of an inline type.</summary>
    public SuggestedName Suggest(ParameterSource source, NamedOperation named)
    {
        string parameter = ChosenNames.Find(source.Parameter) ?? source.Name;
        SuggestedName ofOperation = SuggestedName.From(named.TypeStem).Then(parameter);
        return _values.TryGetValue((named.Group.Name, source.Name), out string? values) && values is not null
            ? SuggestedName.From(named.Group.Singular).Then(parameter) with { Alternative = ofOperation.Text }
            : ofOperation;
    }

    private static string ValuesOf(IOpenApiSchema? schema)
    {
        IOpenApiSchema? values = schema is not OpenApiSchemaReference && schema?.Items is { } items ? items : schema;
        return values is OpenApiSchemaReference reference
            ? "#" + reference.Reference.Id
            : string.Join("\n", (values?.Enum ?? (IEnumerable<JsonNode>)[]).Select(static value => value?.ToJsonString() ?? "null"));
    }
}
