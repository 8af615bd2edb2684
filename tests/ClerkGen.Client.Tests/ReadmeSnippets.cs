using System.Text.RegularExpressions;

namespace ClerkGen.Client.Tests;

/// <summary>The C# of the README as files that compile: statements stand in a method, beside the variables that the text assumes.</summary>
internal static partial class ReadmeSnippets
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Text.Json;
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

    private static readonly string[] Blocks =
    [
        .. Fence().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n"))
            .Select(static match => match.Groups["text"].Value),
    ];

    /// <summary>Snippets that call the client.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        Usings + "\n" + Assumed,
        .. Blocks.Where(static block => !Declaration().IsMatch(block)).Select(static (block, index) => $$"""
            {{Usings}}
            internal sealed class Snippet{{index}} : Assumed
            {
                public static async Task RunAsync()
                {
                    await Task.Yield();
            #line 1 "README.md"
            {{Using().Replace(block, "")}}
                }
            }
            """),
    ];

    // What System.Text.Json's own generator adds to the context of the snippet; only this project's runs over it.
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

    /// <summary>Snippets that add to emitted types.</summary>
    public static IReadOnlyList<string> Declarations { get; } =
    [
        ContextPart,
        .. Blocks.Where(static block => Declaration().IsMatch(block)).Select(static block => $"{Usings}\nusing System.Text.Json.Serialization;\n{Using().Replace(block, "")}"),
    ];

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(public |internal |sealed )*partial ", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
