using ClerkGen.Testing;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests;

/// <summary>
/// The promise of the whole product: what a call means arrives as the document says, and what the server answers is what the caller reads.
/// The server knows the document through Microsoft.OpenApi and nothing of the generator.
/// </summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    /// <summary>
    /// Operations in which the bundled document says more than the published one (see specs/refinements.yaml), so that a value made up for
    /// one does not fit the other: a count or time is an integer and no fraction, a flag is a boolean and no text, one of two members is asked for.
    /// </summary>
    private static readonly string[] Refined =
    [
        "verifyOAuthAccessToken", "getM2MTokens", "getApiKeys", "ListOrganizationDomains", "ListAllOrganizationDomains", "CreateSAMLConnection",
    ];

    /// <summary>The bundled document, and Clerk's published ones where they are at hand.</summary>
    public static TheoryData<string> ClerkDocuments =>
    [
        Bundled,
        .. new[] { "clerk/bapi-2026-05-12.yml", "clerk/bapi-2025-11-10.yml", "clerk/bapi-2021-02-05.yml", "clerk/platform-beta.yml", "clerk/fapi-2026-05-12.yml" }
            .Select(SharedDocuments.Find).OfType<string>(),
    ];

    private static string Bundled => Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml");

    [Theory]
    [MemberData(nameof(ClerkDocuments))]
    public async Task Every_operation_sends_and_reads_as_documented(string path)
    {
        EmittedClient emitted = EmittedClient.Of(path);
        await using DocumentServer server = await DocumentServer.StartAsync(emitted.Document);
        ReflectedClient client = emitted.Connect(server);
        var run = new ContractRun(emitted.Document, client, server);

        await run.CallEverythingAsync(TestSizes.ClerkSeeds);

        output.WriteLine($"{Path.GetFileName(path)}: {run.Operations} operations, {run.Calls} calls, {run.Failures.Count} differences");
        Assert.True(run.Failures.Count == 0, Report(run));
        Assert.Equal(emitted.Document.Operations.Count, run.Operations);
    }

    [Theory]
    [MemberData(nameof(ClerkDocuments))]
    public async Task Every_documented_error_is_caught_by_type(string path)
    {
        EmittedClient emitted = EmittedClient.Of(path);
        await using DocumentServer server = await DocumentServer.StartAsync(emitted.Document);
        var run = new ContractRun(emitted.Document, emitted.Connect(server), server);

        await run.ProvokeEveryErrorAsync();

        output.WriteLine($"{Path.GetFileName(path)}: {run.Operations} operations, {run.Calls} errors, {run.Failures.Count} differences");
        Assert.True(run.Failures.Count == 0, Report(run));
    }

    [SharedFact("clerk/bapi-2026-05-12.yml")]
    public async Task Client_of_the_bundled_document_works_with_a_server_of_the_published_one()
    {
        EmittedClient bundled = EmittedClient.Of(Bundled);
        LoadedDocument published = LoadedDocument.FromFile(SharedDocuments.Find("clerk/bapi-2026-05-12.yml")!);
        await using DocumentServer server = await DocumentServer.StartAsync(published);
        // Arguments as the bundled document allows them, judged and answered by the published one.
        var run = new ContractRun(bundled.Document, bundled.Connect(server), server);

        await run.CallEverythingAsync(seeds: 1);

        string[] unexplained = [.. run.Failures.Where(failure => !Refined.Any(id => failure.StartsWith(id + " ", StringComparison.Ordinal)))];
        output.WriteLine($"{run.Operations} operations, {run.Calls} calls, {unexplained.Length} differences");
        Assert.True(unexplained.Length == 0, string.Join('\n', unexplained));
        Assert.Equal(published.Operations.Count, run.Operations);
    }

    private static string Report(ContractRun run) => $"{run.Failures.Count} differences:\n{string.Join('\n', run.Failures.Take(60))}";
}
