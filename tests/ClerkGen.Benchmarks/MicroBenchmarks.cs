using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Clerk.Backend;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Benchmarks;

/// <summary>The readers and writers again, for BenchmarkDotNet and its statistics.</summary>
[InProcess]
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private readonly Payloads _payloads = Payloads.Create();
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Clerk.Backend.CreateUserRequest _request = new() { FirstName = "Ada", EmailAddress = ["ada@example.com"] };

    /// <summary>The limit: a page of 100 users.</summary>
    [Benchmark(Baseline = true)]
    public object? ReadUsersWithSystemTextJson() => JsonSerializer.Deserialize(_payloads.UserPage, Limits.LimitContext.Default.ListUser);

    /// <summary>A straight loop over a reader.</summary>
    [Benchmark]
    public object? ReadUsersByHand() => Limits.HandReader.Users(_payloads.UserPage);

    /// <summary>What is emitted.</summary>
    [Benchmark]
    public object? ReadUsers() => ApiJsonBody.Read<IReadOnlyList<User>, ListJson<User, User>>(_payloads.UserPage, default);

    /// <summary>One invitation.</summary>
    [Benchmark]
    public object? ReadInvitation() => ApiJsonBody.Read<OrganizationInvitation, OrganizationInvitation>(_payloads.Invitation, default);

    /// <summary>A body.</summary>
    [Benchmark]
    public int WriteUser()
    {
        _output.ResetWrittenCount();
        ApiJsonBody.Write<Clerk.Backend.CreateUserRequest, Clerk.Backend.CreateUserRequest>(_output, _request);
        return _output.WrittenCount;
    }
}
