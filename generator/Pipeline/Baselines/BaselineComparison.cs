using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Baselines;

/// <summary>
/// Compares the emitted API with its baseline. A removed or changed member is a warning, at its place in the document, else in the
/// baseline. A removed type is one warning with the number of its members. Added members break no program, and are one information.
/// </summary>
internal sealed class BaselineComparison
{
    // A replaced document differs in thousands of lines, too many for a log.
    private const int MaximumReported = 100;

    private readonly BaselineFile _file;
    private readonly BaselinePlaces _places;
    private readonly List<(ApiLine Line, TextLine Place)> _removed = [];
    private readonly Dictionary<string, Queue<ApiLine>> _added = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedTypes = new(StringComparer.Ordinal);
    private readonly List<LocatedDiagnostic> _diagnostics = [];
    private readonly List<ApiEdit> _unreported = [];

    private BaselineComparison(BaselineFile file, BaselinePlaces places)
    {
        _file = file;
        _places = places;
    }

    /// <summary>The differences.</summary>
    /// <param name="file">The baseline.</param>
    /// <param name="current">The emitted API.</param>
    /// <param name="places">Where the documents describe it.</param>
    public static EquatableArray<LocatedDiagnostic> Compare(BaselineFile file, IReadOnlyCollection<ApiLine> current, BaselinePlaces places)
    {
        BaselineComparison comparison = new(file, places);
        comparison.Sort(current);
        comparison.ReportChanges();
        comparison.ReportAdditions();
        return comparison._diagnostics.ToEquatableArray();
    }

    private void Sort(IReadOnlyCollection<ApiLine> current)
    {
        int unusable = 0;
        Dictionary<string, ApiLine> left = new(StringComparer.Ordinal);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ApiLine line in current)
        {
            left[line.Text] = line;
            names.Add(line.Name);
        }

        foreach (TextLine place in _file.Text.Lines)
        {
            string text = place.ToString();
            if (ApiListing.IsIgnored(text) || left.Remove(text))
            {
                continue;
            }

            if (ApiListing.Parse(text) is not { } line)
            {
                if (++unusable <= MaximumReported)
                {
                    Report(DiagnosticDescriptors.BaselineUnusable, Here(place), null, $"Line {Number(place.LineNumber + 1)} of the API baseline lists no member and is ignored. Resolve the merge conflict, or run 'clerkgen baseline' to write the file again.");
                }

                continue;
            }

            _removed.Add((line, place));
            if (line.IsType && !names.Contains(line.Name))
            {
                _removedTypes.Add(line.Name);
            }
        }

        if (unusable > MaximumReported)
        {
            Report(DiagnosticDescriptors.BaselineUnusable, Here(_file.Text.Lines[0]), null, $"{Number(unusable - MaximumReported)} more lines of the API baseline list no member and are ignored. Run 'clerkgen baseline' to write the file again.");
        }

        foreach (ApiLine line in left.Values.OrderBy(static line => line.Text, StringComparer.Ordinal))
        {
            if (!_added.TryGetValue(line.Name, out Queue<ApiLine>? same))
            {
                _added.Add(line.Name, same = new Queue<ApiLine>());
            }

            same.Enqueue(line);
        }
    }

    private void ReportChanges()
    {
        Dictionary<string, List<string>> gone = new(StringComparer.Ordinal);
        foreach ((ApiLine line, _) in _removed)
        {
            if (TypeThatIsRemoved(line) is { } type)
            {
                if (!gone.TryGetValue(type, out List<string>? lines))
                {
                    gone.Add(type, lines = []);
                }

                lines.Add(line.Text);
            }
        }

        foreach ((ApiLine line, TextLine place) in _removed)
        {
            if (TypeThatIsRemoved(line) is { } type)
            {
                if (type == line.Name && gone.TryGetValue(type, out List<string>? lines))
                {
                    gone.Remove(type);
                    string members = lines.Count switch
                    {
                        1 => "",
                        2 => " with 1 member",
                        int count => $" with {Number(count - 1)} members",
                    };
                    ReportChange(DiagnosticDescriptors.ApiRemoved, Here(place), new ApiEdit(lines, []), line.Name, line.Declaration + members);
                }
            }
            else if (_added.TryGetValue(line.Name, out Queue<ApiLine>? same) && same.Count > 0)
            {
                ApiLine now = same.Dequeue();
                ReportChange(DiagnosticDescriptors.ApiChanged, _places.Find(now) ?? Here(place), new ApiEdit([line.Text], [now.Text]), line.Name, line.Declaration, now.Declaration);
            }
            else
            {
                ReportChange(DiagnosticDescriptors.ApiRemoved, _places.FindOwner(line) ?? Here(place), new ApiEdit([line.Text], []), line.Name, line.Declaration);
            }
        }

        if (_unreported.Count > 0)
        {
            ApiEdit rest = new([.. _unreported.SelectMany(static edit => edit.Removed)], [.. _unreported.SelectMany(static edit => edit.Added)]);
            Report(DiagnosticDescriptors.MoreApiChanges, Here(_file.Text.Lines[0]), rest, Number(MaximumReported), Number(_unreported.Count));
        }
    }

    private void ReportAdditions()
    {
        string[] added = [.. _added.Values.SelectMany(static lines => lines).Select(static line => line.Text).OrderBy(static text => text, StringComparer.Ordinal)];
        if (added.Length > 0)
        {
            string first = ApiListing.Parse(added[0])!.Name;
            string members = added.Length == 1 ? $"'{first}'" : $"{Number(added.Length)} members, such as '{first}'";
            Report(DiagnosticDescriptors.ApiAdded, Here(_file.Text.Lines[0]), new ApiEdit([], added), members);
        }
    }

    // The outermost removed type that a line belongs to, or null.
    private string? TypeThatIsRemoved(ApiLine line)
    {
        for (int end = line.Name.IndexOf('.'); end >= 0; end = line.Name.IndexOf('.', end + 1))
        {
            if (_removedTypes.Contains(line.Name.Substring(0, end)))
            {
                return line.Name.Substring(0, end);
            }
        }

        return _removedTypes.Contains(line.Name) ? line.Name : null;
    }

    private void ReportChange(DiagnosticDescriptor descriptor, BaselinePlace place, ApiEdit edit, params string[] arguments)
    {
        if (_diagnostics.Count < MaximumReported)
        {
            Report(descriptor, place, edit, arguments);
        }
        else
        {
            _unreported.Add(edit);
        }
    }

    private void Report(DiagnosticDescriptor descriptor, BaselinePlace place, ApiEdit? edit, params string[] arguments) =>
        _diagnostics.Add(new LocatedDiagnostic(descriptor, place.Position, new EquatableArray<string>(Array.ConvertAll(arguments, DiagnosticBag.Printable)))
        {
            Pointer = place.Pointer,
            Edit = edit is null ? null : new BaselineEdit(_file.Path, string.Join("\n", edit.Removed), string.Join("\n", edit.Added)),
        });

    private BaselinePlace Here(TextLine line) => new(new Position(_file.Path, line.Start, line.End - line.Start, line.LineNumber, 0), "");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <param name="Removed">Lines that the baseline has too many.</param>
    /// <param name="Added">Lines that it lacks.</param>
    private sealed record ApiEdit(IReadOnlyList<string> Removed, IReadOnlyList<string> Added);
}
