using System.Globalization;
using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>
/// Turns an item's metadata into the options of its document. The build is asked for names, so these are checked like those of a document:
/// what cannot be used is an error, never corrected in silence.
/// </summary>
internal sealed class OptionsReader(InputFile file, string rootNamespace)
{
    // MSBuild separates by ';', at which the file that carries metadata to the compiler may start a comment: the targets write '|'.
    private static readonly char[] Separators = [';', '|', '\n', '\r'];

    // The compiler takes 1,023 bytes for the full name of a type (CS7013). Names of the document have up to 200 characters of three bytes.
    private const int MaximumName = 300;

    private readonly ItemMetadata _metadata = file.Metadata!;
    private readonly List<LocatedDiagnostic> _diagnostics = [];

    /// <summary>Faults of the metadata.</summary>
    public IReadOnlyList<LocatedDiagnostic> Diagnostics => _diagnostics;

    /// <summary>The options; when there are diagnostics they are not usable.</summary>
    public DocumentOptions Read()
    {
        CheckQuotes();
        string stem = Identifiers.Pascal(System.IO.Path.GetFileNameWithoutExtension(file.Path.Replace('\\', '/')), "Api");
        string name = _metadata["Namespace"].Length > 0 ? _metadata["Namespace"] : Default(rootNamespace, stem);
        string client = _metadata["ClientName"].Length > 0 ? _metadata["ClientName"] : stem + "Client";
        Check("Namespace", name, CSharpIdentifiers.IsQualifiedName(name), "a namespace");
        Check("ClientName", client, CSharpIdentifiers.IsIdentifier(client), "the name of a class");
        CheckLength("Namespace", name, "a namespace");
        CheckLength("ClientName", client, "the name of a class");
        EmittedAccessibility accessibility = _metadata["Accessibility"].ToUpperInvariant() switch
        {
            "" or "PUBLIC" => EmittedAccessibility.Public,
            "INTERNAL" => EmittedAccessibility.Internal,
            _ => Refuse("Accessibility", _metadata["Accessibility"], "'public' or 'internal'", EmittedAccessibility.Public),
        };
        return new DocumentOptions(
            file.Path,
            name,
            client,
            accessibility,
            Split(_metadata["IncludeTags"]),
            Split(_metadata["ExcludeTags"]),
            Split(_metadata["IncludeOperations"]),
            Split(_metadata["ExcludeOperations"]),
            Flag("ExcludeDeprecated"),
            _metadata["Overlay"].Length > 0 ? _metadata["Overlay"] : null,
            Flag("StrongIds"))
        {
            ExcludeInternal = Flag("ExcludeInternal"),
            RequiredByDefault = Flag("RequiredByDefault"),
            Samples = Flag("Samples"),
        };
    }

    // The targets quote values by backticks, so a value with a backtick arrives as the unevaluated function.
    private void CheckQuotes()
    {
        foreach ((string name, string value) in _metadata.All)
        {
            if (value.StartsWith("$([", StringComparison.Ordinal))
            {
                Refuse(name, value, "free of backticks", false);
            }
        }
    }

    private static string Default(string rootNamespace, string stem) => rootNamespace.Length > 0 ? rootNamespace + "." + stem : stem;

    private static EquatableArray<string> Split(string list)
    {
        List<string> items = [];
        foreach (string item in list.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (item.Trim() is { Length: > 0 } trimmed)
            {
                items.Add(trimmed);
            }
        }

        return items.ToEquatableArray();
    }

    private bool Flag(string name) => _metadata[name].ToUpperInvariant() switch
    {
        "" or "FALSE" => false,
        "TRUE" => true,
        _ => Refuse(name, _metadata[name], "'true' or 'false'", false),
    };

    private void Check(string name, string value, bool isValid, string expected)
    {
        if (!isValid)
        {
            Refuse(name, value, expected, false);
        }
    }

    private void CheckLength(string name, string value, string expected) => Check(
        name, value, Encoding.UTF8.GetByteCount(value) <= MaximumName, $"{expected} of at most {MaximumName.ToString(CultureInfo.InvariantCulture)} bytes");

    private T Refuse<T>(string name, string value, string expected, T replacement)
    {
        _diagnostics.Add(LocatedDiagnostic.OfFile(
            DiagnosticDescriptors.InvalidOption, file.Path, name, DiagnosticBag.Printable(value), expected));
        return replacement;
    }
}
