using System.Text.RegularExpressions;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>Sentences in the C# of a folder: comments, and texts that become messages.</summary>
internal static partial class SourceText
{
    // Shorter literals are names, formats and parts of code.
    private const int LeastWordsOfMessage = 5;

    /// <summary>Sentences of documentation and other comments, with their files.</summary>
    public static IEnumerable<(string Place, string Sentence)> Comments(string folder)
    {
        foreach ((string path, string text) in Files(folder))
        {
            IEnumerable<string> documentation = DocumentationComment.In(text).SelectMany(static comment => comment.Texts).Select(static part => part.Text);
            IEnumerable<string> others = Comment().Matches(text).Select(static match => Marker().Replace(match.Value, "").Replace('\n', ' '));
            foreach (string sentence in documentation.Concat(others).SelectMany(Prose.Of))
            {
                yield return (path, sentence);
            }
        }
    }

    /// <summary>Sentences of string literals, with their files. A hole of an interpolated string is one word. Text of several lines is no message.</summary>
    public static IEnumerable<(string Place, string Sentence)> Messages(string folder)
    {
        foreach ((string path, string text) in Files(folder))
        {
            foreach (ExpressionSyntax literal in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ExpressionSyntax>())
            {
                string? message = literal switch
                {
                    LiteralExpressionSyntax { Token.Value: string value } when !literal.GetFirstToken().IsKind(SyntaxKind.MultiLineRawStringLiteralToken) => value,
                    InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(static part =>
                        part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "X")),
                    _ => null,
                };
                if (message is not null && message.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastWordsOfMessage && !Code().IsMatch(message))
                {
                    foreach (string sentence in message.Split('\n').SelectMany(Prose.Of))
                    {
                        yield return (path, sentence);
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(static path => !BuildOutput().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(static path => (path, File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n")));

    // Lines of a comment that are not documentation.
    [GeneratedRegex(@"(^[ ]*//(?!/)[^\n]*\n)+", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("^[ ]*//", RegexOptions.Multiline)]
    private static partial Regex Marker();

    // Templates of emitted C#, regular expressions and lists of names.
    [GeneratedRegex(@"[{}]|=>|\\|///|;$|\b(public|private|static)\b|\w=""")]
    private static partial Regex Code();

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();
}
