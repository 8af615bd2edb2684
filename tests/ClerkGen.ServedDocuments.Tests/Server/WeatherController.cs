using Microsoft.AspNetCore.Mvc;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>A controller as the template writes it: its operation has an id that is the route's name.</summary>
[ApiController]
[Route("[controller]")]
public sealed class WeatherController : ControllerBase
{
    /// <summary>Gets the weather of some days.</summary>
    [HttpGet(Name = "GetWeatherForecast")]
    public IEnumerable<WeatherForecast> Get(int days = 5) => Enumerable.Range(1, days).Select(static day => new WeatherForecast
    {
        Date = new DateOnly(2026, 1, day),
        TemperatureC = day * 5,
        Summary = day % 2 == 0 ? "Mild" : null,
    });
}

/// <summary>The weather of a day.</summary>
public sealed class WeatherForecast
{
    public DateOnly Date { get; set; }

    public int TemperatureC { get; set; }

    public int TemperatureF => 32 + (int)(TemperatureC / 0.5556);

    public string? Summary { get; set; }
}
