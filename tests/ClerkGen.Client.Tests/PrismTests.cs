using System.Net;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests;

/// <summary>
/// Every operation of Clerk's published document, called on Prism: a server that was written by others, and that checks requests against the
/// document. <c>tests/prism.sh</c> starts it on loopback and names its address in <c>CLERKGEN_PRISM</c>; without one there is nothing to call.
/// </summary>
public sealed class PrismTests(ITestOutputHelper output)
{
    private const string Path = "clerk/bapi-2026-05-12.yml";

    // How Prism says that a request breaks the document.
    private const string BadRequest = "prism/errors#UNPROCESSABLE_ENTITY";
    private const string BadCredential = "prism/errors#UNAUTHORIZED";

    [PrismFact]
    public async Task No_request_breaks_the_document()
    {
        EmittedClient emitted = EmittedClient.Of(SharedDocuments.Find(Path)!);
        ReflectedClient client = ReflectedClient.Create(emitted.Assembly, new Uri(PrismFactAttribute.Address!), [], static _ => { }, null);
        List<string> bad = [];
        SortedDictionary<string, int> others = new(StringComparer.Ordinal);
        int calls = 0;
        int values = 0;
        foreach (DocumentOperation operation in emitted.Document.Operations)
        {
            ReflectedOperation method = client.Find(operation) ?? throw new InvalidOperationException($"The client has no '{operation.OperationId}'.");
            foreach ((SampleMode mode, int seed) in new[] { (SampleMode.Minimal, 0), (SampleMode.Full, 0), (SampleMode.Random, 1) })
            {
                calls++;
                string what = $"{operation.OperationId} {mode} {seed}";
                try
                {
                    _ = await method.CallAsync(OperationSample.Of(operation, mode, seed));
                    values++;
                }
                catch (ApiException exception) when (exception.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
                {
                    string text = exception.ResponseText ?? "";
                    if (text.Contains(BadRequest, StringComparison.Ordinal) || text.Contains(BadCredential, StringComparison.Ordinal))
                    {
                        bad.Add($"{what}: {text}");
                    }
                    else
                    {
                        Count(others, $"documented {(int)exception.StatusCode}");
                    }
                }
                catch (ApiException exception)
                {
                    Count(others, $"{exception.GetType().Name} {(int?)exception.StatusCode}: {ProblemOf(exception)}");
                }
            }
        }

        output.WriteLine($"{emitted.Document.Operations.Count} operations, {calls} calls, {values} values, {bad.Count} bad requests");
        foreach (KeyValuePair<string, int> other in others)
        {
            output.WriteLine($"{other.Value} x {other.Key}");
        }

        Assert.True(bad.Count == 0, string.Join('\n', bad.Take(30)));
    }

    private static void Count(SortedDictionary<string, int> counts, string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    // Prism makes answers up, and says so when the document has too little for one.
    private static string ProblemOf(ApiException exception)
    {
        try
        {
            return (string?)JsonNode.Parse(exception.ResponseText ?? "null")?["type"] ?? "";
        }
        catch (System.Text.Json.JsonException)
        {
            return "";
        }
    }
}

/// <summary>A test on Prism; skipped where none runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrismFactAttribute : FactAttribute
{
    /// <summary>The test runs when a server is named.</summary>
    public PrismFactAttribute() => Skip = string.IsNullOrEmpty(Address) ? "CLERKGEN_PRISM names no server." : null;

    /// <summary>Where Prism listens, or null.</summary>
    public static string? Address => Environment.GetEnvironmentVariable("CLERKGEN_PRISM");
}
