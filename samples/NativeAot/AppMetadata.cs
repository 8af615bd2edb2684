using System.Text.Json.Serialization;

namespace Clerk.Backend;

/// <summary>The metadata that this application stores with users.</summary>
public sealed record AppMetadata(string Plan, int Seats);

/// <summary>Adds a typed property for public metadata.</summary>
public sealed partial class User
{
    /// <summary>Gets or sets the application's metadata.</summary>
    [ClerkGen.ApiProperty("public_metadata")]
    public AppMetadata? PublicMetadata { get; set; }
}

/// <summary>Reads and writes the metadata without reflection.</summary>
[JsonSerializable(typeof(AppMetadata))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppJson : JsonSerializerContext;
