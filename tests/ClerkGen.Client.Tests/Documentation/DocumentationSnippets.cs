using System.Text.RegularExpressions;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>The C# of README and guide as files that compile: statements become methods, next to the variables that the text assumes.</summary>
internal static partial class DocumentationSnippets
{
    // The namespaces that a web application with the package has by default, and that of the client. A page names all others.
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Clerk.Backend;
        using ClerkGen;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        """;

    private const string Assumed = """
        internal abstract class Assumed
        {
            protected static readonly string secretKey = "sk_test_readme";
            protected static readonly ClerkClient clerk = null!;
            protected static readonly OrganizationInvitation invitation = null!;
            protected static readonly IServiceCollection services = null!;
            protected static readonly IConfiguration configuration = null!;
            protected static readonly CancellationToken cancellationToken;
        }
        """;

    // The part that System.Text.Json's generator adds to a snippet's context. Only this project's generator runs here.
    private const string ContextPart = """
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization.Metadata;
        namespace Clerk.Backend;
        internal sealed partial class AppJson
        {
            private AppJson() : base(null) { }
            public static AppJson Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    /// <summary>Snippets of all pages that call the client.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        Usings + "\n" + Assumed,
        .. DocumentationPage.ForUsers.Concat(DocumentationPage.Examples).SelectMany(static page => BlocksOf(page, isDeclaration: false)).Select(static (block, index) => $$"""
            {{UsingsOf(block.Text)}}
            internal sealed class Snippet{{index}} : Assumed
            {
                public static async Task RunAsync()
                {
                    await Task.Yield();
            #line 1 "{{block.Page}}"
            {{Using().Replace(block.Text, "")}}
                }
            }
            """),
    ];

    /// <summary>Snippets that add to emitted types, by page: two pages may implement the same hook.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Declarations { get; } = DocumentationPage.ForUsers
        .Select(static page => (page.Path, Blocks: (string[])[.. BlocksOf(page, isDeclaration: true).Select(static block => block.Text)]))
        .Where(static page => page.Blocks.Length > 0)
        .ToDictionary(static page => page.Path, static page => (IReadOnlyList<string>)
        [
            .. page.Blocks.Any(static block => block.Contains("class AppJson", StringComparison.Ordinal)) ? [ContextPart] : Array.Empty<string>(),
            .. page.Blocks.Select(static block => $"{UsingsOf(block)}\n{Using().Replace(block, "")}"),
        ]);

    // Each once: a second one is a warning.
    private static string UsingsOf(string block) =>
        string.Join('\n', Usings.Split('\n').Concat(Using().Matches(block).Select(static match => match.Value.TrimEnd('\n'))).Distinct());

    private static IEnumerable<(string Page, string Text)> BlocksOf(DocumentationPage page, bool isDeclaration) => Fence().Matches(page.Text)
        .Select(match => (page.Path, match.Groups["text"].Value))
        .Where(block => Declaration().IsMatch(block.Value) == isDeclaration);

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(public |internal |sealed )*partial ", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
