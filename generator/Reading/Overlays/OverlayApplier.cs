using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>
/// Applies an overlay's actions to the nodes of a document. Nodes with several places (YAML aliases, merged values) are
/// copied before one place is changed.
/// </summary>
internal sealed class OverlayApplier
{
    private readonly ReadContext _context;
    private const int LooksOfSorting = 16;

    private readonly OverlayBudget _budget;
    private readonly HashSet<DocumentNode> _shared = [];
    private DocumentNode _root;

    private OverlayApplier(DocumentNode root, ReadContext context)
    {
        _root = root;
        _context = context;
        _budget = new OverlayBudget(context);
    }

    /// <summary>The root after all actions, one after the other.</summary>
    /// <exception cref="DocumentSyntaxException">The overlay asks for more work than the limits allow.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode Apply(DocumentNode root, IReadOnlyList<OverlayAction> actions, ReadContext context)
    {
        OverlayApplier applier = new(root, context);
        foreach (OverlayAction action in actions)
        {
            applier.Apply(action);
        }

        return applier._root;
    }

    private void Apply(OverlayAction action)
    {
        List<List<NodeLocation>> targets = Find(action);
        if (targets.Count == 0)
        {
            return;
        }

        if (action.Remove)
        {
            Remove(targets, action);
            return;
        }

        DocumentNode? value = action.Copy is null ? action.Update : Source(action);
        if (value is null)
        {
            return;
        }

        // From now on it is in its old place and in each target. If a target is inside it, the copy must not grow with the target.
        Share(value);
        int height = Height(value, []);
        for (int i = targets.Count - 1; i >= 0; i--)
        {
            List<NodeLocation> target = targets[i];
            _context.CheckDepth(target.Count - 1 + height, value.File, value.Start);
            Merge(target, value, action);
        }
    }

    // Each target once, from the last of the document to the first.
    private List<List<NodeLocation>> Find(OverlayAction action)
    {
        JsonPathEvaluator evaluator = new(_root, _budget);
        List<NodeLocation> selected = evaluator.Select(action.Target);
        if (selected.Count == 0)
        {
            ReportNothing(evaluator, action.Target, action.TargetNode, action.Pointer + "/target");
        }

        List<List<NodeLocation>> ways = selected.ConvertAll(Way);
        ways.Sort(static (left, right) => NodeLocation.Compare(right, left));
        List<List<NodeLocation>> targets = [];
        foreach (List<NodeLocation> way in ways)
        {
            if (targets.Count == 0 || NodeLocation.Compare(way, targets[targets.Count - 1]) != 0)
            {
                targets.Add(way);
            }
        }

        return targets;
    }

    // Sorting compares a way as often as there are halves.
    private List<NodeLocation> Way(NodeLocation location)
    {
        _budget.Visit(location.Node, location.Depth * LooksOfSorting);
        return location.Way();
    }

    private DocumentNode? Source(OverlayAction action)
    {
        JsonPathEvaluator evaluator = new(_root, _budget);
        List<NodeLocation> selected = evaluator.Select(action.Copy!);
        if (selected.Count == 1)
        {
            return selected[0].Node;
        }

        if (selected.Count == 0)
        {
            ReportNothing(evaluator, action.Copy!, action.CopyNode!, action.Pointer + "/copy");
        }
        else
        {
            string message = $"'copy' must select one node, not {selected.Count}.";
            _context.Report(ReadDiagnosticKind.InvalidOverlay, action.Pointer + "/copy", action.CopyNode!, message);
        }

        return null;
    }

    private void ReportNothing(JsonPathEvaluator evaluator, JsonPathQuery query, ScalarNode node, string pointer)
    {
        int matched = query.Segments.Count - 1;
        List<NodeLocation> last = evaluator.Select(query, matched);
        while (last.Count == 0)
        {
            last = evaluator.Select(query, --matched);
        }

        string text = node.Text.Trim();
        string message = $"Nothing in the document matches '{text}'.";
        if (matched > 0)
        {
            message += $" '{text.Substring(0, query.Segments[matched - 1].End)}' does.";
        }

        if (query.Segments[matched] is { IsDescendant: false, Selectors.Count: 1 } segment && segment.Selectors[0] is NameSelector name
            && Similar(name.Name, last) is { } similar)
        {
            message += $" Did you mean '{similar}' instead of '{name.Name}'?";
        }

        _context.Report(ReadDiagnosticKind.OverlayWithoutTarget, pointer, node, message);
    }

    private string? Similar(string name, List<NodeLocation> parents)
    {
        List<string> names = [];
        foreach (NodeLocation parent in parents)
        {
            if (parent.Node is ObjectNode node)
            {
                foreach (Member member in node)
                {
                    _budget.Visit(member.Value);
                    names.Add(member.Key);
                }
            }
        }

        return SimilarNames.Find(name, names, _budget.Work);
    }

    // All members of a collection at once: one after the other, each would move all that are behind it.
    private void Remove(List<List<NodeLocation>> targets, OverlayAction action)
    {
        Dictionary<DocumentNode, List<NodeLocation>> removed = [];
        foreach (List<NodeLocation> target in targets)
        {
            if (target.Count == 1)
            {
                _context.Report(
                    ReadDiagnosticKind.InvalidOverlay,
                    action.Pointer + "/target",
                    action.TargetNode,
                    "The root of the document cannot be removed.");
                continue;
            }

            DocumentNode parent = Own(target, target.Count - 2);
            if (!removed.TryGetValue(parent, out List<NodeLocation>? children))
            {
                removed.Add(parent, children = []);
            }

            children.Add(target[target.Count - 1]);
        }

        foreach (KeyValuePair<DocumentNode, List<NodeLocation>> pair in removed)
        {
            if (pair.Key is ObjectNode parent)
            {
                parent.RemoveAll(new HashSet<string>(pair.Value.ConvertAll(static child => child.Key!), StringComparer.Ordinal));
            }
            else
            {
                HashSet<int> indexes = [.. pair.Value.ConvertAll(static child => child.Index)];
                int index = 0;
                ((ArrayNode)pair.Key).Items.RemoveAll(_ => indexes.Contains(index++));
            }
        }
    }

    private void Merge(List<NodeLocation> target, DocumentNode value, OverlayAction action)
    {
        switch (Own(target, target.Count - 1), value)
        {
            case (ObjectNode node, ObjectNode update):
                Merge(node, update, action);
                break;
            case (ArrayNode node, ArrayNode update):
                Append(node, update);
                break;
            case (ArrayNode node, _):
                _budget.Keep(value);
                Share(value);
                node.Items.Add(value);
                break;
            case (ScalarNode, ScalarNode) when target.Count > 1:
                Replace(Own(target, target.Count - 2), target[target.Count - 1], value);
                break;
            case ({ } node, _):
                ReportMismatch(node, value, action);
                break;
        }
    }

    private void Merge(ObjectNode node, ObjectNode update, OverlayAction action)
    {
        foreach (Member member in update)
        {
            _budget.Visit(member.Value);
            int index = node.IndexOf(member.Key);
            if (index < 0)
            {
                _budget.Keep(member.Value);
                Share(member.Value);
                node.Set(member);
                continue;
            }

            switch (node.Members[index].Value, member.Value)
            {
                case (ObjectNode into, ObjectNode from):
                    Merge((ObjectNode)Own(node, index, into), from, action);
                    break;
                case (ArrayNode into, ArrayNode from):
                    Append((ArrayNode)Own(node, index, into), from);
                    break;
                case (ScalarNode, ScalarNode):
                    node.Set(member);
                    break;
                case ({ } into, { } from):
                    ReportMismatch(into, from, action);
                    break;
            }
        }
    }

    private void Append(ArrayNode node, ArrayNode update)
    {
        // A copy may append a list to itself.
        foreach (DocumentNode item in update.Items.ToArray())
        {
            _budget.Keep(item);
            Share(item);
            node.Items.Add(item);
        }
    }

    private static void Replace(DocumentNode parent, NodeLocation location, DocumentNode value)
    {
        if (parent is ArrayNode array)
        {
            array.Items[location.Index] = value;
            return;
        }

        ObjectNode node = (ObjectNode)parent;
        node.Set(node.Members[node.IndexOf(location.Key!)] with { Value = value });
    }

    private void ReportMismatch(DocumentNode into, DocumentNode from, OverlayAction action) =>
        ReportOnce(
            action.Copy is null ? from : action.CopyNode!,
            $"A {Describe(from)} cannot be merged into a {Describe(into)}. Remove the existing value first.",
            action);

    // A query may select thousands that are all of the wrong kind.
    private void ReportOnce(DocumentNode node, string message, OverlayAction action) =>
        _context.ReportOnce(
            ReadDiagnosticKind.InvalidOverlay, action.Pointer + message, action.Pointer, node.File, node.Start, node.Length, message);

    private static string Describe(DocumentNode node) => node switch
    {
        ObjectNode => "mapping",
        ArrayNode => "list",
        _ => "plain value",
    };

    // Walks to a node and copies shared nodes on the way, so that a change here does not appear elsewhere.
    private DocumentNode Own(List<NodeLocation> way, int last)
    {
        if (_root is not ScalarNode && IsShared(_root))
        {
            _root = Copy(_root);
        }

        DocumentNode node = _root;
        for (int i = 1; i <= last; i++)
        {
            NodeLocation step = way[i];
            _budget.Visit(step.Node);
            node = node switch
            {
                ObjectNode parent => Own(parent, parent.IndexOf(step.Key!), parent[step.Key!]!),
                _ => Own((ArrayNode)node, step.Index),
            };
        }

        return node;
    }

    private DocumentNode Own(ObjectNode parent, int index, DocumentNode child)
    {
        if (child is ScalarNode || !IsShared(child))
        {
            return child;
        }

        DocumentNode copy = Copy(child);
        parent.Set(parent.Members[index] with { Value = copy });
        return copy;
    }

    private DocumentNode Own(ArrayNode parent, int index)
    {
        DocumentNode child = parent.Items[index];
        if (child is not ScalarNode && IsShared(child))
        {
            parent.Items[index] = child = Copy(child);
        }

        return child;
    }

    // One level: its children now have two places.
    private DocumentNode Copy(DocumentNode node)
    {
        _budget.Visit(node);
        if (node is ArrayNode array)
        {
            ArrayNode copy = new(array.File, array.Start);
            Append(copy, array);
            return copy;
        }

        ObjectNode source = (ObjectNode)node;
        ObjectNode target = new(source.File, source.Start);
        foreach (Member member in source)
        {
            _budget.Keep(member.Value);
            Share(member.Value);
            target.Set(member);
        }

        return target;
    }

    private bool IsShared(DocumentNode node) => _shared.Contains(node) || _context.TryGetAnchor(node, out _);

    private void Share(DocumentNode node)
    {
        if (node is not ScalarNode)
        {
            _shared.Add(node);
        }
    }

    // A value of values can be deeper than what its text shows, since copies are made of copies.
    private int Height(DocumentNode node, Dictionary<DocumentNode, int> known)
    {
        if (node is ScalarNode)
        {
            return 0;
        }

        if (known.TryGetValue(node, out int height))
        {
            return height;
        }

        _budget.Visit(node);
        int highest = 0;
        if (node is ObjectNode parent)
        {
            foreach (Member member in parent)
            {
                highest = Math.Max(highest, Height(member.Value, known));
            }
        }
        else
        {
            foreach (DocumentNode item in ((ArrayNode)node).Items)
            {
                highest = Math.Max(highest, Height(item, known));
            }
        }

        known[node] = highest + 1;
        return highest + 1;
    }
}
