using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Answers = Microsoft.AspNetCore.Http.Results;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>Minimal APIs: parameters and results of every kind.</summary>
internal static class MinimalEndpoints
{
    private const string Events = "text/event-stream";

    public static void Map(WebApplication application)
    {
        RouteGroupBuilder values = application.MapGroup("/values").WithTags("Values");
        values.MapPost("/numbers", static (Numbers numbers) => numbers).WithName("EchoNumbers");
        values.MapPost("/choices", static (Choices choices) => choices).WithName("EchoChoices");
        values.MapPost("/times", static (Times times) => times).WithName("EchoTimes");
        values.MapPost("/all", static (Values all) => all).WithName("EchoValues");
        values.MapPost("/animals", static (Animal animal) => animal).WithName("EchoAnimal");
        values.MapPost("/herd", static (Animal[] animals) => new Page<Animal>(animals, animals.Length)).WithName("EchoHerd");
        values.MapGet("/text", static () => "plain text").WithName("GetText");
        values.MapGet("/number", static () => 42).WithName("GetNumber");
        values.MapGet("/nothing", static () => Answers.NoContent()).WithName("GetNothing");
        values.MapGet("/maybe/{id:int}", static Results<Ok<Nested>, NoContent> (int id) =>
            id == 0 ? TypedResults.NoContent() : TypedResults.Ok(new Nested("found", null))).WithName("GetMaybe");

        RouteGroupBuilder parameters = application.MapGroup("/parameters").WithTags("Parameters");
        parameters.MapGet("/{id:int}/{key:guid}/{day}/{diet}", static (int id, Guid key, DateOnly day, Diet diet) =>
            Heard($"{id} {key} {day:O} {diet}")).WithName("HearPath");
        parameters.MapGet("/query", static (long number, decimal price, double ratio, bool? flag, DateTimeOffset? at, Size size, int[] ids, string[]? words) =>
            Heard($"{number} {price} {ratio} {flag} {at:O} {size} [{string.Join(',', ids)}] [{string.Join(',', words ?? [])}]")).WithName("HearQuery");
        parameters.MapGet("/object", static ([AsParameters] Search search) =>
            Heard($"{search.Text} {search.MaxAge} [{string.Join(',', search.Diets ?? [])}] {search.Trace}")).WithName("HearObject");
        parameters.MapGet("/header", static ([FromHeader(Name = "X-Count")] int count, [FromHeader(Name = "X-Word")] string? word) =>
            Heard($"{count} {word}")).WithName("HearHeader");
        parameters.MapGet("/rest/{**path}", static (string path) => Heard(path)).WithName("HearRest");
        parameters.MapDelete("/{id:long}", static (long id) => Answers.NoContent()).WithName("DeleteParameter");
        parameters.MapPatch("/{id:long}", static (long id, Nested nested) => Heard($"{id} {nested.Name}")).WithName("PatchParameter");
        parameters.MapPut("/{id:long}", static (long id, Nested? nested) => Heard($"{id} {nested?.Name}")).WithName("PutParameter");

        RouteGroupBuilder outcomes = application.MapGroup("/outcomes").WithTags("Outcomes");
        outcomes.MapGet("/{id:int}", static Results<Ok<Nested>, NotFound<ProblemDetails>, Conflict<Heard>> (int id) => id switch
        {
            404 => TypedResults.NotFound(new ProblemDetails { Title = "No such thing", Detail = "404 is none", Status = 404 }),
            409 => TypedResults.Conflict(Heard("in conflict")),
            _ => TypedResults.Ok(new Nested("fine", null)),
        }).WithName("GetOutcome");
        outcomes.MapPost("/", static Results<Created<Nested>, Accepted<Heard>, ValidationProblem> (Nested nested) => nested.Name switch
        {
            "" => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["is empty"] }),
            "later" => TypedResults.Accepted("/outcomes/1", Heard("accepted")),
            _ => TypedResults.Created("/outcomes/1", nested),
        }).WithName("CreateOutcome");
        outcomes.MapGet("/problem", static () => TypedResults.Problem("It is broken", statusCode: 503, title: "Broken")).ProducesProblem(503).WithName("GetProblem");
        outcomes.MapGet("/untyped", static IResult () => Answers.Json(new Nested("untyped", null)))
            .Produces<Nested>().Produces(404).WithName("GetUntyped");

        RouteGroupBuilder files = application.MapGroup("/files").WithTags("Files").DisableAntiforgery();
        files.MapPost("/one", static async (IFormFile file) => Heard($"{file.FileName} {await TextOf(file)}")).WithName("UploadOne");
        files.MapPost("/many", static async (IFormFileCollection files) =>
        {
            List<string> names = [];
            foreach (IFormFile file in files)
            {
                names.Add($"{file.FileName} {await TextOf(file)}");
            }

            return Heard(string.Join(", ", names));
        }).WithName("UploadMany");
        files.MapPost("/photo", static async ([FromForm] Photo photo) => Heard($"{photo.Title} {photo.File.FileName} {await TextOf(photo.File)}")).WithName("UploadPhoto");
        files.MapPost("/form", static ([FromForm] Registration form) =>
            Heard($"{form.Name} {form.Age} {form.Birthday:O} {form.Diet} [{string.Join(',', form.Tags)}]")).WithName("PostForm");
        files.MapPost("/fields", static ([FromForm] string name, [FromForm] int age) => Heard($"{name} {age}")).WithName("PostFields");
        files.MapPost("/stream", static async (Stream body) =>
        {
            using var reader = new StreamReader(body);
            return Heard(await reader.ReadToEndAsync());
        }).Accepts<Stream>("application/octet-stream").WithName("UploadStream");
        files.MapGet("/bytes", static () => TypedResults.Bytes([1, 2, 3], "application/octet-stream", "three.bin"))
            .Produces<FileContentHttpResult>(200, "application/octet-stream").WithName("DownloadBytes");
        files.MapGet("/file", static () => Answers.File("a,b\n"u8.ToArray(), "text/csv", "table.csv")).Produces<Stream>(200, "text/csv").WithName("DownloadFile");

        RouteGroupBuilder streams = application.MapGroup("/streams").WithTags("Streams");
        streams.MapGet("/items", static () => Items()).WithName("ListItems");
        streams.MapGet("/events", static (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(SomeEvents(cancellationToken)))
            .Produces<SseItem<Nested>>(200, Events).WithName("WatchEvents");
        streams.MapGet("/words", static (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(Words(cancellationToken), "word"))
            .Produces<string>(200, Events).WithName("WatchWords");
    }

    internal static async Task<string> TextOf(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    internal static Heard Heard(FormattableString text) => new(text.ToString(CultureInfo.InvariantCulture));

    private static Heard Heard(string text) => new(text);

    private static async IAsyncEnumerable<Nested> Items()
    {
        for (int i = 1; i <= 3; i++)
        {
            await Task.Yield();
            yield return new Nested($"item {i}", null);
        }
    }

    private static async IAsyncEnumerable<SseItem<Nested>> SomeEvents([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = 1; i <= 3; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return new SseItem<Nested>(new Nested($"event {i}", null), "nested") { EventId = i.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static async IAsyncEnumerable<string> Words([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string word in (string[])["one", "two"])
        {
            await Task.Delay(1, cancellationToken);
            yield return word;
        }
    }
}
