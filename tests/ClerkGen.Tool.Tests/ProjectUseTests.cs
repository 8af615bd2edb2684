using System.Text.Json;
using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests;

public sealed class ProjectUseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_list_shows_the_operations_and_scopes_that_a_project_uses()
    {
        string document = _folder.Write("shop.yaml", Of(Get("/items", "listItems", "security: [ { key: [read] } ],") + ", " + Get("/carts", "listCarts", "security: [ { key: [write] } ],", "carts"))
            .Replace("components: {", "components: { securitySchemes: { key: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://shop.test/t', scopes: { read: R, write: W } } } } },", StringComparison.Ordinal));
        _folder.Write("app/Program.cs", "// client.Carts.ListAsync() is only mentioned\nawait client.Items.ListAsync();");
        string project = _folder.Write("app/App.csproj", "<Project/>");

        using JsonDocument json = JsonDocument.Parse((await ToolRun.OfAsync("list", document, "--project", project, "--format", "json")).Output);

        JsonElement group = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal("listItems", Assert.Single(group.GetProperty("operations").EnumerateArray()).GetProperty("operationId").GetString());
        Assert.Equal(["key (read)"], json.RootElement.GetProperty("credentials").EnumerateArray().Select(static credential => credential.GetString()));
    }

    [Theory]
    [InlineData("await client.Items.ListAsync();", "O03:listItems")]
    [InlineData("await client.Carts.ListAsync();", "")]
    [InlineData("await client.Carts.ListAllAsync();", "")]
    public async Task A_comparison_ignores_unused_operations(string program, string expected)
    {
        string old = _folder.Write("old.yaml", Of(Get("/items", "listItems") + ", " + Get("/carts", "listCarts", tags: "carts")));
        string current = _folder.Write("new.yaml", Of(Get("/carts", "listCarts", tags: "carts") + ", " + Get("/goods", "listGoods", tags: "goods")));
        _folder.Write("app/Program.cs", program);

        using JsonDocument json = JsonDocument.Parse(
            (await ToolRun.OfAsync("diff", old, current, "--project", Path.Combine(_folder.Path, "app"), "--level", "notice", "--format", "json")).Output);

        Assert.Equal(expected, string.Join(' ', json.RootElement.GetProperty("changes").EnumerateArray().Select(static change => change.GetProperty("id").GetString())));
    }

    [Theory]
    [InlineData("[ApiName(\"Item\")] partial class Good;", "a: { type: string }", "", "C01:Good")]
    [InlineData("[ApiIgnore(\"a\")] partial class Item;", "a: { type: string }", "b: { type: string }", "C01:Item.a")]
    [InlineData("partial class Item { [ClerkGen.ApiProperty(\"a\")] public string? Own { get; set; } }", "a: { type: string }", "b: { type: string }", "C01:Item.a")]
    [InlineData("partial class Item { public string? DisplayName { get; set; } }", "a: { type: string }", "a: { type: string }, display_name: { type: string }", "C04:Item.DisplayName")]
    [InlineData("partial class Item { [ApiProperty(\"a\")] public Money? A { get; set; } }", "a: { type: string }", "a: { type: object }", "C06:Item.A")]
    [InlineData("partial class Item { [ApiProperty(\"a\")] public Day? A { get; set; } }", "a: { type: string }", "a: { type: string, format: date }", "")]
    [InlineData("partial class Item { public string? Helper => A; }", "a: { type: string }", "a: { type: string }, b: { type: string }", "")]
    public async Task What_a_project_says_about_types_is_compared_with_the_new_document(string part, string before, string after, string expected)
    {
        string old = _folder.Write("old.yaml", Response(before));
        string current = _folder.Write("new.yaml", after.Length > 0 ? Response(after) : Response(before).Replace("Item", "Thing", StringComparison.Ordinal));
        _folder.Write("app/Item.cs", "using ClerkGen; namespace Shop; " + part);

        Assert.Equal(expected, await CustomisationsAsync(old, current));
    }

    [Theory]
    [InlineData("ListAsync", "C05:ItemsOperations.ListAsync")]
    [InlineData("ListEverythingAsync", "")]
    public async Task A_method_that_a_project_replaces_is_reported_when_its_signature_changes(string method, string expected)
    {
        string old = _folder.Write("old.yaml", Of(Get("/items", "listItems")));
        string current = _folder.Write("new.yaml", Of(Get("/items", "listItems", "parameters: [{ name: a, in: query, schema: { type: string } }],")));
        _folder.Write("app/Items.cs", $"namespace Shop; partial class ItemsOperations {{ public Task {method}() => Task.CompletedTask; }}");

        Assert.Equal(expected, await CustomisationsAsync(old, current));
    }

    private async Task<string> CustomisationsAsync(string old, string current)
    {
        using JsonDocument json = JsonDocument.Parse(
            (await ToolRun.OfAsync("diff", old, current, "--project", Path.Combine(_folder.Path, "app"), "--level", "notice", "--format", "json")).Output);

        return string.Join(' ', json.RootElement.GetProperty("changes").EnumerateArray()
            .Select(static change => change.GetProperty("id").GetString()!).Where(static id => id.StartsWith('C')));
    }

    [Fact]
    public async Task A_type_counts_when_a_call_of_the_project_returns_it()
    {
        string old = _folder.Write("old.yaml", Response("a: { type: string }, b: { type: string }"));
        string current = _folder.Write("new.yaml", Response("a: { type: string }"));
        _folder.Write("app/Program.cs", "await client.Items.GetAsync();");
        _folder.Write("other/Program.cs", "await client.Others.GetAsync();");

        Assert.Contains("A03", (await ToolRun.OfAsync("diff", old, current, "--project", Path.Combine(_folder.Path, "app"))).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A03", (await ToolRun.OfAsync("diff", old, current, "--project", Path.Combine(_folder.Path, "other"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_project_ends_in_one_line()
    {
        ToolRun run = await ToolRun.OfAsync("list", _folder.Write("shop.yaml", Of(Get("/items", "listItems"))), "--project", "missing.csproj");

        Assert.Equal((3, "clerkgen: There is no project 'missing.csproj'.\n"), (run.ExitCode, run.Messages));
    }
}
