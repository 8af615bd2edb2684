using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Clerk.Backend;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Benchmarks;

/// <summary>The readers and writers again, for BenchmarkDotNet and its statistics.</summary>
[InProcess]
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class MicroBenchmarks
{
    private const string Page = "100 users";
    private const string One = "1 invitation";
    private const string Writing = "CreateUser";

    private readonly Payloads _payloads = Payloads.Create();
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);
    private readonly Limits.CreateUserRequest _limit = new() { FirstName = "Ada", EmailAddress = ["ada@example.com"] };
    private readonly Clerk.Backend.CreateUserRequest _request = new() { FirstName = "Ada", EmailAddress = ["ada@example.com"] };

    /// <summary>The limit: a page of 100 users.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory(Page)]
    public object? ReadUsersWithSystemTextJson() => JsonSerializer.Deserialize(_payloads.UserPage, Limits.LimitContext.Default.ListUser);

    /// <summary>A straight loop over a reader.</summary>
    [Benchmark]
    [BenchmarkCategory(Page)]
    public object? ReadUsersByHand() => Limits.HandReader.Users(_payloads.UserPage);

    /// <summary>The emitted code.</summary>
    [Benchmark]
    [BenchmarkCategory(Page)]
    public object? ReadUsers() => ApiJsonBody.Read<IReadOnlyList<User>, ListJson<User, User>>(_payloads.UserPage, default);

    /// <summary>The limit: one invitation.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory(One)]
    public object? ReadInvitationWithSystemTextJson() =>
        JsonSerializer.Deserialize(_payloads.Invitation, Limits.LimitContext.Default.OrganizationInvitation);

    /// <summary>One invitation.</summary>
    [Benchmark]
    [BenchmarkCategory(One)]
    public object? ReadInvitation() => ApiJsonBody.Read<OrganizationInvitation, OrganizationInvitation>(_payloads.Invitation, default);

    /// <summary>The limit: a body.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory(Writing)]
    public int WriteUserWithSystemTextJson()
    {
        _output.ResetWrittenCount();
        _writer.Reset(_output);
        JsonSerializer.Serialize(_writer, _limit, Limits.LimitContext.Default.CreateUserRequest);
        return _output.WrittenCount;
    }

    /// <summary>A body.</summary>
    [Benchmark]
    [BenchmarkCategory(Writing)]
    public int WriteUser()
    {
        _output.ResetWrittenCount();
        ApiJsonBody.Write<Clerk.Backend.CreateUserRequest, Clerk.Backend.CreateUserRequest>(_output, _request);
        return _output.WrittenCount;
    }
}
