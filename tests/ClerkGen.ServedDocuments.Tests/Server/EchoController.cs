using Microsoft.AspNetCore.Mvc;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>A controller that answers with what it is sent.</summary>
[ApiController]
[Route("echo")]
public sealed class EchoController : ControllerBase
{
    /// <summary>Echoes numbers.</summary>
    [HttpPost("numbers", Name = "SendNumbers")]
    public ActionResult<Numbers> Numbers(Numbers numbers) => numbers;

    /// <summary>Echoes enums.</summary>
    [HttpPost("choices", Name = "SendChoices")]
    public ActionResult<Choices> Choices(Choices choices) => choices;

    /// <summary>Echoes moments and durations.</summary>
    [HttpPost("times", Name = "SendTimes")]
    public ActionResult<Times> Times(Times times) => times;

    /// <summary>Echoes values of other types.</summary>
    [HttpPost("values", Name = "SendValues")]
    public ActionResult<Values> Values(Values values) => values;

    /// <summary>Echoes animals.</summary>
    [HttpPost("herd", Name = "SendHerd")]
    public Page<Animal> Herd([FromBody] IReadOnlyList<Animal> animals) => new(animals, animals.Count);
}
