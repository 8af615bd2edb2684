using System.Runtime.CompilerServices;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Surface;
using ClerkGen.Generator.Translation.Customising;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Baselines;

/// <summary>
/// The part of the graph behind <c>ClerkGenApiBaseline</c>. Without the property nothing flows in. With it, the API of a file is read once for
/// each version of the file. An edit that changes no emitted file ends before the comparison.
/// </summary>
internal sealed class BaselineSteps
{
    /// <summary>Name of the step, for tests of what runs again.</summary>
    internal const string ListedStep = "Listed";

    private static readonly ConditionalWeakTable<FileModel, ApiLine[]> Lines = new();

    /// <param name="context">The generator's context.</param>
    /// <param name="customised">The files of each document with the user's declarations applied, before unused ones are removed.</param>
    /// <param name="files">Documents and the files that they may refer to.</param>
    /// <param name="rootNamespace">Root namespace of the project.</param>
    public BaselineSteps(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CustomisedFiles> customised,
        IncrementalValueProvider<Items<InputFile>> files,
        IncrementalValueProvider<string> rootNamespace)
    {
        IncrementalValueProvider<BaselineSetting> setting = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BaselineSetting.Of(options));
        IncrementalValueProvider<Items<BaselineFile>> baselines = context.AdditionalTextsProvider
            .Join(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => BaselineFile.Read(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .CollectItems();
        Diagnostics = customised
            .Join(setting)
            .Where(static pair => pair.Right.IsOn)
            .Select(static (pair, _) => pair.Left)
            .CollectItems()
            .WithTrackingName(ListedStep)
            .Join(baselines)
            .Join(setting)
            .Join(files)
            .Join(rootNamespace)
            .SelectMany(static (input, cancellationToken) => Compare(
                input.Left.Left.Left.Left.Values,
                input.Left.Left.Left.Right.Values,
                input.Left.Left.Right,
                input.Left.Right.Values,
                input.Right,
                cancellationToken));
    }

    /// <summary>Reports the differences to the baseline.</summary>
    public IncrementalValuesProvider<LocatedDiagnostic> Diagnostics { get; }

    private static EquatableArray<LocatedDiagnostic> Compare(
        EquatableArray<CustomisedFiles> clients,
        EquatableArray<BaselineFile> baselines,
        BaselineSetting setting,
        EquatableArray<InputFile> files,
        string rootNamespace,
        CancellationToken cancellationToken)
    {
        // After a failure the whole API would seem to be removed, and an error is reported already.
        if (!setting.IsOn || clients.Count == 0 || clients.Any(static client => client.Files.Count == 0))
        {
            return EquatableArray<LocatedDiagnostic>.Empty;
        }

        if (baselines.Count == 0)
        {
            string message = $"The API baseline '{DiagnosticBag.Printable(setting.Path)}' does not exist. Run 'clerkgen baseline' in the project's folder to create it.";
            return new EquatableArray<LocatedDiagnostic>([LocatedDiagnostic.OfFile(DiagnosticDescriptors.BaselineUnusable, setting.Path, message)]);
        }

        List<ApiLine> current = [];
        foreach (CustomisedFiles client in clients)
        {
            foreach (FileModel file in client.Files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                current.AddRange(LinesOf(file, cancellationToken));
            }
        }

        BaselineClient[] described = [.. clients.Select(client => Client(client, files, rootNamespace, cancellationToken))];
        return BaselineComparison.Compare(baselines[0], current, new BaselinePlaces(described));
    }

    private static ApiLine[] LinesOf(FileModel file, CancellationToken cancellationToken)
    {
        if (Lines.TryGetValue(file, out ApiLine[]? lines))
        {
            return lines;
        }

        try
        {
            return Lines.GetValue(file, model => [.. ApiListing.Of(FileOutput.TextOf(model, cancellationToken).ToString())]);
        }
#pragma warning disable CA1031 // A file that cannot be printed is reported when the compiler gets it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    private static BaselineClient Client(CustomisedFiles client, EquatableArray<InputFile> files, string rootNamespace, CancellationToken cancellationToken)
    {
        string space = client.Files[0].Namespace;
        return new BaselineClient(space, () => new ApiPointers(client.Files), () =>
        {
            foreach (InputFile file in files)
            {
                if (file.Metadata is not null && file.Text is not null && new OptionsReader(file, rootNamespace).Read() is { } options && options.Namespace == space)
                {
                    return DocumentGenerator.Read(file, options, new OtherFiles(file, files), new WorkBudget(cancellationToken));
                }
            }

            return null;
        });
    }
}
