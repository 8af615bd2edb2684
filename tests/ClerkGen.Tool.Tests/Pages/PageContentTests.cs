namespace ClerkGen.Tool.Tests.Pages;

/// <summary>The parts of a document that the bundled one does not have.</summary>
public sealed class PageContentTests
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [ { url: 'https://api.shop.test' } ]
        tags: [ { name: orders }, { name: items } ]
        paths:
          /items/{item_id}:
            get:
              operationId: getItem
              tags: [items]
              description: Gets one. Allows 1,000 requests per 10 seconds, and more on request. Is fast.
              parameters: [ { name: item_id, in: path, required: true, schema: { type: string } } ]
              responses:
                '200':
                  description: The item.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } }
                  links:
                    order: { operationId: createOrder, parameters: { item: '$response.body#/id' }, description: Orders it <b>now</b>. }
                    again: { operationRef: '#/paths/~1items~1{item_id}/get' }
          /orders:
            post:
              operationId: createOrder
              tags: [orders]
              x-rate-limit: 5 each minute
              responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }, '202': { description: Later., content: { text/plain: { schema: { type: string } } } } }
              callbacks:
                shipped:
                  '{$request.query.url}':
                    post:
                      summary: Tells that it is on its way.
                      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Shipped' } } } }
                      responses: { '204': { description: Seen. } }
            get:
              operationId: watchOrders
              tags: [orders]
              responses: { '422': { description: Refused., content: { application/json: { schema: { $ref: '#/components/schemas/Faults' } } } }, '200': { description: Events., content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/Shipped' } } } } }
        webhooks:
          sold: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sold' } } } }, responses: { '204': { description: Seen. } } } }
          lost: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Shipped' } } } }, responses: { '204': { description: Seen. } } } }
        components:
          schemas:
            Item: { type: object, required: [id], properties: { id: { type: string }, order_id: { type: string } } }
            Faults: { type: object, properties: { errors: { type: array, items: { $ref: '#/components/schemas/Fault' } }, secret: { type: string, writeOnly: true } } }
            Fault: { type: object, properties: { code: { type: string, enum: [sold_out, too_late], x-enum-descriptions: [None is left., '<b>Closed</b>.'] } } }
            Sold: { type: object, required: [type], properties: { type: { type: string, enum: [sold, sold_out] }, item_id: { type: string } } }
            Shipped: { type: object, required: [type], properties: { type: { type: string, enum: [shipped, lost] } } }
        """;

    private static readonly WrittenPages Pages = Of(Shop);

    [Fact]
    public async Task Examples_compile_and_stubs_respond()
    {
        Assert.Equal(3, Pages.StubbedCalls().Count());
        Assert.Equal([], Pages.CompileExamples());
        Assert.Equal("", await Pages.RunStubbedCallsAsync());
        Assert.Equal([], Pages.BrokenLinks());
        Assert.Equal([], Pages.SkippedLevels());
    }

    [Fact]
    public void A_link_names_the_operation_that_is_called_next()
    {
        string page = Pages.Texts["items.md"];

        Assert.Contains("| 200 | `order` | [`Orders.CreateAsync`](orders.md#createasync) | Orders it &lt;b&gt;now&lt;/b&gt;. |", page, StringComparison.Ordinal);
        Assert.Contains("| 200 | `again` | [`Items.GetAsync`](#getasync) |  |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_have_their_texts_and_errors_their_codes()
    {
        Assert.Contains("| `TooLate` | `too_late` | &lt;b&gt;Closed&lt;/b&gt;. |\n", Pages.Texts["types-e-h.md"], StringComparison.Ordinal);
        Assert.Contains("| 422 | `sold_out`, `too_late` |\n", Pages.Texts["errors.md"], StringComparison.Ordinal);
        Assert.Contains("| `secret` | no | Never returned. |\n", Pages.Texts["types-e-h.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_names_its_body() => Assert.Contains(
        "| `shipped` | `POST` | [`Shipped`](#shipped) | Tells that it is on its way. |", Pages.Texts["orders.md"], StringComparison.Ordinal);

    [Fact]
    public void Rate_limits_come_from_the_text_and_from_an_extension()
    {
        Assert.Contains("\nRate limit: Allows 1,000 requests per 10 seconds, and more on request.\n", Pages.Texts["items.md"], StringComparison.Ordinal);
        Assert.Contains("\nRate limit: 5 each minute\n", Pages.Texts["orders.md"], StringComparison.Ordinal);
        Assert.Contains("| [`Orders.CreateAsync`](orders.md#createasync) | 5 each minute |", Pages.Texts["paging-and-retries.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_about_webhooks_verifies_a_signature()
    {
        Assert.Contains("WebhookEvent received = verifier.Parse<WebhookEvent>(body, WebhookHeaders.From(header));", Pages.Texts["webhooks.md"], StringComparison.Ordinal);
        Assert.Contains("  href: webhooks.md\n", Pages.Texts["toc.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_identifier_names_the_members_that_have_it()
    {
        WrittenPages pages = Of(Shop, "StrongIds");

        Assert.Contains("\n## ItemId\n\nAn identifier. Strings convert to it. These members have it: `Item.Id`, `Sold.ItemId`.\n", pages.Texts["types-i-n.md"], StringComparison.Ordinal);
        Assert.Contains("| `itemId` | [`ItemId`](types-i-n.md#itemid) |", pages.Texts["items.md"], StringComparison.Ordinal);
        Assert.Equal([], pages.CompileExamples());
    }

    [Theory]
    [InlineData("name", "GetItem CreateOrder WatchOrders")]
    [InlineData("document", "CreateOrder WatchOrders GetItem")]
    public async Task Groups_and_operations_are_in_the_order_that_is_asked_for(string order, string operations)
    {
        using TemporaryFolder folder = new();
        string pages = Path.Combine(folder.Path, "pages");

        ToolRun run = await ToolRun.OfAsync("docs", folder.Write("shop.yaml", Shop), "-o", pages, "--order", order);

        string text = await File.ReadAllTextAsync(Path.Combine(pages, "operations.md"));
        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Equal(
            operations.Split(' ').Select(static id => id switch { "GetItem" => "Items.GetAsync", "CreateOrder" => "Orders.CreateAsync", _ => "Orders.WatchAsync" }),
            text.Split("- [`").Skip(1).Select(static line => line.Split('`')[0]));
    }

    [Fact]
    public async Task Older_documents_show_since_when_an_operation_exists_and_the_changes()
    {
        using TemporaryFolder folder = new();
        string first = Shop[..Shop.IndexOf("    get:\n      operationId: watchOrders", StringComparison.Ordinal)] + Shop[Shop.IndexOf("webhooks:", StringComparison.Ordinal)..];
        string second = Shop.Replace("version: '1'", "version: '2'", StringComparison.Ordinal);
        string third = Shop.Replace("version: '1'", "version: '3'", StringComparison.Ordinal).Replace(", order_id: { type: string }", "", StringComparison.Ordinal);
        string pages = Path.Combine(folder.Path, "pages");

        ToolRun run = await ToolRun.OfAsync(
            "docs", folder.Write("3.yaml", third), "-o", pages, "--older", folder.Write("1.yaml", first), "--older", folder.Write("2.yaml", second));

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        string orders = await File.ReadAllTextAsync(Path.Combine(pages, "orders.md"));
        Assert.DoesNotContain("Since version", orders.Split("\n## WatchAsync\n")[0], StringComparison.Ordinal);
        Assert.Contains(" Since version 2.\n", orders.Split("\n## WatchAsync\n")[1], StringComparison.Ordinal);
        Assert.Contains("### An optional member of a response was removed (A03)\n", await File.ReadAllTextAsync(Path.Combine(pages, "changes.md")), StringComparison.Ordinal);
        Assert.Contains("](changes.md)", await File.ReadAllTextAsync(Path.Combine(pages, "llms.txt")), StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.OfAsync("docs", "--project", folder.Path, "-o", pages, "--older", Path.Combine(folder.Path, "1.yaml"))).ExitCode);
    }

    [Fact]
    public void A_group_that_is_too_large_has_further_pages()
    {
        string paths = string.Join(", ", Enumerable.Range(0, 60).Select(static i => Changes.ShopDocument.Get($"/items/{i}", $"getItem{i}", $"description: '{new string('x', 400)}',")));
        WrittenPages pages = Of(Changes.ShopDocument.Of(paths));

        Assert.True(pages.Texts.ContainsKey("items-operations-2.md"));
        Assert.Equal(60, pages.StubbedCalls().Count());
        Assert.Equal([], pages.BrokenLinks());
        Assert.All(pages.Texts.Where(static page => page.Key != "llms-full.txt"), static page => Assert.InRange(page.Value.Length, 1, Tool.Pages.PageParts.LargestPage));
        Assert.Contains("](items-operations-2.md#", pages.Texts["items.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_many_webhooks_have_pages_of_their_own()
    {
        string[] names = [.. Enumerable.Range(0, 60).Select(static i => $"Event{i}")];
        string webhooks = string.Join(", ", names.Select(static name => $"{name}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }} }}, responses: {{ '204': {{ description: Seen. }} }} }} }}"));
        string schemas = string.Join(", ", names.Select(static name => $"{name}: {{ type: object, description: '{new string('x', 800)}', required: [type], properties: {{ type: {{ type: string, enum: [{name}, other_{name}] }} }} }}"));
        WrittenPages pages = Of(Changes.ShopDocument.Of(Changes.ShopDocument.Get("/items", "listItems"), schemas, $"webhooks: {{ {webhooks} }}"));

        Assert.Contains("# Types of webhooks, part 2\n", pages.Texts["webhooks-types-2.md"], StringComparison.Ordinal);
        Assert.Contains("](webhooks-types.md#event0)", pages.Texts["webhooks.md"], StringComparison.Ordinal);
        Assert.Equal([], pages.BrokenLinks());
        Assert.All(pages.Texts.Where(static page => page.Key != "llms-full.txt"), static page => Assert.InRange(page.Value.Length, 1, Tool.Pages.PageParts.LargestPage));
    }

    private static WrittenPages Of(string document, string? flag = null)
    {
        using TemporaryFolder folder = new();
        return WrittenPages.Of(folder.Write("shop.yaml", document), flag: flag);
    }
}
