using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Testing.Hostile;

/// <summary>
/// A string of the document changes what is emitted in its own place and nowhere else: whatever stands in a field, the syntax
/// trees have the shape that they have with a plain word, or the shape that they have when the field is refused, and then a
/// diagnostic says so. Not thread-safe.
/// </summary>
public sealed partial class Metamorphosis
{
    // Refused in every field that can refuse anything, each for a reason of its own.
    private static readonly string[] Unusable = ["\n", "a\nb", "\ud800", "", "{", "{a}", "a{", "..", "?", "a/b", "text/plain;", "Content-Type", "Host", "[a]", "\u00a0"];

    private static readonly string[] IntegerFormats = ["byte", "short", "float", "double", "decimal"];

    private readonly string _plain = ShapeOf(DirectRun.Of(HostileFields.Plain));
    private readonly HashSet<string> _plainDiagnostics = Messages(DirectRun.Of(HostileFields.Plain));
    private readonly Dictionary<string, HashSet<string>> _refused = [];

    /// <summary>The faults of the output with a string in a field; empty for none.</summary>
    public IReadOnlyList<string> Check(FieldKind kind, string value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var run = DirectRun.Of(HostileFields.With(kind, value), cancellationToken: cancellationToken);
        List<string> problems = [.. run.Failures];
        List<EmittedSource> sources = [.. run.Files.Select(EmittedSource.Parse)];
        problems.AddRange(sources.SelectMany(source => source.Escapes(kind.Sink == FieldSink.Text ? NaughtyStrings.Marker : null)));
        string shape = ShapeOf(sources);
        if (shape == _plain)
        {
            if (kind.Sink == FieldSink.Literal && !sources.SelectMany(static source => source.Literals()).Any(literal => Holds(kind, literal, value))
                && !Messages(run).Except(_plainDiagnostics).Any())
            {
                problems.Add("no literal has the value, and nothing is said");
            }
        }
        else if (kind.Name is "path-segment" or "path-parameter" && value.AsSpan().IndexOfAny("{}?#") >= 0)
        {
            // Syntax of a path: parameters, a query, a fragment.
        }
        else if (kind.Name == "format" && IntegerFormats.Contains(value))
        {
            // Another type.
        }
        else if (run.Reports("CLERKGEN005"))
        {
            // The name of a neighbour: one of the two is lost, and that was said.
        }
        else if (!Refused(kind).Contains(shape))
        {
            problems.Add("the shape differs from that of a plain word: " + string.Join(", ", Messages(run).Except(_plainDiagnostics)));
        }
        else if (!Messages(run).Except(_plainDiagnostics).Any())
        {
            problems.Add("the field is left out, and nothing is said");
        }

        return [.. problems.Select(problem => $"{kind}: {NaughtyStrings.Show(value)}: {problem}")];
    }

    private static bool Holds(FieldKind kind, string literal, string value) =>
        literal.Contains(value, StringComparison.Ordinal)
        || (kind.Name == "title" && literal.Contains(value.Trim(), StringComparison.Ordinal))
        || (kind.Name is "operation-id" or "encoding-type" or "request-media-type" or "response-media-type" or "header-parameter" && literal == value.Trim())
        || (kind.Name == "response-media-type" && literal.Contains(Essence(value), StringComparison.OrdinalIgnoreCase))
        || (kind.Name == "path-segment" && Uri.UnescapeDataString(literal).Contains(value, StringComparison.Ordinal))
        || (kind.Name == "server-path" && Uri.UnescapeDataString(literal).Contains(BasePath(value), StringComparison.Ordinal));

    // Media types are asked for in lower case and without parameters that are none (RFC 9110, sections 8.3.1 and 12.5.1).
    private static string Essence(string value) => value.Split(';')[0].Trim();

    // White space around an address and slashes at its end are no part of it, and dot segments are resolved (RFC 3986, section 5.2.4).
    private static string BasePath(string value) => Uri.UnescapeDataString(value) is "." or ".." ? "" : value.Trim().TrimEnd('/');

    private HashSet<string> Refused(FieldKind kind)
    {
        if (!_refused.TryGetValue(kind.Name, out HashSet<string>? shapes))
        {
            shapes = [.. Unusable.Select(value => ShapeOf(DirectRun.Of(HostileFields.With(kind, value))))];
            _refused.Add(kind.Name, shapes);
        }

        return shapes;
    }

    private static HashSet<string> Messages(DirectRun run) => [.. run.Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}")];

    private static string ShapeOf(DirectRun run) => ShapeOf(run.Files.Select(EmittedSource.Parse));

    // A name of the document decides whether a file names a type with its namespace; the meaning is the same.
    private static EmittedSource WithoutNamespaces(EmittedSource source) =>
        EmittedSource.Parse(new(source.HintName, Qualifier().Replace(source.Tree.ToString(), "")));

    [GeneratedRegex(@"global::(?:System(?:\.(?:CodeDom\.Compiler|Collections\.Generic|ComponentModel|Diagnostics(?:\.CodeAnalysis)?|Globalization|IO|Net(?:\.Http)?|Runtime\.CompilerServices|Text\.Json(?:\.Serialization(?:\.Metadata)?)?|Threading(?:\.Tasks)?))?|ClerkGen(?:\.GeneratedSupport)?|Consumer\.Api)\.(?=[A-Z]\w*)(?!GeneratedSupport\.)")]
    private static partial Regex Qualifier();

    // Files and what is in them are in the order of names, which a string may well change.
    private static string ShapeOf(IEnumerable<EmittedSource> sources) =>
        string.Join('\n', sources.Select(static source => Hash(WithoutNamespaces(source))).Order(StringComparer.Ordinal));

    private static string Hash(EmittedSource source)
    {
        StringBuilder kinds = new();
        foreach (Microsoft.CodeAnalysis.CSharp.SyntaxKind kind in source.Shape())
        {
            kinds.Append((char)kind);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.BigEndianUnicode.GetBytes(kinds.ToString())));
    }
}
