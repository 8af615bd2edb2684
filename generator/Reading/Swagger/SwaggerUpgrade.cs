using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.Swagger;

/// <summary>
/// Rewrites a document of OpenAPI 2.0 in the form of 3.0: definitions become schema components, bodies and form fields a request body, a
/// response's schema its content. References to parameters and responses are followed here, because their form depends on the media types
/// of the operation that uses them.
/// </summary>
internal sealed class SwaggerUpgrade
{
    private readonly ReferenceResolver _references;
    private readonly ReadContext _context;
    private readonly PointerStack _pointer = new();
    private readonly ObjectNode _root;
    private readonly SwaggerParameters _parameters;

    private SwaggerUpgrade(ObjectNode root, ReferenceResolver references, ReadContext context)
    {
        _root = root;
        _references = references;
        _context = context;
        _parameters = new SwaggerParameters(_pointer, context);
    }

    /// <summary>The document in the form of 3.0. Its schemas are the very nodes of the original.</summary>
    public static ObjectNode Upgrade(ObjectNode root, ReferenceResolver references, ReadContext context) =>
        new SwaggerUpgrade(root, references, context).WriteDocument();

    private ObjectNode WriteDocument()
    {
        ObjectNode target = new(_root.File, _root.Start);
        foreach (Member member in _root)
        {
            switch (member.Key)
            {
                case "paths" when member.Value is ObjectNode paths:
                    _pointer.Push(member.Key);
                    target.Set(member with { Value = WritePaths(paths) });
                    _pointer.Pop();
                    break;
                case "swagger" or "host" or "basePath" or "schemes" or "consumes" or "produces" or "definitions" or "parameters" or "responses"
                    or "securityDefinitions":
                    break;
                default:
                    target.Set(member);
                    break;
            }
        }

        target.Set(NewMember("servers", SwaggerServers.Write(_root), _root["host"] ?? _root));
        ObjectNode components = new(_root.File, _root.Start);
        int definitions = _root.IndexOf("definitions");
        if (definitions >= 0)
        {
            components.Set(_root.Members[definitions] with { Key = "schemas" });
        }

        int schemes = _root.IndexOf("securityDefinitions");
        if (schemes >= 0 && _root.Members[schemes].Value is ObjectNode securityDefinitions)
        {
            components.Set(_root.Members[schemes] with { Key = "securitySchemes", Value = SwaggerSecurity.Write(securityDefinitions) });
        }

        target.Set(NewMember("components", components, _root));
        return target;
    }

    private ObjectNode WritePaths(ObjectNode paths)
    {
        ObjectNode target = new(paths.File, paths.Start);
        foreach (Member member in paths)
        {
            _pointer.Push(member.Key);
            DocumentNode? item = Follow(member.Value);
            if (item is ObjectNode source && !member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                target.Set(member with { Value = WritePathItem(source) });
            }
            else if (item is not null)
            {
                target.Set(member);
            }

            _pointer.Pop();
        }

        return target;
    }

    private ObjectNode WritePathItem(ObjectNode item)
    {
        List<Member> shared = ReadParameters(item);
        ObjectNode target = new(item.File, item.Start);
        foreach (Member member in item)
        {
            if (member.Key == "parameters")
            {
                ArrayNode parameters = new(member.Value.File, member.Value.Start);
                _parameters.WriteParameters(shared, parameters);
                target.Set(member with { Value = parameters });
            }
            else if (member.Key != "$ref")
            {
                _pointer.Push(member.Key);
                target.Set(
                    OpenApiGrammar.Methods.Contains(member.Key) && member.Value is ObjectNode operation
                        ? member with { Value = WriteOperation(operation, shared) }
                        : member);
                _pointer.Pop();
            }
        }

        return target;
    }

    private ObjectNode WriteOperation(ObjectNode operation, List<Member> shared)
    {
        _context.Visit(operation.File, operation.Start);
        List<DocumentNode> consumes = MediaTypes(operation, "consumes");
        List<DocumentNode> produces = MediaTypes(operation, "produces");
        List<Member> own = ReadParameters(operation);
        ObjectNode target = new(operation.File, operation.Start);
        foreach (Member member in operation)
        {
            switch (member.Key)
            {
                case "parameters":
                    ArrayNode parameters = new(member.Value.File, member.Value.Start);
                    _parameters.WriteParameters(own, parameters);
                    target.Set(member with { Value = parameters });
                    break;
                case "responses" when member.Value is ObjectNode responses:
                    _pointer.Push(member.Key);
                    target.Set(member with { Value = WriteResponses(responses, produces) });
                    _pointer.Pop();
                    break;
                case "consumes" or "produces" or "schemes":
                    break;
                default:
                    target.Set(member);
                    break;
            }
        }

        if (_parameters.WriteRequestBody(Merge(shared, own), consumes) is { } body)
        {
            target.Set(body);
        }

        return target;
    }

    // A parameter of the operation replaces the path item's with the same name and place.
    private static List<Member> Merge(List<Member> shared, List<Member> own)
    {
        List<Member> merged = [.. own];
        foreach (Member candidate in shared)
        {
            bool isReplaced = false;
            foreach (Member member in own)
            {
                ObjectNode mine = (ObjectNode)member.Value, theirs = (ObjectNode)candidate.Value;
                isReplaced |= SwaggerParameters.TextOf(mine, "name") == SwaggerParameters.TextOf(theirs, "name")
                    && SwaggerParameters.TextOf(mine, "in") == SwaggerParameters.TextOf(theirs, "in");
            }

            if (!isReplaced)
            {
                merged.Add(candidate);
            }
        }

        return merged;
    }

    private List<Member> ReadParameters(ObjectNode holder)
    {
        List<Member> parameters = [];
        if (holder["parameters"] is not ArrayNode list)
        {
            return parameters;
        }

        _pointer.Push("parameters");
        for (int i = 0; i < list.Items.Count; i++)
        {
            _pointer.Push(i);
            if (Follow(list.Items[i]) is ObjectNode parameter)
            {
                parameters.Add(new Member("", parameter, list.Items[i].File, list.Items[i].Start, list.Items[i].Length));
            }

            _pointer.Pop();
        }

        _pointer.Pop();
        return parameters;
    }

    private ObjectNode WriteResponses(ObjectNode responses, List<DocumentNode> produces)
    {
        ObjectNode target = new(responses.File, responses.Start);
        foreach (Member member in responses)
        {
            _pointer.Push(member.Key);
            DocumentNode? response = Follow(member.Value);
            if (response is ObjectNode source && !member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                target.Set(member with { Value = WriteResponse(source, produces) });
            }
            else if (response is not null)
            {
                target.Set(member);
            }
            else
            {
                ObjectNode unknown = new(member.Value.File, member.Value.Start);
                unknown.Set(member with { Key = "description", Value = new ScalarNode(ScalarKind.String, "", member.File, member.KeyStart, member.KeyLength) });
                target.Set(member with { Value = unknown });
            }

            _pointer.Pop();
        }

        return target;
    }

    private static ObjectNode WriteResponse(ObjectNode response, List<DocumentNode> produces)
    {
        ObjectNode target = new(response.File, response.Start);
        foreach (Member member in response)
        {
            switch (member.Key)
            {
                case "schema":
                    target.Set(member with { Key = "content", Value = WriteContent(member, response["examples"] as ObjectNode, produces) });
                    break;
                case "headers" when member.Value is ObjectNode headers:
                    target.Set(member with { Value = WriteHeaders(headers) });
                    break;
                case "examples":
                    break;
                default:
                    target.Set(member);
                    break;
            }
        }

        return target;
    }

    private static ObjectNode WriteContent(in Member schema, ObjectNode? examples, List<DocumentNode> produces)
    {
        ObjectNode content = new(schema.File, schema.KeyStart);
        bool isFile = schema.Value is ObjectNode { } file && SwaggerParameters.TextOf(file, "type") == "file";
        List<string> types = [];
        foreach (DocumentNode type in produces)
        {
            types.Add(((ScalarNode)type).Text);
        }

        if (types.Count == 0)
        {
            types.Add(isFile ? "application/octet-stream" : "application/json");
        }

        foreach (string type in types)
        {
            ObjectNode media = new(schema.File, schema.KeyStart);
            media.Set(schema);
            if (examples?[type] is { } example)
            {
                media.Set(examples.Members[examples.IndexOf(type)] with { Key = "example", Value = example });
            }

            content.Set(schema with { Key = type, Value = media });
        }

        return content;
    }

    private static ObjectNode WriteHeaders(ObjectNode headers)
    {
        ObjectNode target = new(headers.File, headers.Start);
        foreach (Member member in headers)
        {
            target.Set(member.Value is ObjectNode header ? member with { Value = SwaggerParameters.WriteHeader(header) } : member);
        }

        return target;
    }

    private List<DocumentNode> MediaTypes(ObjectNode operation, string key)
    {
        List<DocumentNode> types = [];
        if ((operation[key] ?? _root[key]) is ArrayNode list)
        {
            foreach (DocumentNode item in list.Items)
            {
                if (ScalarForms.Text(item) is { } type)
                {
                    types.Add(type);
                }
            }
        }

        return types;
    }

    // The node itself, or what its reference leads to; null after a diagnostic.
    private DocumentNode? Follow(DocumentNode node)
    {
        DocumentNode target = node;
        for (int hops = 0; ReferenceResolver.ReferenceOf(target) is { } reference; hops++)
        {
            if (hops > 16)
            {
                _context.Report(
                    ReadDiagnosticKind.ReferenceRing, _pointer.ToString() + "/$ref", reference,
                    $"The reference '{reference.Text}' refers only to itself.");
                return null;
            }

            if (!_references.TryResolve(reference.Text, reference.File, out ReferenceTarget found, out string problem))
            {
                _context.Report(
                    ReadDiagnosticKind.UnresolvedReference, _pointer.ToString() + "/$ref", reference,
                    _references.Unresolved(reference, problem));
                return null;
            }

            target = found.Node;
        }

        return target;
    }

    private static Member NewMember(string key, DocumentNode value, DocumentNode place) => new(key, value, place.File, place.Start, place.Length);
}
