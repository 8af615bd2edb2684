using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// The rules of OpenAPI that a grammar of fields cannot express. They are warnings where a client can live with the document.
/// </summary>
internal sealed class ElementRules(PointerStack pointer, int version, ReadContext context)
{
    private static readonly HashSet<string> Locations = new(["query", "header", "path", "cookie", "querystring"], StringComparer.Ordinal);

    private static readonly HashSet<string> SchemeTypes = new(["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"], StringComparer.Ordinal);

    private static readonly HashSet<string> Styles = new(
        ["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"], StringComparer.Ordinal);

    /// <summary>Whether the key of a callback's path item is one that Microsoft.OpenApi can read; it throws for others.</summary>
    public static bool IsRuntimeExpression(string key)
    {
        try
        {
            return key.Length > 0 && RuntimeExpression.Build(key) is not null;
        }
        catch (OpenApiException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Checks an element that has been written, and mends what can be mended; false when it has to be left out.</summary>
    public bool Check(ElementKind kind, ElementGrammar grammar, ObjectNode element)
    {
        foreach (string essential in grammar.Essential)
        {
            if (element[essential] is null)
            {
                context.Report(
                    ReadDiagnosticKind.UnreadablePart, pointer.ToString(), element,
                    $"The {grammar.Name} has no '{essential}'. It is skipped.");
                return false;
            }
        }

        foreach (string required in grammar.Required)
        {
            // Since 3.2 no response needs a description.
            if (element[required] is null && !(kind == ElementKind.Response && version >= 32))
            {
                Warn(element, $"The {grammar.Name} has no '{required}'.");
            }
        }

        switch (kind)
        {
            case ElementKind.Parameter:
                return CheckParameter(element);
            case ElementKind.Operation when element["responses"] is null && version < 31 && pointer.IsUnder("paths"):
                Warn(element, "The Operation Object has no 'responses'.");
                return true;
            case ElementKind.SecurityScheme:
                return CheckValue(grammar, element, "type", SchemeTypes);
            case ElementKind.Header or ElementKind.MediaType:
                CheckExamples(element);
                return true;
            case ElementKind.ServerVariable when element["enum"] is ArrayNode { Items.Count: 0 } values:
                Warn(values, "The 'enum' of a server variable must not be empty.");
                return true;
            case ElementKind.Xml when element["namespace"] is ScalarNode text && !Uri.TryCreate(text.Text, UriKind.Absolute, out _):
                element.Remove("namespace");
                Warn(text, "The 'namespace' of an XML Object must be an absolute URI.");
                return true;
            default:
                return true;
        }
    }

    private bool CheckParameter(ObjectNode parameter)
    {
        ElementGrammar grammar = OpenApiGrammar.Of(ElementKind.Parameter);
        if (!CheckValue(grammar, parameter, "in", Locations))
        {
            return false;
        }

        string location = ((ScalarNode)parameter["in"]!).Text;
        if (location == "path" && parameter["required"] is not ScalarNode { Text: "true" })
        {
            Warn(parameter, "A path parameter must have 'required: true'. It is treated as required.");
            ScalarNode required = new(ScalarKind.Boolean, "true", parameter.File, parameter.Start, parameter.Length);
            parameter.Set(new Member("required", required, parameter.File, parameter.Start, parameter.Length));
        }

        if (parameter["style"] is ScalarNode style && (!Styles.Contains(style.Text) || (style.Text == "cookie" && version < 32)))
        {
            parameter.Remove("style");
            Warn(style, $"'{style.Text}' is not a parameter style. The default is used.");
        }

        if (parameter["allowReserved"] is { } allowReserved && (location == "header" || (location == "path" && version < 32)))
        {
            Warn(allowReserved, $"'allowReserved' has no effect on a parameter in the {location}.");
        }

        if (parameter["schema"] is null && parameter["content"] is null)
        {
            Warn(parameter, "The Parameter Object has neither 'schema' nor 'content'.");
        }

        CheckExamples(parameter);
        return true;
    }

    private void CheckExamples(ObjectNode element)
    {
        if (element["example"] is { } example && element["examples"] is not null)
        {
            using ReadContext.PartScope scope = context.EnterPartWithoutEffect(pointer);
            Warn(example, "'example' and 'examples' must not be used together.");
        }
    }

    private bool CheckValue(ElementGrammar grammar, ObjectNode element, string field, HashSet<string> values)
    {
        if (element[field] is ScalarNode scalar && values.Contains(scalar.Text))
        {
            return true;
        }

        context.Report(
            ReadDiagnosticKind.UnreadablePart,
            pointer.ToString() + "/" + field,
            element[field] ?? element,
            $"'{(element[field] as ScalarNode)?.Text}' is not a valid '{field}' of the {grammar.Name}. It is skipped.");
        return false;
    }

    private void Warn(DocumentNode place, string message) => context.Report(ReadDiagnosticKind.RuleBroken, pointer.ToString(), place, message);
}
