using System.Buffers;
using System.Text.Json;
using Clerk.Backend;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Reading and writing of emitted types beside two hand-written limits, and beside other versions and generators in processes of their own, on
/// bodies made from the document.
/// </summary>
internal sealed class JsonComparison(Report report, BenchmarkOptions options) : IDisposable
{
    private readonly Payloads _payloads = Payloads.Create();
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);
    private PeerProcesses? _peers;
    private object? _kept;

    public async Task RunAsync()
    {
        _peers = await PeerProcesses.StartAsync(report, _payloads, server: null);
        ComparePage("Read 100 users", "users", _payloads.UserPage);
        ComparePage("Read 100 mixed users", "mixed", _payloads.MixedUserPage);
        Compare(
            "Read 1 organization invitation",
            "invitation",
            new("System.Text.Json source generation", () => _kept = JsonSerializer.Deserialize(_payloads.Invitation, Limits.LimitContext.Default.OrganizationInvitation)),
            new("hand-written Utf8JsonReader", () => _kept = Limits.HandReader.Invitation(_payloads.Invitation)),
            new("ClerkGen", () => _kept = Read<OrganizationInvitation, OrganizationInvitation>(_payloads.Invitation)));
        Compare(
            "Read ClerkErrors",
            "errors",
            new("System.Text.Json source generation", () => _kept = JsonSerializer.Deserialize(_payloads.Errors, Limits.LimitContext.Default.ClerkErrors)),
            new("hand-written Utf8JsonReader", () => _kept = Limits.HandReader.Errors(_payloads.Errors)),
            new("ClerkGen", () => _kept = Read<ClerkErrors, ClerkErrors>(_payloads.Errors)));
        CompareWriting();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _peers?.Dispose();
    }

    private void Compare(string title, string work, params Contestant[] own) => Rounds.Compare(
        report, options, title, [.. own, .. _peers!.All.Select(peer => new Contestant(peer.Name, slice => peer.Measure(work, slice, callers: 0)))]);

    private void ComparePage(string title, string work, byte[] body) => Compare(
        title,
        work,
        new("System.Text.Json source generation", () => _kept = JsonSerializer.Deserialize(body, Limits.LimitContext.Default.ListUser)),
        new("hand-written Utf8JsonReader", () => _kept = Limits.HandReader.Users(body)),
        new("ClerkGen", () => _kept = Read<IReadOnlyList<User>, ListJson<User, User>>(body)));

    private void CompareWriting()
    {
        Limits.CreateUserRequest limit = Limits.Example.CreateUser();
        var request = new Clerk.Backend.CreateUserRequest
        {
            ExternalId = limit.ExternalId,
            FirstName = limit.FirstName,
            LastName = limit.LastName,
            EmailAddress = limit.EmailAddress,
            PhoneNumber = limit.PhoneNumber,
            Username = limit.Username,
            Password = limit.Password,
            SkipPasswordChecks = limit.SkipPasswordChecks,
            PublicMetadata = limit.PublicMetadata!.Value,
            DeleteSelfEnabled = limit.DeleteSelfEnabled,
            CreateOrganizationsLimit = limit.CreateOrganizationsLimit,
        };
        Compare(
            "Write CreateUser",
            "write",
            new("System.Text.Json source generation", () =>
            {
                Restart();
                JsonSerializer.Serialize(_writer, limit, Limits.LimitContext.Default.CreateUserRequest);
            }),
            new("hand-written Utf8JsonWriter", () =>
            {
                Restart();
                Limits.HandReader.Write(_writer, limit);
                _writer.Flush();
            }),
            new("ClerkGen", () =>
            {
                _output.ResetWrittenCount();
                ApiJsonBody.Write<Clerk.Backend.CreateUserRequest, Clerk.Backend.CreateUserRequest>(_output, request);
            }));
    }

    private void Restart()
    {
        _output.ResetWrittenCount();
        _writer.Reset(_output);
    }

    private static T Read<T, TJson>(byte[] body)
        where TJson : IApiJson<T> => ApiJsonBody.Read<T, TJson>(body, default);
}
