using Xunit.Abstractions;

namespace ClerkGen.Tests.Architecture;

/// <summary>The rooms of the runtime and the arrows between them that are allowed. Each line may name only rooms of lines above it.</summary>
public sealed class RuntimeRoomTests(ITestOutputHelper output) : RoomTests(output, Plan, Allowed)
{
    private static readonly (string Room, string[] May)[] Allowed =
    [
        ("Json", []),
        ("Http", []),
        ("Customising", []),
        ("Webhooks", ["Json"]),
        ("Requests", ["Http", "Json"]),
        ("Security", ["Http"]),
        ("Errors", ["Http", "Json"]),
        ("Retries", ["Errors"]),
        ("Options", ["Errors", "Http", "Json", "Requests", "Retries", "Security"]),
        ("Responses", ["Errors", "Http", "Json", "Options"]),
        ("Streaming", ["Errors", "Http", "Json", "Options", "Responses"]),
        ("Results", ["Errors", "Http", "Json", "Options", "Responses", "Security", "Streaming"]),
        ("Telemetry", ["Errors", "Http", "Responses", "Retries"]),
        ("Transport", ["Http", "Telemetry"]),
        ("OAuth", ["Http", "Transport"]),
        ("Calls", ["Errors", "Http", "Options", "Requests", "Responses", "Results", "Retries", "Security", "Telemetry", "Transport"]),
        ("Paging", ["Calls", "Errors", "Http", "Options", "Requests", "Responses", "Results", "Security"]),
        ("Clients", ["Calls", "Http", "Options", "Paging", "Requests", "Responses", "Results", "Transport"]),
        ("Testing", ["Calls", "Http", "Json", "Requests", "Results", "Security"]),
    ];

    private static readonly RoomPlan Plan = RoomPlan.Of(
        "runtime", hasRoomsInRooms: false, "System", "System.Collections.Generic", "System.IO", "System.Net.Http", "System.Threading", "System.Threading.Tasks");

    [Fact]
    public void Internal_types_are_in_the_namespace_of_their_room_and_what_emitted_code_calls_is_public()
    {
        Assert.NotEmpty(Plan.InternalTypes);
        Assert.DoesNotContain(Plan.InternalTypes, static type => type.Namespace != "ClerkGen." + type.Room);
    }
}
