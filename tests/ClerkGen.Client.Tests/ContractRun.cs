using System.Net;
using System.Text.Json.Nodes;
using ClerkGen.Testing;

namespace ClerkGen.Client.Tests;

/// <summary>
/// Drives every operation of an emitted client against a server that knows nothing but the document, and notes each difference between what
/// was meant, what arrived, what was answered and what was read.
/// </summary>
internal sealed class ContractRun(LoadedDocument document, ReflectedClient client, DocumentServer server)
{
    // Variants without a discriminator that a sample may fit equally well; one of them demands a number here, the others allow null.
    private static readonly string[] Ambiguous = ["/sign_up/verifications/email_address/expire_at"];

    private readonly List<string> _failures = [];

    /// <summary>Everything that was not as the document says.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Operations that were called.</summary>
    public int Operations { get; private set; }

    /// <summary>Calls made.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls every operation with full, minimal and random arguments, answered by full, minimal and random bodies.</summary>
    public async Task CallEverythingAsync(int seeds)
    {
        foreach (DocumentOperation operation in document.Operations)
        {
            if (client.Find(operation) is not { } emitted)
            {
                Note(operation, "the client has no such operation");
                continue;
            }

            Operations++;
            await CallAsync(operation, emitted, SampleMode.Minimal, 0);
            for (int seed = 0; seed < seeds; seed++)
            {
                await CallAsync(operation, emitted, seed % 2 == 0 ? SampleMode.Full : SampleMode.Random, seed);
            }
        }
    }

    /// <summary>Calls every operation once for each error status that it documents.</summary>
    public async Task ProvokeEveryErrorAsync()
    {
        foreach (DocumentOperation operation in document.Operations)
        {
            if (client.Find(operation) is not { } emitted)
            {
                Note(operation, "the client has no such operation");
                continue;
            }

            Operations++;
            foreach (int status in operation.Responses.Keys.Select(ErrorStatus).Where(status => status is >= 400 and < 600))
            {
                await ProvokeAsync(operation, emitted, status);
            }
        }
    }

    // A client sends one of several media types: JSON; with files, multipart; a form; any other.
    internal static string? SentMediaType(DocumentOperation operation)
    {
        if (operation.RequestBody?.Content is not { Count: > 1 } content)
        {
            return null;
        }

        bool HasFile(string key) => content[key].Schema?.Resolve().Properties?.Values.Any(property => BodyReader.IsBinary(property)) == true;
        string[] keys = [.. content.Keys.Order(StringComparer.Ordinal)];
        string? json = keys.FirstOrDefault(MediaTypes.IsJson);
        string? multipart = keys.FirstOrDefault(MediaTypes.IsMultipart);
        return json is not null && (multipart is null || !HasFile(json)) ? json
            : multipart is not null && HasFile(multipart) ? multipart
            : keys.FirstOrDefault(key => MediaTypes.Essence(key) == "application/x-www-form-urlencoded") ?? multipart
                ?? keys.FirstOrDefault(key => !MediaTypes.Essence(key).StartsWith("text/", StringComparison.Ordinal));
    }

    private static int ErrorStatus(string key) => key == "default" ? 0 : DocumentOperation.ConcreteStatus(key);

    private async Task CallAsync(DocumentOperation operation, ReflectedOperation emitted, SampleMode mode, int seed)
    {
        string what = $"{mode} {seed}";
        var sample = OperationSample.Of(operation, mode, seed, SentMediaType(operation));
        server.Reset();
        server.AnswerNext(new Answer { Mode = mode, Seed = seed });
        JsonNode? read;
        try
        {
            read = await emitted.CallAsync(sample);
        }
        catch (ApiException answer) when (operation.SuccessStatus is not (>= 200 and < 300) && (int?)answer.StatusCode == operation.SuccessStatus)
        {
            // All that the document promises is a redirect, another protocol or an error, and those are exceptions.
            Calls++;
            CheckRequest(operation, what, sample, server.LastExchange);
            return;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Note(operation, $"{what}: {exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}");
            return;
        }

        Calls++;
        if (server.Exchanges is not [{ } exchange])
        {
            Note(operation, $"{what}: {server.Exchanges.Count} requests arrived");
            return;
        }

        CheckRequest(operation, what, sample, exchange);
        JsonNode? sent = exchange.ResponseJson ?? RawBody(exchange, read, emitted);
        foreach (JsonDifference difference in WireComparison.Compare(sent, read, nullIsMissing: true))
        {
            // Read-only members are read, and omitted when the value is written again.
            if (EmittedValue.Holds(emitted.LastResult, sent, difference.Pointer))
            {
                continue;
            }

            if (!Ambiguous.Any(ending => difference.Pointer.EndsWith(ending, StringComparison.Ordinal)))
            {
                Note(operation, $"{what}: read {difference}");
            }
        }
    }

    private void CheckRequest(DocumentOperation operation, string what, OperationSample sample, Exchange exchange)
    {
        if (exchange.Operation?.Method != operation.Method || exchange.Operation.Path != operation.Path)
        {
            Note(operation, $"{what}: the request reached {exchange.Operation?.OperationId ?? "nothing"}: {exchange.Method} {exchange.RawTarget}");
            return;
        }

        foreach (Violation violation in exchange.Violations)
        {
            Note(operation, $"{what}: {violation}");
        }

        foreach (SampleParameter parameter in sample.Parameters)
        {
            foreach (JsonDifference difference in WireComparison.Compare(
                parameter.Value, exchange.Values.GetValueOrDefault(parameter.Part), nullIsMissing: true))
            {
                Note(operation, $"{what}: {parameter.Part} {difference}");
            }
        }

        if (sample.Body?.Value is { } body and not JsonObject { Count: 0 })
        {
            foreach (JsonDifference difference in WireComparison.Compare(body, exchange.Values.GetValueOrDefault("body"), nullIsMissing: false))
            {
                Note(operation, $"{what}: body {difference}");
            }
        }
        else if (sample.Body?.Bytes is { } bytes && !bytes.AsSpan().SequenceEqual(exchange.RequestBody))
        {
            Note(operation, $"{what}: {exchange.RequestBody.Length} bytes arrived of {bytes.Length}");
        }
    }

    private async Task ProvokeAsync(DocumentOperation operation, ReflectedOperation emitted, int status)
    {
        server.Reset();
        // Where a retry is allowed the same answer has to come again; the wait before it is none.
        server.Default = new Answer { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } };
        try
        {
            await emitted.CallAsync(OperationSample.Of(operation, contentType: SentMediaType(operation)));
            Note(operation, $"{status}: no exception");
        }
        catch (ApiException exception)
        {
            Calls++;
            if (server.Exchanges is [.., { } exchange])
            {
                CheckError(operation, status, exception, exchange);
            }
            else
            {
                Note(operation, $"{status}: no request arrived: {exception.Message} {exception.InnerException?.Message}");
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Note(operation, $"{status}: {exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            server.Default = new Answer();
        }
    }

    private void CheckError(DocumentOperation operation, int status, ApiException exception, Exchange exchange)
    {
        if (exception.StatusCode != (HttpStatusCode)status)
        {
            Note(operation, $"{status}: the exception says {exception.StatusCode}");
        }

        if (exchange.ResponseJson is not { } sent)
        {
            return;
        }

        if (exception.GetType().GetProperty("Error") is not { } property)
        {
            Note(operation, $"{status}: {exception.GetType().Name} has no Error, though a body is documented");
            return;
        }

        JsonNode? read = System.Text.Json.JsonSerializer.SerializeToNode(property.GetValue(exception), property.PropertyType);
        foreach (JsonDifference difference in WireComparison.Compare(sent, read, nullIsMissing: true))
        {
            if (!EmittedValue.Holds(property.GetValue(exception), sent, difference.Pointer))
            {
                Note(operation, $"{status}: read {difference}");
            }
        }
    }

    // A body without a schema is none that the document describes; OpenAPI 2.0 says outright that there is no content then.
    private static JsonNode? RawBody(Exchange exchange, JsonNode? read, ReflectedOperation emitted) => exchange.ResponseBody.Length == 0
        || (read is null && exchange.Operation?.Response(exchange.Status)?.Content.OrEmpty().Values.All(media => media.Schema is null) == true)
        ? null
        : emitted.GivesStream ? Convert.ToBase64String(exchange.ResponseBody)
        : emitted.GivesItems ? Items(System.Text.Encoding.UTF8.GetString(exchange.ResponseBody))
        : System.Text.Encoding.UTF8.GetString(exchange.ResponseBody);

    // An item of JSON on each line: alone, behind the separator of RFC 7464, or as the data of an event.
    private static JsonArray Items(string body) =>
    [
        .. body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line.TrimStart('\u001e') is var item && item.StartsWith("data: ", StringComparison.Ordinal) ? item["data: ".Length..] : item)),
    ];

    private void Note(DocumentOperation operation, string what) => _failures.Add($"{operation.OperationId} ({operation.Method} {operation.Path}): {what}");
}
