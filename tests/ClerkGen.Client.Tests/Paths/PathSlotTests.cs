using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ClerkGen.Testing;
using ClerkGen.Testing.Faults;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests.Paths;

/// <summary>
/// Every path parameter of every operation of the bundled client (and so every slot of every path), with values that try to lead elsewhere, over
/// a raw socket: a value is exactly one segment of the target, or it is refused before anything is sent.
/// </summary>
public sealed class PathSlotTests(ITestOutputHelper output)
{
    private const string NumberHeader = "X-Call-Number";

    private readonly ConcurrentBag<string> _faults = [];
    private readonly ConcurrentDictionary<string, string> _targets = new();
    private int _calls;
    private int _refused;
    private int _sent;

    [Fact]
    public async Task A_value_is_one_segment_or_refused_in_every_slot()
    {
        EmittedClient emitted = EmittedClient.Of(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        await using var server = new FaultServer(request =>
        {
            if (!_targets.TryAdd(request.Header(NumberHeader) ?? "", request.Target))
            {
                _faults.Add($"{request.Method} {request.Target} came twice");
            }

            return FaultAnswer.Nothing(409);
        });
        ReflectedClient client = ReflectedClient.Create(emitted.Assembly, new Uri(server.Address, "/base/v1"), []);
        (DocumentOperation Operation, int Slot)[] slots =
        [
            .. emitted.Document.Operations.SelectMany(static operation =>
                Enumerable.Range(0, operation.Path.Count(static c => c == '{')).Select(slot => (operation, slot))),
        ];

        await Parallel.ForEachAsync(slots, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (slot, _) =>
        {
            ReflectedOperation operation = client.Find(slot.Operation)!;
            object?[] arguments = operation.Arguments(OperationSample.Of(slot.Operation));
            foreach (string value in NaughtyPathValues.All)
            {
                await TryAsync(slot.Operation, operation, arguments, slot.Slot, value);
            }
        });

        output.WriteLine(
            $"{slots.Length} slots × {NaughtyPathValues.All.Count} values = {_calls} calls: {_refused} refused, {_sent} sent as one segment, {_faults.Count} faults");
        Assert.True(_faults.IsEmpty, string.Join('\n', _faults.Order(StringComparer.Ordinal).Take(20)));
        Assert.Equal(slots.Length * NaughtyPathValues.All.Count, _refused + _sent);
        Assert.Equal(_sent, _targets.Count);
        Assert.True(slots.Length > 100 && _refused > 0);
    }

    private async Task TryAsync(DocumentOperation operation, ReflectedOperation method, object?[] sample, int slot, string value)
    {
        string number = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        object?[] arguments = [.. sample];

        // An open enum takes any text, too.
        Type type = method.PathParameterTypes[slot];
        arguments[slot] = type == typeof(string) ? value : Activator.CreateInstance(type, value);
        Exception? error = await Record.ExceptionAsync(
            () => method.DrainAsync(arguments, new RequestOptions { Headers = { [NumberHeader] = number } }));
        bool isSent = _targets.TryGetValue(number, out string? target);
        if (!isSent)
        {
            Interlocked.Increment(ref _refused);
            Check(error is ArgumentException && IsRefused(value), "not sent, but not refused for its value: " + error?.GetType().Name);
            return;
        }

        Interlocked.Increment(ref _sent);
        Check(error is ApiException, "sent, but not answered: " + error);
        Check(!IsRefused(value), "sent, but should have been refused");
        Check(target!.Split('?')[0] == Expected(operation.Path, arguments, slot, value), "sent to " + target);

        void Check(bool isRight, string what)
        {
            if (!isRight)
            {
                _faults.Add($"{operation.OperationId} {operation.Path} [{slot}] '{value}': {what}");
            }
        }
    }

    /// <summary>
    /// Values that the documentation promises to refuse: those that are not a single segment, or are none after a server decodes them.
    /// </summary>
    private static bool IsRefused(string value)
    {
        // Text with half a surrogate pair does not survive UTF-8.
        bool isHalf = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) != value;
        return string.IsNullOrWhiteSpace(value) || isHalf || Uri.UnescapeDataString(value) is "." or ".." || value.Any(char.IsControl);
    }

    private static string Expected(string template, object?[] arguments, int slot, string value)
    {
        var path = new StringBuilder("/base/v1");
        int next = 0;
        foreach (string part in template.Split('{'))
        {
            int end = part.IndexOf('}', StringComparison.Ordinal);
            if (end < 0)
            {
                path.Append(part);
                continue;
            }

            string text = next == slot ? value : Convert.ToString(arguments[next], CultureInfo.InvariantCulture)!;
            path.Append(Uri.EscapeDataString(text)).Append(part.AsSpan(end + 1));
            next++;
        }

        return path.ToString();
    }
}
