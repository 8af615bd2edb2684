using System.Net.Http.Headers;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Requests;
using ClerkGen.Responses;
using ClerkGen.Results;
using ClerkGen.Transport;

namespace ClerkGen.Calls;

/// <summary>Creates the message of one attempt: target, content, and the fields that the client sets itself.</summary>
internal static class RequestMessage
{
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>A message without credentials, which hooks may see.</summary>
    internal static HttpRequestMessage Create(ApiCall call)
    {
        ApiRequest request = call.Request;
        HttpTransport transport = call.Pipeline.Transport;
        var message = new HttpRequestMessage(call.Operation.Method, new Uri(call.Url, ServerAddress.Verbatim))
        {
            Version = transport.RequestVersion,
            VersionPolicy = transport.VersionPolicy,
        };

        // The handler repeats requests without content, whatever their method (dotnet/runtime issue 86714). So
        // only safe methods are sent without.
        if (request.Body is not null || !call.Operation.IsSafe)
        {
            AddContent(call, message, request.Body ?? RequestBody.Empty);
        }

        // All texts here were checked when they were set, so parsing them once more would only cost.
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("Accept", call.Operation.Accept);
        if (call.ClientOptions.IsInBrowser)
        {
            Browser.Prepare(message, isStream: call.Operation.UntypedResult.UseOf(200) == ResponseUse.Stream);
        }
        else
        {
            headers.TryAddWithoutValidation("Accept-Encoding", Decompression.Accepted);
            headers.TryAddWithoutValidation("User-Agent", call.Settings.UserAgent);
        }

        if (call.Settings.Version is not null)
        {
            headers.TryAddWithoutValidation(call.Settings.Description.VersionHeader!, call.Settings.Version);
        }

        if (request.Headers is not null)
        {
            foreach (KeyValuePair<string, string> header in request.Headers)
            {
                AddField(call, message, header);
            }
        }

        if (request.Cookies is not null)
        {
            headers.TryAddWithoutValidation("Cookie", request.Cookies);
        }

        AddOptions(call, message);
        if (call.Operation.HasIdempotencyKey && !headers.NonValidated.Contains(IdempotencyKey))
        {
            headers.TryAddWithoutValidation(IdempotencyKey, call.IdempotencyKey);
        }

        if (!transport.IsOwn)
        {
            message.Options.Set(ApiCallContext.RequestKey, call);
        }

        return message;
    }

    private static void AddOptions(ApiCall call, HttpRequestMessage message)
    {
        if (call.Options is not RequestOptions options)
        {
            return;
        }

        if (options.IdempotencyKey is not null)
        {
            RemoveField(message.Headers, IdempotencyKey);
            message.Headers.TryAddWithoutValidation(IdempotencyKey, options.IdempotencyKey);
        }

        if (options.HeadersOrNull is not null)
        {
            foreach (KeyValuePair<string, string> header in options.HeadersOrNull)
            {
                HeaderRules.Check(header.Key, header.Value, call.Operation.Security?.LeavesAuthorizationToCaller ?? true);
                RemoveField(message.Headers, header.Key);
                RemoveField(message.Content?.Headers, header.Key);
                AddField(call, message, header);
            }
        }
    }

    private static void AddContent(ApiCall call, HttpRequestMessage message, RequestBody body)
    {
        call.Content = new RequestContent(body, message, message.RequestUri!, call.MayBeRepeatedByHandlers);
        message.Content = call.Content;
    }

    // Fields like Content-Language and Expires (RFC 9110, section 8) are the content's in .NET, and refused everywhere else.
    private static void AddField(ApiCall call, HttpRequestMessage message, KeyValuePair<string, string> field)
    {
        if (!message.Headers.TryAddWithoutValidation(field.Key, field.Value))
        {
            if (message.Content is null)
            {
                AddContent(call, message, RequestBody.Empty);
            }

            message.Content!.Headers.TryAddWithoutValidation(field.Key, field.Value);
        }
    }

    // To remove a field that these headers cannot have would throw.
    private static void RemoveField(HttpHeaders? headers, string name)
    {
        if (headers?.NonValidated.Contains(name) == true)
        {
            headers.Remove(name);
        }
    }
}
