using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.ServedDocuments.Tests.Zoo;
using Application = ClerkGen.ServedDocuments.Tests.Server.Application;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>Every operation of the document that <c>Microsoft.AspNetCore.OpenApi</c> writes is called, and values compare equal.</summary>
public sealed class ZooTests(Application application) : IClassFixture<Application>
{
    private static readonly Dictionary<string, Func<ZooClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["POST /values/numbers"] = static async client =>
        {
            Numbers sent = NumbersOf(9_000_000_000_000_000_000);
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
            Times sent = TimesSent;
            Times heard = await client.Values.EchoTimesAsync(sent);
            Assert.Equal(
                (sent.Utc, sent.Offset, sent.Day, sent.Time, sent.Duration, sent.NoDay),
                (heard.Utc, heard.Offset, heard.Day, heard.Time, heard.Duration, heard.NoDay));
        },
        ["POST /values/all"] = static async client => AssertSame(ValuesSent, await client.Values.EchoAsync(ValuesSent)),
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
                Number = 9007199254740993,
                Price = 0.25,
                Ratio = 1e-7,
                Flag = true,
                At = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(5.5)),
                Size = 10,
                Ids = [1, 2, 3],
                Words = ["a b", "c&d"],
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
        ["GET /files/bytes"] = static async client => Assert.Equal([1, 2, 3], await BytesAsync(await client.Files.DownloadBytesAsync())),
        ["GET /files/file"] = static async client => Assert.Equal("a,b\n"u8.ToArray(), await BytesAsync(await client.Files.DownloadAsync())),
        ["GET /streams/items"] = static async client => Assert.Equal(["item 1", "item 2", "item 3"], (await client.Streams.ListItemsAsync()).Select(static item => item.Name)),
        ["GET /streams/events"] = static async client => Assert.Equal(
            ["event 1", "event 2", "event 3"],
            (await AllAsync(client.Streams.WatchEventsAsync())).Select(static item => JsonSerializer.SerializeToElement(item).GetProperty("name").GetString())),
        ["GET /streams/words"] = static async client => Assert.Equal(["one", "two"], await AllAsync(client.Streams.WatchWordsAsync())),
        ["POST /echo/numbers"] = static async client => Assert.Equal(ulong.MaxValue, (await client.Echo.SendNumbersAsync(NumbersOf(ulong.MaxValue))).ULong),
        ["POST /echo/choices"] = static async client =>
        {
            Choices sent = new() { Diet = Diet.Both, Size = 1, NoDiet = Diet.Plants, MaybeSize = null, Diets = [] };
            AssertSame(sent, await client.Echo.SendChoicesAsync(sent));
        },
        ["POST /echo/times"] = static async client =>
            Assert.Equal(TimesSent.Duration, (await client.Echo.SendTimesAsync(TimesSent)).Duration),
        ["POST /echo/values"] = static async client => AssertSame(ValuesSent, await client.Echo.SendValuesAsync(ValuesSent)),
        ["POST /echo/herd"] = static async client =>
            Assert.Equal(7, Assert.IsType<AnimalCat>((await client.Echo.SendHerdAsync([new AnimalCat { Name = "Mia", Lives = 7 }])).Items[0].Value).Lives),
        ["GET /api/Visitors"] = static async client =>
        {
            Assert.Equal(("Ada", 1), NameAndAge(Assert.Single(await client.Visitors.ListAsync())));
            Assert.Equal(("Bob", 3), NameAndAge(Assert.Single(await client.Visitors.ListAsync(new() { Page = 3, Name = "Bob" }))));
        },
        ["POST /api/Visitors"] = static async client =>
        {
            Assert.Equal(("Ada", 36), NameAndAge(await client.Visitors.CreateAsync(new() { Name = "Ada", Age = 36 })));
            ValidationProblemDetailsException invalid = await Assert.ThrowsAsync<ValidationProblemDetailsException>(
                () => client.Visitors.CreateAsync(new() { Name = "A", Age = 200 }));
            Assert.Equal(["Age", "Name"], invalid.Error.Errors!.Keys.Order());
        },
        ["GET /api/Visitors/{id}"] = static async client =>
        {
            Assert.Equal(("Ada", 5), NameAndAge(await client.Visitors.GetAsync(5)));
            ProblemDetailsException missing = await Assert.ThrowsAsync<ProblemDetailsException>(() => client.Visitors.GetAsync(404));
            Assert.Equal("Not Found", missing.Error.Title);
        },
        ["PUT /api/Visitors/{id}"] = static client => client.Visitors.ReplaceAsync(36, new() { Name = "Ada", Age = 36 }),
        ["DELETE /api/Visitors/{id}"] = static client => client.Visitors.DeleteAsync(1),
        ["GET /api/Visitors/{id}/name"] = static async client => Assert.Equal("visitor 5", await client.Visitors.GetNameAsync(5)),
        ["GET /api/Visitors/{id}/words"] = static async client => Assert.Equal(["hello", "5"], await client.Visitors.GetWordsAsync(5)),
        ["GET /api/Visitors/{id}/ticket"] = static async client => Assert.Equal("ticket"u8.ToArray(), await BytesAsync(await client.Visitors.GetTicketAsync(5))),
        ["POST /api/Visitors/{id}/picture"] = static async client => AssertHeard(
            "5 ada.png pixels caption", await client.Visitors.UploadPictureAsync(5, new() { Picture = Text("pixels", "ada.png"), Caption = "caption" })),
        ["POST /api/Visitors/register"] = static async client => AssertHeard(
            "Ada & Co 36 1815-12-10 Meat [a,b c]",
            await client.Visitors.RegisterAsync(new() { Name = "Ada & Co", Age = 36, Birthday = new DateOnly(1815, 12, 10), Diet = Diet.Meat, Tags = ["a", "b c"] })),
        ["GET /api/Visitors/search"] = static async client => AssertHeard(
            "Meat Large 2024-02-29 [1,2] trace",
            await client.Visitors.SearchAsync(new() { Diet = Diet.Meat, Size = 10, Day = new DateOnly(2024, 2, 29), Ids = [1, 2], XTrace = "trace" })),
        ["POST /api/Visitors/{id}/feed"] = static async client =>
            Assert.Equal("Rex 5", Assert.IsType<AnimalDog>((await client.Visitors.FeedAnimalAsync(5, new AnimalDog { Name = "Rex", Barks = true })).Value).Name),
        ["GET /api/Visitors/stream"] = static async client => Assert.Equal([1, 2], (await client.Visitors.StreamAsync()).Select(static visitor => visitor.Age)),
        ["GET /Weather"] = static async client =>
        {
            IReadOnlyList<WeatherForecast> days = await client.Weather.GetForecastAsync(new() { Days = 2 });
            Assert.Equal([(new DateOnly(2026, 1, 1), 5, null), (new DateOnly(2026, 1, 2), 10, "Mild")], days.Select(static day => (day.Date!.Value, day.TemperatureC!.Value, day.Summary)));
            Assert.Equal(5, (await client.Weather.GetForecastAsync()).Count);
        },
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task An_operation_is_called_and_its_values_arrive(string operation) =>
        Calls[operation](new ZooClient(new ZooClientOptions { BaseAddress = application.Address }));

    [Fact]
    public void Every_operation_of_the_document_is_called() => Assert.Equal(
        ServedDocument.Operations("aspnetcore.json").Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));

    private static Times TimesSent => new()
    {
        Utc = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero),
        Offset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5)),
        Day = new DateOnly(2024, 2, 29),
        Time = new TimeOnly(23, 59, 58),
        Duration = new TimeSpan(1, 2, 3, 4, 500),
        NoDay = null,
    };

    private static Values ValuesSent => new()
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

    private static Numbers NumbersOf(ulong number) => new()
    {
        Byte = 200,
        Short = -300,
        Int = int.MinValue,
        Long = long.MaxValue,
        UInt = uint.MaxValue,
        ULong = number,
        Float = 1.5f,
        Double = 0.1,
        Decimal = 12.75,
        Nothing = null,
        Something = 7,
    };

    private static (string Name, int Age) NameAndAge(Visitor visitor) => (visitor.Name, visitor.Age);

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
