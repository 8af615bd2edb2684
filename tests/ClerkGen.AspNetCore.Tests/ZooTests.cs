using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.AspNetCore.Tests.Zoo;
using Application = ClerkGen.AspNetCore.Tests.Server.Application;

namespace ClerkGen.AspNetCore.Tests;

/// <summary>Every operation of the document that <c>Microsoft.AspNetCore.OpenApi</c> writes is called, and values compare equal.</summary>
public sealed class ZooTests(Application application) : IClassFixture<Application>
{
    private static readonly Dictionary<string, Func<ZooClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["POST /values/numbers"] = static async client =>
        {
            Numbers sent = new()
            {
                Byte = 200, Short = -300, Int = int.MinValue, Long = long.MaxValue, UInt = uint.MaxValue, ULong = 9_000_000_000_000_000_000,
                Float = 1.5f, Double = 0.1, Decimal = 12.75, Nothing = null, Something = 7,
            };
            Numbers heard = await client.Values.EchoNumbersAsync(sent);
            AssertSame(sent, heard);
            Assert.Equal((long.MaxValue, 0.1, null, 7), (heard.Long, heard.Double, heard.Nothing, heard.Something));
        },
        ["POST /values/choices"] = static async client =>
        {
            Choices sent = new() { Diet = Diet.Meat, Size = 10, NoDiet = null, MaybeSize = 1, Diets = [Diet.Both, Diet.Plants] };
            Choices heard = await client.Values.EchoChoicesAsync(sent);
            AssertSame(sent, heard);
            Assert.Equal((Diet.Meat, null), (heard.Diet, heard.NoDiet));
        },
        ["POST /values/times"] = static async client =>
        {
            Times sent = new()
            {
                Utc = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero),
                Offset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5)),
                Day = new DateOnly(2024, 2, 29),
                Time = new TimeOnly(23, 59, 58),
                Duration = "1.02:03:04.5000000",
                NoDay = null,
            };
            Times heard = await client.Values.EchoTimesAsync(sent);
            Assert.Equal(
                (sent.Utc, sent.Offset, sent.Day, sent.Time, sent.Duration, sent.NoDay),
                (heard.Utc, heard.Offset, heard.Day, heard.Time, heard.Duration, heard.NoDay));
        },
        ["POST /values/all"] = static async client =>
        {
            Values sent = new()
            {
                Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Link = new Uri("https://zoo.example/ü?a=b"),
                Flag = true,
                Letter = "ß",
                Bytes = [0, 255, 128],
                Text = "\"quoted\" \u2028 \\ 𝄞",
                NoText = null,
                List = [1, -2, 3],
                Gaps = ["a", "b"],
                Counts = new Dictionary<string, int> { ["a.b"] = 1, ["Ä"] = 2 },
                Anything = JsonSerializer.SerializeToElement(new { a = new object?[] { 1, "b", null } }),
                Nested = new() { Name = "outer", Inner = new() { Name = "inner", Inner = null } },
            };
            AssertSame(sent, await client.Values.EchoAsync(sent));
        },
        ["POST /values/animals"] = static async client =>
        {
            Zoo.Animal heard = await client.Values.EchoAnimalAsync(new AnimalCat { Name = "Mia", Lives = 9 });
            AnimalCat cat = Assert.IsType<AnimalCat>(heard.Value);
            Assert.Equal(("Mia", 9), (cat.Name, cat.Lives));
        },
        ["POST /values/herd"] = static async client =>
        {
            PageOfAnimal heard = await client.Values.EchoHerdAsync([new AnimalDog { Name = "Rex", Barks = true }, new AnimalCat { Name = "Mia", Lives = 1 }]);
            Assert.Equal(2, heard.Total);
            Assert.True(Assert.IsType<AnimalDog>(heard.Items[0].Value).Barks);
            Assert.IsType<AnimalCat>(heard.Items[1].Value);
        },
        ["GET /values/text"] = static async client => Assert.Equal("plain text", await client.Values.GetTextAsync()),
        ["GET /values/number"] = static async client => Assert.Equal(42, await client.Values.GetNumberAsync()),
        ["GET /values/nothing"] = static client => client.Values.GetNothingAsync(),
        ["GET /values/maybe/{id}"] = static async client =>
        {
            Assert.Null(await client.Values.GetMaybeAsync(0));
            Assert.Equal("found", (await client.Values.GetMaybeAsync(1))!.Name);
        },
        ["GET /parameters/{id}/{key}/{day}/{diet}"] = static async client => AssertHeard(
            "-5 0f8fad5b-d9cb-469f-a165-70867728950e 2024-02-29 Both",
            await client.Parameters.HearPathAsync(-5, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), new DateOnly(2024, 2, 29), Diet.Both)),
        ["GET /parameters/query"] = static async client => AssertHeard(
            "9007199254740993 0.25 1E-07 True 2026-02-03T04:05:06.0000000+05:30 Large [1,2,3] [a b,c&d]",
            await client.Parameters.HearQueryAsync(new()
            {
                Number = 9007199254740993, Price = 0.25, Ratio = 1e-7, Flag = true,
                At = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(5.5)),
                Size = 10, Ids = [1, 2, 3], Words = ["a b", "c&d"],
            })),
        ["GET /parameters/object"] = static async client => AssertHeard(
            "ü 5 [Meat,Both] trace",
            await client.Parameters.HearObjectAsync(new() { Text = "ü", MaxAge = 5, Diets = [Diet.Meat, Diet.Both], XTrace = "trace" })),
        ["GET /parameters/header"] = static async client => AssertHeard(
            "3 word", await client.Parameters.HearHeaderAsync(new() { XCount = 3, XWord = "word" })),
        ["GET /parameters/rest/{path}"] = static async client => AssertHeard("a b", await client.Parameters.HearRestAsync("a b")),
        ["DELETE /parameters/{id}"] = static client => client.Parameters.DeleteAsync(1),
        ["PATCH /parameters/{id}"] = static async client => AssertHeard("1 a", await client.Parameters.PatchAsync(1, new() { Name = "a", Inner = null })),
        ["PUT /parameters/{id}"] = static async client =>
        {
            AssertHeard("1 a", await client.Parameters.PutAsync(1, new() { Name = "a", Inner = null }));
            AssertHeard("2 ", await client.Parameters.PutAsync(2));
        },
        ["GET /outcomes/{id}"] = static async client =>
        {
            Assert.Equal("fine", (await client.Outcomes.GetAsync(1)).Name);
            ProblemDetailsException missing = await Assert.ThrowsAsync<ProblemDetailsException>(() => client.Outcomes.GetAsync(404));
            Assert.Equal((HttpStatusCode.NotFound, "No such thing", "404 is none"), (missing.StatusCode, missing.Error.Title, missing.Error.Detail));
            HeardException conflict = await Assert.ThrowsAsync<HeardException>(() => client.Outcomes.GetAsync(409));
            Assert.Equal("in conflict", conflict.Error.Text);
        },
        ["POST /outcomes"] = static async client =>
        {
            Assert.Equal("made", Assert.IsType<Zoo.Nested>((await client.Outcomes.CreateAsync(new() { Name = "made", Inner = null })).Value).Name);
            Assert.Equal("accepted", Assert.IsType<Zoo.Heard>((await client.Outcomes.CreateAsync(new() { Name = "later", Inner = null })).Value).Text);
            HttpValidationProblemDetailsException invalid = await Assert.ThrowsAsync<HttpValidationProblemDetailsException>(
                () => client.Outcomes.CreateAsync(new() { Name = "", Inner = null }));
            Assert.Equal(["is empty"], invalid.Error.Errors!["name"]);
        },
        ["GET /outcomes/problem"] = static async client =>
        {
            ProblemDetailsException problem = await Assert.ThrowsAsync<ProblemDetailsException>(() => client.Outcomes.GetProblemAsync(new() { MaxRetries = 0 }));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Broken", "It is broken"), (problem.StatusCode, problem.Error.Title, problem.Error.Detail));
        },
        ["GET /outcomes/untyped"] = static async client => Assert.Equal("untyped", (await client.Outcomes.GetUntypedAsync()).Name),
        ["POST /files/one"] = static async client => AssertHeard("one.txt content", await client.Files.UploadOneAsync(new() { File = Text("content", "one.txt") })),
        ["POST /files/many"] = static async client => AssertHeard(
            "a.txt A, b.txt B", await client.Files.UploadManyAsync(new() { Files = [Text("A", "a.txt"), Text("B", "b.txt")] })),
        ["POST /files/photo"] = static async client => AssertHeard(
            "Lion lion.png pixels", await client.Files.UploadPhotoAsync(new() { Title = "Lion", File = Text("pixels", "lion.png") })),
        ["POST /files/form"] = static async client => AssertHeard(
            "Ada Lovelace & Co 36 1815-12-10 Plants [a,b c]",
            await client.Files.PostFormAsync(new() { Name = "Ada Lovelace & Co", Age = 36, Birthday = new DateOnly(1815, 12, 10), Diet = Diet.Plants, Tags = ["a", "b c"] })),
        ["POST /files/fields"] = static async client => AssertHeard("Ada 36", await client.Files.PostFieldsAsync(new() { Name = "Ada", Age = 36 })),
        ["POST /files/stream"] = static async client => AssertHeard("streamed", await client.Files.UploadStreamAsync(Text("streamed", "a"))),
        ["GET /files/bytes"] = static async client => await client.Files.DownloadBytesAsync(),
        ["GET /files/file"] = static async client => Assert.Equal("a,b\n"u8.ToArray(), await BytesAsync(await client.Files.DownloadAsync())),
        ["GET /streams/items"] = static async client => Assert.Equal(["item 1", "item 2", "item 3"], (await client.Streams.ListItemsAsync()).Select(static item => item.Name)),
        ["GET /streams/events"] = static async client => Assert.Equal(
            ["event 1", "event 2", "event 3"], (await AllAsync(client.Streams.WatchEventsAsync())).Select(static item => item.Data!.Name)),
        ["GET /streams/words"] = static async client => Assert.Equal(["one", "two"], await AllAsync(client.Streams.WatchWordsAsync())),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_is_called_and_its_values_arrive(string operation) =>
        Calls[operation](new ZooClient(new ZooClientOptions { BaseAddress = application.Address }));

    [Fact]
    public void Every_operation_of_the_document_is_called() => Assert.Equal(
        ServedDocument.Operations("aspnetcore.json").Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));

    private static ApiFile Text(string text, string name) => ApiFile.FromBytes(Encoding.UTF8.GetBytes(text), name);

    private static void AssertHeard(string expected, Zoo.Heard heard) => Assert.Equal(expected, heard.Text);

    private static void AssertSame<T>(T sent, T heard) =>
        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(sent), JsonSerializer.SerializeToNode(heard)), JsonSerializer.Serialize(heard));

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        await using (stream)
        {
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            return memory.ToArray();
        }
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
