using ClerkGen.Generator.Emit.Text;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Emit;

/// <summary>Templates take constants of the generator, numbers and texts that went through a sink. The compiler refuses anything else.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("CSharpText.Of($\"new {safe}({1})\")")]
    [InlineData("new SourceWriter(scope).WriteLine($\"new {safe}({1});\")")]
    public void A_template_takes_texts_and_numbers(string expression) => Assert.Empty(ErrorsOf(expression));

    [Theory]
    [InlineData("CSharpText.Of($\"new {document}()\")")]
    [InlineData("CSharpText.Of($\"new {(object)document}()\")")]
    [InlineData("CSharpText.Of($\"new {document.Length + document}()\")")]
    [InlineData("CSharpText.Of($\"new {document,10}()\")")]
    [InlineData("CSharpText.Of(document)")]
    [InlineData("CSharpText.Of(\"constant\" + document)")]
    [InlineData("safe += document")]
    [InlineData("new CSharpText(document)")]
    [InlineData("new SourceWriter(scope).WriteLine($\"new {document}();\")")]
    [InlineData("new SourceWriter(scope).WriteLine(document)")]
    public void A_string_is_no_template_and_no_hole_of_one(string expression) => Assert.NotEmpty(ErrorsOf(expression));

    // Compiled as this assembly, which sees the generator's internals.
    private static IEnumerable<string> ErrorsOf(string expression)
    {
        string code = $$"""
            using ClerkGen.Generator.Emit.Text;
            class Program
            {
                static void Main(string document, CSharpText safe, NameScope scope)
                {
                    {{expression}};
                }
            }
            """;
        CSharpCompilation compilation = CSharpCompilation.Create(
            typeof(TemplateTests).Assembly.GetName().Name,
            [CSharpSyntaxTree.ParseText(code)],
            [.. SharedReferences.Framework, SharedReferences.Of(typeof(CSharpText).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString());
    }
}
