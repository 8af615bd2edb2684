namespace ClerkGen.Testing;

/// <summary>The server's next response.</summary>
public sealed record Answer
{
    /// <summary>The status; null for the first 2xx that the document lists.</summary>
    public int? Status { get; init; }

    /// <summary>How much of the response schema the body shows.</summary>
    public SampleMode Mode { get; init; } = SampleMode.Full;

    /// <summary>How the body differs from what the document promises.</summary>
    public Deviations Deviations { get; init; }

    /// <summary>Chooses among values, variants and nulls.</summary>
    public int Seed { get; init; }

    /// <summary>The media type to answer with; null for the first that the request accepts.</summary>
    public string? MediaType { get; init; }

    /// <summary>A body to send in place of a synthesised one, valid or not.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Headers to send beside those that the document declares; they win.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
