using System.Globalization;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>The input of templates for one operation.</summary>
internal sealed class CallModel(EmittedClient client, TypePlaces places, string? document, PageFragments fragments, PageHistory? history)
{
    private const int LongSignature = 110;

    private readonly ExampleWriter _examples = new(client);
    private readonly CurlExampleWriter _curl = new(client, new JsonExampleWriter(client));
    private readonly StubExampleWriter _stubs = new(client, new JsonExampleWriter(client));
    private readonly ValueFacts _facts = new(client, places);

    /// <summary>Adds the description of an operation to its entry.</summary>
    /// <param name="model">The entry.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="wire">The operation in the document.</param>
    /// <param name="page">The page that describes it.</param>
    /// <param name="all">All operations of the client.</param>
    public void Add(ScriptObject model, EmittedOperation operation, WireOperation wire, string page, IEnumerable<EmittedOperation> all)
    {
        ApiType group = client.Surface.Find(operation.Group.Type)!;
        model["id"] = MarkdownText.Code(operation.Id);
        model["description"] = MarkdownText.Block(wire.Description == wire.Summary ? null : wire.Description);
        model["external_docs"] = wire.ExternalDocs is { } address ? MarkdownText.Line($"[{address}]({address})") : "";
        model["deprecation"] = MarkdownText.Line(operation.Deprecation);
        model["successors"] = string.Join(", ", Successors(operation, wire, all).Select(other => places.Link(other, page)));
        model["sunset"] = MarkdownText.Inline(wire.Sunset ?? "");
        int line = client.Wire.Locate(wire.Pointer).Line + 1;
        model["source"] = document is null ? "" : $"[line {line.ToString(CultureInfo.InvariantCulture)} of the document]({document}#L{line.ToString(CultureInfo.InvariantCulture)})";
        string[] names = [.. operation.Methods.SelectMany(static name => new[] { name, name[..^5] + "WithResponseAsync" }), operation.All ?? ""];
        model["signatures"] = string.Join("\n", names.Select(group.Find).OfType<ApiMember>().Select(static member => Wrapped(member.Text.Replace("public virtual ", "", StringComparison.Ordinal))));
        string smallest = _examples.Call(operation, wire, isFull: false);
        string full = _examples.Call(operation, wire, isFull: true);
        model["example"] = smallest;
        model["full_example"] = full == smallest ? "" : full;
        model["loop"] = _examples.Loop(operation, wire) ?? "";
        model["parameters"] = PageModel.List(Parameters(operation, wire, page));
        model["body"] = operation.BodyType is { } body ? places.TypeLink(body, page) : "";
        model["body_media_type"] = MarkdownText.Code(operation.BodyMediaType ?? "");
        model["body_required"] = wire.Body?.IsRequired == true;
        model["body_is_list"] = TypeNames.Argument(operation.BodyType) is not null;
        model["body_text"] = MarkdownText.Line(wire.Body?.Description);
        model["curl"] = _curl.Of(operation, wire);
        model["stub"] = _stubs.Of(operation, wire);
        model["links"] = PageModel.List(wire.Responses.SelectMany(response => response.Links.Select(link => LinkEntry(response, link, page, all))));
        model["callbacks"] = PageModel.List(wire.Callbacks.Select(callback => CallbackEntry(callback, page)));
        model["body_members"] = operation.BodyType is { } type && client.Surface.Find(TypeNames.Argument(type) ?? type) is { } described ? PageModel.List(new TypeModel(client, places, described, page).Members()) : [];
        model["result"] = group.Find(operation.Method) is { } method && ExampleWriter.ResultOf(method) is { } result ? places.TypeLink(result, page) : "";
        model["is_sequence"] = group.Find(operation.Method)?.Value.StartsWith("Task", StringComparison.Ordinal) == false;
        model["responses"] = PageModel.List(wire.Responses.Where(static response => !response.IsError).Select(response => PageModel.Of(
            ("status", MarkdownText.Inline(response.Status.ToLowerInvariant())), ("text", MarkdownText.Line(response.Description)), ("media_type", response.Content is { } content ? MarkdownText.Code(content.MediaType) : "none"), ("headers", string.Join(", ", response.Headers.Select(MarkdownText.Code))))));
        model["errors"] = PageModel.List(wire.Responses.Where(static response => response.IsError).Select(response => ErrorEntry(operation, wire, response, page)));
        model["credentials"] = Credentials(operation, wire);
        model["repeats"] = wire.IsRepeatable || operation.HasIdempotencyKey;
        model["has_idempotency_key"] = operation.HasIdempotencyKey;
        model["after"] = fragments.After($"{TypePlaces.Slug(operation.Group.Property)}-{TypePlaces.Slug(operation.Method[..^"Async".Length])}");
        model["since"] = MarkdownText.Inline(history?.Since(wire) ?? "");
        model["anchor"] = operation.Method.ToLowerInvariant();
    }

    // Operations that the text of a deprecated one names.
    private static IEnumerable<EmittedOperation> Successors(EmittedOperation operation, WireOperation wire, IEnumerable<EmittedOperation> all)
    {
        string text = $"{operation.Deprecation} {wire.Summary} {wire.Description}";
        return !operation.IsDeprecated ? [] : all.Where(other => other != operation
            && (text.Contains($"`{other.Id}`", StringComparison.Ordinal) || text.Contains($"{other.HttpMethod} {other.Path}`", StringComparison.Ordinal) || text.Contains($"`{other.Path}`", StringComparison.Ordinal)));
    }

    private IEnumerable<ScriptObject> Parameters(EmittedOperation operation, WireOperation wire, string page)
    {
        foreach (WireParameter parameter in wire.Parameters)
        {
            string? name = parameter.Place == "path"
                ? operation.PathParameters.FirstOrDefault(candidate => candidate.WireName == parameter.Name).Name
                : client.Member(operation.ParametersType, parameter.Name)?.Name;
            if (name is null)
            {
                continue;
            }

            string type = parameter.Place == "path" ? PathType(operation, name) : client.Member(operation.ParametersType, parameter.Name)!.Value;
            WireSchema schema = client.Wire.Schema(parameter.Schema);
            yield return PageModel.Of(
                ("name", MarkdownText.Code(name)),
                ("type", places.TypeLink(type, page)),
                ("wire", MarkdownText.Code(parameter.Name)),
                ("place", parameter.Place),
                ("required", parameter.IsRequired ? "yes" : "no"),
                ("text", string.Join(" ", new[] { parameter.IsDeprecated ? "**Deprecated.**" : "", MarkdownText.Line(parameter.Description ?? schema.Description), _facts.Of(schema, page, type) }.Where(static text => text.Length > 0))));
        }
    }

    private string PathType(EmittedOperation operation, string name)
    {
        string text = client.Surface.Find(operation.Group.Type)!.Find(operation.Method)!.Text;
        return text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(", ").Select(static part => part.Split(' ')).First(words => words.Length > 1 && words[1].TrimStart('@').TrimEnd(')') == name)[0];
    }

    private ScriptObject LinkEntry(WireResponse response, WireLink link, string page, IEnumerable<EmittedOperation> all)
    {
        EmittedOperation? target = all.FirstOrDefault(other => link.OperationId is { } id
            ? other.Id == id
            : link.OperationPointer is { } pointer && pointer == $"/paths/{Json.Escape(other.Path)}/{other.HttpMethod.ToLowerInvariant()}");
        return PageModel.Of(
            ("status", MarkdownText.Inline(response.Status.ToLowerInvariant())),
            ("name", MarkdownText.Code(link.Name)),
            ("target", target is null ? MarkdownText.Code(link.OperationId ?? link.OperationPointer ?? "") : places.Link(target, page)),
            ("text", MarkdownText.Line(link.Description)));
    }

    private ScriptObject CallbackEntry(WireOperation callback, string page)
    {
        return PageModel.Of(
            ("name", MarkdownText.Code(callback.Path)),
            ("http", MarkdownText.Code(callback.Method)),
            ("type", places.TypeLink(client.TypeOfBody(callback) ?? "", page)),
            ("text", MarkdownText.Line(callback.Summary ?? callback.Description)));
    }

    private ScriptObject ErrorEntry(EmittedOperation operation, WireOperation wire, WireResponse response, string page)
    {
        string exception = operation.Errors.FirstOrDefault(error => error.Text.Split(':')[0].Contains(response.Status, StringComparison.OrdinalIgnoreCase)).Exception ?? "ApiException";
        string body = TypeNames.Argument(client.Surface.Find(exception)?.Text.Split(" : ")[^1]) ?? "";
        bool isRepeated = response.Status == "429" || ((wire.IsRepeatable || operation.HasIdempotencyKey) && response.Status is "408" or "500" or "502" or "503" or "504" or "5XX");
        return PageModel.Of(
            ("status", MarkdownText.Inline(response.Status.ToLowerInvariant())),
            ("exception", MarkdownText.Code(exception)),
            ("body", body.Length > 0 ? places.TypeLink(body, page) : "text"),
            ("repeated", isRepeated ? "yes" : "no"),
            ("text", MarkdownText.Line(response.Description)));
    }

    private string Credentials(EmittedOperation operation, WireOperation wire)
    {
        // A document that requires no scheme anywhere leaves it to the caller.
        IEnumerable<string> alternatives = wire.Security.Count > 0
            ? wire.Security.Select(requirement => requirement.Length == 0 ? "nothing" : string.Join(" and ", requirement.Split(" + ").Select(Credential)))
            : operation.Security.Select(schemes => schemes.Count == 0 ? "nothing" : string.Join(" and ", schemes.Select(index => MarkdownText.Code(client.Schemes[index].Name))));
        return string.Join(" or ", alternatives);
    }

    private string Credential(string part)
    {
        string key = part.Split(' ')[0];
        return client.Credentials.TryGetValue(key, out string? option) ? MarkdownText.Code(option) + MarkdownText.Inline(part[key.Length..]) : MarkdownText.Inline(part);
    }

    // Long signatures have a line for each parameter.
    private static string Wrapped(string signature)
    {
        int open = signature.IndexOf('(', StringComparison.Ordinal);
        return signature.Length <= LongSignature
            ? signature + ";"
            : $"{signature[..(open + 1)]}\n    {string.Join(",\n    ", Parameters(signature[(open + 1)..^1]))});";
    }

    // A comma inside of type arguments separates no parameters.
    private static IEnumerable<string> Parameters(string list)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' or '(' => 1, '>' or ')' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i].Trim();
                start = i + 1;
            }
        }

        yield return list[start..].Trim();
    }
}
