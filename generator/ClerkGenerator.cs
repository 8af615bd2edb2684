using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator;

/// <summary>Turns OpenAPI documents among the additional files into clients.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClerkGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for tests of what runs again.</summary>
    internal const string FilesStep = "Files";
    internal const string DocumentsStep = "Documents";
    internal const string EmittedStep = "Emitted";
    internal const string DiagnosticsStep = "Diagnostics";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<InputFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => InputFile.Read(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(FilesStep);

        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) =>
                options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value.Trim() : "");

        // Every edit makes a new compilation; what is asked of it stays equal, so the graph ends here for an edit of C#.
        IncrementalValueProvider<ProjectFacts> project = context.CompilationProvider
            .Select(static (compilation, _) => ProjectFacts.Of(compilation));

        IncrementalValuesProvider<DocumentOutput> documents = files
            .Where(static file => file.Metadata is not null)
            .Combine(files.Collect())
            .Combine(rootNamespace)
            .Combine(project)
            .Select(static (input, _) => DocumentInput.Create(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .Select(static (input, cancellationToken) => input.Generate(cancellationToken))
            .WithTrackingName(DocumentsStep);

        // White space moves diagnostics but changes no file; one changed schema changes one file: two outputs, each item by item.
        IncrementalValuesProvider<FileModel> emitted = documents
            .SelectMany(static (document, _) => document.Files)
            .WithTrackingName(EmittedStep);
        IncrementalValuesProvider<LocatedDiagnostic> diagnostics = documents
            .SelectMany(static (document, _) => document.Diagnostics)
            .WithTrackingName(DiagnosticsStep);

        context.RegisterSourceOutput(emitted, FileOutput.Add);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
