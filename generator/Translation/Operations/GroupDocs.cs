using System.Text;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Docs of groups: the description of the group's tag, or the extension <c>x-clerkgen-groups</c>, an object of texts by group. Both are
/// looked up by the group's identifier, since a document may have as many of them as it has groups.
/// </summary>
internal sealed class GroupDocs
{
    private readonly Dictionary<string, OpenApiTag> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _ownWords = new(StringComparer.OrdinalIgnoreCase);

    public GroupDocs(OpenApiDocument document)
    {
        foreach (OpenApiTag tag in document.Tags ?? (IEnumerable<OpenApiTag>)[])
        {
            // The first of several with one identifier counts, in ordinal order.
            if (tag.Name is { } name && Identifiers.Pascal(name, "") is { Length: > 0 } group
                && (!_tags.TryGetValue(group, out OpenApiTag? other) || string.CompareOrdinal(name, other.Name) < 0))
            {
                _tags[group] = tag;
            }
        }

        foreach (KeyValuePair<string, JsonNode?> words in ChosenNames.Node(document.Extensions, "x-clerkgen-groups") as JsonObject ?? [])
        {
            string group = Identifiers.Pascal(words.Key, "");
            if (!_ownWords.ContainsKey(group))
            {
                _ownWords.Add(group, OperationDocs.Text(ChosenNames.Text(words.Value)));
            }
        }
    }

    /// <summary>Docs of a group.</summary>
    public DocModel Of(OperationGroup group)
    {
        OpenApiTag? tag = Find(_tags, group);
        string? ownWords = Find(_ownWords, group);
        StringBuilder remarks = new();
        string? description = OperationDocs.Text(tag?.Description);
        string summary = ownWords ?? OperationDocs.Text(tag?.Summary) ?? OperationDocs.FirstParagraph(description) ?? "";
        if (description is not null && description != summary)
        {
            OperationDocs.Append(remarks, description);
        }

        if (tag?.ExternalDocs?.Url is { } url)
        {
            OperationDocs.Append(remarks, (OperationDocs.Text(tag.ExternalDocs.Description) ?? "More") + ": " + url.OriginalString);
        }

        return new DocModel(summary, remarks.Length == 0 ? null : remarks.ToString());
    }

    // UsersController describes the group Users if no tag has that name.
    private static TValue? Find<TValue>(Dictionary<string, TValue> values, OperationGroup group)
        where TValue : class?
    {
        if (values.TryGetValue(group.Name, out TValue? own))
        {
            return own;
        }

        foreach (string role in GroupNames.Roles)
        {
            if (values.TryGetValue(group.Name + role, out TValue? found))
            {
                return found;
            }
        }

        return null;
    }
}
