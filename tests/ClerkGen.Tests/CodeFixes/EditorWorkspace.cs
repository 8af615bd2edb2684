using System.Collections.Immutable;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.CodeFixes;

/// <summary>A document and the user's sources in a workspace with a generator, as an editor has them.</summary>
internal sealed class EditorWorkspace : IDisposable
{
    private static readonly IReadOnlyList<MetadataReference> Framework =
        SharedReferences.Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));

    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project = ProjectId.CreateNewId();
    private readonly AnalyzerReference _generator;
    private readonly TextSpan _cursor;

    /// <param name="generator">The assembly with the generator.</param>
    /// <param name="runtime">Path of the library that emitted code needs.</param>
    /// <param name="document">Text of the document; its client is <c>ShopClient</c> in the namespace <c>Shop</c>.</param>
    /// <param name="language">Sources of the project.</param>
    /// <param name="sources">The user's files; a <c>|</c> in the first is where the cursor is.</param>
    public EditorWorkspace(AnalyzerReference generator, string runtime, string document, LanguageVersion language, params string[] sources)
    {
        _generator = generator;
        const string Config = """
            is_global = true
            [/shop.yaml]
            build_metadata.AdditionalFiles.ClerkGenDocument = true
            build_metadata.AdditionalFiles.ClerkGenNamespace = Shop
            build_metadata.AdditionalFiles.ClerkGenClientName = ShopClient
            """;
        Solution solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                _project,
                VersionStamp.Default,
                "App",
                "App",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(language),
                metadataReferences: Framework.Append(SharedReferences.Of(runtime))))
            .AddAnalyzerReference(_project, generator)
            .AddAdditionalDocument(DocumentId.CreateNewId(_project), "shop.yaml", document, filePath: "/shop.yaml")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(_project), ".globalconfig", SourceText.From(Config), filePath: "/.globalconfig");
        int cursor = Math.Max(0, sources[0].IndexOf('|', StringComparison.Ordinal));
        _cursor = new TextSpan(cursor, 0);
        for (int i = 0; i < sources.Length; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_project), $"Source{i}.cs", sources[i].Replace("|", "", StringComparison.Ordinal), filePath: $"/Source{i}.cs");
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    /// <summary>Adds an API baseline, with which the emitted API is compared.</summary>
    public EditorWorkspace WithBaseline(string text)
    {
        const string Config = """
            is_global = true
            build_property.ClerkGenApiBaselineFile = ClerkGenApi.txt
            [/ClerkGenApi.txt]
            build_metadata.AdditionalFiles.ClerkGenApiBaseline = true
            """;
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution
            .AddAdditionalDocument(DocumentId.CreateNewId(_project), "ClerkGenApi.txt", SourceText.From(text), filePath: "/ClerkGenApi.txt")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(_project), "baseline.globalconfig", SourceText.From(Config), filePath: "/baseline.globalconfig")));
        return this;
    }

    /// <summary>The texts of emitted files.</summary>
    public async Task<IReadOnlyList<string>> EmittedTextsAsync()
    {
        List<string> texts = [];
        foreach (SourceGeneratedDocument document in await Project.GetSourceGeneratedDocumentsAsync())
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return texts;
    }

    /// <summary>The text of an additional file.</summary>
    public async Task<string> AdditionalTextAsync(string name) =>
        (await Project.AdditionalDocuments.Single(document => document.Name == name).GetTextAsync()).ToString();

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    private Document First => Project.Documents.First();

    /// <summary>Titles of what a refactoring offers at the cursor.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(CodeRefactoringProvider provider) =>
        [.. (await ActionsAsync(provider)).Select(action => action.Title)];

    /// <summary>Does the only thing that a refactoring offers at the cursor.</summary>
    public async Task ApplyAsync(CodeRefactoringProvider provider) => await ApplyAsync(Assert.Single(await ActionsAsync(provider)));

    /// <summary>Does the only thing that a fix offers for the generator's only diagnostic.</summary>
    public async Task ApplyAsync(CodeFixProvider provider) =>
        await ApplyAsync(await ActionAsync(provider, Assert.Single(await DiagnosticsAsync())));

    /// <summary>Does the only thing that a fix offers for the generator's only diagnostic of an id.</summary>
    public async Task ApplyAsync(CodeFixProvider provider, string id) =>
        await ApplyAsync(await ActionAsync(provider, Assert.Single(await DiagnosticsAsync(), diagnostic => diagnostic.Id == id)));

    /// <summary>Does at once what a fix offers for all of the generator's diagnostics in the project.</summary>
    public async Task ApplyToAllAsync(CodeFixProvider provider)
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync();
        Diagnostic first = diagnostics[0];
        CodeAction action = await ActionAsync(provider, first);
        FixAllContext context = Project.GetDocument(first.Location.SourceTree) is { } document
            ? new(document, provider, FixAllScope.Project, action.EquivalenceKey, Ids(diagnostics), new KnownDiagnostics(diagnostics), CancellationToken.None)
            : new(Project, provider, FixAllScope.Project, action.EquivalenceKey, Ids(diagnostics), new KnownDiagnostics(diagnostics), CancellationToken.None);
        await ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>The generator's diagnostics.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        Compilation compilation = (await Project.GetCompilationAsync())!;
        Compilation own = compilation.RemoveSyntaxTrees((await Project.GetSourceGeneratedDocumentsAsync()).Select(document => document.GetSyntaxTreeAsync().Result!));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            _generator.GetGenerators(LanguageNames.CSharp), Project.AnalyzerOptions.AdditionalFiles, (CSharpParseOptions)Project.ParseOptions!, Project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        return driver.RunGenerators(own).GetRunResult().Diagnostics;
    }

    /// <summary>Errors of the compiler in the user's files and the emitted ones.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync() =>
        [.. (await Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>The text of a file of the user.</summary>
    public async Task<string> TextAsync(string name) =>
        (await Project.Documents.Single(document => document.Name == name).GetTextAsync()).ToString().ReplaceLineEndings("\n");

    public void Dispose() => _workspace.Dispose();

    private async Task<CodeAction> ActionAsync(CodeFixProvider provider, Diagnostic diagnostic)
    {
        Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);
        List<CodeAction> actions = [];
        TextDocument document = Project.GetDocument(diagnostic.Location.SourceTree)
            ?? Project.AdditionalDocuments.First(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return Assert.Single(actions);
    }

    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(static diagnostic => diagnostic.Id).Distinct();

    private async Task<List<CodeAction>> ActionsAsync(CodeRefactoringProvider provider)
    {
        List<CodeAction> actions = [];
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(First, _cursor, actions.Add, CancellationToken.None));
        return actions;
    }

    private async Task ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Assert.True(_workspace.TryApplyChanges(changed));
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return all.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(static diagnostic => diagnostic.Location.SourceTree is null));
    }
}
