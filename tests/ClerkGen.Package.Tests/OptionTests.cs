namespace ClerkGen.Package.Tests;

/// <summary>Options of a project and of a document, set where users set them.</summary>
public sealed class OptionTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    // The reference of 'broken' leads nowhere, which is a warning.
    private const string Document = """
        openapi: 3.0.3
        info: { title: Things, version: '1' }
        servers: [{ url: 'https://api.example' }]
        paths:
          /things: { get: { operationId: getThing, tags: [Things], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
        components:
          schemas:
            Thing: { type: object, properties: { name: { type: string }, count: { type: integer }, note: { type: string, nullable: true }, BROKEN } }
        """;

    // Compiles without a warning only when what is not nullable is always there.
    private const string Program = """
        using Things;

        static long LengthOf(Thing thing) => thing.Name.Length + thing.Count + (thing.Note?.Length ?? 0);

        System.Console.WriteLine(LengthOf(new Thing { Name = "abc", Count = 4 }));
        """;

    [Fact]
    public async Task Members_are_required_with_RequiredByDefault()
    {
        Consumer consumer = Consumer("Required", """<ClerkGenDocument Include="things.yaml" Namespace="Things" RequiredByDefault="true" />""", "");

        ProcessResult run = (await consumer.DotNetAsync("run", "-p:TreatWarningsAsErrors=true")).Succeeded();

        Assert.Contains("7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_optional_without_RequiredByDefault()
    {
        Consumer consumer = Consumer("Optional", """<ClerkGenDocument Include="things.yaml" Namespace="Things" />""", "");

        ProcessResult build = await consumer.DotNetAsync("build");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CS0266", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", 0, "warning CLERKGEN009")]
    [InlineData("true", 1, "error CLERKGEN009")]
    [InlineData("yes", 1, "error CLERKGEN009")]
    [InlineData("ture", 1, "error CLERKGEN122: 'ClerkGenStrict' is 'ture', which is neither 'true' nor 'false'")]
    public async Task Warnings_of_documents_are_errors_when_the_project_is_strict(string value, int exitCode, string message)
    {
        Consumer consumer = Consumer(
            "Strict" + value, """<ClerkGenDocument Include="things.yaml" Namespace="Things" RequiredByDefault="true" />""", "broken: { $ref: '#/components/schemas/Nothing' }");

        ProcessResult build = await consumer.DotNetAsync("build", "-p:ClerkGenStrict=" + value);

        Assert.Equal(exitCode, build.ExitCode);
        Assert.Contains(message, build.Output, StringComparison.Ordinal);
    }

    private Consumer Consumer(string name, string item, string broken) => new Consumer(feed, feed.NewFolder(name))
        .Project("<OutputType>Exe</OutputType>", item)
        .Source("things.yaml", Document.Replace(", BROKEN", broken.Length > 0 ? ", " + broken : "", StringComparison.Ordinal))
        .Source("Program.cs", Program);
}
