using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ClerkGen.Testing.Faults;

/// <summary>
/// An HTTP/1.1 server on a raw loopback socket that fails as it is told, and keeps each request that it got whole. Faults that
/// need no server (<see cref="FaultKind.ConnectionRefused"/>, <see cref="FaultKind.UnknownHost"/>,
/// <see cref="FaultKind.TlsFailure"/>) are a matter of the address: <see cref="AddressOf"/>.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<FaultRequest> _requests = new();
    private readonly ConcurrentDictionary<int, Socket> _sockets = new();
    private readonly Func<FaultRequest, FaultAnswer> _answer;
    private readonly Task _accepting;
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _connections;
    private int _heads;
    private int _mostOpen;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Decides the reaction to a request whose header fields were read. The body is not there yet.</param>
    public FaultServer(Func<FaultRequest, FaultAnswer> answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1024);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Whether connections are accepted and never read.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Port on loopback.</summary>
    public int Port { get; }

    /// <summary>Where the server is.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The requests that came whole, in the order of their ends.</summary>
    public IReadOnlyList<FaultRequest> Requests => [.. _requests];

    /// <summary>Number of requests whose header fields arrived.</summary>
    public int Heads => Volatile.Read(ref _heads);

    /// <summary>How many connections were accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many connections were open at once, at most.</summary>
    public int MostOpen => Volatile.Read(ref _mostOpen);

    /// <summary>Where a client must go for a kind of fault.</summary>
    public Uri AddressOf(FaultKind kind) => kind switch
    {
        FaultKind.ConnectionRefused => Refusing(),
        FaultKind.UnknownHost => new Uri("https://nobody.invalid"),
        FaultKind.TlsFailure => new Uri($"https://127.0.0.1:{Port}"),
        _ => Address,
    };

    /// <summary>Ends when the header fields of that many requests have come.</summary>
    public Task UntilHeadsAsync(int count)
    {
        lock (_lock)
        {
            if (_heads >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        foreach (Socket socket in _sockets.Values)
        {
            socket.Dispose();
        }

        await _accepting;
        _stop.Dispose();
    }

    private static Uri Refusing()
    {
        // A port that was free a moment ago and that nobody listens on.
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}");
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                Socket socket = await _listener.AcceptAsync(_stop.Token);
                socket.NoDelay = true;
                serving.Add(ServeAsync(socket, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        _sockets[number] = socket;
        int open = _sockets.Count;
        if (open > Volatile.Read(ref _mostOpen))
        {
            Volatile.Write(ref _mostOpen, open);
        }

        try
        {
            var connection = new FaultConnection(socket, number);
            while (!IsDeaf && await connection.ReadHeadAsync(_stop.Token) is FaultRequest head)
            {
                if (!await AnswerAsync(socket, connection, head))
                {
                    return;
                }
            }

            if (IsDeaf)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the server ends.
        }
        finally
        {
            _sockets.TryRemove(number, out _);
            socket.Dispose();
        }
    }

    private void CountHead()
    {
        lock (_lock)
        {
            _heads++;
            foreach ((_, TaskCompletionSource reached) in _waiting.Where(waiting => waiting.Count <= _heads))
            {
                reached.TrySetResult();
            }

            _waiting.RemoveAll(waiting => waiting.Count <= _heads);
        }
    }

    /// <summary>Does what a fault demands.</summary>
    /// <returns>Whether the connection can be used again.</returns>
    private async Task<bool> AnswerAsync(Socket socket, FaultConnection connection, FaultRequest head)
    {
        CountHead();
        FaultAnswer answer = _answer(head);
        byte[] bytes = FaultBytes.Of(answer);
        if (answer.Kind == FaultKind.CloseAfterReadReused && head.IndexOnConnection == 0)
        {
            // Reuse needs a connection that worked.
            answer = answer with { Kind = FaultKind.None };
            bytes = FaultBytes.Of(answer);
        }

        if (answer.Kind == FaultKind.StallBeforeReading)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (answer.Kind == FaultKind.EarlyRefusal)
        {
            await socket.SendAsync(bytes, SocketFlags.None, _stop.Token);
            return false;
        }

        FaultRequest? request = await connection.ReadBodyAsync(head, _stop.Token);
        if (request is null)
        {
            return false;
        }

        _requests.Enqueue(request);
        if (bytes.Length > 0)
        {
            await socket.SendAsync(bytes, SocketFlags.None, _stop.Token);
        }

        switch (answer.Kind)
        {
            case FaultKind.ResetBeforeHeaders or FaultKind.ResetAfterHeaders or FaultKind.ResetInBody:
                // Written bytes must arrive before the reset, which discards bytes on their way.
                await Task.Delay(bytes.Length > 0 ? 50 : 0, _stop.Token);
                socket.LingerState = new LingerOption(true, 0);
                return false;
            case FaultKind.StallAfterReading or FaultKind.StallInStatusLine or FaultKind.StallInHeaders or FaultKind.StallBeforeBody or FaultKind.StallInBody:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return false;
            case FaultKind.CloseAfterRead or FaultKind.CloseAfterReadReused or FaultKind.CutWithLength or FaultKind.CutChunked or FaultKind.CutAtClose:
                return false;
            default:
                return true;
        }
    }
}
