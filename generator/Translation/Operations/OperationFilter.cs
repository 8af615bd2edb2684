using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Leaves out the operations that the consumer's project does not want. A pattern may hold <c>*</c>; case plays no part. Tags also match
/// the
/// name of the group that an operation belongs to.
/// </summary>
internal sealed class OperationFilter
{
    private readonly DocumentOptions _options;
    private readonly PatternSet _includeTags;
    private readonly PatternSet _excludeTags;
    private readonly PatternSet _includeOperations;
    private readonly PatternSet _excludeOperations;

    public OperationFilter(DocumentOptions options)
    {
        _options = options;
        _includeTags = new PatternSet("IncludeTags", options.IncludeTags);
        _excludeTags = new PatternSet("ExcludeTags", options.ExcludeTags);
        _includeOperations = new PatternSet("IncludeOperations", options.IncludeOperations);
        _excludeOperations = new PatternSet("ExcludeOperations", options.ExcludeOperations);
    }

    /// <summary>Whether an operation stays. Each pattern is tried, so that one which matches nothing is found out.</summary>
    public bool Keeps(OperationSource source)
    {
        List<string> tags = OperationGroups.NamesOf(source);
        string[] ids = source.Id is { } id ? [id] : [];
        bool isIncluded = _includeTags.Matches(tags) != false & _includeOperations.Matches(ids) != false;
        bool isExcluded = _excludeTags.Matches(tags) == true | _excludeOperations.Matches(ids) == true;
        return isIncluded && !isExcluded && !(_options.ExcludeDeprecated && source.Operation.Deprecated);
    }

    /// <summary>Says which patterns matched nothing.</summary>
    public void ReportUnused(DiagnosticBag diagnostics)
    {
        foreach (PatternSet set in new[] { _includeTags, _excludeTags, _includeOperations, _excludeOperations })
        {
            foreach (string pattern in set.Unused)
            {
                diagnostics.Report(DiagnosticDescriptors.FilterMatchesNothing, "", pattern, set.Option);
            }
        }
    }

    private sealed class PatternSet(string option, EquatableArray<string> patterns)
    {
        private readonly bool[] _isUsed = new bool[patterns.Count];

        public string Option => option;

        public IEnumerable<string> Unused => patterns.Where((_, index) => !_isUsed[index]);

        /// <summary>Whether a pattern matches one of the names; null when there are no patterns.</summary>
        public bool? Matches(IReadOnlyList<string> names)
        {
            bool matches = false;
            for (int i = 0; i < patterns.Count; i++)
            {
                foreach (string name in names)
                {
                    if (Wildcard.Matches(patterns[i], name))
                    {
                        _isUsed[i] = true;
                        matches = true;
                    }
                }
            }

            return patterns.Count == 0 ? null : matches;
        }
    }
}
