using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Excludes the operations that the consumer's project does not want, and reports it. A pattern may hold <c>*</c>; case plays no part. Tags
/// also match the name of the group that an operation belongs to.
/// </summary>
internal sealed class OperationFilter
{
    private const string Internal = "x-internal";

    // A guess compares a pattern with every name, so only the first few patterns that match nothing get one.
    private const int MaximumOfGuesses = 20;

    private readonly DocumentOptions _options;
    private readonly PatternSet _includeTags;
    private readonly PatternSet _excludeTags;
    private readonly PatternSet _includeOperations;
    private readonly PatternSet _excludeOperations;
    private int _deprecated;
    private int _internal;

    /// <param name="options">The patterns.</param>
    /// <param name="budget">Comparing a name with a pattern takes steps.</param>
    public OperationFilter(DocumentOptions options, WorkBudget budget)
    {
        _options = options;
        _includeTags = new PatternSet("IncludeTags", options.IncludeTags, budget);
        _excludeTags = new PatternSet("ExcludeTags", options.ExcludeTags, budget);
        _includeOperations = new PatternSet("IncludeOperations", options.IncludeOperations, budget);
        _excludeOperations = new PatternSet("ExcludeOperations", options.ExcludeOperations, budget);
    }

    /// <summary>Whether anything is filtered.</summary>
    public bool IsSet => _options.ExcludeDeprecated || _options.ExcludeInternal || Sets.Any(static set => set.Count > 0);

    /// <summary>Number of operations that were asked for.</summary>
    public int Total { get; private set; }

    /// <summary>Number of those that stay.</summary>
    public int Kept { get; private set; }

    private IEnumerable<PatternSet> Sets => [_includeTags, _excludeTags, _includeOperations, _excludeOperations];

    /// <summary>Whether an operation stays. Each pattern is tried, so that one which matches nothing is found out.</summary>
    public bool Keeps(OperationSource source)
    {
        List<string> tags = OperationGroups.NamesOf(source);
        string[] ids = source.Id is { } id ? [id] : [];
        bool isIncluded = _includeTags.Matches(tags) != false & _includeOperations.Matches(ids) != false;
        bool isExcluded = _excludeTags.Matches(tags) == true | _excludeOperations.Matches(ids) == true;
        bool isDeprecated = _options.ExcludeDeprecated && source.Operation.Deprecated;
        bool isInternal = _options.ExcludeInternal && IsInternal(source);
        bool isKept = isIncluded && !isExcluded && !isDeprecated && !isInternal;
        Total++;
        Kept += isKept ? 1 : 0;
        _deprecated += isDeprecated ? 1 : 0;
        _internal += isInternal ? 1 : 0;
        return isKept;
    }

    /// <summary>Reports the matches of each pattern, and patterns without a match.</summary>
    public void Report(DiagnosticBag diagnostics)
    {
        if (!IsSet)
        {
            return;
        }

        List<string> matches = [];
        int guesses = 0;
        foreach (PatternSet set in Sets)
        {
            foreach ((string pattern, int count) in set.Matched)
            {
                matches.Add($"{set.Option} '{pattern}' matches {Number(count)}");
                if (count == 0)
                {
                    string? similar = guesses++ < MaximumOfGuesses ? set.FindSimilar(pattern) : null;
                    diagnostics.Report(
                        DiagnosticDescriptors.FilterMatchesNothing,
                        "",
                        pattern,
                        set.Option,
                        similar is not null ? SimilarNames.Question(similar) : pattern.IndexOf(',') >= 0 ? "; separate patterns by ';'" : "");
                }
            }
        }

        if (_options.ExcludeDeprecated)
        {
            matches.Add($"ExcludeDeprecated matches {Number(_deprecated)}");
        }

        if (_options.ExcludeInternal)
        {
            matches.Add($"ExcludeInternal matches {Number(_internal)}");
        }

        diagnostics.Report(DiagnosticDescriptors.FiltersApplied, "", Number(Kept), Number(Total), string.Join(", ", matches));
    }

    // An operation of an internal path has 'false' to be public.
    private static bool IsInternal(OperationSource source) =>
        (ChosenNames.Node(source.Operation.Extensions, Internal) ?? ChosenNames.Node((source.Item as IOpenApiExtensible)?.Extensions, Internal))
            ?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class PatternSet
    {
        private readonly EquatableArray<string> _patterns;
        private readonly WorkBudget _budget;
        private readonly int[] _counts;
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        // Thousands of names are looked up. Only patterns with a star are compared with each, and equal ones are one.
        private readonly Dictionary<string, int> _plain = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, int> _withStar = new(StringComparer.OrdinalIgnoreCase);
        private readonly int[] _firstOfEqual;

        public PatternSet(string option, EquatableArray<string> patterns, WorkBudget budget)
        {
            Option = option;
            _patterns = patterns;
            _budget = budget;
            _counts = new int[patterns.Count];
            _firstOfEqual = new int[patterns.Count];
            for (int i = 0; i < patterns.Count; i++)
            {
                Dictionary<string, int> known = patterns[i].IndexOf('*') >= 0 ? _withStar : _plain;
                if (!known.TryGetValue(patterns[i], out _firstOfEqual[i]))
                {
                    known.Add(patterns[i], i);
                    _firstOfEqual[i] = i;
                }
            }
        }

        public string Option { get; }

        public int Count => _patterns.Count;

        /// <summary>How many operations each pattern matched.</summary>
        public IEnumerable<(string Pattern, int Count)> Matched => _patterns.Select((pattern, index) => (pattern, _counts[_firstOfEqual[index]]));

        /// <summary>The name that a pattern probably meant, or null.</summary>
        public string? FindSimilar(string pattern) => SimilarNames.Find(pattern, _names, _budget);

        /// <summary>Whether a pattern matches one of the names; null when there are no patterns.</summary>
        public bool? Matches(IReadOnlyList<string> names)
        {
            if (_patterns.Count == 0)
            {
                return null;
            }

            HashSet<int> matched = [];
            _names.UnionWith(names);
            foreach (string name in names)
            {
                if (_plain.TryGetValue(name, out int index))
                {
                    matched.Add(index);
                }
            }

            foreach (KeyValuePair<string, int> pattern in _withStar)
            {
                if (names.Any(name => Wildcard.Matches(pattern.Key, name, _budget)))
                {
                    matched.Add(pattern.Value);
                }
            }

            foreach (int index in matched)
            {
                _counts[index]++;
            }

            return matched.Count > 0;
        }
    }
}
