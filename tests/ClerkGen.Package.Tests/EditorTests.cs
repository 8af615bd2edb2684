using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using ClerkGen.Tests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Package.Tests;

/// <summary>
/// Editors with the packed package. They look through the analyzers of a project for classes with the attributes that are looked for here,
/// and make one of each. This test runs on the oldest workspaces that the package is for, which are those it is built against.
/// </summary>
public sealed class EditorTests : IClassFixture<PackageFeed>, IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /users/{user_id}:
            get:
              operationId: getUser
              tags: [users]
              parameters: [{ name: user_id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
        components:
          schemas:
            User: { type: object, properties: { id: { type: string }, public_metadata: { }, first_name: { type: string } } }
        """;

    private readonly string _folder;
    private readonly PackageFolder _loader;
    private readonly Assembly _codeFixes;

    public EditorTests(PackageFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _folder = feed.NewFolder("Editor");
        foreach (string id in (string[])["ClerkGen", "ClerkGen.Runtime"])
        {
            ZipFile.ExtractToDirectory(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"), Path.Combine(_folder, id), overwriteFiles: true);
        }

        _loader = new PackageFolder(Path.Combine(_folder, "ClerkGen", "analyzers", "dotnet", "cs"));
        _codeFixes = _loader.LoadFromPath("ClerkGen.CodeFixes.dll");
    }

    public void Dispose() => _loader.Unload();

    [Fact]
    public void Editors_load_the_fixes_and_refactorings_with_their_dependencies()
    {
        Assert.Equal(new Version(4, 8, 0, 0), typeof(CodeFixProvider).Assembly.GetName().Version);
        Assert.Equal(
            ["AcceptApiChangeFix: CLERKGEN108, CLERKGEN109, CLERKGEN110, CLERKGEN112", "AddJsonSerializableFix: CLERKGEN072", "UseSimilarNameFix: CLERKGEN070, CLERKGEN071, CLERKGEN074"],
            Exported<CodeFixProvider, ExportCodeFixProviderAttribute>(static attribute => attribute.Languages)
                .Select(static fix => $"{fix.GetType().Name}: {string.Join(", ", fix.FixableDiagnosticIds)}"));
        Assert.Equal(
            ["AddPartialRefactoring"],
            Exported<CodeRefactoringProvider, ExportCodeRefactoringProviderAttribute>(static attribute => attribute.Languages)
                .Select(static refactoring => refactoring.GetType().Name));

        // It may require no newer versions of an editor's libraries than these workspaces do.
        Dictionary<string, Version> known = new[] { typeof(CodeFixProvider), typeof(Compilation), typeof(CSharpCompilation) }
            .SelectMany(static type => type.Assembly.GetReferencedAssemblies().Append(type.Assembly.GetName()))
            .GroupBy(static reference => reference.Name!)
            .ToDictionary(static references => references.Key, static references => references.Max(static reference => reference.Version)!);
        Assert.All(_codeFixes.GetReferencedAssemblies().Where(static reference => reference.Name != "netstandard"), reference =>
            Assert.True(known.TryGetValue(reference.Name!, out Version? version) && reference.Version <= version, $"{reference} is newer, or unknown"));
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_is_corrected_everywhere_at_once()
    {
        using EditorWorkspace editor = Open(
            "using ClerkGen;\nnamespace Shop;\n[ApiIgnore(\"first_nam\")] partial class User;",
            "using ClerkGen;\nnamespace Shop;\n[ApiIgnore(\"getUsr\")] partial class UsersOperations;\n[ApiName(\"pulic_metadata\", \"Notes\")] partial class User;");

        await editor.ApplyToAllAsync(Fix("CLERKGEN070"));

        Assert.Contains("[ApiIgnore(\"first_name\")]", await editor.TextAsync("Source0.cs"), StringComparison.Ordinal);
        string second = await editor.TextAsync("Source1.cs");
        Assert.Contains("[ApiIgnore(\"getUser\")]", second, StringComparison.Ordinal);
        Assert.Contains("[ApiName(\"public_metadata\", \"Notes\")]", second, StringComparison.Ordinal);
        Assert.Empty(await editor.DiagnosticsAsync());
    }

    [Fact]
    public async Task A_property_is_declared_for_retyping_and_its_type_named_to_a_context()
    {
        using EditorWorkspace editor = Open("namespace App; class C { object? M(Shop.User user) => user.Public|Metadata; }");
        CodeRefactoringProvider refactoring = Assert.Single(
            Exported<CodeRefactoringProvider, ExportCodeRefactoringProviderAttribute>(static attribute => attribute.Languages));
        await editor.ApplyAsync(refactoring);
        Assert.Contains("[ClerkGen.ApiProperty(\"public_metadata\")]", await editor.TextAsync("User.cs"), StringComparison.Ordinal);
        Assert.Empty(await editor.ErrorsAsync());

        using EditorWorkspace retyped = Open("namespace Shop;\nclass Mine { }\npartial class User { internal Mine? PublicMetadata { get; set; } }");
        await retyped.ApplyAsync(Fix("CLERKGEN072"));
        Assert.Contains("JsonSerializable(typeof(Shop.Mine))", await retyped.TextAsync("AppJsonContext.cs"), StringComparison.Ordinal);
        Assert.Empty(await retyped.DiagnosticsAsync());
    }

    private EditorWorkspace Open(params string[] sources) => new(
        new AnalyzerFileReference(Path.Combine(_loader.Folder, "ClerkGen.dll"), _loader),
        Path.Combine(_folder, "ClerkGen.Runtime", "lib", "net10.0", "ClerkGen.Runtime.dll"),
        Document,
        LanguageVersion.CSharp12,
        sources);

    private CodeFixProvider Fix(string id) => Assert.Single(
        Exported<CodeFixProvider, ExportCodeFixProviderAttribute>(static attribute => attribute.Languages), fix => fix.FixableDiagnosticIds.Contains(id));

    private IReadOnlyList<TProvider> Exported<TProvider, TAttribute>(Func<TAttribute, string[]> languages)
        where TAttribute : Attribute =>
    [
        .. _codeFixes.GetTypes()
            .Where(type => type.GetCustomAttribute<TAttribute>() is { } attribute && languages(attribute).Contains(LanguageNames.CSharp))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (TProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Loads what lies in the package, and takes from the editor what does not.</summary>
    private sealed class PackageFolder(string folder) : AssemblyLoadContext(isCollectible: true), IAnalyzerAssemblyLoader
    {
        public string Folder => folder;

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(Path.Combine(folder, fullPath));

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");

            // System libraries of this .NET do for those that the package carries for others.
            return File.Exists(path) && !assemblyName.Name!.StartsWith("System.", StringComparison.Ordinal) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
