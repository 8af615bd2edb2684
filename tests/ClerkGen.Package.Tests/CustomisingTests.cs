namespace ClerkGen.Package.Tests;

/// <summary>Customisations in a project with the packed package: those that work, and the line that each of the others gets.</summary>
public sealed class CustomisingTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /items/{id}:
            get:
              operationId: getItem
              tags: [Items]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
                '404': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
            patch:
              operationId: updateItem
              tags: [Items]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/UpdateItem' } } } }
              responses: { '204': { description: done } }
        components:
          schemas:
            Item:
              type: object
              required: [name, color]
              properties:
                name: { type: string }
                color: { $ref: '#/components/schemas/Color' }
                made: { $ref: '#/components/schemas/Maker' }
                count: { type: integer, format: int32 }
                note: { type: string }
            UpdateItem:
              type: object
              properties: { name: { type: [string, 'null'] }, count: { type: [integer, 'null'], format: int32 } }
            Color: { type: string, enum: [red, blue] }
            Maker: { oneOf: [{ $ref: '#/components/schemas/Company' }, { type: string }] }
            Company: { type: object, required: [vat], properties: { vat: { type: string } } }
            Problem: { type: object, properties: { message: { type: string } } }
        """;

    private const string Works = """
        using System.Net.Http;
        using Shop;

        var stub = new StubTransport();
        stub.On("getItem").ReturnsJson("{ \"name\": \"Hat\", \"color\": \"blue\", \"made\": { \"vat\": \"1\" }, \"count\": 2 }").ReturnsJson("{ \"message\": \"gone\" }", System.Net.HttpStatusCode.NotFound);
        var shop = new ShopClient(new ShopClientOptions(), stub.CreateHttpClient());
        Item item = await shop.Stock.GetAsync("a");
        Console.WriteLine($"{item.Color == Color.Blue} {item.Made!.IsCompany} {item.Count}");
        try
        {
            await shop.Stock.GetAsync("b");
        }
        catch (GoneException exception)
        {
            Console.WriteLine(exception.IsGone);
        }

        namespace Shop
        {
            // A group by its own name, a hook that an analyzer made static, a union, an exception, an enum and a type of one's own.
            [ApiName("Items")]
            public partial class Stock;

            public partial class ShopClient
            {
                static partial void OnSending(ApiCallContext call, HttpRequestMessage message) => Console.WriteLine(call.OperationId);
            }

            public partial class Maker
            {
                public bool IsCompany => Value is Company;
            }

            [ApiName("ProblemException")]
            public partial class GoneException
            {
                public bool IsGone => StatusCode == System.Net.HttpStatusCode.NotFound;
            }

            public enum Color
            {
                Red,
                Blue,
            }

            public partial class Item
            {
                public long Count { get; set; }
            }
        }
        """;

    private const string Fails = """
        using ClerkGen;
        using System.Net.Http;

        namespace Shop;

        public partial class ShopClient
        {
            private void OnSending(ApiCallContext call, HttpRequestMessage request) { }
        }

        public partial class Item
        {
            public string Name { get; init; } = "";

            [ApiProperty("note")]
            public static string? Remark { get; set; }

            [ApiProperty("colour")]
            public string? Colour { get; set; }
        }

        public partial class UpdateItem
        {
            public long? Count { get; set; }
        }

        [ApiIgnore("vat")]
        public partial class Maker;

        public partial class Itme
        {
            public int X { get; set; }
        }

        public enum Color
        {
            Red,
        }
        """;

    [Fact]
    public async Task Customisations_work_or_are_reported_at_their_line()
    {
        string root = feed.NewFolder("Customised");
        File.WriteAllText(Path.Combine(root, "shop.yaml"), Document);
        const string Item = """<ClerkGenDocument Include="../shop.yaml" Namespace="Shop" ClientName="ShopClient" />""";
        new Consumer(feed, Path.Combine(root, "Works")).Project("<OutputType>Exe</OutputType>", Item).Source("Program.cs", Works);
        Consumer fails = new Consumer(feed, Path.Combine(root, "Fails")).Project("", Item).Source("Fails.cs", Fails);

        ProcessResult build = (await ManyProjects.BuildAsync(feed, root, ["Works/Works.csproj", "Fails/Fails.csproj"])).Succeeded();

        string[] told = [.. build.Lines(": error ", ": warning ")
            .Select(line => Path.GetRelativePath(fails.Folder, line[..line.IndexOf(" (https://", StringComparison.Ordinal)])).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Fails.cs(13,19): warning CLERKGEN073: Property 'Name' has an 'init' accessor instead of a setter, so response values are not stored in it",
                "Fails.cs(15,18): warning CLERKGEN073: Property 'Remark' is static, so response values are not stored in it",
                "Fails.cs(18,18): warning CLERKGEN070: The document has no 'colour' in 'Item'; did you mean 'color'?",
                "Fails.cs(24,18): warning CLERKGEN078: Property 'Count' cannot distinguish unset from null, so null is not sent. "
                + "Declare it partial (C# 13) to distinguish them.",
                "Fails.cs(27,12): warning CLERKGEN070: The document has no 'vat' in 'Maker'",
                "Fails.cs(30,22): warning CLERKGEN074: No type 'Itme' is emitted from the document; did you mean 'Item'?",
                "Fails.cs(35,13): warning CLERKGEN076: Enum 'Color' has no value for 'blue'",
                "Fails.cs(8,18): warning CLERKGEN116: Method 'OnSending' is not called because it is not partial. "
                + "To make it the hook, write 'partial void OnSending(ApiCallContext call, HttpRequestMessage request)'.",
            ],
            told);
        string program = Path.Combine(root, "Works", "bin", "Debug", "net10.0", "Works.dll");
        Assert.Equal("getItem\nTrue True 2\ngetItem\nTrue", (await DotNet.RunAsync(root, feed.Cache, "exec", program)).Succeeded().Output.Trim());
    }
}
