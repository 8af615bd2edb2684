using System.Net;
using ClerkGen.Http;
using ClerkGen.Security;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    private const int MaxExchangeText = 16 * 1024;

    /// <summary>Hands request and response on as text, while the call still has both.</summary>
    private static void ReportExchange(ApiCall call, string? error, Action<ApiExchange> listener)
    {
        List<string>? secrets = call.Secrets;
        listener(new ApiExchange
        {
            OperationId = call.OperationId,
            Attempt = call.Attempt,
            Method = call.Method,
            Url = SecretMask.Apply(call.Url, secrets),
            RequestHeaders = call.Message is HttpRequestMessage message ? SentHeaders(call, message, secrets) : ApiHeaders.Empty,
            RequestText = call.Request.Body?.Text is ReadOnlyMemory<byte> sent ? TextOf(sent, secrets) : null,
            StatusCode = call.Status == 0 ? null : (HttpStatusCode)call.Status,
            ResponseHeaders = call.Response is null ? ApiHeaders.Empty : WithoutCookies(call.Response.CopyHeaders(secrets)),
            ResponseText = call.Response is { Bytes.IsEmpty: false } response ? TextOf(response.Bytes, secrets) : null,
            Error = error,
        });
    }

    private static string TextOf(ReadOnlyMemory<byte> text, List<string>? secrets) => BodyText.Start(text.Span, "", MaxExchangeText, secrets);

    // A request that failed still has its credentials; one that was answered has lost them.
    private static ApiHeaders SentHeaders(ApiCall call, HttpRequestMessage message, List<string>? secrets)
    {
        var fields = new List<KeyValuePair<string, string>>();
        for (SentCredential? sent = call.Sent; sent is not null; sent = sent.Before)
        {
            string name = sent.Scheme.Kind == SecuritySchemeKind.Cookie ? "Cookie" : sent.Scheme.ParameterName;
            if (sent.Scheme.Kind != SecuritySchemeKind.Query && !fields.Exists(field => field.Key == name))
            {
                fields.Add(new(name, SecretMask.Mask));
            }
        }

        foreach (KeyValuePair<string, string> field in ApiHeaders.Of(message.Headers, message.Content?.Headers, secrets))
        {
            if (!fields.Exists(known => known.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase) && known.Value == SecretMask.Mask))
            {
                bool isSecret = HeaderRules.IsAuthorization(field.Key) || field.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
                    || field.Key.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);
                fields.Add(isSecret ? new(field.Key, SecretMask.Mask) : field);
            }
        }

        return new ApiHeaders(fields);
    }

    private static ApiHeaders WithoutCookies(ApiHeaders headers)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (KeyValuePair<string, string> field in headers)
        {
            fields.Add(field.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? new(field.Key, SecretMask.Mask) : field);
        }

        return new ApiHeaders(fields);
    }
}
