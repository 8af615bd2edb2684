using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Translation.Customising;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Usage;

/// <summary>
/// The part of the graph behind <c>ClerkGenEmit=Used</c>, which the targets pass on in builds of programs only. It emits only the part of
/// the client that the project mentions. Without the option the files pass through. With it, an edit of C# looks for the names again, and
/// ends here unless it names something new.
/// </summary>
internal sealed class UsageSteps
{
    /// <summary>Name of the step, for tests of what runs again.</summary>
    internal const string UsedStep = "Used";

    /// <summary>Characters that are looked at in one go.</summary>
    internal const int BufferSize = 4096;

    private const string Property = "build_property.ClerkGenEmit";

    /// <param name="context">The generator's context.</param>
    /// <param name="customised">The files of each document, with the user's declarations applied.</param>
    public UsageSteps(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<CustomisedFiles> customised)
    {
        IncrementalValueProvider<string> emit = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(Property, out string? value) ? value.Trim() : "");

        // Other generators make C# of files like these, and theirs is not seen here.
        IncrementalValueProvider<AdditionalText[]> markup = context.AdditionalTextsProvider
            .Join(emit)
            .Where(static pair => IsUsed(pair.Right) && !InputFile.IsDocumentText(pair.Left.Path))
            .Select(static (pair, _) => pair.Left)
            .Join(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => !BaselineFile.IsMarked(pair.Left, pair.Right))
            .Select(static (pair, _) => pair.Left)
            .Collect()
            .Select(static (files, _) => files.ToArray());
        Used = customised
            .Join(emit)
            .Join(context.CompilationProvider)
            .Join(markup)
            .Select(static (input, cancellationToken) => IsUsed(input.Left.Left.Right)
                ? Find(input.Left.Left.Left.Files, input.Left.Right, input.Right, cancellationToken)
                : new NamedFiles(input.Left.Left.Left.Files, null))
            .Select(static (input, cancellationToken) => input.Names is { } names
                ? UsedFiles.Of(input.Files, names, file => Print(file, cancellationToken), cancellationToken)
                : new UsedOutput(input.Files, 0, 0))
            .WithTrackingName(UsedStep);
    }

    /// <summary>The emitted files of each document.</summary>
    public IncrementalValuesProvider<UsedOutput> Used { get; }

    /// <summary>Reports how many operations are missing.</summary>
    public static void Report(SourceProductionContext context, UsedOutput used)
    {
        if (used.LeftOut > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.UnusedLeftOut, Location.None, used.LeftOut, used.Operations, used.Files[0].Namespace));
        }
    }

    /// <summary>Whether the build emits only used parts.</summary>
    public static bool IsUsed(AnalyzerConfigOptions options) => options.TryGetValue(Property, out string? value) && IsUsed(value.Trim());

    private static bool IsUsed(string emit) => emit.Equals("Used", StringComparison.OrdinalIgnoreCase);

    private static NamedFiles Find(
        EquatableArray<FileModel> files, Compilation compilation, AdditionalText[] markup, CancellationToken cancellationToken)
    {
        WordFinder finder = new(EmittedNames.Of(files));
        char[] buffer = new char[BufferSize];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Read(tree.GetText(cancellationToken), finder, buffer, cancellationToken);
        }

        foreach (AdditionalText file in markup)
        {
            if (file.GetText(cancellationToken) is { } text)
            {
                Read(text, finder, buffer, cancellationToken);
            }
        }

        List<string> names = [.. finder.Found];
        names.Sort(StringComparer.Ordinal);
        return new NamedFiles(files, names.ToEquatableArray());
    }

    /// <summary>Finds the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="finder">The words to find.</param>
    /// <param name="buffer">Room of <see cref="BufferSize"/> for parts of the text.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    internal static void Read(SourceText text, WordFinder finder, char[] buffer, CancellationToken cancellationToken)
    {
        for (int from = 0; from < text.Length; from += buffer.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(buffer.Length, text.Length - from);
            text.CopyTo(from, buffer, 0, count);
            finder.Read(buffer, count);
        }

        finder.End();
    }

    // A file that cannot be printed mentions nothing; that it cannot is reported where it is handed to the compiler.
    private static string Print(FileModel file, CancellationToken cancellationToken)
    {
        try
        {
            return FileOutput.TextOf(file, cancellationToken).ToString();
        }
#pragma warning disable CA1031 // A fault in one file must not cost the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return "";
        }
    }

    /// <param name="Files">All files of a document.</param>
    /// <param name="Names">The words that the project mentions, in ordinal order; null if everything is emitted.</param>
    private sealed record NamedFiles(EquatableArray<FileModel> Files, EquatableArray<string>? Names);
}
