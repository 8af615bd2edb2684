using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>
/// Reads an overlay (OpenAPI Overlay Specification 1.0 and 1.1) out of its nodes. A malformed part becomes an error at its place and costs
/// only its action. <c>info</c> and <c>extends</c> are for people. The project determines the overlay's document.
/// </summary>
internal sealed class OverlayReader(ReadContext context)
{
    private static readonly string[] OverlayFields = ["overlay", "info", "extends", "actions"];
    private static readonly string[] ActionFields = ["target", "description", "update", "remove", "copy"];

    /// <summary>The actions, in their order; none when the nodes are no overlay.</summary>
    /// <param name="file">The overlay's file.</param>
    /// <param name="root">Its nodes, or null when it holds nothing.</param>
    public List<OverlayAction> Read(SourceFile file, DocumentNode? root)
    {
        List<OverlayAction> actions = [];
        if (root is not ObjectNode overlay || overlay["overlay"] is not { } version)
        {
            const string message = "This is not an overlay: it is not an object with a field 'overlay'.";
            context.Report(ReadDiagnosticKind.InvalidOverlay, "", file, root?.Start ?? 0, root?.Length ?? 0, message);
            return actions;
        }

        string text = ScalarForms.Text(version) is { } scalar ? scalar.Text : "";
        if (!text.StartsWith("1.", StringComparison.Ordinal))
        {
            context.Report(
                ReadDiagnosticKind.InvalidOverlay, "/overlay", version, $"Overlay version '{text}' is not supported. Versions 1.0 and 1.1 are.");
            return actions;
        }

        CheckFields(overlay, OverlayFields, "", "an overlay");
        if (overlay["actions"] is not ArrayNode { Items.Count: > 0 } list)
        {
            context.Report(
                ReadDiagnosticKind.InvalidOverlay,
                "/actions",
                overlay["actions"] ?? overlay,
                "The overlay has no list 'actions'.");
            return actions;
        }

        for (int i = 0; i < list.Items.Count; i++)
        {
            if (ReadAction(list.Items[i], "/actions/" + i.ToString(CultureInfo.InvariantCulture)) is { } action)
            {
                actions.Add(action);
            }
        }

        return actions;
    }

    private OverlayAction? ReadAction(DocumentNode node, string pointer)
    {
        if (node is not ObjectNode action)
        {
            context.Report(ReadDiagnosticKind.InvalidOverlay, pointer, node, "An action must be an object with a field 'target'.");
            return null;
        }

        CheckFields(action, ActionFields, pointer, "an action");
        if (ReadQuery(action, "target", pointer) is not { } target)
        {
            return null;
        }

        bool remove = false;
        if (action["remove"] is { } flag)
        {
            if (flag is not ScalarNode { Kind: ScalarKind.Boolean } boolean)
            {
                context.Report(ReadDiagnosticKind.InvalidOverlay, pointer + "/remove", flag, "'remove' must be true or false.");
                return null;
            }

            remove = boolean.Text == "true";
        }

        (JsonPathQuery Query, ScalarNode Node)? copy = null;
        if (action["copy"] is not null && !remove)
        {
            copy = ReadQuery(action, "copy", pointer);
            if (copy is null)
            {
                return null;
            }
        }

        if (!remove && copy is null && action["update"] is null)
        {
            context.Report(
                ReadDiagnosticKind.InvalidOverlay, pointer, action, "The action has neither 'update', 'remove: true' nor 'copy'.");
            return null;
        }

        return new OverlayAction(pointer, target.Query, target.Node, remove, copy?.Query, copy?.Node, action["update"]);
    }

    private (JsonPathQuery Query, ScalarNode Node)? ReadQuery(ObjectNode action, string field, string pointer)
    {
        pointer += "/" + field;
        if (action[field] is not ScalarNode { Kind: ScalarKind.String } node)
        {
            context.Report(
                ReadDiagnosticKind.InvalidOverlay, pointer, action[field] ?? action,
                $"'{field}' of an action must be a string with a JSONPath query.");
            return null;
        }

        try
        {
            return (JsonPathParser.Parse(node.Text.Trim()), node);
        }
        catch (JsonPathSyntaxException exception)
        {
            string place = (exception.Offset + 1).ToString(CultureInfo.InvariantCulture);
            string message = $"This is not a JSONPath query. {exception.Message} (character {place}).";
            context.Report(ReadDiagnosticKind.InvalidOverlay, pointer, node, message);
            return null;
        }
    }

    // A field that is written wrongly would be an action that silently does something else.
    private void CheckFields(ObjectNode node, string[] known, string pointer, string owner)
    {
        foreach (Member member in node)
        {
            if (Array.IndexOf(known, member.Key) >= 0 || member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            string suggestion = SimilarNames.Find(member.Key, known) is { } similar ? $"; did you mean '{similar}'?" : ".";
            context.Report(
                ReadDiagnosticKind.InvalidOverlay,
                pointer + "/" + member.Key,
                member.File,
                member.KeyStart,
                member.KeyLength,
                $"'{member.Key}' is not a field of {owner}{suggestion}");
        }
    }
}
