using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A fault server with a client that goes to it and does not wait between attempts.</summary>
internal sealed class PetServer : IAsyncDisposable
{
    internal const string Key = "sk_test_canary0123456789";
    internal const string PetJson = """{"id":"pet_1","name":"Ada"}""";

    internal PetServer(FaultKind kind)
        : this(_ => FaultAnswer.Faulty(kind, PetJson), kind)
    {
    }

    internal PetServer(Func<FaultRequest, FaultAnswer> answer, FaultKind kind = FaultKind.None)
    {
        Server = new FaultServer(answer);
        Address = Server.AddressOf(kind);
    }

    internal FaultServer Server { get; }

    internal Uri Address { get; }

    internal IReadOnlyList<FaultRequest> Requests => Server.Requests;

    /// <summary>A server whose answers follow each other; the last one is repeated.</summary>
    internal static PetServer Answering(params FaultAnswer[] answers)
    {
        int next = -1;
        return new PetServer(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    internal PetClientOptions Options(Action<PetClientOptions>? change = null)
    {
        var options = new PetClientOptions
        {
            SecretKey = Key,
            BaseAddress = Address,
            AllowInsecureHttp = true,
            Timeout = TimeSpan.FromSeconds(60),
            AttemptTimeout = TimeSpan.FromSeconds(30),
            Random = new NoRandom(),
        };
        change?.Invoke(options);
        return options;
    }

    /// <summary>Short attempts for faults that only time ends, long ones for all others, so that a busy machine makes no difference.</summary>
    internal static TimeSpan AttemptTimeoutOf(FaultKind kind) =>
        IsStall(kind) ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(30);

    /// <summary>Whether only time ends a fault.</summary>
    internal static bool IsStall(FaultKind kind) => kind.ToString().StartsWith("Stall", StringComparison.Ordinal);

    internal PetClient Client(Action<PetClientOptions>? change = null) => new(Options(change));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Sets each wait before a retry to zero.</summary>
    internal sealed class NoRandom : Random
    {
        public override double NextDouble() => 0;

        protected override double Sample() => 0;
    }
}
