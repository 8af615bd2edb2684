using System.Text.Json.Serialization;

namespace TypedMetadata;

/// <summary>The metadata that this application stores with users and invitations.</summary>
public sealed record AppMetadata
{
    public string? Theme { get; init; }

    public int? Seats { get; init; }
}

/// <summary>Reads and writes the record with System.Text.Json's generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AppMetadata))]
internal sealed partial class AppJson : JsonSerializerContext;
