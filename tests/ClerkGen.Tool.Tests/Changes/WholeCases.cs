using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Changes of names, credentials and whatever concerns the whole document.</summary>
internal static class WholeCases
{
    private const string Bearer = "key: { type: http, scheme: bearer }";

    public static IEnumerable<ChangeCase> All() => [.. Names(), .. Whole()];

    private static IEnumerable<ChangeCase> Names() =>
    [
        new("N01", Response("a: { $ref: '#/components/schemas/Part' }", others: ", Part: { type: object, properties: { c: { type: string } } }"), Response("a: { $ref: '#/components/schemas/Piece' }", others: ", Piece: { type: object, properties: { c: { type: string } } }"))
        {
            Back = "N01", Caller = "Part? p = (await client.Items.GetAsync()).A;", Errors = "CS0246",
        },
        new("N02 A01", Response("a: { type: object, properties: { c: { type: string } } }"), Response("a: { type: object, properties: { c: { type: string } } }, b: { $ref: '#/components/schemas/ItemA' }", others: ", ItemA: { type: object, properties: { d: { type: string } } }"))
        {
            Caller = "ItemA a = (await client.Items.GetAsync()).A!; _ = a.C;", Errors = "CS0029 CS1061",
        },
        new("N03 O01", Of(ItemResponses(JsonResponse("200", "type: object, properties: { status: { type: string, enum: [x, y] } }"))), Of(ItemResponses(JsonResponse("200", "type: object, properties: { status: { type: string, enum: [x, y] } }")) + ", " + Get("/b", "b", $"parameters: [ {Query("s", "type: string, enum: [x, y]")} ],")))
        {
            Caller = "GetItemResponseStatus? s = (await client.Items.GetAsync()).Status;", Errors = "CS0246",
        },
        new("N04 A09", Of(ItemResponses(JsonResponse("200", "type: object, properties: { s: { type: string, enum: [x, y] }, t: { type: string, enum: [x, y] } }"))), Of(ItemResponses(JsonResponse("200", "type: object, properties: { s: { type: string, enum: [x, y, z] }, t: { type: string, enum: [x, y] } }"))))
        {
            Caller = "GetItemResponseS? t = (await client.Items.GetAsync()).T;", Errors = "CS0029",
        },
        new("N05 A01", Response("user_name: { type: string, x-speakeasy-name-override: Name }"), Response("user_name: { type: string, x-speakeasy-name-override: Name }, name: { type: string, x-clerkgen-name: Name }")),
        new("N06", Response("a: { $ref: '#/components/schemas/Itempart' }", others: ", Itempart: { type: object, properties: { c: { type: string } } }"), Response("a: { $ref: '#/components/schemas/ItemPart' }", others: ", ItemPart: { type: object, properties: { c: { type: string } } }"))
        {
            Back = "N06", Caller = "Itempart? p = (await client.Items.GetAsync()).A;", Errors = "CS0246",
        },
        new("", Response("a: { type: string }, b: { type: string }"), Of(ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Item'")), "Item: { allOf: [ { type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } } ] }")) { Back = "" },
        new("", Of(ItemResponses(JsonResponse("200", "type: object, properties: { a: { type: string, nullable: true, example: x } }")), openapi: "3.0.3"), Of(ItemResponses(JsonResponse("200", "type: object, properties: { a: { type: [string, 'null'], examples: [x] } }")))) { Back = "" },
        new("N10", Response("a: { type: string }"), Response("a: { type: string, x-clerkgen-name: Alpha }")) { Back = "N10", Caller = "_ = (await client.Items.GetAsync()).A;", Errors = "CS1061" },
        new("N10 N10", Response("a: { type: string, enum: [x, y] }"), Response("a: { type: string, enum: [x, y], x-enum-varnames: [Ex, Why] }")) { Back = "N10 N10", Caller = "_ = ItemA.X;", Errors = "CS0117" },
        new("N11", Response("a: { type: string }"), Response("a: { type: string }", others: ", Spare: { type: object, properties: { c: { type: string } } }")) { Back = "N11" },
    ];

    private static IEnumerable<ChangeCase> Whole() =>
    [
        new("G01", Secured(Bearer, ""), Secured(Bearer, "security: [ { key: [] } ],")) { Back = "G02", Caller = "await client.Items.ListAsync();" },
        new("G03", Secured(Bearer, "security: [ { key: [] } ],"), Secured(Bearer + ", other: { type: apiKey, in: header, name: X-Key }", "security: [ { key: [] } ],"))
        {
            Back = "G03 G12", Caller = "_ = new ShopClientOptions().SecretKey;", Errors = "CS1061",
        },
        new("G04", Secured(Bearer + ", other: { type: apiKey, in: header, name: X-Key }", "security: [ { key: [] } ],"), Secured("token: { type: http, scheme: bearer }, other: { type: apiKey, in: header, name: X-Key }", "security: [ { token: [] } ],"))
        {
            Back = "G04", Caller = "_ = new ShopClientOptions().Key;", Errors = "CS1061",
        },
        new("G12", Secured(Bearer + ", other: { type: apiKey, in: header, name: X-Key }, third: { type: apiKey, in: query, name: k }", ""), Secured(Bearer + ", other: { type: apiKey, in: header, name: X-Key }", ""))
        {
            Back = "", Caller = "_ = new ShopClientOptions().Third;", Errors = "CS1061",
        },
        new("G13", Secured("key: { type: apiKey, in: header, name: X-Key }", "security: [ { key: [] } ],"), Secured("key: { type: apiKey, in: header, name: Y-Key }", "security: [ { key: [] } ],")) { Back = "G13", Caller = "await client.Items.ListAsync();" },
        new("G05", Secured(Scoped, "security: [ { key: [read] } ],"), Secured(Scoped, "security: [ { key: [read, write] } ],")) { Back = "G05", Caller = "await client.Items.ListAsync();" },
        new("G06", Of(Get("/items", "listItems")), Of(Get("/items", "listItems"), head: "servers: [ { url: 'https://api.store.test' } ]")) { Back = "G06", Caller = "await client.Items.ListAsync();" },
        new("G07", Versioned("2025-01-01"), Versioned("2026-01-01")) { Back = "G07", Caller = "await client.Items.ListAsync();" },
        new("", Of(Get("/items", "listItems")), Of(Get("/items", "listItems"), version: "2")) { Back = "" },
        new("G08", Of(Get("/items", "listItems"), head: "servers: [ { url: 'https://api.shop.test/{v}', variables: { v: { default: v1 } } } ]"), Of(Get("/items", "listItems"), head: "servers: [ { url: 'https://api.shop.test/{v}', variables: { v: { default: v2 } } } ]")) { Back = "G08" },
        new("G09a", Hooks("a: { type: string }", ""), Hooks("a: { type: string }", "gone")) { Back = "G09b" },
        new("G09b", Hooks("a: { type: string }", "gone"), Hooks("a: { type: string }", "")) { Caller = "Gone g = new() { K = \"gone\" };", Errors = "CS0246" },
        new("G10", Hooks("a: { type: string }", ""), Hooks("a: { type: integer }", "")) { Back = "G10", Caller = "string? a = new Made { K = \"made\" }.A;", Errors = "CS0029" },
        new("A01", Hooks("a: { type: string }", ""), Hooks("a: { type: string }, b: { type: string }", "")) { Back = "A03" },
        new("G11", Calling("a: { type: string }"), Calling("a: { type: integer }")) { Back = "G11", Caller = "string? a = new ListItemsDoneCallback().A;", Errors = "CS0029" },
    ];

    private const string Scoped = "key: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://shop.test/t', scopes: { read: R, write: W } } } }";

    private static string Secured(string schemes, string security) =>
        Of(Get("/items", "listItems", security)).Replace("components: {", $"components: {{ securitySchemes: {{ {schemes} }},", StringComparison.Ordinal);

    private static string Versioned(string version) => Of(Get("/items", "listItems"), head: "x-clerkgen-version-header: Shop-Version", version: version);

    private static string Hooks(string properties, string further)
    {
        string Hook(string name) => $"{name}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{char.ToUpperInvariant(name[0])}{name[1..]}' }} }} }} }}, responses: {{ '204': {{ description: Done. }} }} }} }}";
        string more = further.Length == 0 ? "" : ", " + Hook(further);
        string schema = further.Length == 0 ? "" : ", Gone: { type: object, required: [k], properties: { k: { type: string, enum: [gone, lost] }, g: { type: string } } }";
        return Of(
            Get("/items", "listItems"), $"Made: {{ type: object, required: [k], properties: {{ k: {{ type: string, enum: [made, done] }}, {properties} }} }}{schema}", $"webhooks: {{ {Hook("made")}{more} }}");
    }

    private static string Calling(string properties) => Of(Get(
        "/items", "listItems",
        $"callbacks: {{ done: {{ '{{$request.query.url}}': {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ type: object, properties: {{ {properties} }} }} }} }} }}, responses: {{ '204': {{ description: Done. }} }} }} }} }} }},"));
}
