using ClerkGen.Testing;
using ClerkGen.Testing.Faults;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests.Faults;

/// <summary>
/// Every kind of fault against the operations of the bundled client (<see cref="TestSizes.FaultStep"/>), over raw sockets: nothing that can change something arrives twice, and
/// every call ends in a value or a typed error.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    // Far beyond what is measured (printed below), so that a busy machine makes no difference; a call that hangs would be caught.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>().Where(static kind => kind != FaultKind.None)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_call_is_lost_and_no_unsafe_request_arrives_twice(FaultKind kind)
    {
        EmittedClient emitted = EmittedClient.Of(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        var run = new FaultRun(emitted, kind);

        await run.CallEverythingAsync();

        output.WriteLine(
            $"{kind}: {run.Calls} calls, {run.Values} values, {run.TypedErrors} typed errors, {run.Lost} lost, {run.Deliveries} deliveries, "
            + $"{run.DeliveredTwice} unsafe ones twice, latest {run.Latest.TotalSeconds:0.00} s after its deadline");
        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults.Order(StringComparer.Ordinal).Take(20)));
        Assert.Equal(run.Operations.Count, run.Calls);
        Assert.InRange(run.Calls, 1, emitted.Document.Operations.Count);
        Assert.Equal(run.Calls, run.Values + run.TypedErrors);
        Assert.True(run.Latest < Generous, $"{run.Latest} after the deadline");
    }

    [Fact]
    public void There_are_32_kinds_of_fault() => Assert.Equal(32, Kinds.Count);
}
