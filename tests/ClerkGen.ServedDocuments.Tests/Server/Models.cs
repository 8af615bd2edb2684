using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>Numbers of every kind.</summary>
public sealed record Numbers(
    byte Byte, short Short, int Int, long Long, uint UInt, ulong ULong, float Float, double Double, decimal Decimal, int? Nothing, long? Something);

/// <summary>An animal's food; a string on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum Diet
{
    Plants,
    Meat,
    Both,
}

/// <summary>How large an animal is; a number on the wire.</summary>
public enum Size
{
    Small = 1,
    Large = 10,
}

/// <summary>Enums of both kinds.</summary>
public sealed record Choices(Diet Diet, Size Size, Diet? NoDiet, Size? MaybeSize, IReadOnlyList<Diet> Diets);

/// <summary>Moments and durations.</summary>
public sealed record Times(DateTime Utc, DateTimeOffset Offset, DateOnly Day, TimeOnly Time, TimeSpan Duration, DateOnly? NoDay);

/// <summary>Everything else that has a value.</summary>
public sealed record Values(
    Guid Id,
    Uri Link,
    bool Flag,
    char Letter,
    byte[] Bytes,
    string Text,
    string? NoText,
    IReadOnlyList<int> List,
    IReadOnlyList<string?> Gaps,
    IReadOnlyDictionary<string, int> Counts,
    JsonElement Anything,
    Nested Nested);

/// <summary>An object in another one, which holds itself.</summary>
public sealed record Nested(string Name, Nested? Inner);

/// <summary>A base of two kinds of animal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Cat), "cat")]
[JsonDerivedType(typeof(Dog), "dog")]
public abstract record Animal
{
    public required string Name { get; init; }
}

/// <summary>A cat.</summary>
public sealed record Cat : Animal
{
    public int Lives { get; init; }
}

/// <summary>A dog.</summary>
public sealed record Dog : Animal
{
    public bool Barks { get; init; }
}

/// <summary>A validated body.</summary>
public sealed record Visitor([Required, StringLength(20, MinimumLength = 2)] string Name, [Range(0, 130)] int Age);

/// <summary>Members of a form.</summary>
public sealed class Registration
{
    public required string Name { get; set; }

    public int Age { get; set; }

    public DateOnly? Birthday { get; set; }

    public Diet Diet { get; set; }

    public List<string> Tags { get; set; } = [];
}

/// <summary>A form with a file.</summary>
public sealed class Photo
{
    public required string Title { get; set; }

    public required IFormFile File { get; set; }
}

/// <summary>Parameters as one object.</summary>
public sealed class Search
{
    [FromQuery]
    public string? Text { get; set; }

    [FromQuery(Name = "max-age")]
    public int? MaxAge { get; set; }

    [FromQuery]
    public Diet[]? Diets { get; set; }

    [FromHeader(Name = "X-Trace")]
    public string? Trace { get; set; }
}

/// <summary>The server's view of the request.</summary>
public sealed record Heard(string Text);

/// <summary>A page of animals.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
