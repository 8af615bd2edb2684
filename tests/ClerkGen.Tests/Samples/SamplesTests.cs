using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClerkGen.Generator.Translation.Samples;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Samples;

/// <summary>Values for tests, made of a document's examples and schemas.</summary>
public sealed class SamplesTests : IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        servers: [{ url: https://acme.example.com }]
        paths:
          /users/{id}:
            get:
              operationId: getUser
              tags: [Users]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The user., content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
        components:
          schemas:
            User:
              type: object
              required: [id, email, born, seen, role, age, code, tags, home, boss, pays, tree, score, kind]
              properties:
                id: { type: string, examples: [user_29w] }
                email: { type: string, format: email }
                born: { type: string, format: date }
                seen: { type: string, format: date-time }
                role: { type: string, enum: [admin, member] }
                age: { type: integer, minimum: 18, maximum: 30, multipleOf: 5 }
                code: { type: string, pattern: '^[A-Z]{2}-\d{3,5}$' }
                tags: { type: array, minItems: 2, uniqueItems: true, items: { type: string, minLength: 6 } }
                home: { $ref: '#/components/schemas/Address' }
                boss: { oneOf: [{ $ref: '#/components/schemas/User' }, { type: 'null' }] }
                pays: { $ref: '#/components/schemas/Payment' }
                tree: { $ref: '#/components/schemas/Tree' }
                score: { type: number, exclusiveMinimum: 1, exclusiveMaximum: 2 }
                kind: { const: person }
                nickname: { type: string, example: Ada }
                motto: { type: string }
                shoe: { type: integer, example: large }
            Address:
              type: object
              required: [street, city]
              properties: { street: { type: string, maxLength: 3 }, city: { type: string }, zip: { type: string } }
              example: { street: too long, city: Ghent, zip: '9000' }
            Card: { type: object, required: [number], properties: { number: { type: string } } }
            Bank: { type: object, required: [iban], properties: { iban: { type: string } } }
            Payment:
              oneOf: [{ $ref: '#/components/schemas/Bank' }, { $ref: '#/components/schemas/Card' }]
              discriminator: { propertyName: type, mapping: { bank_account: '#/components/schemas/Bank' } }
            Tree: { type: object, required: [children], properties: { children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
            Old: { type: object, deprecated: true, properties: { a: { type: string } } }
        """;

    private const string Uses = """
        #nullable enable
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Uses
        {
            public static string Json() => Samples.User(user => user.Id = "user_1").ToJson();

            public static bool AreNew() => !ReferenceEquals(Samples.Address(), Samples.Address()) && Samples.Payment().Value is Bank;

            public static async Task<string> Answer()
            {
                using var stub = new StubTransport { ChecksAnswers = true };
                using var http = stub.CreateHttpClient();
                var client = new DocumentClient(new DocumentClientOptions(), http);
                stub.On(() => client.Users.GetAsync("any")).Returns(Samples.User(user => user.Nickname = "Countess"));
                User user = await client.Users.GetAsync("user_1");
                return user.Id + " " + user.Nickname + " " + user.Home.City;
            }

            public static async Task<string> Checked(string json)
            {
                using var stub = new StubTransport { Document = Samples.Document };
                using var http = stub.CreateHttpClient();
                var client = new DocumentClient(new DocumentClientOptions(), http);
                stub.On("getUser").Returns(Samples.User()).ReturnsJson(json);
                await client.Users.GetAsync("user_1");
                try
                {
                    await client.Users.GetAsync("user_1");
                    return "";
                }
                catch (StubCheckException exception)
                {
                    return exception.Message;
                }
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_sample_is_made_of_examples_and_of_what_the_schema_allows()
    {
        GeneratorRun run = GeneratorHarness.Run(Sampled(Document) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview, Sources = [Uses] });

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Type uses = run.Load().GetType("Uses", throwOnError: true)!;
        string json = (string)uses.GetMethod("Json")!.Invoke(null, null)!;
        Assert.Equal(
            """
            {"id":"user_1","email":"user@example.com","born":"2026-01-01","seen":"2026-01-01T00:00:00Z","role":"admin","age":20,"code":"AA-000",
            "tags":["tagsxx","tags-2"],"home":{"street":"str","city":"Ghent","zip":"9000"},"boss":null,"pays":{"type":"bank_account","iban":"iban"},
            "tree":{"children":[]},"score":1.5,"kind":"person","nickname":"Ada"}
            """.ReplaceLineEndings(""),
            json);
        Assert.Equal(true, uses.GetMethod("AreNew")!.Invoke(null, null));
    }

    [Fact]
    public async Task A_stub_answers_with_a_sample()
    {
        GeneratorRun run = GeneratorHarness.Run(Sampled(Document) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview, Sources = [Uses] });

        var answer = (Task<string>)run.Load().GetType("Uses", throwOnError: true)!.GetMethod("Answer")!.Invoke(null, null)!;

        Assert.Equal("user_29w Countess Ghent", await answer);
    }

    [Fact]
    public async Task A_stub_with_the_document_checks_answers()
    {
        GeneratorRun run = GeneratorHarness.Run(Sampled(Document) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview, Sources = [Uses] });
        MethodInfo check = run.Load().GetType("Uses", throwOnError: true)!.GetMethod("Checked")!;
        string user = (string)run.Load().GetType("Uses", throwOnError: true)!.GetMethod("Json")!.Invoke(null, null)!;

        Assert.Equal("", await (Task<string>)check.Invoke(null, [user])!);
        Assert.Equal(
            "The stub's response of getUser (GET /users/{id}) differs from the OpenAPI document:\n  $.age: a number that 'maximum' excludes (/components/schemas/User/properties/age/maximum, document.yaml:23:44)",
            await (Task<string>)check.Invoke(null, [user.Replace("\"age\":20", "\"age\":35", StringComparison.Ordinal)])!);
    }

    [Fact]
    public void Nothing_is_emitted_of_it_by_default()
    {
        GeneratorRun without = GeneratorHarness.Run(GeneratorInput.Of(Document));
        GeneratorRun with = GeneratorHarness.Run(Sampled(Document));

        Assert.DoesNotContain(without.Files.Keys, static name => name.Contains("Samples", StringComparison.Ordinal));
        Assert.Equal(without.Files, with.Files.Where(static file => file.Key != "Consumer.Api.Samples.g.cs"));
    }

    [Fact]
    public void A_type_that_is_called_Samples_keeps_its_name()
    {
        GeneratorRun run = GeneratorHarness.Run(Sampled(Document + "\n    Samples: { type: object, properties: { a: { type: string } } }"));

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains("class Samples :", run.Files["Consumer.Api.Samples.g.cs"], StringComparison.Ordinal);
        Assert.Contains("static partial class Samples2", run.Files["Consumer.Api.Samples2.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_referenced_client_only_samples_of_its_types_are_emitted()
    {
        string library = Library("""
            /// <summary>A place.</summary>
            [global::ClerkGen.ApiName("Address")]
            public sealed partial class Place;

            internal sealed partial class Tree;
            """);

        GeneratorRun run = GeneratorHarness.Run(Sampled(Document) with
        {
            References = [library],
            AssemblyName = "Tests",
            Sources = ["internal static class Uses { public static Consumer.Api.Place Place => Consumer.Api.Samples.Place(place => place.City = \"Ghent\"); }"],
        });

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        (string name, string text) = Assert.Single(run.Files);
        Assert.Equal("Consumer.Api.Samples.g.cs", name);
        Assert.Contains(" User(", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" Tree(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("^[a-z]+$", 0)]
    [InlineData("^(foo|bar)_[0-9a-f]{8}$", 0)]
    [InlineData(@"^\+?[1-9]\d{1,14}$", 0)]
    [InlineData(@"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", 0)]
    [InlineData("^[A-Za-z0-9_-]*$", 12)]
    [InlineData(@"^(?:\d{4}-){3}\d{4}$", 0)]
    [InlineData("[^a]", 0)]
    [InlineData("^(?<year>\\d{4})\\u0041?$", 0)]
    public void Text_of_a_pattern_matches_it(string pattern, int minimum)
    {
        string? text = PatternText.Of(pattern, minimum, 100);

        Assert.NotNull(text);
        Assert.Matches(new Regex(pattern, RegexOptions.ECMAScript), text);
        Assert.True(text.Length >= minimum);
    }

    [Theory]
    [InlineData("^(?=.*[A-Z]).{8,}$")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData(@"\")]
    [InlineData("a{3")]
    [InlineData(@"^(a)\1$")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))))))")]
    [InlineData("a{1000}{1000}")]
    public void A_pattern_that_is_not_understood_gives_no_text(string pattern) => Assert.Null(PatternText.Of(pattern, 0, 100));

    [Fact]
    public void Types_that_share_parts_level_by_level_have_bounded_samples()
    {
        string levels = string.Concat(Enumerable.Range(0, 40).Select(static level =>
            $"    L{level}: {{ type: object, required: [a, b], properties: {{ a: {{ $ref: '#/components/schemas/L{level + 1}' }}, b: {{ $ref: '#/components/schemas/L{level + 1}' }} }} }}\n"));
        GeneratorRun run = GeneratorHarness.Run(Sampled(Document + "\n" + levels + "    L40: { type: object, properties: { c: { type: string } } }"));

        Assert.Empty(run.CompilerDiagnostics);
        Assert.InRange(run.Files["Consumer.Api.Samples.g.cs"].Length, 1000, 3_000_000);
    }

    [Fact]
    public void Samples_of_the_bundled_document_are_values_of_its_schemas() =>
        Check(Path.Combine(Repository.Root, "specs", "clerk-backend.yaml"), mostDifferences: 0);

    [SharedTheory("servers")]
    [InlineData("eshop-catalog-aspnetcore10.json")]
    [InlineData("karzar-fastapi.json")]
    [InlineData("komga-springdoc.json")]
    [InlineData("memos-gnostic.yaml")]
    [InlineData("supabase-nestjs.json")]
    public void Samples_of_a_served_document_are_values_of_its_schemas(string file) =>
        Check(SharedDocuments.PathOf("servers", file), mostDifferences: 0);

    // By the tests' own reading of the document, and by the strict reader of the type.
    private static void Check(string path, int mostDifferences)
    {
        GeneratorRun run = GeneratorHarness.Run(Sampled(File.ReadAllText(path), Path.GetFileName(path)));
        Assert.Empty(run.CompilerDiagnostics);
        var document = LoadedDocument.FromFile(path);
        Assembly client = run.Load();
        List<string> differences = [];

        // Names that a document requires and describes nowhere have no member.
        HashSet<string> undescribed =
        [
            .. document.Document.Components!.Schemas!.Values.SelectMany(static schema => (schema.Required ?? new HashSet<string>())
                .Where(name => schema.Properties?.ContainsKey(name) != true)),
        ];
        int count = 0;
        foreach (MethodInfo method in client.GetType("Consumer.Api.Samples", throwOnError: true)!.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.IsSpecialName)
            {
                continue;
            }

            object value = method.Invoke(null, method.GetParameters().Length == 0 ? null : [null])!;
            string json = JsonSerializer.Serialize(value, method.ReturnType);
            if (document.Document.Components?.Schemas?.TryGetValue(method.Name, out Microsoft.OpenApi.IOpenApiSchema? schema) == true)
            {
                count++;
                differences.AddRange(SchemaChecker.Check(JsonNode.Parse(json), schema, Direction.Response)
                    .Where(problem => problem.Message != "required, but missing" || !undescribed.Contains(problem.Pointer.Split('/')[^1]))
                    .Select(problem => $"{method.Name}{problem.Pointer}: {problem.Message}"));
            }
        }

        Assert.True(count > 3, $"Only {count} samples have the name of a component.");
        Assert.True(differences.Count <= mostDifferences, string.Join(Environment.NewLine, differences));
    }

    private static GeneratorInput Sampled(string document, string path = "document.yaml") => GeneratorInput.Of(document, path, ("Samples", "true"));

    private string Library(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(
            GeneratorInput.Of(Document) with { AssemblyName = "Library", Sources = ["namespace Consumer.Api;\n" + source] });
        string path = Path.Combine(_folder.FullName, "Library.dll");
        using FileStream file = File.Create(path);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.True(run.Compilation.Emit(file).Success);
        return path;
    }
}
