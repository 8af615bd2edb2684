using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Testing;

/// <summary>
/// A real HTTP server on loopback that knows one OpenAPI document: it checks every request against it, remembers what was wrong, and
/// answers with what the document promises. Safe for use from several threads.
/// </summary>
public sealed class DocumentServer : IAsyncDisposable
{
    private const int MaxBodySize = 64 * 1024 * 1024;
    private const int MaxHeaderSize = 1024 * 1024;

    private readonly LoadedDocument _document;
    private readonly WebApplication _application;
    private readonly SecurityChecker _security;
    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];
    private readonly Queue<Answer> _answers = new();
    private readonly Dictionary<string, string> _credentials = new(StringComparer.Ordinal);

    private DocumentServer(LoadedDocument document, string basePath)
    {
        _document = document;
        BasePath = basePath;
        _security = new SecurityChecker(document);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = MaxBodySize;
            options.Limits.MaxRequestLineSize = MaxHeaderSize;
            options.Limits.MaxRequestBufferSize = null;
            options.Limits.MaxRequestHeadersTotalSize = MaxHeaderSize;
            options.AddServerHeader = false;
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerOrReportAsync);
    }

    /// <summary>The path before every operation's path, without a trailing slash; empty for none.</summary>
    public string BasePath { get; }

    /// <summary>Where the server listens, with the base path and without a trailing slash.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The response to every call without a queued one.</summary>
    public Answer Default { get; set; } = new();

    /// <summary>All violations of all requests so far, in order.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_lock)
            {
                return [.. _exchanges.SelectMany(exchange => exchange.Violations)];
            }
        }
    }

    /// <summary>Everything that went over the wire so far, in the order in which requests were completely read.</summary>
    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_lock)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>The last exchange.</summary>
    /// <exception cref="InvalidOperationException">There was no request yet.</exception>
    public Exchange LastExchange
    {
        get
        {
            lock (_lock)
            {
                return _exchanges.Count > 0 ? _exchanges[^1] : throw new InvalidOperationException("No request arrived.");
            }
        }
    }

    /// <summary>Starts a server on a free port of 127.0.0.1.</summary>
    /// <param name="document">The document to stand for.</param>
    /// <param name="basePath">The prefix of every path; null for the path of the document's first server.</param>
    public static async Task<DocumentServer> StartAsync(LoadedDocument document, string? basePath = null)
    {
        var server = new DocumentServer(document, basePath ?? document.BasePath);
        await server._application.StartAsync();
        IFeatureCollection features = server._application.Services.GetRequiredService<IServer>().Features;
        server.BaseAddress = new Uri($"{features.Get<IServerAddressesFeature>()!.Addresses.Single()}{server.BasePath}");
        return server;
    }

    /// <summary>Queues the answer of the next call that has none queued before it.</summary>
    public void AnswerNext(Answer answer)
    {
        lock (_lock)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Demands that a security scheme's credential is this one: the token, the key, or <c>user:password</c>.</summary>
    public void ExpectCredential(string scheme, string value)
    {
        lock (_lock)
        {
            _credentials[scheme] = value;
        }
    }

    /// <summary>Forgets all exchanges and queued answers.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _exchanges.Clear();
            _answers.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // A mistake of this server must fail the test that met it, not look like an answer of status 500.
    private async Task AnswerOrReportAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Record(new Exchange
            {
                Method = context.Request.Method,
                RawTarget = context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                RequestHeaders = [],
                RequestBody = [],
                Values = new Dictionary<string, JsonNode?>(),
                Violations = [new Violation("", "server", "", e.ToString())],
                Status = StatusCodes.Status500InternalServerError,
            });
            throw;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        byte[] body = buffer.ToArray();
        string rawTarget = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        int question = rawTarget.IndexOf('?', StringComparison.Ordinal);
        string rawPath = question < 0 ? rawTarget : rawTarget[..question];
        string rawQuery = question < 0 ? "" : rawTarget[(question + 1)..];
        var exchange = new Exchange
        {
            Method = context.Request.Method,
            RawTarget = rawTarget,
            RequestHeaders =
            [
                .. context.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))),
            ],
            RequestBody = body,
            Values = new Dictionary<string, JsonNode?>(),
            Violations = [],
        };
        if (!rawPath.StartsWith(BasePath, StringComparison.Ordinal)
            || _document.Match(context.Request.Method, rawPath[BasePath.Length..], rawQuery) is not ({ } operation, { } pathValues))
        {
            exchange = exchange with
            {
                Status = StatusCodes.Status404NotFound,
                Violations = [new Violation("", "request", "", $"no operation for {context.Request.Method} {rawTarget}")],
            };
            Record(exchange);
            context.Response.StatusCode = exchange.Status;
            return;
        }

        (Answer answer, Dictionary<string, string> credentials) = Next();
        var checker = new RequestChecker(operation, context.Request, body);
        await checker.CheckAsync(pathValues, rawQuery, _security, credentials);
        var response = ResponseSample.Of(operation, answer, exchange.RequestHeader("Accept"));
        // RFC 9110, section 9.3.2: an answer to HEAD has the header of the body only.
        bool hasBody = !HttpMethods.IsHead(context.Request.Method);
        Record(exchange with
        {
            Operation = operation,
            Values = checker.Values,
            Violations = checker.Violations,
            Status = response.Status,
            ResponseContentType = response.ContentType,
            ResponseHeaders = response.Headers,
            ResponseBody = hasBody ? response.Body : [],
            ResponseJson = hasBody ? response.Json : null,
        });
        await SendAsync(context, response);
    }

    private static async Task SendAsync(HttpContext context, ResponseSample response)
    {
        context.Response.StatusCode = response.Status;
        foreach ((string name, string value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.ContentType is null)
        {
            return;
        }

        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
        }
    }

    private (Answer Answer, Dictionary<string, string> Credentials) Next()
    {
        lock (_lock)
        {
            return (_answers.TryDequeue(out Answer? answer) ? answer : Default, new Dictionary<string, string>(_credentials));
        }
    }

    private void Record(Exchange exchange)
    {
        lock (_lock)
        {
            _exchanges.Add(exchange);
        }
    }
}
