using System.Text;
using System.Text.Json;
using ClerkGen.ServedDocuments.Tests.Controllers;
using Application = ClerkGen.ServedDocuments.Tests.Server.Application;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>Every operation of the document that NSwag writes for the controllers is called, and values compare equal.</summary>
public sealed class ControllersTests(Application application) : IClassFixture<Application>
{
    private static readonly Dictionary<string, Func<ControllersClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["POST /echo/numbers"] = static async client =>
        {
            Numbers heard = await client.Echo.NumbersAsync(new()
            {
                Byte = 200,
                Short = -300,
                Int = int.MinValue,
                Long = long.MaxValue,
                UInt = uint.MaxValue,
                ULong = 4_000_000_000,
                Float = 1.5f,
                Double = 0.1,
                Decimal = 12.75m,
                Nothing = null,
                Something = 7,
            });
            Assert.Equal((200, -300, int.MinValue, long.MaxValue, uint.MaxValue), (heard.Byte, heard.Short, heard.Int, heard.Long, heard.UInt));
            Assert.Equal((1.5f, 0.1, 12.75m, null, 7L), (heard.Float, heard.Double, heard.Decimal, heard.Nothing, heard.Something));
        },
        ["POST /echo/choices"] = static async client =>
        {
            Choices heard = await client.Echo.ChoicesAsync(new() { Diet = Diet.Meat, Size = Size.Large, NoDiet = null, MaybeSize = Size.Small, Diets = [Diet.Both] });
            Assert.Equal((Diet.Meat, Size.Large, null, Size.Small), (heard.Diet, heard.Size, heard.NoDiet, heard.MaybeSize));
            Assert.Equal([Diet.Both], heard.Diets!);
        },
        ["POST /echo/times"] = static async client =>
        {
            Times sent = new()
            {
                Utc = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero),
                Offset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5)),
                Day = new DateOnly(2024, 2, 29),
                Time = new TimeOnly(23, 59, 58),
                Duration = new TimeSpan(1, 2, 3, 4, 500),
                NoDay = null,
            };
            Times heard = await client.Echo.TimesAsync(sent);
            Assert.Equal(
                (sent.Utc, sent.Offset, sent.Day, sent.Time, sent.Duration, sent.NoDay),
                (heard.Utc, heard.Offset, heard.Day, heard.Time, heard.Duration, heard.NoDay));
        },
        ["POST /echo/values"] = static async client =>
        {
            Values heard = await client.Echo.ValuesAsync(new()
            {
                Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Link = new Uri("https://zoo.example/?a=b"),
                Flag = true,
                Letter = "ß",
                Bytes = [0, 255, 128],
                Text = "\"quoted\" \u2028 𝄞",
                NoText = null,
                List = [1, -2],
                Gaps = ["a", "b"],
                Counts = new Dictionary<string, int> { ["a.b"] = 1 },
                Anything = JsonSerializer.SerializeToElement(new { a = 1 }),
                Nested = new() { Name = "outer", Inner = new() { Name = "inner", Inner = null } },
            });
            Assert.Equal(("https://zoo.example/?a=b", true, "ß", "\"quoted\" \u2028 𝄞", null), (heard.Link!.ToString(), heard.Flag, heard.Letter, heard.Text, heard.NoText));
            Assert.Equal([0, 255, 128], heard.Bytes!);
            Assert.Equal([1, -2], heard.List!);
            Assert.Equal((1, "inner"), (heard.Counts!["a.b"], heard.Nested!.Inner!.Name));
            Assert.Equal(1, heard.Anything!.Value.GetProperty("a").GetInt32());
        },
        ["POST /echo/herd"] = static async client =>
        {
            PageOfAnimal heard = await client.Echo.HerdAsync([new Cat { Kind = "cat", Name = "Mia", Lives = 9 }, new Dog { Kind = "dog", Name = "Rex", Barks = true }]);
            Assert.Equal((9, true), (Assert.IsType<Cat>(heard.Items![0].Value).Lives, Assert.IsType<Dog>(heard.Items[1].Value).Barks));
        },
        ["GET /api/Visitors"] = static async client => Assert.Equal(
            ("Bob", 3), NameAndAge(Assert.Single(await client.Visitors.ListAsync(new() { Page = 3, Name = "Bob" })))),
        ["POST /api/Visitors"] = static async client =>
        {
            Assert.Equal(("Ada", 36), NameAndAge(await client.Visitors.CreateAsync(new() { Name = "Ada", Age = 36 })));
            ValidationProblemDetailsException invalid = await Assert.ThrowsAsync<ValidationProblemDetailsException>(
                () => client.Visitors.CreateAsync(new() { Name = "A", Age = 200 }));
            Assert.Equal("One or more validation errors occurred.", invalid.Error.Title);
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
        ["GET /api/Visitors/{id}/ticket"] = static async client =>
        {
            using var reader = new StreamReader(await client.Visitors.GetTicketAsync(5));
            Assert.Equal("ticket", await reader.ReadToEndAsync());
        },
        ["POST /api/Visitors/{id}/picture"] = static async client => Assert.Equal(
            "5 ada.png pixels caption",
            (await client.Visitors.UploadPictureAsync(5, new() { Picture = ApiFile.FromBytes(Encoding.UTF8.GetBytes("pixels"), "ada.png"), Caption = "caption" })).Text),
        ["POST /api/Visitors/register"] = static async client => Assert.Equal(
            "Ada & Co 36 1815-12-10 Meat [a,b c]",
            (await client.Visitors.RegisterAsync(new() { Name = "Ada & Co", Age = 36, Birthday = new DateOnly(1815, 12, 10), Diet = Diet.Meat, Tags = ["a", "b c"] })).Text),
        ["GET /api/Visitors/search"] = static async client => Assert.Equal(
            "Meat Large 2024-02-29 [1,2] trace",
            (await client.Visitors.SearchAsync(new() { Diet = Diet.Meat, Size = Size.Large, Day = new DateOnly(2024, 2, 29), Ids = [1, 2], XTrace = "trace" })).Text),
        ["POST /api/Visitors/{id}/feed"] = static async client =>
            Assert.Equal("Rex 5", Assert.IsType<Dog>((await client.Visitors.FeedAsync(5, new Dog { Kind = "dog", Name = "Rex", Barks = true })).Value).Name),
        ["GET /api/Visitors/stream"] = static async client => Assert.Equal([1, 2], (await client.Visitors.StreamAsync()).Select(static visitor => visitor.Age!.Value)),
        ["GET /Weather"] = static async client => Assert.Equal(
            [(new DateOnly(2026, 1, 1), null), (new DateOnly(2026, 1, 2), "Mild")],
            (await client.Weather.GetAsync(new() { Days = 2 })).Select(static day => (day.Date!.Value, day.Summary))),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task An_operation_is_called_and_its_values_arrive(string operation) =>
        Calls[operation](new ControllersClient(new ControllersClientOptions { BaseAddress = application.Address }));

    [Fact]
    public void Every_operation_of_the_document_is_called() => Assert.Equal(
        ServedDocument.Operations("nswag.json").Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));

    private static (string? Name, int? Age) NameAndAge(Visitor visitor) => (visitor.Name, visitor.Age);
}
