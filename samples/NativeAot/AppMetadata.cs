using System.Text.Json.Serialization;

namespace Clerk.Backend;

/// <summary>What this application keeps about its users at Clerk.</summary>
public sealed record AppMetadata(string Plan, int Seats);

/// <summary>Public metadata with a type of its own.</summary>
public sealed partial class User
{
    /// <summary>What this application knows about the user.</summary>
    [ClerkGen.ApiProperty("public_metadata")]
    public AppMetadata? PublicMetadata { get; set; }
}

/// <summary>How the metadata is read and written without reflection.</summary>
[JsonSerializable(typeof(AppMetadata))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppJson : JsonSerializerContext;
