using ClerkGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Emit;

/// <summary>The one way around the sinks is open to constants only.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Templates_are_string_literals_of_the_generator()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "generator"), "*.cs", SearchOption.AllDirectories);
        List<ExpressionSyntax> arguments = [];
        foreach (string file in files.Where(static file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            arguments.AddRange(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(static call => call.Expression.ToString() == "CSharpText.Template")
                .Select(static call => call.ArgumentList.Arguments.Single().Expression));
        }

        Assert.NotEmpty(arguments);
        Assert.All(arguments, static argument => Assert.True(argument.IsKind(SyntaxKind.StringLiteralExpression), argument.ToString()));
    }
}
