using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>A controller: routes by attribute, results of every kind.</summary>
[ApiController]
[Route("api/[controller]")]
public sealed class VisitorsController : ControllerBase
{
    /// <summary>Lists visitors.</summary>
    [HttpGet(Name = "ListVisitors")]
    public IEnumerable<Visitor> List([FromQuery] int page = 1, [FromQuery] string? name = null) => [new Visitor(name ?? "Ada", page)];

    /// <summary>Gets a visitor.</summary>
    [HttpGet("{id:int}", Name = "GetVisitor")]
    [ProducesResponseType<Visitor>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public ActionResult<Visitor> Get(int id) => id == 404 ? NotFound() : new Visitor("Ada", id);

    /// <summary>Adds a visitor.</summary>
    [HttpPost(Name = "CreateVisitor")]
    [ProducesResponseType<Visitor>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<Visitor>> Create([FromBody] Visitor visitor)
    {
        await Task.Yield();
        return CreatedAtAction(nameof(Get), new { id = visitor.Age }, visitor);
    }

    /// <summary>Replaces a visitor.</summary>
    [HttpPut("{id:int}", Name = "ReplaceVisitor")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult Replace(int id, Visitor visitor) => id == visitor.Age ? NoContent() : BadRequest();

    /// <summary>Removes a visitor.</summary>
    [HttpDelete("{id:int}", Name = "DeleteVisitor")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult Delete(int id) => NoContent();

    /// <summary>Gets a visitor's name.</summary>
    [HttpGet("{id:int}/name", Name = "GetVisitorName")]
    public string GetName(int id) => $"visitor {id}";

    /// <summary>Gets what a visitor said, of any kind.</summary>
    [HttpGet("{id:int}/words", Name = "GetVisitorWords")]
    [Produces("application/json")]
    public ActionResult<string[]> GetWords(int id) => new[] { "hello", id.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Gets a visitor's ticket.</summary>
    [HttpGet("{id:int}/ticket", Name = "GetVisitorTicket")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "application/pdf")]
    public FileContentResult GetTicket(int id) => File("ticket"u8.ToArray(), "application/pdf", "ticket.pdf");

    /// <summary>Uploads a visitor's picture.</summary>
    [HttpPost("{id:int}/picture", Name = "UploadVisitorPicture")]
    [Consumes("multipart/form-data")]
    public async Task<Heard> UploadPicture(int id, IFormFile picture, [FromForm] string? caption) =>
        MinimalEndpoints.Heard($"{id} {picture.FileName} {await MinimalEndpoints.TextOf(picture)} {caption}");

    /// <summary>Registers a visitor.</summary>
    [HttpPost("register", Name = "RegisterVisitor")]
    public Heard Register([FromForm] Registration form) =>
        MinimalEndpoints.Heard($"{form.Name} {form.Age} {form.Birthday:O} {form.Diet} [{string.Join(',', form.Tags)}]");

    /// <summary>Searches visitors.</summary>
    [HttpGet("search", Name = "SearchVisitors")]
    public Heard Search([FromQuery] Diet diet, [FromQuery] Size? size, [FromQuery] DateOnly? day, [FromQuery] List<int> ids, [FromHeader(Name = "X-Trace")] string? trace) =>
        MinimalEndpoints.Heard($"{diet} {size} {day:O} [{string.Join(',', ids)}] {trace}");

    /// <summary>Feeds an animal of the visitor's choice.</summary>
    [HttpPost("{id:int}/feed", Name = "FeedVisitorAnimal")]
    public Animal Feed(int id, Animal animal) => animal with { Name = $"{animal.Name} {id}" };

    /// <summary>Streams visitors.</summary>
    [HttpGet("stream", Name = "StreamVisitors")]
    public async IAsyncEnumerable<Visitor> Stream()
    {
        for (int i = 1; i <= 2; i++)
        {
            await Task.Yield();
            yield return new Visitor("Ada", i);
        }
    }
}
