using System.Globalization;
using System.Xml;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Projects;

/// <summary>
/// A project file, or one that it imports, as the package's targets hand it over. MSBuild ignores unused names, so a misspelt item or
/// metadata would be lost silently.
/// </summary>
internal static class ProjectFile
{
    private const string Marker = "build_metadata.AdditionalFiles.ClerkGenProject";
    private const string Prefix = "ClerkGen";
    private const string Item = "ClerkGenDocument";

    // MSBuild's own attributes of an item, and metadata that editors and the SDK write to any item.
    private static readonly HashSet<string> OfMSBuild = new(StringComparer.OrdinalIgnoreCase)
    {
        "Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata",
        "MatchOnMetadataOptions", "BuildAction", "CopyToOutputDirectory", "CopyToPublishDirectory", "DependentUpon", "Link", "LinkBase", "Pack",
        "PackagePath", "TargetPath", "Visible",
    };

    private static readonly string[] Properties =
        [
            "ClerkGenApiBaseline", "ClerkGenBundledDocument", "ClerkGenDecompression", "ClerkGenEmit", "ClerkGenSamples", "ClerkGenStrict",
            "ClerkGenUseBundledDocument",
        ];

    /// <summary>The faults of a file, or nothing if it is not part of the project.</summary>
    public static EquatableArray<LocatedDiagnostic> Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue(Marker, out string? value)
            || !value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)
            || file.GetText(cancellationToken) is not { } text)
        {
            return EquatableArray<LocatedDiagnostic>.Empty;
        }

        List<LocatedDiagnostic> diagnostics = [];
        DiagnosticLimit limit = new();
        try
        {
            using StringReader characters = new(text.ToString());
            using XmlReader reader = XmlReader.Create(characters, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            Read(reader, file.Path, text, diagnostics, limit, cancellationToken);
        }
        catch (XmlException)
        {
            // MSBuild reports it, and this project is not built.
        }

        if (limit.IsExceeded)
        {
            string most = DiagnosticLimit.Maximum.ToString("N0", CultureInfo.InvariantCulture);
            diagnostics.Add(LocatedDiagnostic.OfFile(DiagnosticDescriptors.MoreDiagnostics, file.Path, most));
        }

        return diagnostics.ToEquatableArray();
    }

    private static void Read(
        XmlReader reader, string path, SourceText text, List<LocatedDiagnostic> diagnostics, DiagnosticLimit limit, CancellationToken cancellationToken)
    {
        // The parents of the element: a group of items or properties, or an item with metadata.
        List<string> parents = [];
        while (reader.Read() && !limit.IsExceeded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            while (parents.Count > reader.Depth)
            {
                parents.RemoveAt(parents.Count - 1);
            }

            string name = reader.LocalName;
            switch (parents.Count == 0 ? "" : parents[parents.Count - 1])
            {
                case "ItemGroup":
                    CheckName("Item", name, [Item], false);
                    break;
                case "PropertyGroup":
                    CheckName("Property", name, Properties, true);
                    break;
                case var parent when IsItem(parent):
                    CheckMetadata(name);
                    break;
            }

            parents.Add(name);
            if (IsItem(name) && parents.Count > 1 && parents[parents.Count - 2] == "ItemGroup" && reader.MoveToFirstAttribute())
            {
                do
                {
                    CheckMetadata(reader.LocalName);
                }
                while (reader.MoveToNextAttribute());
                reader.MoveToElement();
            }
        }

        void CheckMetadata(string name)
        {
            if (!DocumentOptions.MetadataNames.Contains(name, StringComparer.OrdinalIgnoreCase) && !OfMSBuild.Contains(name))
            {
                Report("Metadata", name, SimilarNames.Find(name, DocumentOptions.MetadataNames));
            }
        }

        // Projects may have names that start like ours, for a version for example. Only names similar to ours are reported.
        void CheckName(string kind, string name, string[] known, bool beginsLikeOurs)
        {
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            string? similar = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                ? SimilarNames.Find(name.Substring(Prefix.Length), known.Select(static item => item.Substring(Prefix.Length))) is { } end ? Prefix + end : null
                : beginsLikeOurs ? null : SimilarNames.Find(name, known);
            if (similar is not null)
            {
                Report(kind, name, similar);
            }
        }

        void Report(string kind, string name, string? similar)
        {
            if (!limit.TryAdd(DiagnosticDescriptors.UnknownProjectName))
            {
                return;
            }

            IXmlLineInfo place = (IXmlLineInfo)reader;
            int line = Math.Min(Math.Max(place.LineNumber - 1, 0), text.Lines.Count - 1);
            int column = Math.Max(place.LinePosition - 1, 0);
            Position position = new(path, text.Lines[line].Start + column, name.Length, line, column);
            string question = similar is null ? "" : SimilarNames.Question(similar);
            diagnostics.Add(new LocatedDiagnostic(
                DiagnosticDescriptors.UnknownProjectName, position, new EquatableArray<string>([kind, DiagnosticBag.Printable(name), question])));
        }
    }

    private static bool IsItem(string name) => name.Equals(Item, StringComparison.OrdinalIgnoreCase);
}
