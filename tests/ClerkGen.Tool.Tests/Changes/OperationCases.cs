using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Changes of operations and parameters.</summary>
internal static class OperationCases
{
    private const string Item = "/items";

    public static IEnumerable<ChangeCase> All() => [.. Operations(), .. OfParameters()];

    private static IEnumerable<ChangeCase> Operations() =>
    [
        new("O01", Of(Get(Item, "listItems")), Of(Get(Item, "listItems") + "," + Get("/carts", "listCarts", tags: "carts"))) { Back = "O03", Caller = "await client.Items.ListAsync();" },
        new("O02 O01", Of(Get(Item, "listItems")), Of(Get(Item, "listItems") + "," + Get("/items/all", "itemsList")))
        {
            Back = "O03 O02", Caller = "await client.Items.ListAsync();", Errors = "CS1061",
        },
        new("O03", Of(Get(Item, "listItems") + "," + Get("/items/x", "dropItem")), Of(Get(Item, "listItems"))) { Caller = "await client.Items.DropAsync();", Errors = "CS1061" },
        new("O03", Additional("NOTIFY", "subscribe"), Additional("NOTIFY")) { Back = "O01", Caller = "await client.Items.SubscribeAsync();", Errors = "CS1061" },
        new("O04", Of(Get(Item, "listItems") + "," + Get("/items/x", "dropItem", "deprecated: true, x-sunset: '2026-01-01',")), Of(Get(Item, "listItems"))) { Caller = "\n#pragma warning disable CS0618\nawait client.Items.DropAsync();\n", Errors = "CS1061" },
        new("O05", Of(Get(Item, "listItems")), Of(Get(Item, "listItems", "deprecated: true,"))) { Back = "O07", Caller = "await client.Items.ListAsync();", Errors = "CS0618" },
        new("O06", Of(Get(Item, "listItems", "x-sunset: '2027-01-01',")), Of(Get(Item, "listItems", "x-sunset: '2026-01-01',"))) { Back = "O06" },
        new("O08", Of(Get(Item, "listItems")), Of(Get(Item, "findItems"))) { Back = "O08", Caller = "await client.Items.ListAsync();", Errors = "CS1061" },
        new("O09", Of(Get(Item, "listItems", "x-clerkgen-name: List,")), Of(Get(Item, "findItems", "x-clerkgen-name: List,"))) { Back = "O09", Caller = "await client.Items.ListAsync();" },
        new("O09", Of(Get(Item, "listItems", $"x-clerkgen-name: List, parameters: [{Query("a")}],")), Of(Get(Item, "findItems", $"x-clerkgen-name: List, parameters: [{Query("a")}],")))
        {
            Back = "O09", Caller = "await client.Items.ListAsync(new ListItemsParameters());", Errors = "CS0246",
        },
        new("O10", Of(Get(Item, "listItems")), Of(Get(Item, "list_items"))) { Back = "O10", Caller = "await client.Items.ListAsync();" },
        new("O11", Of(Get(Item, "listItems")), Of(Get(Item, "listItems", tags: "goods"))) { Back = "O11", Caller = "await client.Items.ListAsync();", Errors = "CS1061" },
        new("", Of(Get(Item, "listItems")), Of(Get(Item, "listItems", tags: "items, goods"))) { Back = "" },
        new("", Of(Get(Item, "listItems", "summary: Lists.,")), Of(Get(Item, "listItems", "summary: Gives all., description: Really all., externalDocs: { url: 'https://shop.test' },"))) { Back = "" },
        new("O14", Of(Get(Item, "listItems")), Of(Get("/goods", "listItems"))) { Back = "O14", Caller = "await client.Items.ListAsync();" },
        new("O15", Of(Get("/items/{id}", "getItem", "parameters: [{ name: id, in: path, required: true, schema: { type: string } }],")), Of(Get("/items/{item_id}", "getItem", "parameters: [{ name: item_id, in: path, required: true, schema: { type: string } }],")))
        {
            Back = "O15", Caller = "await client.Items.GetAsync(id: \"1\");", Errors = "CS1739",
        },
        new("O16", Of(Get(Item, "setItem", method: "put")), Of(Get(Item, "setItem", method: "patch"))) { Back = "O16", Caller = "await client.Items.SetAsync();" },
        new("O17", Of(Get(Item, "setItem", method: "get")), Of(Get(Item, "setItem", method: "post"))) { Back = "O17", Caller = "await client.Items.SetAsync();" },
        new("", Of(Get(Item, "listItems") + "," + Get("/carts", "listCarts")), Of(Get("/carts", "listCarts") + "," + Get(Item, "listItems"))) { Back = "" },
        new("O19", Of(Get(Item, "listItems")), Of(Get(Item, "listItems", "x-stability-level: beta,"))) { Back = "" },
    ];

    private static IEnumerable<ChangeCase> OfParameters() =>
    [
        new("P01", Parameters(Query("a")), Parameters(Query("a") + "," + Query("b"))) { Back = "P05", Caller = "await client.Items.ListAsync(new() { A = \"1\" });" },
        new("P02", Parameters(""), Parameters(Query("a"))) { Back = "P06", Caller = "await client.Items.ListAsync(new RequestOptions());" },
        new("P03", Parameters(Query("a")), Parameters(Query("a") + "," + Query("b", more: "required: true,"))) { Back = "P05", Caller = "await client.Items.ListAsync(new() { A = \"1\" });", Errors = "CS9035" },
        new("P04", Parameters(Query("a")), Parameters(Query("a") + "," + Query("b", "type: string, default: x", "required: true,"))) { Back = "P05", Caller = "await client.Items.ListAsync(new() { A = \"1\" });", Errors = "CS9035" },
        new("P05", Parameters(Query("a") + "," + Query("b")), Parameters(Query("a"))) { Back = "P01", Caller = "await client.Items.ListAsync(new() { B = \"1\" });", Errors = "CS0117" },
        new("P06", Parameters(Query("a")), Parameters("")) { Back = "P02", Caller = "await client.Items.ListAsync(new ListItemsParameters());", Errors = "CS0246" },
        new("P07", Parameters(Query("a") + "," + Query("b")), Parameters(Query("a", more: "required: true,") + "," + Query("b"))) { Back = "P08", Caller = "await client.Items.ListAsync();", Errors = "CS7036" },
        new("P08", Parameters(Query("a", "type: integer", "required: true,")), Parameters(Query("a", "type: integer"))) { Back = "P07", Caller = "long a = new ListItemsParameters { A = 1 }.A;", Errors = "CS0266" },
        new("P09", Parameters(Query("a")), Parameters(Query("a", "type: integer"))) { Back = "P09", Caller = "await client.Items.ListAsync(new() { A = \"1\" });", Errors = "CS0029" },
        new("P10", Parameters(Query("a")), Parameters(Query("a", "type: array, items: { type: string }"))) { Back = "P10", Caller = "await client.Items.ListAsync(new() { A = \"1\" });", Errors = "CS0029" },
        new("P11", Parameters(Query("a", "type: string, enum: [x, y]")), Parameters(Query("a", "type: string, enum: [x, y, z]"))) { Back = "P12", Caller = "await client.Items.ListAsync(new() { A = \"x\" });" },
        new("P12", Parameters(Query("a", "type: string, enum: [x, y, z]")), Parameters(Query("a", "type: string, enum: [x, y]"))) { Back = "P11", Caller = "await client.Items.ListAsync(new() { A = ItemA.Z });", Errors = "CS0117" },
        new("P13", Parameters(Query("a")), Parameters(Query("a", "type: string, enum: [x, y]"))) { Back = "P09", Caller = "await client.Items.ListAsync(new() { A = \"x\" });" },
        new("P13", Parameters(Query("a")), Parameters(Query("a", "type: string, enum: [x, y]"))) { Caller = "string? a = new ListItemsParameters().A;", Errors = "CS0029" },
        new("P14", Parameters(Query("a") + "," + Query("b")), Parameters("{ name: a, in: header, schema: { type: string } }," + Query("b"))) { Back = "P14", Caller = "await client.Items.ListAsync(new() { A = \"x\" });" },
        new("P15", Parameters(Query("a", "type: array, items: { type: string }")), Parameters(Query("a", "type: array, items: { type: string }", "explode: false,"))) { Back = "P15", Caller = "await client.Items.ListAsync(new() { A = [\"x\"] });" },
        new("P16", Parameters(Query("a")), Parameters(Query("a", more: "allowReserved: true,"))) { Back = "P16", Caller = "await client.Items.ListAsync(new() { A = \"x\" });" },
        new("P17", Parameters(Query("a", "type: integer, default: 10")), Parameters(Query("a", "type: integer, default: 20"))) { Back = "P17", Caller = "await client.Items.ListAsync(new() { A = 1 });" },
        new("P18", Parameters(Query("a", "type: string, maxLength: 10")), Parameters(Query("a", "type: string, maxLength: 5"))) { Back = "", Caller = "await client.Items.ListAsync(new() { A = \"1\" });" },
        new("P18", Parameters(Query("a", "type: string")), Parameters(Query("a", "type: string, pattern: '^x$'"))) { Back = "" },
        new("P18", Parameters(Query("a", "type: integer, minimum: 1, multipleOf: 2")), Parameters(Query("a", "type: integer, minimum: 1, multipleOf: 4"))) { Back = "" },
        new("P20 P05", Paged(Query("limit", "type: integer") + "," + Query("offset", "type: integer")), Paged(Query("limit", "type: integer")))
        {
            Back = "P01 P21", Caller = "await foreach (string item in client.Items.ListAllAsync()) { }", Errors = "CS1061",
        },
        new("P22", Parameters(Query("a")), Parameters(Query("a", more: "deprecated: true,"))) { Back = "", Caller = "await client.Items.ListAsync(new() { A = \"1\" });", Errors = "CS0618" },
        new("P23", Parameters(Query("userId")), Parameters(Query("user_id"))) { Back = "P23", Caller = "await client.Items.ListAsync(new() { UserId = \"1\" });" },
        new("", Parameters(Query("a")), Of($"/items: {{ parameters: [{Query("a")}], get: {{ operationId: listItems, tags: [items], responses: {{ '204': {{ description: Done. }} }} }} }}")) { Back = "" },
    ];

    private static string Additional(params string[] methods) => Of(
        $"'{Item}': {{ get: {{ operationId: listItems, tags: [items], responses: {{ '204': {{ description: Done. }} }} }}, additionalOperations: {{ "
        + string.Join(", ", methods.Select(static method => $"{method}: {{ operationId: {method.ToLowerInvariant()}Items, tags: [items], responses: {{ '204': {{ description: Done. }} }} }}")) + " } }",
        openapi: "3.2.0");

    private static string Paged(string parameters) =>
        Of($"/items: {{ get: {{ operationId: listItems, tags: [items], parameters: [{parameters}], responses: {{ {JsonResponse("200", "type: array, items: { type: string }")} }} }} }}");
}
