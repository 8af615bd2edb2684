using System.Text.Json;
using System.Text.RegularExpressions;
using ClerkGen.GeneratedSupport;
using ClerkGen.Testing;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// uritemplate-test: OpenAPI defines its styles by RFC 6570, so that the builder must write what a template processor does. An expression is
/// a parameter for each of its variables: <c>{x}</c> simple, <c>{.x}</c> label, <c>{;x}</c> matrix, <c>{?x}</c> and <c>{&amp;x}</c> form,
/// <c>{/x}</c> a segment with a simple one.
/// </summary>
public sealed partial class UriTemplateTests
{
    // Values without a style in OpenAPI.
    private const string NoStyle = "no style";

    // RFC 6570 expands what is empty or undefined to nothing or to less; a path of the client always has all of its segments.
    private const string Empty = "an empty value in a path";

    private static readonly string[] Files = ["spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"];

    [SharedFact]
    public void Every_style_writes_the_same_as_a_URI_template_processor()
    {
        List<string> wrong = [];
        Dictionary<string, int> counts = [];
        foreach (string file in Files)
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedDocuments.PathOf("conformance", "uritemplate-test", file)));
            foreach (JsonProperty section in document.RootElement.EnumerateObject())
            {
                JsonElement variables = section.Value.GetProperty("variables");
                foreach (JsonElement item in section.Value.GetProperty("testcases").EnumerateArray())
                {
                    string template = item[0].GetString()!;
                    string outcome = Judge(template, variables, item[1]);
                    string kind = outcome is NoStyle or Empty or "" ? outcome : "wrong";
                    counts[kind] = counts.GetValueOrDefault(kind) + 1;
                    if (kind == "wrong")
                    {
                        wrong.Add($"{file}, {section.Name}: {template} became {outcome}, not {item[1]}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal((110, 104, 20), (counts[""], counts[NoStyle], counts[Empty]));
    }

    private static string Judge(string template, JsonElement variables, JsonElement expected)
    {
        // A continuation continues a query; alone, no request begins with one.
        bool isContinuation = template.Contains("{&", StringComparison.Ordinal) && !template.Contains('?', StringComparison.Ordinal);
        if (isContinuation || template.Any(character => character > '~') || Expression().Matches(template).Any(match => !HasStyle(match)))
        {
            return NoStyle;
        }

        // The builder's paths begin with a slash; the templates of the suite need not.
        var request = new ApiRequest("/");
        int at = 0;
        foreach (Match match in Expression().Matches(template))
        {
            request.Literal(template[at..match.Index]);
            at = match.Index + match.Length;
            bool isFirst = true;
            foreach (string specification in match.Groups["variables"].Value.Split(','))
            {
                string name = Uri.UnescapeDataString(specification.TrimEnd('*'));
                if (!variables.TryGetProperty(Uri.EscapeDataString(name), out JsonElement value) && !variables.TryGetProperty(name, out value))
                {
                    value = default;
                }

                bool isInQuery = match.Groups["operator"].Value is "?" or "&";
                if (IsEmpty(value) && !(isInQuery && (value.ValueKind != JsonValueKind.Object && value.ValueKind != JsonValueKind.Array)))
                {
                    return isInQuery ? IsNothing(expected) ? "" : "something" : Empty;
                }

                Append(request, match.Groups["operator"].Value, name, value, specification.EndsWith('*'), isFirst);
                isFirst = false;
            }
        }

        string rest = template[at..];
        if (rest.Length > 0 && template.Contains("{?", StringComparison.Ordinal))
        {
            return NoStyle;
        }

        request.Literal(rest);
        string built = request.Target[1..];
        return Expected(expected).Contains(built) ? "" : built;
    }

    private static void Append(ApiRequest request, string symbol, string name, JsonElement value, bool explode, bool isFirst)
    {
        if (symbol is "?" or "&")
        {
            AppendQuery(request, name, value, explode);
            return;
        }

        ParameterStyle style = symbol switch { "." => ParameterStyle.Label, ";" => ParameterStyle.Matrix, _ => ParameterStyle.Simple };
        if (style == ParameterStyle.Simple)
        {
            request.Literal(symbol == "/" ? "/" : isFirst ? "" : ",");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                request.PathList<string, StringJson>(Items(value), "value", name, style, explode);
                break;
            case JsonValueKind.Object:
                request.PathObject<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(Members(value), "value", name, style, explode);
                break;
            default:
                request.Path<string, StringJson>(value.ToString(), "value", name, style);
                break;
        }
    }

    private static void AppendQuery(ApiRequest request, string name, JsonElement value, bool explode)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                request.QueryList<string, StringJson>(name, Items(value), ParameterStyle.Form, explode);
                break;
            case JsonValueKind.Object:
                request.QueryObject<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(name, Members(value), ParameterStyle.Form, explode);
                break;
            default:
                request.Query<string, StringJson>(name, value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value.ToString());
                break;
        }
    }

    // Reserved and fragment expansion, prefixes of values, and lists that become segments do not exist in OpenAPI.
    private static bool HasStyle(Match expression) =>
        !expression.Groups["variables"].Value.Contains(':', StringComparison.Ordinal)
        && expression.Groups["operator"].Value is not ("+" or "#")
        && !(expression.Groups["operator"].Value == "/" && expression.Groups["variables"].Value.Contains('*', StringComparison.Ordinal));

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private static bool IsNothing(JsonElement expected) => Expected(expected).Contains("");

    // Where a template has an object, the suite lists every order of its members.
    private static string[] Expected(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Array ? [.. expected.EnumerateArray().Select(item => item.GetString()!)] : [expected.GetString()!];

    private static string[] Items(JsonElement value) => [.. value.EnumerateArray().Select(item => item.ToString())];

    private static Dictionary<string, string> Members(JsonElement value) => value.EnumerateObject()
        .ToDictionary(member => member.Name, member => member.Value.ToString());

    [GeneratedRegex(@"\{(?<operator>[+#./;?&]?)(?<variables>[^}]*)\}")]
    private static partial Regex Expression();
}
