using System.Security.Cryptography;
using System.Text;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Corpus;

/// <summary>
/// The output for documents, as a listing of one line per emitted file and per diagnostic. The listings of two commits
/// differ exactly where the generator does.
/// </summary>
internal static class DigestCommand
{
    // The options that change what many documents become.
    private static readonly (string Name, (string Key, string Value)[] Metadata)[] Variants =
    [
        ("", []),
        (" with StrongIds and Samples", [("StrongIds", "true"), ("Samples", "true")]),
    ];

    /// <summary>Prints the listing of all documents below some paths.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IEnumerable<string> paths)
    {
        List<Func<string>> work = [];
        foreach (CorpusDocument document in paths.SelectMany(CorpusDocument.Find))
        {
            foreach (var (name, metadata) in Variants)
            {
                work.Add(() => ListingOf(document.Name + name, WithMetadata(document.ToInput(), metadata)));
            }
        }

        string[] listings = new string[work.Count];
        Parallel.For(0, work.Count, index => listings[index] = work[index]());
        foreach (string listing in listings)
        {
            Console.Out.Write(listing);
        }

        return 0;
    }

    private static GeneratorInput WithMetadata(GeneratorInput input, (string Key, string Value)[] metadata) => input with
    {
        Files =
        [
            .. input.Files.Select(file => file.Metadata is { } given
                ? file with { Metadata = given.Concat(metadata.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value))).ToDictionary() }
                : file),
        ],
    };

    private static string ListingOf(string name, GeneratorInput input)
    {
        GeneratorRun run = new GeneratorHarness(input, tracksSteps: false).Run();
        StringBuilder listing = new();
        foreach ((string file, string text) in run.Files.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            listing.Append(name).Append('\t').Append(file).Append('\t').AppendLine(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
        }

        foreach (Diagnostic diagnostic in run.Diagnostics)
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            LinePosition start = place.StartLinePosition;
            listing.Append(name).Append('\t').Append(diagnostic.Id).Append('\t').Append(Path.GetFileName(place.Path)).Append('(').Append(start.Line + 1).Append(',')
                .Append(start.Character + 1).Append(")\t").AppendLine(diagnostic.GetMessage());
        }

        return listing.ToString();
    }
}
