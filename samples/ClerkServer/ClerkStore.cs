using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>
/// All resources as the API's JSON, in the order of their creation. Not thread-safe: one operation runs at a time.
/// </summary>
internal sealed class ClerkStore
{
    // 1 January 2026, 00:00 UTC. The clock advances by a second at each event, so that every run has the same times.
    private long _now = 1_767_225_600_000;
    private ulong _state;

    public List<JsonObject> Users { get; } = [];

    public List<JsonObject> Organizations { get; } = [];

    public List<JsonObject> Memberships { get; } = [];

    public List<JsonObject> Invitations { get; } = [];

    public List<JsonObject> OrganizationInvitations { get; } = [];

    /// <summary>Unix time in milliseconds, later at each call.</summary>
    public long Tick() => _now += 1000;

    /// <summary>A new id of Clerk's form: a prefix and 27 letters and digits.</summary>
    public string NewId(string prefix)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        const int Length = 27;
        var id = new StringBuilder(prefix).Append('_');
        for (int i = 0; i < Length; i++)
        {
            id.Append(Alphabet[(int)(Next() % (ulong)Alphabet.Length)]);
        }

        return id.ToString();
    }

    /// <summary>A new id of a request: 32 hexadecimal digits.</summary>
    public string NewTraceId() => $"{Next():x16}{Next():x16}";

    // SplitMix64: well mixed, and the same in every run.
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>The resource with an id.</summary>
    /// <exception cref="ClerkErrorException">There is none.</exception>
    public static JsonObject Find(List<JsonObject> resources, string kind, string id) =>
        resources.Find(resource => (string?)resource["id"] == id) ?? throw ClerkErrorException.NotFound(kind, id);
}
