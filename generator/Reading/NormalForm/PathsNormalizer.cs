using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>Writes paths and webhooks anew. A path item that is a reference is written out in its place, so that paths hold operations only.</summary>
internal sealed class PathsNormalizer(ElementNormalizer elements, PointerStack pointer, ReadContext context)
{
    // A reference to a path item leads to another one at most a few times.
    private const int MaximumHops = 16;

    private readonly Dictionary<string, string> _signatures = new(StringComparer.Ordinal);

    /// <summary>Writes the paths of a document.</summary>
    public ObjectNode WritePaths(ObjectNode root)
    {
        ObjectNode target = new(root.File, (root["paths"] ?? root).Start);
        if (root["paths"] is null && root["components"] is null && root["webhooks"] is null && root["x-webhooks"] is null)
        {
            context.Report(ReadDiagnosticKind.RuleBroken, "", root, "The document has neither 'paths', 'components' nor 'webhooks'.");
        }

        pointer.Push("paths");
        if (root["paths"] is ObjectNode paths)
        {
            foreach (Member member in paths)
            {
                pointer.Push(member.Key);
                WritePath(member, target);
                pointer.Pop();
            }
        }
        else if (root["paths"] is { } other)
        {
            elements.Refuse(other, "a Paths Object");
        }

        pointer.Pop();
        return target;
    }

    /// <summary>Writes webhooks from one field of a document into an object.</summary>
    public void WriteWebhooks(ObjectNode root, string key, ObjectNode target)
    {
        pointer.Push(key);
        if (root[key] is ObjectNode webhooks)
        {
            foreach (Member member in webhooks)
            {
                pointer.Push(member.Key);
                if (WritePathItem(member.Value) is { } item)
                {
                    target.Set(member with { Value = item });
                }

                pointer.Pop();
            }
        }
        else if (root[key] is { } other)
        {
            elements.Refuse(other, "a map of Path Item Objects");
        }

        pointer.Pop();
    }

    private void WritePath(in Member member, ObjectNode target)
    {
        string path = member.Key;
        if (path.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            target.Set(member);
            return;
        }

        // Two slashes would begin a host name, and dot segments climb out of the server's path (RFC 3986, sections 4.2 and 5.2.4).
        if (path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith("/\\", StringComparison.Ordinal) || HasDotSegment(path))
        {
            Report(ReadDiagnosticKind.UnreadablePart, member, $"The path '{path}' leaves the server's address. It is skipped.");
            return;
        }

        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            Report(ReadDiagnosticKind.RuleBroken, member, $"The path '{path}' does not begin with a slash. It is read as '/{path}'.");
            path = "/" + path;
        }

        string signature = Signature(path);
        if (_signatures.TryGetValue(signature, out string? same))
        {
            Report(ReadDiagnosticKind.RuleBroken, member, $"The paths '{same}' and '{path}' differ only in the names of their parameters.");
        }
        else
        {
            _signatures.Add(signature, path);
        }

        if (target.IndexOf(path) >= 0)
        {
            Report(ReadDiagnosticKind.UnreadablePart, member, $"The path '{path}' is not unique. This one is skipped.");
        }
        else if (WritePathItem(member.Value) is { } item)
        {
            target.Set(member with { Key = path, Value = item });
        }
    }

    private DocumentNode? WritePathItem(DocumentNode node)
    {
        if (ReferenceResolver.ReferenceOf(node) is not { } reference)
        {
            return WriteOperations(node);
        }

        DocumentNode target = node;
        for (int hops = 0; ReferenceResolver.ReferenceOf(target) is not null && hops < MaximumHops; hops++)
        {
            if (elements.Follow(target) is not { } next)
            {
                return null;
            }

            target = next;
        }

        if (ReferenceResolver.ReferenceOf(target) is not null)
        {
            context.Report(
                ReadDiagnosticKind.ReferenceRing, pointer.ToString() + "/$ref", reference,
                $"The reference '{reference.Text}' refers only to itself.");
            return null;
        }

        DocumentNode? written = WriteOperations(target);
        ObjectNode source = (ObjectNode)node;
        if (written is ObjectNode item && source.Members.Count > 1 && WriteOperations(WithoutReference(source)) is ObjectNode own)
        {
            foreach (Member member in own)
            {
                item.Set(member);
            }
        }

        return written;
    }

    private DocumentNode? WriteOperations(DocumentNode node)
    {
        DocumentNode? written = elements.WriteContent(ElementKind.PathItem, Standardize(node), 3);
        if (written is ObjectNode item && item["additionalOperations"] is ObjectNode additional)
        {
            CheckMethods(item, additional);
        }

        return written;
    }

    // Tools for 3.1 spell additional operations as an extension.
    private static DocumentNode Standardize(DocumentNode node)
    {
        if (node is not ObjectNode source || source["x-oai-additionalOperations"] is null)
        {
            return node;
        }

        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            target.Set(member.Key == "x-oai-additionalOperations" ? member with { Key = "additionalOperations" } : member);
        }

        return target;
    }

    private void CheckMethods(ObjectNode item, ObjectNode additional)
    {
        ObjectNode target = new(additional.File, additional.Start);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        pointer.Push("additionalOperations");
        foreach (Member member in additional)
        {
            pointer.Push(member.Key);
            if (!HttpTokens.IsToken(member.Key) || OpenApiGrammar.Methods.Contains(member.Key) || !seen.Add(member.Key))
            {
                Report(ReadDiagnosticKind.UnreadablePart, member, $"'{member.Key}' is not a valid method of an additional operation. It is skipped.");
            }
            else
            {
                target.Set(member);
            }

            pointer.Pop();
        }

        pointer.Pop();
        item.Set(item.Members[item.IndexOf("additionalOperations")] with { Value = target });
    }

    private static ObjectNode WithoutReference(ObjectNode source)
    {
        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            if (member.Key != "$ref")
            {
                target.Set(member);
            }
        }

        return target;
    }

    // The path with every parameter's name left out.
    private static string Signature(string path)
    {
        System.Text.StringBuilder signature = new(path.Length);
        int depth = 0;
        foreach (char c in path)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0 || c is '{' or '}')
            {
                signature.Append(c);
            }

            depth -= c == '}' && depth > 0 ? 1 : 0;
        }

        return signature.ToString();
    }

    private static bool HasDotSegment(string path)
    {
        int query = path.IndexOfAny(['?', '#']);
        foreach (string segment in (query < 0 ? path : path.Substring(0, query)).Split('/', '\\'))
        {
            if (FilePaths.Unescape(segment) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private void Report(ReadDiagnosticKind kind, in Member member, string message) =>
        context.Report(kind, pointer.ToString(), member.File, member.KeyStart, member.KeyLength, message);
}
