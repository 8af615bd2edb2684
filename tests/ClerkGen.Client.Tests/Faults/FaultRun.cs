using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ClerkGen.Testing;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Client.Tests.Faults;

/// <summary>
/// Calls every operation of an emitted client against a server on a raw socket that fails in one way, all at once, and counts what became of
/// the calls. Each call carries a number in a header of its own, so that the server's count of deliveries is a count per call.
/// </summary>
internal sealed class FaultRun(EmittedClient emitted, FaultKind kind)
{
    private const string NumberHeader = "X-Call-Number";

    // The handler repeats a GET or HEAD by itself, three times, when a connection ends before the first byte of an answer.
    private const int HandlerDeliveries = 4;

    private readonly List<string> _faults = [];

    /// <summary>Faults, one line each.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Calls made.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls that gave a value.</summary>
    public int Values { get; private set; }

    /// <summary>Calls that ended in a typed error.</summary>
    public int TypedErrors { get; private set; }

    /// <summary>Calls that ended in neither.</summary>
    public int Lost { get; private set; }

    /// <summary>Unsafe requests that arrived more than once although nothing said that the server had refused them.</summary>
    public int DeliveredTwice { get; private set; }

    /// <summary>Requests that arrived whole.</summary>
    public int Deliveries { get; private set; }

    /// <summary>By how much the call that ended last missed its deadline; negative when none did.</summary>
    public TimeSpan Latest { get; private set; } = TimeSpan.MinValue;

    // Only time ends a stall; for all other faults a busy machine is to make no difference.
    private bool IsStall => kind.ToString().StartsWith("Stall", StringComparison.Ordinal);

    private TimeSpan Deadline => IsStall ? TimeSpan.FromSeconds(1.2) : TimeSpan.FromSeconds(60);

    /// <summary>The operation to call.</summary>
    public IReadOnlyList<DocumentOperation> Operations { get; private set; } = [];

    /// <summary>Calls the operations.</summary>
    public async Task CallEverythingAsync()
    {
        var bodies = new ConcurrentDictionary<string, byte[]>();
        await using var server = new FaultServer(request => Answer(request, bodies));
        ReflectedClient client = ReflectedClient.Create(emitted.Assembly, server.AddressOf(kind), [], options =>
        {
            options.Timeout = Deadline;
            options.AttemptTimeout = options.StreamIdleTimeout = Deadline / 2.4;
            options.MaxResponseBytes = 256 * 1024;
        });
        Operations = [.. emitted.Document.Operations.Where((_, index) => index % TestSizes.FaultStep == (int)kind % TestSizes.FaultStep)];
        int number = 0;
        Call[] calls = [.. Operations.Select(operation => Prepare(client, operation, number++, bodies))];
        (Call Call, Exception? Error)[] ended = await Task.WhenAll(calls.Select(RunAsync));
        Dictionary<string, int> deliveries = server.Requests
            .Select(static request => request.Header(NumberHeader))
            .OfType<string>()
            .GroupBy(static number => number)
            .ToDictionary(static group => group.Key, static group => group.Count());
        Deliveries = deliveries.Values.Sum();
        foreach ((Call call, Exception? error) in ended)
        {
            Judge(call, error, deliveries.GetValueOrDefault(call.Number));
        }
    }

    private static Call Prepare(ReflectedClient client, DocumentOperation operation, int number, ConcurrentDictionary<string, byte[]> bodies)
    {
        ReflectedOperation method = client.Find(operation) ?? throw new MissingMethodException(operation.OperationId);
        string text = number.ToString(CultureInfo.InvariantCulture);
        bodies[text] = ResponseSample.Of(operation, new Answer(), accept: null).Body;
        return new Call(text, operation, method, method.Arguments(OperationSample.Of(operation)));
    }

    private FaultAnswer Answer(FaultRequest request, ConcurrentDictionary<string, byte[]> bodies)
    {
        string? number = request.Header(NumberHeader);
        byte[] body = number is not null && bodies[number] is { Length: > 1 } sample ? sample : "{\"object\":\"none\"}"u8.ToArray();
        string headers = kind == FaultKind.Redirect ? "Location: http://127.0.0.1:1/elsewhere\r\n" : "";
        return new FaultAnswer(number is null ? FaultKind.None : kind, body, "application/json", Headers: headers);
    }

    private async Task<(Call Call, Exception? Error)> RunAsync(Call call)
    {
        await Task.Yield();
        if (kind == FaultKind.CloseAfterReadReused)
        {
            // A call without a number succeeds, or at least leaves an open connection that the call with a number takes.
            await Record.ExceptionAsync(() => call.Method.DrainAsync(call.Arguments, new RequestOptions()));
        }

        long started = Stopwatch.GetTimestamp();
        Exception? error = await Record.ExceptionAsync(
            () => call.Method.DrainAsync(call.Arguments, new RequestOptions { Headers = { [NumberHeader] = call.Number } }));
        TimeSpan late = Stopwatch.GetElapsedTime(started) - Deadline;
        lock (_faults)
        {
            Latest = late > Latest ? late : Latest;
        }

        return (call, error);
    }

    private void Judge(Call call, Exception? error, int delivered)
    {
        Calls++;
        bool isSafe = call.Operation.Method is "GET" or "HEAD";
        switch (error)
        {
            case null:
                Values++;
                break;
            case ApiException failure:
                TypedErrors++;
                if (failure.OperationId is null || failure.Attempts is < 1 or > 3)
                {
                    Note(call, $"{failure.GetType().Name} of '{failure.OperationId}' after {failure.Attempts} attempts");
                }

                if (isSafe && failure.IsOutcomeUnknown)
                {
                    Note(call, "a read has no outcome to know");
                }

                break;
            default:
                Lost++;
                Note(call, error.ToString());
                break;
        }

        // A request that was refused for its rate, or that the client itself repeats because it is a read, may arrive more often.
        int allowed = isSafe ? 3 * HandlerDeliveries : kind == FaultKind.Status429 ? 3 : 1;
        if (delivered > allowed)
        {
            DeliveredTwice += isSafe ? 0 : 1;
            Note(call, $"{delivered} deliveries");
        }
    }

    private void Note(Call call, string what) => _faults.Add($"{kind} × {call.Operation.OperationId} ({call.Operation.Method}): {what}");

    private sealed record Call(string Number, DocumentOperation Operation, ReflectedOperation Method, object?[] Arguments);
}
