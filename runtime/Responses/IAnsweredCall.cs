using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>The facts of a call that reading its response needs.</summary>
internal interface IAnsweredCall
{
    /// <summary>Operation and attempt, for exceptions.</summary>
    ApiCallContext Context { get; }

    /// <summary>Limits and listeners.</summary>
    ApiClientOptions ClientOptions { get; }

    /// <summary>The documented media types, as they were asked for.</summary>
    string Accept { get; }

    /// <summary>Whether the request asked for a part of the resource (<c>Range</c>).</summary>
    bool AsksForPart { get; }

    /// <summary>How often the request was sent, or tried to be.</summary>
    int Sends { get; }

    /// <summary>Whether the method promises to change nothing.</summary>
    bool IsSafe { get; }

    /// <summary>Whether a response that differs from the document is refused regardless of the options. A stub's is.</summary>
    bool IsChecked { get; }

    /// <summary>Whether the body is a stream of the platform's own handler.</summary>
    bool HasOwnTransport { get; }

    /// <summary>The caller's token.</summary>
    CancellationToken CallerToken { get; }

    /// <summary>Credentials that were sent, to mask in the response; null for none.</summary>
    List<string>? Secrets { get; }

    /// <summary>Hands the attempt's cancellation to a value that reads on after the call's end.</summary>
    AttemptCancellation TakeCancellation();
}
