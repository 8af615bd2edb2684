using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>A JSONPath query (RFC 9535), taken apart.</summary>
/// <param name="IsRelative">Whether it starts at the node that a filter looks at (<c>@</c>), not at the root (<c>$</c>).</param>
/// <param name="Segments">In the order of the text.</param>
internal sealed record JsonPathQuery(bool IsRelative, IReadOnlyList<JsonPathSegment> Segments)
{
    /// <summary>Whether it can select one node at most (RFC 9535, section 2.3.5.1): only such a query can be compared.</summary>
    public bool IsSingular
    {
        get
        {
            foreach (JsonPathSegment segment in Segments)
            {
                if (segment.IsDescendant || segment.Selectors.Count != 1 || segment.Selectors[0] is not (NameSelector or IndexSelector))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>One step of a query.</summary>
/// <param name="IsDescendant">Whether it looks at the node and everything below (<c>..</c>), not at the node alone.</param>
/// <param name="Selectors">The selections from each node, in order.</param>
/// <param name="End">Offset in the query's text behind the segment.</param>
internal sealed record JsonPathSegment(bool IsDescendant, IReadOnlyList<JsonPathSelector> Selectors, int End);

/// <summary>The selection of a segment from a node.</summary>
internal abstract record JsonPathSelector;

/// <summary><c>'name'</c></summary>
internal sealed record NameSelector(string Name) : JsonPathSelector;

/// <summary><c>*</c></summary>
internal sealed record WildcardSelector : JsonPathSelector;

/// <summary><c>3</c>, <c>-1</c></summary>
internal sealed record IndexSelector(long Index) : JsonPathSelector;

/// <summary><c>start:end:step</c></summary>
internal sealed record SliceSelector(long? Start, long? End, long Step) : JsonPathSelector;

/// <summary><c>?condition</c></summary>
internal sealed record FilterSelector(JsonPathCondition Condition) : JsonPathSelector;

/// <summary>The condition of a filter for a child.</summary>
internal abstract record JsonPathCondition;

/// <summary><c>one || another || …</c>: a list, since as a tree thousands of them would be thousands of calls deep.</summary>
internal sealed record OrCondition(IReadOnlyList<JsonPathCondition> Conditions) : JsonPathCondition;

/// <summary><c>one &amp;&amp; another &amp;&amp; …</c></summary>
internal sealed record AndCondition(IReadOnlyList<JsonPathCondition> Conditions) : JsonPathCondition;

/// <summary><c>!condition</c></summary>
internal sealed record NotCondition(JsonPathCondition Condition) : JsonPathCondition;

/// <summary>A query alone: whether it selects anything.</summary>
internal sealed record ExistsCondition(JsonPathQuery Query) : JsonPathCondition;

/// <summary>A comparison.</summary>
internal sealed record ComparisonCondition(JsonPathOperand Left, JsonPathComparison Comparison, JsonPathOperand Right) : JsonPathCondition;

/// <summary>How two values are compared.</summary>
internal enum JsonPathComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>One side of a comparison.</summary>
internal abstract record JsonPathOperand;

/// <summary>A string, number, boolean or null.</summary>
internal sealed record LiteralOperand(ScalarKind Kind, string Text) : JsonPathOperand;

/// <summary>The one node that a query selects, or nothing.</summary>
internal sealed record QueryOperand(JsonPathQuery Query) : JsonPathOperand;

/// <summary><c>length(value)</c>: of a string, array or object.</summary>
internal sealed record LengthOperand(JsonPathOperand Value) : JsonPathOperand;

/// <summary><c>count(query)</c>: how many nodes a query selects.</summary>
internal sealed record CountOperand(JsonPathQuery Query) : JsonPathOperand;

/// <summary><c>value(query)</c>: the one node that a query selects; nothing when it selects several.</summary>
internal sealed record ValueOperand(JsonPathQuery Query) : JsonPathOperand;
