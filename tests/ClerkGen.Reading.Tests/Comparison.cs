using System.Text;

namespace ClerkGen.Reading.Tests;

/// <summary>Collects the differences between two readers, and which reasons explain them.</summary>
internal sealed class Comparison
{
    private readonly Dictionary<ReaderDifference, int> _kinds = [];
    private readonly HashSet<(string Document, string Line)> _places = [];

    /// <summary>The compared documents.</summary>
    public List<string> Documents { get; } = [];

    /// <summary>The differences without a reason.</summary>
    public List<string> Unexplained { get; } = [];

    /// <summary>The reasons that explain no difference of the compared documents.</summary>
    public IEnumerable<string> UnusedReasons =>
    [
        .. ReaderDifferences.Kinds.Where(kind => _kinds.GetValueOrDefault(kind) == 0).Select(static kind => kind.Reason),
        .. ReaderDifferences.Places.Keys.Where(place => Documents.Contains(place.Document) && !_places.Contains(place)).Select(static place => place.ToString()),
    ];

    /// <summary>Compares a document.</summary>
    /// <param name="document">Its name.</param>
    /// <param name="other">Its lines as the other reader finds them.</param>
    /// <param name="own">Its lines as the project's reader finds them.</param>
    public void Add(string document, IEnumerable<string> other, IEnumerable<string> own)
    {
        Documents.Add(document);
        (other, own) = Differences(other, own);
        foreach (ReaderDifference kind in ReaderDifferences.Kinds)
        {
            int before = other.Count() + own.Count();
            (other, own) = Differences(other.Select(kind.Rewrite).OfType<string>(), own.Select(kind.Rewrite).OfType<string>());
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + before - other.Count() - own.Count();
        }

        Unexplained.AddRange(other.Where(line => !IsListed(document, line)).Select(line => $"{document}, only the other reader: {line}"));
        Unexplained.AddRange(own.Where(line => !IsListed(document, line)).Select(line => $"{document}, only the project's reader: {line}"));
    }

    /// <summary>One line for each kind of difference, with the number of lines that it explains.</summary>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder().Append(Documents.Count).AppendLine(" documents");
        foreach ((ReaderDifference kind, int lines) in _kinds)
        {
            text.Append(lines).Append(" lines: ").AppendLine(kind.Reason);
        }

        return text.Append(_places.Count).AppendLine(" single places").ToString();
    }

    private static (IEnumerable<string> Other, IEnumerable<string> Own) Differences(IEnumerable<string> other, IEnumerable<string> own)
    {
        string[] expected = [.. other];
        string[] actual = [.. own];
        return ([.. expected.Except(actual)], [.. actual.Except(expected)]);
    }

    private bool IsListed(string document, string line)
    {
        foreach (var place in ReaderDifferences.Places.Keys)
        {
            if (place.Document == document && line.StartsWith(place.Line, StringComparison.Ordinal))
            {
                _places.Add(place);
                return true;
            }
        }

        return false;
    }
}
