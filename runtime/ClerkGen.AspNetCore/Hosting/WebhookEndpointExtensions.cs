using ClerkGen;
using ClerkGen.AspNetCore;
using ClerkGen.GeneratedSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Receives webhooks on endpoints.</summary>
public static class WebhookEndpointExtensions
{
    /// <summary>The configuration key of the secret, if none is set in code: Clerk's environment variable.</summary>
    public const string SecretVariable = "CLERK_WEBHOOK_SIGNING_SECRET";

    /// <summary>Maps an endpoint that verifies webhooks, reads the event and calls the handler.</summary>
    /// <remarks>
    /// The body is read once, up to a limit. Responses: 204; 400 if the webhook is refused; 413 if it is too large. If the handler throws,
    /// the sender repeats the webhook later.
    /// </remarks>
    /// <typeparam name="TEvent">The document's union of all events, or the type of one event.</typeparam>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="handler">
    /// Handles an event. An id may arrive again, and events arrive out of order: process each <see cref="WebhookHeaders.Id"/> once.
    /// </param>
    /// <param name="verifier">
    /// Verifies signatures. Default: one with the secret <c>Clerk:WebhookSigningSecret</c> or <c>CLERK_WEBHOOK_SIGNING_SECRET</c> of the configuration.
    /// </param>
    /// <param name="maxBodyBytes">The largest body, in bytes. Default: 1 MiB.</param>
    /// <exception cref="InvalidOperationException">There is no verifier and no secret.</exception>
    public static IEndpointConventionBuilder MapWebhook<TEvent>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<TEvent, WebhookHeaders, HttpContext, Task> handler,
        WebhookVerifier? verifier = null,
        int maxBodyBytes = 1024 * 1024)
        where TEvent : class, IApiJson<TEvent>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBodyBytes, 1);
        verifier ??= FromConfiguration(endpoints.ServiceProvider);
        ILogger log = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("ClerkGen.AspNetCore.Webhooks");
        RequestDelegate endpoint = context => ReceiveAsync(context, handler, verifier, maxBodyBytes, log);
        return endpoints.MapMethods(pattern, [HttpMethods.Post], endpoint).DisableAntiforgery();
    }

    /// <summary>Gets the headers of a webhook from those of a request.</summary>
    /// <param name="headers">The request's headers.</param>
    public static WebhookHeaders ToWebhookHeaders(this IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return WebhookHeaders.From(headers.Select());
    }

    private static async Task ReceiveAsync<TEvent>(
        HttpContext context, Func<TEvent, WebhookHeaders, HttpContext, Task> handler, WebhookVerifier verifier, int maxBodyBytes, ILogger log)
        where TEvent : class, IApiJson<TEvent>
    {
        ReadOnlyMemory<byte>? body = await BoundedBody.ReadAsync(context.Request, maxBodyBytes).ConfigureAwait(false);
        if (body is not { } bytes)
        {
            Log.WebhookRefused(log, WebhookProblem.BodyTooLarge, $"The body is larger than {maxBodyBytes} bytes.");
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        WebhookHeaders headers = context.Request.Headers.ToWebhookHeaders();
        TEvent value;
        try
        {
            value = verifier.Parse<TEvent>(bytes, headers);
        }
        catch (WebhookException exception)
        {
            // The sender learns nothing: it is probably not the sender.
            Log.WebhookRefused(log, exception.Problem, exception.Message);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        await handler(value, headers, context).ConfigureAwait(false);
    }

    private static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Select(this IHeaderDictionary headers)
    {
        foreach ((string name, StringValues values) in headers)
        {
            yield return new(name, (IEnumerable<string>)(string[])values!);
        }
    }

    private static WebhookVerifier FromConfiguration(IServiceProvider services)
    {
        IConfiguration configuration = services.GetRequiredService<IConfiguration>();
        string? secret = configuration[ClerkDefaults.ConfigurationSection + ":WebhookSigningSecret"];
        secret = string.IsNullOrWhiteSpace(secret) ? configuration[SecretVariable] : secret;
        return string.IsNullOrWhiteSpace(secret)
            ? throw new InvalidOperationException(
                $"There is no secret for webhooks: set '{ClerkDefaults.ConfigurationSection}:WebhookSigningSecret' or '{SecretVariable}', or pass a verifier.")
            : new WebhookVerifier(secret, services.GetService<TimeProvider>());
    }
}
