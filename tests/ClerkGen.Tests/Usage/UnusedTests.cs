using System.Collections.Immutable;
using System.Globalization;
using ClerkGen.Generator;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Usage;

/// <summary>The tests of a program are told where they miss what the program does not use.</summary>
public sealed class UnusedTests : IDisposable
{
    private const string Program = "public static class Shop { public static object Call(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-unused-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("c.Users.CreateAsync(null)", "UsersOperations.CreateAsync")]
    [InlineData("c.Users.CreateWithResponseAsync(null)", "UsersOperations.CreateWithResponseAsync")]
    [InlineData("c?.Users?.CreateAsync(null)", "UsersOperations.CreateAsync")]
    [InlineData("nameof(UsersOperations.CreateAsync)", "UsersOperations.CreateAsync")]
    [InlineData("c.Orders.ListAsync()", "DocumentClient.Orders")]
    [InlineData("Setup(c.Users, u => u.CreateAsync(null))", "UsersOperations.CreateAsync")]
    [InlineData("new Order()", "Order")]
    [InlineData("new Consumer.Api.Order()", "Order")]
    [InlineData("typeof(OrdersOperations)", "OrdersOperations")]
    [InlineData("new System.Collections.Generic.List<Order>()", "Order")]
    [InlineData("null; public Order Declared", "Order")]
    public void A_missing_name_of_the_document_is_explained_at_its_place(string expression, string name)
    {
        (ImmutableArray<Diagnostic> errors, ImmutableArray<Diagnostic> reports) = CompileTests(expression, "Used");

        Assert.NotEmpty(errors);
        Diagnostic report = Assert.Single(reports);
        Assert.Equal(("CLERKGEN117", DiagnosticSeverity.Warning), (report.Id, report.Severity));
        Assert.Equal(
            $"'{name}' is not emitted, because program 'Shop' does not use it. Set 'ClerkGenEmit' to 'All' in the project of 'Shop'.",
            report.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("c.Users.ListAsync()")]
    [InlineData("c.Users.CuontAsync()")]
    [InlineData("new Shopp()")]
    [InlineData("new Own.Order()")]
    [InlineData("new Own().CreateAsync()")]
    [InlineData("Own.Orders")]
    public void Other_names_are_not(string expression) => Assert.Empty((CompileTests(expression, "Used")).Reports);

    [Fact]
    public void With_the_whole_client_nothing_is_missing()
    {
        (ImmutableArray<Diagnostic> errors, ImmutableArray<Diagnostic> reports) = CompileTests("(c.Orders.ListAsync(), new Order())", "All");

        Assert.Empty(errors);
        Assert.Empty(reports);
    }

    private (ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Reports) CompileTests(string expression, string emit)
    {
        GeneratorRun program = GeneratorHarness.Run(GeneratorInput.Of(UsedTests.Document) with
        {
            AssemblyName = "Shop",
            Sources = [Program],
            Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = emit },
        });
        string path = Path.Combine(_folder.FullName, "Shop.dll");
        Assert.True(program.Compilation.Emit(path).Success);
        string tests = $$"""
            using Consumer.Api;
            public sealed class Own
            {
                public static object Setup<T>(T value, System.Linq.Expressions.Expression<System.Func<T, object>> call) => call;
                public object Test(DocumentClient c) => {{expression}};
            }
            """;
        Compilation compilation = CSharpCompilation.Create(
            "Tests",
            [CSharpSyntaxTree.ParseText(tests)],
            [.. program.Compilation.References, MetadataReference.CreateFromFile(path)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return (
            [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)],
            CSharpGeneratorDriver.Create(new ClerkGenerator()).RunGenerators(compilation).GetRunResult().Diagnostics);
    }
}
