using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.CodeFixes;

/// <summary>Offers to write a difference between the emitted API and its baseline into the baseline.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(AcceptApiChangeFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class AcceptApiChangeFix : CodeFixProvider
{
    // Properties of the diagnostic that hold the edit.
    private const string Baseline = "Baseline";
    private const string Removed = "Removed";
    private const string Added = "Added";

    private static readonly char[] LineEnds = ['\n'];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("CLERKGEN108", "CLERKGEN109", "CLERKGEN110", "CLERKGEN112");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllChanges();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        Project project = context.TextDocument.Project;
        if (FindBaseline(project, diagnostic) is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Accept in the API baseline",
                    cancellationToken => AcceptAsync(project, [diagnostic], cancellationToken),
                    equivalenceKey: nameof(AcceptApiChangeFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AcceptAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        Solution solution = project.Solution;
        foreach (IGrouping<TextDocument?, Diagnostic> edits in diagnostics.GroupBy(diagnostic => FindBaseline(project, diagnostic)))
        {
            if (edits.Key is { } baseline)
            {
                SourceText text = await baseline.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(baseline.Id, Edit(text, edits));
            }
        }

        return solution;
    }

    // Comments stay where they are: in front of the line that follows them, or at the end.
    private static SourceText Edit(SourceText text, IEnumerable<Diagnostic> edits)
    {
        HashSet<string> removed = [];
        SortedSet<string> added = new(StringComparer.Ordinal);
        foreach (Diagnostic edit in edits)
        {
            removed.UnionWith(Lines(edit, Removed));
            added.UnionWith(Lines(edit, Added));
        }

        string lineEnd = text.Lines.Count > 1 && text.Lines[0].EndIncludingLineBreak - text.Lines[0].End == 2 ? "\r\n" : "\n";
        StringBuilder edited = new();
        foreach (TextLine place in text.Lines)
        {
            string line = place.ToString();
            while (line.Length > 0 && line[0] != '#' && added.Count > 0 && string.CompareOrdinal(added.Min, line) < 0)
            {
                edited.Append(added.Min).Append(lineEnd);
                added.Remove(added.Min);
            }

            if (!removed.Contains(line) && place.EndIncludingLineBreak > place.Start)
            {
                edited.Append(line).Append(lineEnd);
            }
        }

        foreach (string line in added)
        {
            edited.Append(line).Append(lineEnd);
        }

        return SourceText.From(edited.ToString(), text.Encoding ?? new UTF8Encoding(false), text.ChecksumAlgorithm);
    }

    private static string[] Lines(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out string? lines) && lines is not null ? lines.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries) : [];

    private static TextDocument? FindBaseline(Project project, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Baseline, out string? path) ? project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path) : null;

    /// <summary>Accepts all changes of a project at once.</summary>
    private sealed class AllChanges : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project];

        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
            "Accept all in the API baseline",
            async cancellationToken => await AcceptAsync(
                fixAllContext.Project, await fixAllContext.GetAllDiagnosticsAsync(fixAllContext.Project).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            equivalenceKey: nameof(AcceptApiChangeFix)));
    }
}
