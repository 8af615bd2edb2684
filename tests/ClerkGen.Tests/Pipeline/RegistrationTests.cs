using System.Collections.Immutable;
using System.Globalization;
using ClerkGen.Generator.Pipeline.Projects;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ClerkGen.Tests.Pipeline;

/// <summary>A project without <c>Microsoft.Extensions.Http</c> is told why its client cannot be registered.</summary>
public sealed class RegistrationTests
{
    private static readonly string Services = typeof(IServiceCollection).Assembly.Location;
    private static readonly string Http = typeof(IHttpClientFactory).Assembly.Location;

    [Fact]
    public async Task The_missing_package_is_named_at_the_call()
    {
        Diagnostic report = Assert.Single(await ReportsAsync("services.AddDocumentClient(options => options.SecretKey = null)", Services));

        Assert.Equal(("CLERKGEN118", DiagnosticSeverity.Warning), (report.Id, report.Severity));
        Assert.Equal(
            "'AddDocumentClient' is emitted only in a project that references Microsoft.Extensions.Http 8 or later. Add that package to the project.",
            report.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("AddDocumentClient", report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("services.AddDocumentClients()")]
    [InlineData("services.AddUser()")]
    [InlineData("services.AddSingleton<DocumentClient>()")]
    [InlineData("Own.AddDocumentClient()")]
    public async Task Other_calls_are_not_explained(string call) => Assert.Empty(await ReportsAsync(call, Services));

    [Fact]
    public async Task With_the_package_there_is_nothing_to_explain() =>
        Assert.Empty(await ReportsAsync("services.AddDocumentClients()", Services, Http));

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(string call, params string[] references)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of("""
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            servers: [{ url: https://shop.example }]
            paths:
              /user:
                get:
                  operationId: getUser
                  tags: [users]
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
            components:
              schemas: { User: { type: object, properties: { id: { type: string } } } }
            """) with
        {
            Sources =
            [
                $$"""
                using Consumer.Api;
                using Microsoft.Extensions.DependencyInjection;

                public static class Own
                {
                    public static void Register(IServiceCollection services) => {{call}};

                    public static void AddDocumentClient() { }
                }
                """,
            ],
            References = references,
        });
        return await run.Compilation.WithAnalyzers([new RegistrationAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
    }
}
