using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests.Changes;

/// <summary>Changes of what is sent.</summary>
internal static class BodyCases
{
    private const string Call = "await client.Items.UpdateAsync(new() { A = \"x\" });";

    public static IEnumerable<ChangeCase> All() =>
    [
        new("R01", Body("a: { type: string }"), Body("a: { type: string }, b: { type: string }")) { Back = "R03", Caller = Call },
        new("R02", Body("a: { type: string }"), Body("a: { type: string }, b: { type: string }", "b")) { Back = "R03", Caller = Call, Errors = "CS9035" },
        new("R03", Body("a: { type: string }, b: { type: string }"), Body("a: { type: string }")) { Back = "R01", Caller = "await client.Items.UpdateAsync(new() { B = \"x\" });", Errors = "CS0117" },
        new("R04", Body("a: { type: string }, b: { type: integer }"), Body("a: { type: string }, b: { type: integer }", "b")) { Back = "R05", Caller = Call, Errors = "CS9035" },
        new("R05", Body("b: { type: integer }", "b"), Body("b: { type: integer }")) { Back = "R04", Caller = "long b = new Update { B = 1 }.B;", Errors = "CS0266" },
        new("R06", Body("a: { type: string }"), Body("a: { type: [string, 'null'] }")) { Back = "R07", Caller = "await client.Items.UpdateAsync(new() { A = null });" },
        new("R06", Of(PatchOf("a: { type: string }"), openapi: "3.0.3"), Of(PatchOf("a: { type: string, nullable: true }"), openapi: "3.0.3")) { Back = "R07", Caller = "await client.Items.UpdateAsync(new() { A = null });" },
        new("R07", Body("b: { type: [integer, 'null'] }", "b"), Body("b: { type: integer }", "b")) { Back = "R05", Caller = "await client.Items.UpdateAsync(new() { B = null });", Errors = "CS0037" },
        new("R08", Of(Get("/items", "updateItem", method: "patch")), Of(PatchOf("a: { type: string }", "required: true,"))) { Back = "R12", Caller = "await client.Items.UpdateAsync();", Errors = "CS7036" },
        new("R09", Of(Get("/items", "updateItem", method: "patch")), Of(PatchOf("a: { type: string }"))) { Back = "R12", Caller = "await client.Items.UpdateAsync(new RequestOptions());" },
        new("R10", Of(PatchOf("a: { type: string }")), Of(PatchOf("a: { type: string }", "required: true,"))) { Back = "R11", Caller = "await client.Items.UpdateAsync();", Errors = "CS7036" },
        new("R12", Of(PatchOf("a: { type: string }")), Of(Get("/items", "updateItem", method: "patch"))) { Back = "R09", Caller = "await client.Items.UpdateAsync(new() { A = \"x\" });", Errors = "CS0117" },
        new("R13", Media("application/json"), Media("application/x-www-form-urlencoded")) { Back = "R13", Caller = "await client.Items.UpdateAsync(new() { A = \"x\" });" },
        new("R14", Media("application/x-www-form-urlencoded"), Media("application/x-www-form-urlencoded", "application/json")) { Back = "R13", Caller = "await client.Items.UpdateAsync(new() { A = \"x\" });" },
        new("R15", Body("a: { type: string }", more: ", additionalProperties: true"), Body("a: { type: string }", more: ", additionalProperties: false")) { Back = "A31", Caller = "_ = new Update().AdditionalProperties;", Errors = "CS1061" },
        new("R16", Body("a: { type: string }"), Body("a: { type: string, readOnly: true }")) { Back = "", Caller = Call },
        new("R17", Body("a: { type: string, enum: [x] }", "a"), Body("a: { type: string, enum: [y] }", "a")) { Back = "R17", Caller = "await client.Items.UpdateAsync(new());" },
        new("R18a", Body("a: { type: string, enum: [x, y] }"), Body("a: { type: string, enum: [x, y, z] }")) { Back = "R18b", Caller = Call },
        new("R18b", Body("a: { type: string, enum: [x, y, z] }"), Body("a: { type: string, enum: [x, y] }")) { Back = "R18a", Caller = "await client.Items.UpdateAsync(new() { A = UpdateA.Z });", Errors = "CS0117" },
        new("R19", Body("a: { oneOf: [ { type: string }, { type: integer } ] }"), Body("a: { oneOf: [ { type: string }, { type: integer }, { type: boolean } ] }")) { Back = "R20", Caller = Call },
        new("R20", Body("a: { oneOf: [ { type: string }, { type: integer }, { type: boolean } ] }"), Body("a: { oneOf: [ { type: string }, { type: integer } ] }")) { Back = "R19", Caller = "await client.Items.UpdateAsync(new() { A = true });", Errors = "CS0029" },
        new("R21", Body("a: { type: object, properties: { c: { type: string } } }"), Body("a: { oneOf: [ { type: object, properties: { c: { type: string } } }, { type: string } ] }"))
        {
            Caller = "await client.Items.UpdateAsync(new() { A = new() { C = \"x\" } });", Errors = "CS0117 CS0122",
        },
        new("R22", Body("a: { type: object, properties: { c: { type: string } } }"), Body("a: { $ref: '#/components/schemas/Part' }", others: ", Part: { type: object, properties: { c: { type: string } } }"))
        {
            Back = "R22", Caller = "await client.Items.UpdateAsync(new() { A = new UpdateA() });", Errors = "CS0246",
        },
        new("R23", Body("user_name: { type: string }"), Body("login_name: { type: string }")) { Back = "R23", Caller = "await client.Items.UpdateAsync(new() { UserName = \"x\" });", Errors = "CS0117" },
        new("R24a", Body("a: { type: string }"), Body("a: { type: string, maxLength: 5 }")) { Back = "", Caller = Call },
        new("R24a", Body("a: { type: string, minLength: 1 }"), Body("a: { type: string, minLength: 2 }")) { Back = "", Caller = Call },
        new("R25", Body("a: { type: string, default: x }"), Body("a: { type: string, default: y }")) { Back = "R25", Caller = Call },
        new("R26", Media("multipart/form-data"), Media("multipart/form-data").Replace("a: { type: string }", "a: { type: string, format: binary }", StringComparison.Ordinal)) { Back = "R26", Caller = "await client.Items.UpdateAsync(new() { A = \"x\" });", Errors = "CS0029" },
        new("R27", Form("form", "true"), Form("form", "false")) { Back = "R27" },
        new("R28", Body("a: { type: string }"), Body("a: { type: integer }")) { Back = "R28", Caller = Call, Errors = "CS0029" },
        new("R28", Body("a: { type: string }"), Body("a: { type: string, format: date-time }")) { Back = "R28", Caller = Call, Errors = "CS0029" },
        new("R28", BodyOf("Cart"), BodyOf("Order")) { Back = "R28", Caller = "await client.Items.UpdateAsync(new() { A = new Cart() });", Errors = "CS0029" },
        new("R20 R19", Choice("Cart"), Choice("Order")) { Back = "R19 R20", Caller = "await client.Items.UpdateAsync(new() { A = new Cart() });", Errors = "CS0029" },
        new("R29", Body("a: { type: string }"), Body("a: { type: string, enum: [x, y] }")) { Back = "R28", Caller = Call },
        new("A35", Body("a: { type: string }"), Body("a: { type: string, deprecated: true }")) { Back = "", Caller = Call, Errors = "CS0618" },
    ];

    private const string CartAndOrder = ", Cart: { type: object, properties: { x: { type: string } } }, Order: { type: object, properties: { x: { type: string } } }, "
        + "Both: { type: object, properties: { c: { $ref: '#/components/schemas/Cart' }, o: { $ref: '#/components/schemas/Order' } } }";

    private static string BodyOf(string component) => Body($"a: {{ $ref: '#/components/schemas/{component}' }}, b: {{ $ref: '#/components/schemas/Both' }}", others: CartAndOrder);

    private static string Choice(string component) => Body(
        $"a: {{ oneOf: [ {{ $ref: '#/components/schemas/{component}' }}, {{ type: string }} ] }}, b: {{ $ref: '#/components/schemas/Both' }}", others: CartAndOrder);

    private static string PatchOf(string properties, string required = "") => Get(
        "/items", "updateItem", $"requestBody: {{ {required} content: {{ application/json: {{ schema: {{ type: object, properties: {{ {properties} }} }} }} }} }},", method: "patch");

    private static string Media(params string[] types) => Of(Get(
        "/items", "updateItem",
        $"requestBody: {{ content: {{ {string.Join(", ", types.Select(static type => type + ": { schema: { type: object, properties: { a: { type: string } } } }"))} }} }},",
        method: "patch"));

    private static string Form(string style, string explode) => Of(Get(
        "/items", "updateItem",
        $"requestBody: {{ content: {{ application/x-www-form-urlencoded: {{ schema: {{ type: object, properties: {{ a: {{ type: array, items: {{ type: string }} }} }} }}, encoding: {{ a: {{ style: {style}, explode: {explode} }} }} }} }} }},",
        method: "patch"));
}
