using System.Collections.Immutable;
using System.Reflection;
using ClerkGen.Generator;
using ClerkGen.Tests.Customising;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.CodeFixes;

/// <summary>The small document and the user's sources in a workspace with the generator, as an editor has them.</summary>
internal sealed class ShopWorkspace : IDisposable
{
    private const string Config = """
        is_global = true
        [/shop.yaml]
        build_metadata.AdditionalFiles.ClerkGenDocument = true
        build_metadata.AdditionalFiles.ClerkGenNamespace = Shop
        build_metadata.AdditionalFiles.ClerkGenClientName = ShopClient
        """;

    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project = ProjectId.CreateNewId();
    private readonly TextSpan _cursor;

    /// <param name="language">Of the project.</param>
    /// <param name="sources">The user's files; a <c>|</c> in the first is where the cursor is.</param>
    public ShopWorkspace(LanguageVersion language, params string[] sources)
    {
        Solution solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                _project,
                VersionStamp.Default,
                "App",
                "App",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(language),
                metadataReferences: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "ClerkGen.Runtime.dll")
                    .Select(static path => MetadataReference.CreateFromFile(path))))
            .AddAnalyzerReference(_project, new AnalyzerFileReference(typeof(ClerkGenerator).Assembly.Location, new LoadedGenerator()))
            .AddAdditionalDocument(DocumentId.CreateNewId(_project), "shop.yaml", ShopDocument.Text, filePath: "/shop.yaml")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(_project), ".globalconfig", SourceText.From(Config), filePath: "/.globalconfig");
        int cursor = Math.Max(0, sources[0].IndexOf('|', StringComparison.Ordinal));
        _cursor = new TextSpan(cursor, 0);
        for (int i = 0; i < sources.Length; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_project), $"Source{i}.cs", sources[i].Replace("|", "", StringComparison.Ordinal), filePath: $"/Source{i}.cs");
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    private Document First => Project.Documents.First();

    /// <summary>Titles of what a refactoring offers at the cursor.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(CodeRefactoringProvider provider) =>
        [.. (await ActionsAsync(provider)).Select(action => action.Title)];

    /// <summary>Does the only thing that a refactoring offers at the cursor.</summary>
    public async Task ApplyAsync(CodeRefactoringProvider provider) => await ApplyAsync(Assert.Single(await ActionsAsync(provider)));

    /// <summary>Does the only thing that a fix offers for the generator's only diagnostic.</summary>
    public async Task ApplyAsync(CodeFixProvider provider)
    {
        Diagnostic diagnostic = Assert.Single(await DiagnosticsAsync());
        Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);
        List<CodeAction> actions = [];
        Document document = Project.GetDocument(diagnostic.Location.SourceTree)!;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        await ApplyAsync(Assert.Single(actions));
    }

    /// <summary>What the generator reports.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        Compilation compilation = (await Project.GetCompilationAsync())!;
        Compilation own = compilation.RemoveSyntaxTrees((await Project.GetSourceGeneratedDocumentsAsync()).Select(document => document.GetSyntaxTreeAsync().Result!));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClerkGenerator().AsSourceGenerator()], Project.AnalyzerOptions.AdditionalFiles, (CSharpParseOptions)Project.ParseOptions!, Project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        return driver.RunGenerators(own).GetRunResult().Diagnostics;
    }

    /// <summary>Errors of the compiler in the user's files and the emitted ones.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync() =>
        [.. (await Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>The text of a file of the user.</summary>
    public async Task<string> TextAsync(string name) =>
        (await Project.Documents.Single(document => document.Name == name).GetTextAsync()).ToString().ReplaceLineEndings("\n");

    public void Dispose() => _workspace.Dispose();

    private async Task<List<CodeAction>> ActionsAsync(CodeRefactoringProvider provider)
    {
        List<CodeAction> actions = [];
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(First, _cursor, actions.Add, CancellationToken.None));
        return actions;
    }

    private async Task ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(_workspace.CurrentSolution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Assert.True(_workspace.TryApplyChanges(changed));
    }

    /// <summary>Gives the generator that is loaded already.</summary>
    private sealed class LoadedGenerator : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(ClerkGenerator).Assembly;
    }
}
