namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Writes small documents.</summary>
internal static class ShopDocument
{
    /// <summary>A document of paths and components.</summary>
    /// <param name="paths">Paths, as a flow mapping without its braces.</param>
    /// <param name="schemas">Schemas, as a flow mapping without its braces.</param>
    /// <param name="head">Fields of the root besides.</param>
    public static string Of(string paths, string schemas = "", string head = "", string version = "1", string openapi = "3.1.0") => $$"""
        openapi: {{openapi}}
        info: { title: Shop, version: '{{version}}' }
        {{(head.Contains("servers", StringComparison.Ordinal) ? "" : "servers: [ { url: 'https://api.shop.test' } ]")}}
        {{head}}
        paths: { {{paths}} }
        components: { {{(head.Contains("#schemes", StringComparison.Ordinal) ? head[(head.IndexOf("#schemes", StringComparison.Ordinal) + 8)..] : "")}} schemas: { {{schemas}} } }
        """;

    /// <summary>An operation without parameters and body.</summary>
    public static string Get(string path, string id, string more = "", string tags = "items", string method = "get") =>
        $"'{path}': {{ {method}: {{ operationId: {id}, tags: [{tags}], {more} responses: {{ '204': {{ description: Done. }} }} }} }}";

    /// <summary>A document with <c>listItems</c> (GET /items).</summary>
    public static string Parameters(string parameters) => Of(Get("/items", "listItems", $"parameters: [ {parameters} ],"));

    /// <summary>A query parameter.</summary>
    public static string Query(string name, string schema = "type: string", string more = "") => $"{{ name: {name}, in: query, {more} schema: {{ {schema} }} }}";

    /// <summary>A document with <c>updateItem</c> (PATCH /items), whose body is the component <c>Update</c>.</summary>
    public static string Body(string properties, string required = "", string more = "", string others = "") => Of(
        Get("/items", "updateItem", "requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Update' } } } },", method: "patch"),
        $"Update: {{ type: object, required: [{required}], properties: {{ {properties} }}{more} }}{others}");

    /// <summary>A document with <c>getItem</c> (GET /item), which responds with the component <c>Item</c>.</summary>
    public static string Response(string properties, string required = "", string more = "", string others = "") =>
        Of(ItemResponses("'200': { description: The item., content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }"), $"Item: {{ type: object, required: [{required}], properties: {{ {properties} }}{more} }}{others}");

    /// <summary>The path <c>/item</c> with <c>getItem</c> and its responses.</summary>
    public static string ItemResponses(string responses, string method = "get") => $"/item: {{ {method}: {{ operationId: getItem, tags: [items], responses: {{ {responses} }} }} }}";

    /// <summary>A JSON response.</summary>
    public static string JsonResponse(string status, string schema, string mediaType = "application/json") =>
        $"'{status}': {{ description: It is., content: {{ {mediaType}: {{ schema: {{ {schema} }} }} }} }}";
}
