using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using ClerkGen.Http;
using ClerkGen.Responses;

namespace ClerkGen.Telemetry;

/// <summary>
/// Spans and metrics of attempts, with the attributes of OpenTelemetry's conventions for HTTP clients. The platform's handler measures
/// <c>http.client.request.duration</c> itself; a second instrument of that name would count each request twice. URLs appear as templates: a
/// path or query holds ids, e-mail addresses and names, and may hold a key. Costs nothing without a listener. Thread-safe.
/// </summary>
internal static class CallTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    internal const string Name = "ClerkGen.Runtime";

    private static readonly ActivitySource Source = new(Name, RuntimeVersion.Text);
    private static readonly Meter Meter = new(Name, RuntimeVersion.Text);

    private static readonly Histogram<double> AttemptDuration = Meter.CreateHistogram<double>(
        "clerkgen.client.attempt.duration", "s", "Duration of an attempt, from its hooks to the last byte read.");

    private static readonly UpDownCounter<long> ActiveAttempts = Meter.CreateUpDownCounter<long>(
        "clerkgen.client.active_attempts", "{attempt}", "Attempts in progress.");

    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram<double>(
        "clerkgen.client.call.duration", "s", "Duration of a call, including attempts and waits.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "clerkgen.client.retries", "{retry}", "Attempts after the first one.");

    /// <summary>Whether a listener records the durations of attempts.</summary>
    internal static bool IsTimed => AttemptDuration.Enabled;

    /// <summary>Whether a listener records the durations of calls.</summary>
    internal static bool IsCallTimed => CallDuration.Enabled;

    /// <summary>Starts an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Where it goes.</param>
    /// <param name="retryReason">Why it is sent again, or null for the first attempt.</param>
    /// <returns>Its span, or null without a listener.</returns>
    internal static Activity? Begin(ApiCallContext call, ServerAddress server, string? retryReason)
    {
        if (ActiveAttempts.Enabled)
        {
            ActiveAttempts.Add(1, ServerTags(call, server));
        }

        if (!Source.HasListeners())
        {
            return null;
        }

        TagList tags = ServerTags(call, server);
        tags.Add("url.template", call.PathTemplate);
        tags.Add("url.full", server.Text + call.PathTemplate);
        Activity? activity = Source.StartActivity(
            $"{call.Method} {call.PathTemplate}",
            ActivityKind.Client,
            default(ActivityContext),
            tags);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("clerkgen.operation.id", call.OperationId);
            if (call.Attempt > 1)
            {
                activity.SetTag("http.request.resend_count", call.Attempt - 1);
                activity.SetTag("clerkgen.retry.reason", retryReason);
            }
        }

        return activity;
    }

    /// <summary>Hands the trace context to the server, as the platform's handler would have done.</summary>
    internal static void Propagate(HttpRequestMessage message)
    {
        if (Activity.Current is Activity current)
        {
            DistributedContextPropagator.Current.Inject(current, message, static (carrier, name, value) =>
            {
                var request = (HttpRequestMessage)carrier!;
                if (!request.Headers.NonValidated.Contains(name) && HeaderRules.IsValue(value))
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }
            });
        }
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Where it went.</param>
    /// <param name="activity">The attempt's span, or null.</param>
    /// <param name="error">The failure in one word, or null for a success.</param>
    /// <param name="response">The response, or null when there was none.</param>
    /// <param name="duration">How long it took.</param>
    internal static void End(
        ApiCallContext call,
        ServerAddress server,
        Activity? activity,
        string? error,
        ResponseBody? response,
        TimeSpan duration)
    {
        if (ActiveAttempts.Enabled)
        {
            ActiveAttempts.Add(-1, ServerTags(call, server));
        }

        if (AttemptDuration.Enabled)
        {
            TagList tags = ServerTags(call, server);
            tags.Add("url.template", call.PathTemplate);
            AddOutcome(ref tags, error, response);
            AttemptDuration.Record(duration.TotalSeconds, tags);
        }

        if (activity is null)
        {
            return;
        }

        if (activity.IsAllDataRequested)
        {
            var tags = default(TagList);
            AddOutcome(ref tags, error, response);
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                activity.SetTag(tag.Key, tag.Value);
            }
        }

        if (error is not null)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }

    /// <summary>Counts a retry.</summary>
    internal static void CountRetry(ApiCallContext call, string reason)
    {
        if (Retries.Enabled)
        {
            Retries.Add(1, new("clerkgen.operation.id", call.OperationId), new("clerkgen.retry.reason", reason));
        }
    }

    /// <summary>Ends a call.</summary>
    internal static void EndCall(ApiCallContext call, TimeSpan elapsed, string? error)
    {
        if (CallDuration.Enabled)
        {
            var tags = default(TagList);
            tags.Add("clerkgen.operation.id", call.OperationId);
            if (error is not null)
            {
                tags.Add("error.type", error);
            }

            CallDuration.Record(elapsed.TotalSeconds, tags);
        }
    }

    private static TagList ServerTags(ApiCallContext call, ServerAddress server)
    {
        var tags = default(TagList);
        tags.Add("http.request.method", call.Method);
        tags.Add("server.address", server.Host);
        tags.Add("server.port", server.Port);
        tags.Add("url.scheme", server.Scheme);
        return tags;
    }

    private static void AddOutcome(ref TagList tags, string? error, ResponseBody? response)
    {
        if (response is not null)
        {
            tags.Add("http.response.status_code", response.Status);
        }

        if (response?.Version is Version version)
        {
            bool isWhole = version.Major >= 2 && version.Minor == 0;
            tags.Add("network.protocol.version", isWhole ? version.Major.ToString(CultureInfo.InvariantCulture) : version.ToString(2));
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }
    }
}
