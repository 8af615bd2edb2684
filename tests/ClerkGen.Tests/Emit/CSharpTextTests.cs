using System.Globalization;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Emit;

/// <summary>The three sinks: whatever goes in, what comes out is one identifier, one literal, or text inside a comment.</summary>
public sealed class CSharpTextTests
{
    public static TheoryData<string> Texts =>
    [
        "",
        "plain",
        "with \"quotes\" and \\backslashes\\",
        "*/ class Escaped { } /*",
        "\r\nclass Escaped { }",
        "\u0085class Escaped { }",
        "\u2028class Escaped { }",
        "\u2029class Escaped { }",
        "{0} {{braces}} $\"{1}\"",
        "\"\"\" raw \"\"\"",
        "\\u0022; class Escaped { } //",
        "</summary><script/>&amp;<!-- ]]>",
        "\u202Ereversed\u202C \u2066isolated\u2069",
        "\0\u0001\u001F\u007F\u009F",
        "é ß 漢字 😀 \u200D",
        "lone \uD800 high, \uDC00 low",
        "tab\tand space ",
        "`code`, **bold**, [link](https://example.com/a?b=c&d=\"e\")",
        "- one\n- two\n\n1. three\n```\nfenced < code\n",
        "[a](javascript:alert(1)) [b](http://x\" onclick=\"y)",
        "```",
        "`unclosed",
        "<br><br/><b>",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Literal_is_one_token_with_the_same_value(string text)
    {
        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(Parse(CSharpText.Literal(text)));

        Assert.Equal(SyntaxKind.StringLiteralExpression, literal.Kind());
        Assert.Equal(text, literal.Token.Value);
        Assert.All(literal.ToString(), static c => Assert.InRange(c, ' ', '~'));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Utf8_literal_is_one_token_with_the_same_text(string text)
    {
        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(Parse(CSharpText.Utf8Literal(text)));

        Assert.Equal(SyntaxKind.Utf8StringLiteralExpression, literal.Kind());
        Assert.Equal(WithoutLoneSurrogates(text), literal.Token.Value);
    }

    [Fact]
    public void Lines_are_ended_by_line_feeds()
    {
        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(Parse(CSharpText.Utf8Lines(["a", "é"])));

        Assert.Equal("a\né\n", literal.Token.Value);
    }

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("record", "@record")]
    [InlineData("field", "@field")]
    [InlineData("await", "@await")]
    [InlineData("Users", "Users")]
    [InlineData("_1", "_1")]
    [InlineData("Größe漢", "Größe漢")]
    public void Identifier_is_escaped_when_it_is_a_keyword(string name, string expected)
    {
        Assert.Equal(expected, CSharpText.Identifier(name).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("@a")]
    [InlineData("a\u200Db")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u0301")]
    [InlineData("\\u0061")]
    [InlineData("\uD835\uDC00")]
    [InlineData("a\n")]
    public void Text_that_is_not_an_identifier_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => CSharpText.Identifier(name));
        Assert.Throws<ArgumentException>(() => CSharpText.QualifiedName("A." + name));
        Assert.Throws<ArgumentException>(() => CSharpText.Field(name));
    }

    [Theory]
    [InlineData("global::System.Collections.Generic.IReadOnlyDictionary<string, long?>")]
    [InlineData("byte[]")]
    public void Type_expression_is_printed_unchanged(string expression)
    {
        Assert.Equal(expression, CSharpText.Type(expression).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("string; class Escaped { }")]
    [InlineData("string/**/")]
    [InlineData("A(B)")]
    [InlineData("A\nB")]
    [InlineData("typeof\u200D")]
    public void Text_that_is_not_a_type_expression_is_refused(string expression)
    {
        Assert.Throws<ArgumentException>(() => CSharpText.Type(expression));
    }

    [Theory]
    [InlineData("-9223372036854775808", "-9223372036854775808L")]
    [InlineData("007", "7L")]
    public void Integer_is_parsed_before_it_is_printed(string value, string expected)
    {
        Assert.Equal(expected, CSharpText.IntegerLiteral(value).ToString());
    }

    [Theory]
    [InlineData("1.5", "1.5D")]
    [InlineData("1e3", "1000D")]
    public void Number_is_parsed_before_it_is_printed(string value, string expected)
    {
        Assert.Equal(expected, CSharpText.NumberLiteral(value).ToString());
    }

    [Theory]
    [InlineData("0; class X { }")]
    [InlineData("1,5")]
    [InlineData("")]
    public void Text_that_is_not_a_number_is_refused(string value)
    {
        Assert.Throws<FormatException>(() => CSharpText.IntegerLiteral(value));
        Assert.Throws<FormatException>(() => CSharpText.NumberLiteral(value));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    public void Culture_plays_no_part(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal("-1.5D", CSharpText.NumberLiteral("-1.5").ToString());
            Assert.Equal("-1L", CSharpText.IntegerLiteral("-1").ToString());
            Assert.Equal("_id", CSharpText.Field("Id").ToString());
            Assert.Equal("_i", CSharpText.Field("I").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Documentation_stays_a_well_formed_comment(string text)
    {
        SourceWriter writer = new(Scope);
        CSharpText summary = CSharpText.Of($"summary");
        writer.WriteDoc(summary, CSharpText.Doc(text), summary);
        string code = writer + "class C { }";

        CSharpParseOptions options = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(code, options: options);

        Assert.Empty(unit.GetDiagnostics());
        Assert.Equal("C", Assert.IsType<ClassDeclarationSyntax>(Assert.Single(unit.Members)).Identifier.Text);
        Assert.DoesNotContain(code, static c => c is '\u202E' or '\u2066' or '\u0085' or '\u2028' or '\r' or '\0' or '\uD800');
    }

    [Theory]
    [InlineData("One `User` & <more>.", "One <c>User</c> &amp; &lt;more&gt;.")]
    [InlineData("First.\n\nSecond.", "<para>First.</para>\n<para>Second.</para>")]
    [InlineData("- a\n", "<list type=\"bullet\">\n<item><description>a</description></item>\n</list>")]
    [InlineData("See [the docs](https://e.com/a).", "See <see href=\"https://e.com/a\">the docs</see>.")]
    [InlineData("A **bold** word", "A bold word")]
    [InlineData("a\nb", "a b")]
    public void Markdown_of_documents_becomes_documentation_elements(string text, string expected)
    {
        Assert.Equal(expected, CSharpText.Doc(text).ToString());
    }

    [Fact]
    public void Types_are_named_by_the_scope_of_the_file()
    {
        SourceWriter writer = new(Scope);

        writer.WriteLine($"{CSharpText.Type("System.Threading.Tasks", "Task")}<{CSharpText.OwnType("User")}> {CSharpText.OwnType("Value")}.A {CSharpText.Type("System", "Console")}");

        Assert.Equal("Task<User> global::Consumer.Api.Value.A global::System.Console\n", writer.ToString());
    }

    [Fact]
    public void Text_of_the_document_cannot_become_a_namespace()
    {
        SourceWriter writer = new(Scope);
        string hostile = CSharpText.Mark + "System.Console global::System.Console";

        writer.WriteLine($"{CSharpText.Literal(hostile)} // {CSharpText.Doc(hostile)}");

        Assert.Equal("\"\\u0001System.Console global::System.Console\" // System.Console global::System.Console\n", writer.ToString());
        Assert.Throws<ArgumentException>(() => CSharpText.Type(hostile));
        Assert.Throws<ArgumentException>(() => CSharpText.Identifier("A" + CSharpText.Mark));
    }

    private static NameScope Scope => new(new ParametersModel(
        "A.g.cs", "Consumer.Api", EmittedAccessibility.Public, "A", new DocModel("", null), EquatableArray<ParameterModel>.Empty));

    private static ExpressionSyntax Parse(CSharpText text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text.ToString());
        Assert.Empty(expression.GetDiagnostics());
        return expression;
    }

    private static string WithoutLoneSurrogates(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
