using System.Globalization;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>Evaluates JSONPath queries (RFC 9535, section 2) over the nodes of a document.</summary>
internal sealed class JsonPathEvaluator(DocumentNode root, OverlayBudget budget)
{
    /// <summary>The nodes that a query selects, in the order of the standard. A node that it selects twice occurs twice.</summary>
    public List<NodeLocation> Select(JsonPathQuery query) => Select(query, query.Segments.Count, NodeLocation.OfRoot(root));

    /// <summary>The nodes that the first so many segments of a query select.</summary>
    public List<NodeLocation> Select(JsonPathQuery query, int segments) => Select(query, segments, NodeLocation.OfRoot(root));

    private List<NodeLocation> Select(JsonPathQuery query, int segments, NodeLocation current)
    {
        List<NodeLocation> selected = [query.IsRelative ? current : NodeLocation.OfRoot(root)];
        for (int i = 0; i < segments && selected.Count > 0; i++)
        {
            List<NodeLocation> next = [];
            foreach (NodeLocation location in selected)
            {
                Apply(query.Segments[i], location, next);
            }

            selected = next;
        }

        return selected;
    }

    private void Apply(JsonPathSegment segment, NodeLocation location, List<NodeLocation> selected)
    {
        foreach (JsonPathSelector selector in segment.Selectors)
        {
            Apply(selector, location, selected);
        }

        if (segment.IsDescendant)
        {
            foreach (NodeLocation child in Children(location))
            {
                Apply(segment, child, selected);
            }
        }
    }

    private void Apply(JsonPathSelector selector, NodeLocation location, List<NodeLocation> selected)
    {
        budget.Visit(location.Node);
        switch (selector)
        {
            case NameSelector name when location.Node is ObjectNode parent && parent[name.Name] is { } value:
                Take(new NodeLocation(location, name.Name, -1, value), selected);
                break;
            case WildcardSelector:
                foreach (NodeLocation child in Children(location))
                {
                    Take(child, selected);
                }

                break;
            case IndexSelector index when location.Node is ArrayNode array:
                long at = index.Index < 0 ? array.Items.Count + index.Index : index.Index;
                if (at >= 0 && at < array.Items.Count)
                {
                    Take(Item(location, array, (int)at), selected);
                }

                break;
            case SliceSelector slice when location.Node is ArrayNode array:
                ApplySlice(slice, location, array, selected);
                break;
            case FilterSelector filter:
                foreach (NodeLocation child in Children(location))
                {
                    if (Holds(filter.Condition, child))
                    {
                        Take(child, selected);
                    }
                }

                break;
        }
    }

    private void Take(NodeLocation location, List<NodeLocation> selected)
    {
        budget.Keep(location.Node, location.Depth);
        selected.Add(location);
    }

    // RFC 9535, section 2.3.4.2.2.
    private void ApplySlice(SliceSelector slice, NodeLocation location, ArrayNode array, List<NodeLocation> selected)
    {
        long count = array.Items.Count;
        if (slice.Step == 0)
        {
            return;
        }

        bool isForward = slice.Step > 0;
        long start = Normalize(slice.Start ?? (isForward ? 0 : count - 1));
        long end = slice.End is { } given ? Normalize(given) : isForward ? count : -1;
        long lower = isForward ? Clamp(start, 0, count) : Clamp(end, -1, count - 1);
        long upper = isForward ? Clamp(end, 0, count) : Clamp(start, -1, count - 1);
        for (long i = isForward ? lower : upper; isForward ? i < upper : lower < i; i += slice.Step)
        {
            Take(Item(location, array, (int)i), selected);
        }

        long Normalize(long index) => index >= 0 ? index : count + index;
    }

    private static long Clamp(long value, long least, long greatest) => Math.Min(Math.Max(value, least), greatest);

    private IEnumerable<NodeLocation> Children(NodeLocation location)
    {
        if (location.Node is ObjectNode parent)
        {
            foreach (Member member in parent)
            {
                budget.Visit(member.Value);
                yield return new NodeLocation(location, member.Key, -1, member.Value);
            }
        }
        else if (location.Node is ArrayNode array)
        {
            for (int i = 0; i < array.Items.Count; i++)
            {
                budget.Visit(array.Items[i]);
                yield return Item(location, array, i);
            }
        }
    }

    private static NodeLocation Item(NodeLocation location, ArrayNode array, int index) => new(location, null, index, array.Items[index]);

    private bool Holds(JsonPathCondition condition, NodeLocation current) => condition switch
    {
        OrCondition or => or.Conditions.Any(inner => Holds(inner, current)),
        AndCondition and => and.Conditions.All(inner => Holds(inner, current)),
        NotCondition not => !Holds(not.Condition, current),
        ExistsCondition exists => Select(exists.Query, exists.Query.Segments.Count, current).Count > 0,
        ComparisonCondition comparison => Compare(Value(comparison.Left, current), comparison.Comparison, Value(comparison.Right, current)),
        _ => throw new InvalidOperationException($"Unknown condition {condition}."),
    };

    // Null means "nothing", which equals only itself (RFC 9535, section 2.3.5.2.2).
    private DocumentNode? Value(JsonPathOperand operand, NodeLocation current)
    {
        budget.Visit(current.Node);
        switch (operand)
        {
            case LiteralOperand literal:
                return new ScalarNode(literal.Kind, literal.Text, root.File, 0, 0);
            case QueryOperand query:
                return OneOf(query.Query, current);
            case ValueOperand query:
                return OneOf(query.Query, current);
            case CountOperand count:
                return Number(Select(count.Query, count.Query.Segments.Count, current).Count);
            case LengthOperand length:
                return Value(length.Value, current) switch
                {
                    ObjectNode node => Number(node.Members.Count),
                    ArrayNode node => Number(node.Items.Count),
                    ScalarNode { Kind: ScalarKind.String } node => Number(CharacterCount(node)),
                    _ => null,
                };
            default:
                throw new InvalidOperationException($"Unknown operand {operand}.");
        }
    }

    private DocumentNode? OneOf(JsonPathQuery query, NodeLocation current)
    {
        List<NodeLocation> selected = Select(query, query.Segments.Count, current);
        return selected.Count == 1 ? selected[0].Node : null;
    }

    private ScalarNode Number(int value) => new(ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture), root.File, 0, 0);

    // Unicode scalar values, not UTF-16 code units (RFC 9535, section 2.4.4).
    private int CharacterCount(ScalarNode node)
    {
        budget.Visit(node, node.Text.Length);
        int count = 0;
        foreach (char c in node.Text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    private bool Compare(DocumentNode? left, JsonPathComparison comparison, DocumentNode? right) => comparison switch
    {
        JsonPathComparison.Equal => AreEqual(left, right),
        JsonPathComparison.NotEqual => !AreEqual(left, right),
        JsonPathComparison.Less => IsLess(left, right),
        JsonPathComparison.Greater => IsLess(right, left),
        JsonPathComparison.LessOrEqual => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    private bool AreEqual(DocumentNode? left, DocumentNode? right)
    {
        if (left is not null)
        {
            budget.Visit(left, LengthOf(left));
        }

        switch (left, right)
        {
            case (null, null):
                return true;
            case (ScalarNode a, ScalarNode b):
                return a.Kind == b.Kind && (a.Kind == ScalarKind.Number ? CompareNumbers(a.Text, b.Text) == 0 : a.Text == b.Text);
            case (ArrayNode a, ArrayNode b):
                if (a.Items.Count != b.Items.Count)
                {
                    return false;
                }

                for (int i = 0; i < a.Items.Count; i++)
                {
                    if (!AreEqual(a.Items[i], b.Items[i]))
                    {
                        return false;
                    }
                }

                return true;
            case (ObjectNode a, ObjectNode b):
                if (a.Members.Count != b.Members.Count)
                {
                    return false;
                }

                foreach (Member member in a)
                {
                    if (b[member.Key] is not { } other || !AreEqual(member.Value, other))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    private bool IsLess(DocumentNode? left, DocumentNode? right)
    {
        if (left is not ScalarNode a || right is not ScalarNode b || a.Kind != b.Kind)
        {
            return false;
        }

        budget.Visit(a, a.Text.Length);
        return a.Kind switch
        {
            ScalarKind.Number => CompareNumbers(a.Text, b.Text) < 0,
            ScalarKind.String => string.CompareOrdinal(a.Text, b.Text) < 0,
            _ => false,
        };
    }

    private static int LengthOf(DocumentNode node) => node is ScalarNode scalar ? scalar.Text.Length : 0;

    private static int CompareNumbers(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal a)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal b)
            ? a.CompareTo(b)
            : Double(left).CompareTo(Double(right));

    private static double Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
