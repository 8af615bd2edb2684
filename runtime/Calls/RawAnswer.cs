using System.Net;
using ClerkGen.GeneratedSupport;
using ClerkGen.Options;
using ClerkGen.Responses;

namespace ClerkGen.Calls;

/// <summary>Takes the response of one call: status, header fields, and the body while it arrives. For one call.</summary>
internal sealed class RawAnswer : AnswerReceiver
{
    private static readonly ApiResult<Stream> Body = ApiResults.Stream();

    private int _isTaken;

    /// <summary>The response, or null before there is one.</summary>
    internal ApiResponse<Stream>? Response { get; private set; }

    /// <summary>Starts a call.</summary>
    /// <exception cref="InvalidOperationException">It is the second one.</exception>
    internal void Begin()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            throw new InvalidOperationException("These options are for one call. Call SendRawAsync once for each response.");
        }
    }

    /// <summary>Takes the response. The reader of the body disposes of it.</summary>
    internal void Take(ApiCall call, ResponseBody body) => Response = new ApiResponse<Stream>(
        Body.Read(body), (HttpStatusCode)body.Status, body.CopyHeaders(call.Secrets), call.Attempt);
}
