namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A document of unions, each of which an operation sends and gets back, and a consumer's code that calls it.</summary>
internal static class VariantDocument
{
    /// <summary>The consumer's code: a method for each call.</summary>
    public const string Program = """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static async Task<object?> EchoMethod(DocumentClient client) => (await client.T.PutMethodAsync(await client.T.GetMethodAsync())).Value;

            public static async Task<object?> EchoShape(DocumentClient client) => (await client.T.PutShapeAsync(await client.T.GetShapeAsync())).Value;

            public static async Task<object?> EchoAnimal(DocumentClient client) => (await client.T.PutAnimalAsync(await client.T.GetAnimalAsync())).Value;

            public static async Task<object?> EchoJob(DocumentClient client) => (await client.T.PutJobAsync(await client.T.GetJobAsync())).Value;

            public static async Task<object?> EchoStep(DocumentClient client) => (await client.T.PutStepAsync(await client.T.GetStepAsync())).Value;

            public static async Task<object?> EchoVersion(DocumentClient client) => (await client.T.PutVersionAsync(await client.T.GetVersionAsync())).Value;

            public static async Task<object?> EchoQuad(DocumentClient client) => (await client.T.PutQuadAsync(await client.T.GetQuadAsync())).Value;

            public static async Task<object?> EchoMixed(DocumentClient client) => (await client.T.PutMixedAsync(await client.T.GetMixedAsync())).Value;

            public static async Task<object?> EchoTwice(DocumentClient client) => (await client.T.PutTwiceAsync(await client.T.GetTwiceAsync())).Value;

            public static Task SendBox(DocumentClient client) => client.T.PutShapeAsync(new Box { Size = 1 });

            public static Task SendBoxAlone(DocumentClient client) => client.T.PutBoxAsync(new Box { Size = 1 });

            public static Task SendCard(DocumentClient client) => client.T.PutMethodAsync(new Card { Id = "1" });

            public static Task SendContradiction(DocumentClient client) => client.T.PutMethodAsync(new Card { Type = "bank", Id = "1" });

            public static Task SendCat(DocumentClient client) => client.T.PutAnimalAsync(new Animal(new Pet(new Cat { Species = "dog", Meows = true })));

            public static Task SendBird(DocumentClient client) => client.T.PutAnimalAsync(new Bird { Kind = "pet", Wings = 2 });

            public static Task SendStart(DocumentClient client) => client.T.PutJobAsync(new Start());

            public static Task SendStop(DocumentClient client) => client.T.PutJobAsync(new Stop());

            public static Task SendOther(DocumentClient client) => client.T.PutJobAsync(new Other { Op = "stop", Note = "n" });

            public static Task SendOtherName(DocumentClient client) => client.T.PutJobAsync(new Other { Op = "wait", Note = "n" });

            public static Task SendOff(DocumentClient client) => client.T.PutStepAsync(new Off { Enabled = true, At = "a" });

            public static Task SendSecond(DocumentClient client) => client.T.PutVersionAsync(new Second { V = 1, A = "a" });

            public static Task SendSquare(DocumentClient client) => client.T.PutQuadAsync(new Square { W = 2 });

            public static Task SendRing(DocumentClient client) => client.T.PutTwiceAsync(new Ring { Kind = "disc", Size = 3 });

            public static Task SendRingAsShape(DocumentClient client) => client.T.PutRoundAsync(new Ring { Kind = "disc", Size = 3 });

            public static async Task<string?> SharedId(DocumentClient client) => (await client.T.GetMethodAsync()).Id;

            public static async Task<string?> SharedName(DocumentClient client) => (await client.T.GetAnimalAsync()).Name;
        }
        """;

    private const string Schemas = """
        Method: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }], discriminator: { propertyName: type, mapping: { card: '#/components/schemas/Card', bank: '#/components/schemas/Bank' } } }
        Card: { type: object, required: [type, id], properties: { type: { type: string }, id: { type: string }, last4: { type: string } } }
        Bank: { type: object, required: [type, id], properties: { type: { type: string }, id: { type: string }, iban: { type: string } } }
        Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Box' }], discriminator: { propertyName: kind, mapping: { circle: '#/components/schemas/Circle', box: '#/components/schemas/Box', cube: '#/components/schemas/Box' } } }
        Circle: { type: object, properties: { size: { type: number } } }
        Box: { type: object, properties: { size: { type: number } } }
        Animal: { type: object, required: [kind], discriminator: { propertyName: kind, mapping: { pet: '#/components/schemas/Pet', bird: Bird } }, properties: { kind: { type: string }, name: { type: string } } }
        Bird: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { wings: { type: integer } } }] }
        Pet: { allOf: [{ $ref: '#/components/schemas/Animal' }], type: object, required: [species], discriminator: { propertyName: species, mapping: { cat: Cat, dog: Dog } }, properties: { species: { type: string } } }
        Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meows: { type: boolean } } }] }
        Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
        Job: { oneOf: [{ $ref: '#/components/schemas/Start' }, { $ref: '#/components/schemas/Stop' }, { $ref: '#/components/schemas/Other' }], discriminator: { propertyName: op, mapping: { start: Start, begin: Start, stop: Stop }, defaultMapping: Other } }
        Start: { type: object }
        Stop: { type: object, additionalProperties: false }
        Other: { type: object, properties: { op: { type: string }, note: { type: string } } }
        Step: { oneOf: [{ $ref: '#/components/schemas/On' }, { $ref: '#/components/schemas/Off' }], discriminator: { propertyName: enabled } }
        On: { type: object, required: [enabled, at], properties: { enabled: { type: boolean, enum: [true] }, at: { type: string } } }
        Off: { type: object, required: [enabled, at], properties: { enabled: { type: boolean, enum: [false] }, at: { type: string } } }
        Version: { oneOf: [{ $ref: '#/components/schemas/First' }, { $ref: '#/components/schemas/Second' }], discriminator: { propertyName: v, mapping: { '1': First, '2': Second } } }
        First: { type: object, required: [v], properties: { v: { type: integer }, a: { type: string } } }
        Second: { type: object, required: [v], properties: { v: { type: integer }, a: { type: string } } }
        Quad: { oneOf: [{ $ref: '#/components/schemas/Rectangle' }, { $ref: '#/components/schemas/Square' }], discriminator: { propertyName: t, mapping: { rect: Rectangle, square: Square } } }
        Rectangle: { type: object, properties: { w: { type: number } } }
        Square: { $ref: '#/components/schemas/Rectangle' }
        Mixed: { anyOf: [{ $ref: '#/components/schemas/Method' }, { $ref: '#/components/schemas/Step' }, { $ref: '#/components/schemas/Rectangle' }, { type: string }] }
        Twice: { oneOf: [{ $ref: '#/components/schemas/Ring' }, { $ref: '#/components/schemas/Disc' }], discriminator: { propertyName: kind, mapping: { ring: Ring, disc: Disc } } }
        Round: { oneOf: [{ $ref: '#/components/schemas/Ring' }, { $ref: '#/components/schemas/Disc' }], discriminator: { propertyName: kind, mapping: { round.ring: Ring, round.disc: Disc } } }
        Ring: { type: object, required: [kind], properties: { kind: { type: string, default: ring }, size: { type: number } } }
        Disc: { type: object, required: [kind], properties: { kind: { type: string }, size: { type: number } } }
        """;

    private static readonly string[] Sent = ["Method", "Shape", "Box", "Animal", "Job", "Step", "Version", "Quad", "Mixed", "Twice", "Round"];

    /// <summary>The document.</summary>
    public static string Text { get; } =
        "openapi: 3.2.0\ninfo: { title: Variants, version: '1' }\nservers: [{ url: https://t.example }]\npaths:\n"
        + string.Concat(Sent.Select(Path)) + "components:\n  schemas:\n"
        + string.Concat(Schemas.Split('\n').Select(static line => "    " + line + "\n"));

    private static string Path(string name)
    {
        string content = $"content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }}";
        string answer = $"responses: {{ '200': {{ description: ok, {content} }} }}";
        return $"  /{name}:\n    get: {{ operationId: get{name}, tags: [T], {answer} }}\n"
            + $"    put: {{ operationId: put{name}, tags: [T], requestBody: {{ required: true, {content} }}, {answer} }}\n";
    }
}
