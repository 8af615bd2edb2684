using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Changes of what is received.</summary>
internal static class ResponseCases
{
    private const string Call = "string? a = (await client.Items.GetAsync()).A;";

    private const string Fault = "Fault: { type: object, properties: { m: { type: string } } }";

    private const string Problem = "Problem: { type: object, properties: { t: { type: string } } }";

    public static IEnumerable<ChangeCase> All() => [.. Members(), .. Values(), .. Statuses()];

    private static IEnumerable<ChangeCase> Members() =>
    [
        new("A01", Response("a: { type: string }"), Response("a: { type: string }, b: { type: string }")) { Back = "A03", Caller = Call },
        new("A02", Response("a: { type: string }"), Response("a: { type: string }, b: { type: string }", "b")) { Back = "A04", Caller = "_ = new Item { A = \"x\" };", Errors = "CS9035" },
        new("A03", Response("a: { type: string }, b: { type: string }"), Response("a: { type: string }")) { Back = "A01", Caller = "string? b = (await client.Items.GetAsync()).B;", Errors = "CS1061" },
        new("A04", Response("a: { type: string }, b: { type: string }", "b"), Response("a: { type: string }")) { Back = "A02", Caller = "string? b = (await client.Items.GetAsync()).B;", Errors = "CS1061" },
        new("A05", Response("a: { type: integer }", "a"), Response("a: { type: integer }")) { Back = "A06", Caller = "long a = (await client.Items.GetAsync()).A;", Errors = "CS0266 CS8629" },
        new("A06", Response("a: { type: integer }"), Response("a: { type: integer }", "a")) { Back = "A05", Caller = "_ = (await client.Items.GetAsync()).A.HasValue;", Errors = "CS1061" },
        new("A07", Response("a: { type: integer }", "a"), Response("a: { type: [integer, 'null'] }", "a")) { Back = "A08", Caller = "long a = (await client.Items.GetAsync()).A;", Errors = "CS0266 CS8629" },
        new("A08", Response("a: { type: [integer, 'null'] }", "a"), Response("a: { type: integer }", "a")) { Back = "A07", Caller = "_ = (await client.Items.GetAsync()).A!.Value;", Errors = "CS1061" },
        new("", Response("a: { type: string }"), Response("a: { type: [string, 'null'] }")) { Back = "", Caller = Call },
        new("A31", Response("a: { type: string }"), Response("a: { type: string }", more: ", additionalProperties: true")) { Back = "R15", Caller = Call },
        new("A32", Response("user_name: { type: string }"), Response("login_name: { type: string }")) { Back = "A32", Caller = "_ = (await client.Items.GetAsync()).UserName;", Errors = "CS1061" },
        new("A33", Response("userName: { type: string }"), Response("user_name: { type: string }")) { Back = "A33", Caller = "_ = (await client.Items.GetAsync()).UserName;" },
        new("", Response("a: { type: string, maxLength: 3 }"), Response("a: { type: string, maxLength: 2 }")) { Back = "" },
        new("A35", Response("a: { type: string }"), Response("a: { type: string, deprecated: true }")) { Back = "", Caller = Call, Errors = "CS0618" },
        new("", Response("a: { type: string }, b: { type: string }"), Response("b: { type: string }, a: { type: string }")) { Back = "" },
    ];

    // Every place that refers to another component is one change, and the components' own members are none.
    private static string Pointing(string cart, string order) => Response(
        $"a: {{ $ref: '#/components/schemas/{cart}' }}, b: {{ type: array, items: {{ $ref: '#/components/schemas/{order}' }} }}, c: {{ $ref: '#/components/schemas/Cart' }}, o: {{ $ref: '#/components/schemas/Order' }}",
        others: ", Cart: { type: object, properties: { x: { type: string }, o: { $ref: '#/components/schemas/Order' } } }, Order: { type: object, properties: { y: { type: integer }, c: { $ref: '#/components/schemas/Cart' } } }");

    private static IEnumerable<ChangeCase> Values() =>
    [
        new("A15 A15", Pointing("Cart", "Order"), Pointing("Order", "Cart"))
        {
            Back = "A15 A15", Caller = "Cart? a = (await client.Items.GetAsync()).A;", Errors = "CS0029",
        },
        new("A09", Response("a: { type: string, enum: [x, y] }"), Response("a: { type: string, enum: [x, y, z] }")) { Back = "A10", Caller = "_ = (await client.Items.GetAsync()).A == ItemA.X;" },
        new("A10", Response("a: { type: string, enum: [x, y, z] }"), Response("a: { type: string, enum: [x, y] }")) { Back = "A09", Caller = "_ = (await client.Items.GetAsync()).A == ItemA.Z;", Errors = "CS0117" },
        new("A11", Response("a: { type: string, enum: [x, y] }"), Response("a: { type: string }")) { Back = "A12", Caller = "ItemA? a = (await client.Items.GetAsync()).A;", Errors = "CS0246" },
        new("A12", Response("a: { type: string }"), Response("a: { type: string, enum: [x, y] }")) { Back = "A11", Caller = Call, Errors = "CS0029" },
        new("A13", Response("a: { type: integer }", "a"), Response("a: { type: number }", "a")) { Back = "A14", Caller = "long a = (await client.Items.GetAsync()).A;", Errors = "CS0266" },
        new("A14", Response("a: { type: number }", "a"), Response("a: { type: integer }", "a")) { Back = "A13", Caller = "double a = (await client.Items.GetAsync()).A;" },
        new("A15", Response("a: { type: string }"), Response("a: { type: integer }")) { Back = "A15", Caller = Call, Errors = "CS0029" },
        new("A16", Response("a: { type: string }"), Response("a: { type: string, format: date-time }")) { Back = "A16", Caller = Call, Errors = "CS0029" },
        new("A16", Response("a: { type: string, format: uuid }"), Response("a: { type: string }")) { Back = "A16", Caller = "Guid? a = (await client.Items.GetAsync()).A;", Errors = "CS0029" },
        new("A16", Response("a: { type: integer, format: int64 }", "a"), Response("a: { type: integer, format: int32 }", "a")) { Back = "A16", Caller = "long a = (await client.Items.GetAsync()).A;" },
        new("", Response("a: { type: string, format: email }"), Response("a: { type: string }")) { Back = "", Caller = Call },
        new("A17", Response("a: { type: string }"), Response("a: { type: array, items: { type: string } }")) { Back = "A17", Caller = Call, Errors = "CS0029" },
        new("A17", Of(ItemResponses(JsonResponse("200", "type: array, items: { type: string }"))), Of(ItemResponses(JsonResponse("200", "type: object, properties: { data: { type: array, items: { type: string } } }"))))
        {
            Back = "A17", Caller = "IReadOnlyList<string> all = await client.Items.GetAsync();", Errors = "CS0029",
        },
        new("A18", Response("a: { type: object, properties: { c: { type: string } } }"), Response("a: { oneOf: [ { type: object, properties: { c: { type: string } } }, { type: string } ] }"))
        {
            Back = "A15", Caller = "_ = (await client.Items.GetAsync()).A!.C;", Errors = "CS1061",
        },
        new("A19", Response("a: { oneOf: [ { type: string }, { type: integer } ] }"), Response("a: { oneOf: [ { type: string }, { type: integer }, { type: boolean } ] }")) { Back = "A20", Caller = "_ = (await client.Items.GetAsync()).A!.TryGetString(out string? s);" },
        new("A20", Response("a: { oneOf: [ { type: string }, { type: integer }, { type: boolean } ] }"), Response("a: { oneOf: [ { type: string }, { type: integer } ] }")) { Back = "A19", Caller = "_ = (await client.Items.GetAsync()).A!.TryGetBoolean(out bool b);", Errors = "CS1061" },
        new("A21", Animals("cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'"), Animals("kitten: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'")) { Back = "A21", Caller = "_ = (await client.Items.GetAsync()).A!.TryGetCat(out Cat? c);" },
    ];

    private static IEnumerable<ChangeCase> Statuses() =>
    [
        new("A22", Of(ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Fault'")), Fault), Of(ItemResponses(JsonResponse("201", "$ref: '#/components/schemas/Fault'")), Fault)) { Back = "A22", Caller = "Fault f = await client.Items.GetAsync();" },
        new("A23", Of(ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Fault'")), Fault + ", " + Problem), Of(ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Fault'") + ", " + JsonResponse("202", "$ref: '#/components/schemas/Problem'")), Fault + ", " + Problem))
        {
            Errors = "CS0029", Caller = "Fault f = await client.Items.GetAsync();",
        },
        new("A24", Of(ItemResponses(JsonResponse("200", "type: integer"))), Of(ItemResponses(JsonResponse("200", "type: integer") + ", '204': { description: None. }"))) { Back = "A25", Caller = "long n = await client.Items.GetAsync();", Errors = "CS0266 CS8629" },
        new("A25", Of(ItemResponses(JsonResponse("200", "type: integer") + ", '204': { description: None. }")), Of(ItemResponses(JsonResponse("200", "type: integer")))) { Back = "A24" },
        new("A26", Of(ItemResponses("'204': { description: Done. }"), Fault), Of(ItemResponses("'204': { description: Done. }, " + JsonResponse("404", "$ref: '#/components/schemas/Fault'")), Fault)) { Caller = "await client.Items.GetAsync();" },
        new("A27 A26", Of(ItemResponses("'204': { description: Done. }, " + JsonResponse("404", "$ref: '#/components/schemas/Fault'")), Fault + ", " + Problem), Of(ItemResponses("'204': { description: Done. }, " + JsonResponse("404", "$ref: '#/components/schemas/Problem'") + ", " + JsonResponse("500", "$ref: '#/components/schemas/Fault'")), Fault + ", " + Problem))
        {
            Caller = "try { await client.Items.GetAsync(); } catch (FaultException) { }",
        },
        new("A28", Of(ItemResponses("'204': { description: Done. }, " + JsonResponse("404", "$ref: '#/components/schemas/Fault'"))+ "", Fault), Of(ItemResponses("'204': { description: Done. }"), Fault))
        {
            Caller = "try { await client.Items.GetAsync(); } catch (FaultException) { }", Errors = "CS0246",
        },
        new("A29", Of(ItemResponses(JsonResponse("200", "type: object, properties: { c: { type: string } }"))), Of(ItemResponses(JsonResponse("200", "type: string", "text/plain")))) { Back = "A29", Caller = "_ = (await client.Items.GetAsync()).C;", Errors = "CS1061" },
        new("A30a", Of(ItemResponses("'204': { description: Done. }")), Of(ItemResponses("'204': { description: Done., headers: { X-Total: { schema: { type: integer } } } }"))) { Back = "A30b", Caller = "await client.Items.GetAsync();" },
    ];

    private static string Animals(string mapping) => Response(
        $"a: {{ oneOf: [ {{ $ref: '#/components/schemas/Cat' }}, {{ $ref: '#/components/schemas/Dog' }} ], discriminator: {{ propertyName: kind, mapping: {{ {mapping} }} }} }}",
        others: ", Cat: { type: object, required: [kind], properties: { kind: { type: string } } }, Dog: { type: object, required: [kind], properties: { kind: { type: string } } }");
}
