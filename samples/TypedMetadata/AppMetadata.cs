using System.Text.Json.Serialization;

namespace TypedMetadata;

/// <summary>What this application keeps with users and invitations.</summary>
public sealed record AppMetadata
{
    public string? Theme { get; init; }

    public int? Seats { get; init; }
}

/// <summary>Lets System.Text.Json's own generator say how the record is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AppMetadata))]
internal sealed partial class AppJson : JsonSerializerContext;
