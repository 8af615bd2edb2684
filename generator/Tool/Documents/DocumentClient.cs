using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tool.Documents;

/// <summary>A document and the client that the generator makes of it, without a project.</summary>
/// <param name="Path">The document's path, as the caller gave it.</param>
/// <param name="Options">The options of the translation.</param>
/// <param name="Files">Models of the emitted files.</param>
/// <param name="Diagnostics">The generator's diagnostics.</param>
/// <param name="Document">The document as it was read, in normal form; null when it cannot be read.</param>
internal sealed record DocumentClient(
    string Path, DocumentOptions Options, IReadOnlyList<FileModel> Files, IReadOnlyList<LocatedDiagnostic> Diagnostics, ReadDocument? Document)
{
    /// <summary>Reads and translates a document exactly as the compiler would, in a project that can take all of it.</summary>
    /// <param name="path">A file, or <c>revision:path</c>.</param>
    /// <param name="metadata">Metadata of the item, by name (<c>Namespace</c>, <c>IncludeTags</c> …).</param>
    /// <exception cref="ToolException">The document or its overlay cannot be read, or metadata is wrong.</exception>
    public static async Task<DocumentClient> LoadAsync(string path, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        string text = await DocumentPath.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        LoadedText document = new(path, text);
        List<AdditionalText> others = [.. ReferencedFiles.Find(FilePathOf(path), text)];
        if (metadata.TryGetValue("Overlay", out string? overlay))
        {
            others.Add(new LoadedText(overlay, await DocumentPath.ReadAsync(overlay, cancellationToken).ConfigureAwait(false)));
        }

        Dictionary<string, string> item = new(metadata, StringComparer.Ordinal) { ["Document"] = "true" };
        ItemOptions options = new(document, item);
        InputFile file = InputFile.Read(document, options, cancellationToken)!;
        OptionsReader reader = new(file, "");
        DocumentOptions read = reader.Read();
        if (reader.Diagnostics.Count > 0)
        {
            throw new ToolException(reader.Diagnostics[0].ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture) + ".", ExitCodes.Usage);
        }

        EquatableArray<InputFile> all = new([file, .. others.Select(other => InputFile.Read(other, options, cancellationToken)).OfType<InputFile>()]);
        ConsumerFacts facts = ConsumerFacts.None with { HasHttpClientFactory = true };
        DocumentOutput output = DocumentGenerator.Generate(new DocumentKey(file, read, facts), new OtherFiles(file, all), new WorkBudget(cancellationToken), out ReadDocument? normal);
        return new DocumentClient(path, read, [.. output.Files], [.. output.Diagnostics], normal);
    }

    /// <summary>Demands a client that is whole.</summary>
    /// <exception cref="ToolException">The document or its overlay has an error, or nothing is emitted.</exception>
    public void Demand()
    {
        if (Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error) is { } error)
        {
            string message = error.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.');
            throw new ToolException($"'{Path}' has an error: {message}. Run 'clerkgen check' for all errors.");
        }

        if (!IsUsable)
        {
            throw new ToolException($"Nothing is emitted for '{Path}'. Run 'clerkgen check' for the reason.");
        }
    }

    /// <summary>Whether anything is emitted.</summary>
    public bool IsUsable => Files.Count > 0;

    /// <summary>The names in a project that chooses none: they follow from the file's.</summary>
    public static (string Namespace, string ClientName) DefaultNames(string path)
    {
        LoadedText document = new(FilePathOf(path), "");
        InputFile file = InputFile.Read(document, new ItemOptions(document, new Dictionary<string, string> { ["Document"] = "true" }), CancellationToken.None)!;
        DocumentOptions options = new OptionsReader(file, "").Read();
        return (options.Namespace, options.ClientName);
    }

    private static string FilePathOf(string path) => File.Exists(path) ? path : path[(path.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
