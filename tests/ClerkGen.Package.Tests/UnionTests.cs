namespace ClerkGen.Package.Tests;

/// <summary>Emitted unions under a compiler that has C# 15, on frameworks without its attribute, beside a System.Text.Json that knows unions itself.</summary>
public sealed class UnionTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Payments = """
        openapi: 3.1.0
        info: { title: Payments, version: '1' }
        servers: [{ url: https://payments.example.com }]
        paths:
          /payments:
            get:
              operationId: getPayment
              tags: [Payments]
              responses:
                '200': { description: A payment., content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } } }
        components:
          schemas:
            Card: { type: object, required: [kind, number], properties: { kind: { const: card }, number: { type: string } } }
            Bank: { type: object, required: [kind, iban], properties: { kind: { const: bank }, iban: { type: string } } }
            Payment: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }], discriminator: { propertyName: kind } }
        """;

    private const string Compiler = """
        <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="5.9.0" PrivateAssets="all" />
        <PackageReference Include="System.Text.Json" Version="11.0.0" />
        """;

    private const string Properties = """
        <LangVersion>preview</LangVersion><SuppressTfmSupportBuildWarnings>true</SuppressTfmSupportBuildWarnings>
        """;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_switch_over_the_variants_needs_no_default_and_JSON_is_unchanged(string framework)
    {
        string solution = feed.NewFolder("Unions" + framework);
        new Consumer(feed, Path.Combine(solution, "Shop"))
            .Project(
                Properties + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                Compiler + """<ClerkGenDocument Include="payments.yaml" Namespace="Shop" ClientName="PaymentsClient" />""",
                framework)
            .Source("payments.yaml", Payments);

        // In a project of its own, since generators do not see each other's types.
        Consumer program = new Consumer(feed, Path.Combine(solution, "Program"))
            .Project(
                Properties + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><OutputType>Exe</OutputType><RollForward>Major</RollForward>",
                Compiler + """<ProjectReference Include="../Shop/Shop.csproj" />""",
                framework)
            .Source("Program.cs", """
                using System.Text.Json;
                using System.Text.Json.Serialization;
                using Shop;

                Payment card = new Card { Number = "42" };
                Payment raw = JsonDocument.Parse("{\"kind\":\"barter\"}").RootElement;
                Payment? none = null;
                Console.WriteLine(Say(card) + " " + Say(raw) + " " + (card is Card { Number: var number } ? number : "") + " " + SayOrNothing(none));
                Console.WriteLine("System.Text.Json " + typeof(JsonSerializer).Assembly.GetName().Version!.Major);
                foreach (Payment payment in (Payment[])[card, raw])
                {
                    string json = JsonSerializer.Serialize(payment);
                    Console.WriteLine(json + " " + (json == JsonSerializer.Serialize(payment, Context.Default.Payment)));
                    Console.WriteLine(Say(JsonSerializer.Deserialize<Payment>(json)!) + " " + Say(JsonSerializer.Deserialize(json, Context.Default.Payment)!));
                }

                static string Say(Payment payment) => payment switch { Card => "card", Bank => "bank", JsonElement => "raw" };
                static string SayOrNothing(Payment? payment) => payment switch { Card => "card", Bank => "bank", JsonElement => "raw", null => "nothing" };

                [JsonSerializable(typeof(Payment))]
                internal sealed partial class Context : JsonSerializerContext;
                """);

        ProcessResult run = (await program.DotNetAsync("run")).Succeeded();

        Assert.Contains("""
            card raw 42 nothing
            System.Text.Json 11
            {"kind":"card","number":"42"} True
            card card
            {"kind":"barter"} True
            raw raw
            """, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_that_lacks_a_variant_is_reported()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Inexhaustive"))
            .Project(
                Properties,
                Compiler + """<ClerkGenDocument Include="payments.yaml" Namespace="Shop" ClientName="PaymentsClient" />""")
            .Source("payments.yaml", Payments)
            .Source("Uses.cs", """
                internal static class Uses
                {
                    public static int Number(Shop.Payment payment) => payment switch { Shop.Card => 1, System.Text.Json.JsonElement => 2 };
                }
                """);

        ProcessResult build = (await consumer.DotNetAsync("build")).Succeeded();

        Assert.Contains("warning CS8509", build.Output, StringComparison.Ordinal);
        Assert.Contains("Bank", build.Output, StringComparison.Ordinal);
    }
}
