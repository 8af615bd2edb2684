using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Baselines;
using ClerkGen.Generator.Pipeline.Declarations;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Pipeline.Projects;
using ClerkGen.Generator.Pipeline.Usage;
using ClerkGen.Generator.Translation.Customising;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator;

/// <summary>Turns OpenAPI documents among the additional files into clients.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClerkGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for tests of what runs again and for the command-line tool.</summary>
    internal const string FilesStep = "Files";
    internal const string DocumentsStep = "Documents";
    internal const string CustomisedStep = "Customised";
    internal const string EmittedStep = "Emitted";
    internal const string DiagnosticsStep = "Diagnostics";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<InputFile> files = context.AdditionalTextsProvider
            .Join(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => InputFile.Read(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(FilesStep);

        // Every edit creates a new compilation. These facts stay equal, so an edit of C# ends here.
        IncrementalValueProvider<ProjectFacts> project = context.CompilationProvider
            .Join(context.ParseOptionsProvider)
            .Select(static (pair, _) => ProjectFacts.Of(pair.Left, pair.Right));

        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) =>
                options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value.Trim() : "")
            .Join(project)
            .Select(static (pair, _) => pair.Left.Length > 0 ? pair.Left : pair.Right.AssemblyName);

        IncrementalValuesProvider<InputFile> documentFiles = files.Where(static file => file.Metadata is not null);
        IncrementalValuesProvider<DocumentOptions> options = documentFiles
            .Join(rootNamespace)
            .Select(static (pair, _) => new OptionsReader(pair.Left, pair.Right).Read());
        IncrementalValueProvider<Items<string>> namespaces = options.Select(static (options, _) => options.Namespace).CollectItems();
        IncrementalValueProvider<Items<string>> sampled = options
            .Where(static options => options.Samples)
            .Select(static (options, _) => options.Namespace)
            .CollectItems();
        IncrementalValueProvider<Items<ReferencedClient>> referenced = namespaces
            .Join(sampled)
            .Join(context.CompilationProvider)
            .Select(static (input, cancellationToken) => new Items<ReferencedClient>(
                ReferencedClient.Find(input.Left.Left.Values, input.Left.Right.Values, input.Right, cancellationToken)));

        DeclarationSteps declarations = new(context, namespaces);
        IncrementalValueProvider<Items<InputFile>> allFiles = files.CollectItems();
        IncrementalValuesProvider<DocumentOutput> documents = documentFiles
            .Join(allFiles)
            .Join(rootNamespace)
            .Join(project)
            .Join(declarations.Names)
            .Join(referenced)
            .Select(static (input, _) => new DocumentInput(
                input.Left.Left.Left.Left.Left,
                input.Left.Left.Left.Left.Right.Values,
                input.Left.Left.Left.Right,
                input.Left.Left.Right,
                input.Left.Right.Values,
                input.Right.Values))
            .Select(static (input, cancellationToken) => input.Generate(cancellationToken))
            .WithTrackingName(DocumentsStep);

        // The user's declarations are applied after translation, which is the expensive step.
        IncrementalValuesProvider<CustomisedFiles> customised = documents
            .Join(declarations.User)
            .Select(static (pair, cancellationToken) => Customiser.Apply(pair.Left.Files, pair.Right, cancellationToken))
            .WithTrackingName(CustomisedStep);

        // White space moves diagnostics but changes no file; one changed schema changes one file: two outputs, each item by item.
        IncrementalValueProvider<Items<TakenNames>> taken = namespaces
            .Join(context.CompilationProvider)
            .Select(static (pair, cancellationToken) => new Items<TakenNames>(TakenNames.Find(pair.Left.Values, pair.Right, cancellationToken)));
        IncrementalValuesProvider<UsedOutput> used = new UsageSteps(context, customised).Used
            .Join(taken)
            .Select(static (pair, _) => TakenNames.Apply(pair.Left, pair.Right.Values));
        IncrementalValuesProvider<FileModel> emitted = used
            .SelectMany(static (document, _) => document.Files)
            .WithTrackingName(EmittedStep);
        IncrementalValuesProvider<LocatedDiagnostic> diagnostics = documents
            .SelectMany(static (document, _) => document.Diagnostics)
            .WithTrackingName(DiagnosticsStep);
        IncrementalValuesProvider<LocatedDiagnostic> projectDiagnostics = context.AdditionalTextsProvider
            .Where(static file => !InputFile.IsDocumentText(file.Path))
            .Join(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, cancellationToken) => ProjectFile.Read(pair.Left, pair.Right, cancellationToken));
        IncrementalValueProvider<string> strict = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.ClerkGenStrict", out string? value) ? value.Trim() : "");
        IncrementalValuesProvider<LocatedDiagnostic> userDiagnostics = customised
            .Join(declarations.Declared)
            .SelectMany(static (pair, _) => UserDiagnostics.Locate(pair.Left.Diagnostics, pair.Right));

        UnionAttributeStep.Register(context, used);
        UnusedAttribute.Register(context, used);
        UnusedStep.Register(context);
        context.RegisterSourceOutput(emitted, FileOutput.Add);
        context.RegisterSourceOutput(used, UsageSteps.Report);
        context.RegisterSourceOutput(
            diagnostics.Join(strict), static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(IsTrue(pair.Right))));
        context.RegisterSourceOutput(
            projectDiagnostics.Join(strict), static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(IsTrue(pair.Right))));
        context.RegisterSourceOutput(
            new BaselineSteps(context, customised, allFiles, rootNamespace).Diagnostics.Join(strict),
            static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(IsTrue(pair.Right))));
        context.RegisterSourceOutput(userDiagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
