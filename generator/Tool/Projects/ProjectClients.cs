using ClerkGen.Generator;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Translation.Customising;
using ClerkGen.Tool.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Projects;

/// <summary>The clients of a project, with the filters, names and overlays of its items, and with its partial types applied.</summary>
/// <param name="Project">The project file's full path.</param>
/// <param name="Baseline">Full path of the API baseline that the project names, or null.</param>
/// <param name="Clients">A client for each document, in the project's order.</param>
internal sealed record ProjectClients(string Project, string? Baseline, IReadOnlyList<DocumentClient> Clients)
{
    /// <summary>Runs the generator on a project as its compiler does.</summary>
    /// <param name="path">A project file, or a folder with one.</param>
    /// <exception cref="ToolException">There is no such project, MSBuild refuses it, or it has no document.</exception>
    public static async Task<ProjectClients> LoadAsync(string path, CancellationToken cancellationToken)
    {
        ProjectBuild build = await ProjectBuild.LoadAsync(path, cancellationToken).ConfigureAwait(false);
        CSharpCommandLineArguments arguments = build.Arguments;
        if (arguments.MetadataReferences.FirstOrDefault(static reference => !File.Exists(reference.Reference)) is { Reference: { } missing })
        {
            throw new ToolException($"'{System.IO.Path.GetFileName(missing)}', which '{System.IO.Path.GetFileName(build.Path)}' references, is not built. Run 'dotnet build' first.");
        }

        ProjectOptions options = new(arguments);
        LoadedText[] texts = [.. arguments.AdditionalFiles.Where(static file => File.Exists(file.Path)).Select(static file => new LoadedText(file.Path, File.ReadAllText(file.Path)))];
        GeneratorRunResult run = Run(arguments, options, texts, cancellationToken);
        string rootNamespace = options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? space) ? space.Trim() : arguments.CompilationName ?? "";
        InputFile[] files = [.. texts.Select(text => InputFile.Read(text, options, cancellationToken)).OfType<InputFile>()];
        DocumentOutput[] outputs = [.. StepValues<DocumentOutput>(run, ClerkGenerator.DocumentsStep)];
        CustomisedFiles[] customised = [.. StepValues<CustomisedFiles>(run, ClerkGenerator.CustomisedStep)];
        List<DocumentClient> clients = [];
        foreach (InputFile file in files.Where(static file => file.Metadata is not null))
        {
            DocumentOptions read = new OptionsReader(file, rootNamespace).Read();
            DocumentOutput? output = Array.Find(outputs, output => output.Files.Count > 0 && output.Files[0].Namespace == read.Namespace);
            LocatedDiagnostic[] diagnostics = [.. output?.Diagnostics ?? outputs.SelectMany(static output => output.Diagnostics).Where(diagnostic => diagnostic.Position.Path == file.Path)];
            FileModel[] emitted = [.. Array.Find(customised, client => client.Files.Count > 0 && client.Files[0].Namespace == read.Namespace)?.Files ?? []];
            clients.Add(new DocumentClient(
                System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), file.Path), read, emitted, diagnostics,
                DocumentGenerator.Read(file, read, new OtherFiles(file, new EquatableArray<InputFile>(files)), new WorkBudget(cancellationToken))));
        }

        BaselineSetting baseline = BaselineSetting.Of(options);
        return clients.Count > 0
            ? new ProjectClients(build.Path, baseline.IsOn ? System.IO.Path.GetFullPath(baseline.Path, System.IO.Path.GetDirectoryName(build.Path)!) : null, clients)
            : throw new ToolException($"'{System.IO.Path.GetFileName(build.Path)}' has no document. Reference the package ClerkGen, and name the document in a ClerkGenDocument item.");
    }

    private static GeneratorRunResult Run(CSharpCommandLineArguments arguments, ProjectOptions options, IEnumerable<AdditionalText> texts, CancellationToken cancellationToken)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? System.IO.Path.GetFileNameWithoutExtension(arguments.OutputFileName),
            arguments.SourceFiles.Where(static file => File.Exists(file.Path))
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), arguments.ParseOptions, file.Path, cancellationToken: cancellationToken)),
            arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            arguments.CompilationOptions);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClerkGenerator().AsSourceGenerator()], texts, arguments.ParseOptions, options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        GeneratorRunResult run = driver.RunGenerators(compilation, cancellationToken).GetRunResult().Results[0];
        return run.Exception is null ? run : throw run.Exception;
    }

    private static IEnumerable<T> StepValues<T>(GeneratorRunResult run, string step) => run.TrackedSteps.TryGetValue(step, out var runs)
        ? runs.SelectMany(static run => run.Outputs).Select(static output => output.Value).OfType<T>()
        : [];
}
