using System.Diagnostics.CodeAnalysis;

namespace ClerkGen.Options;

/// <summary>The view of options in a debugger, without secrets.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Debuggers make it.")]
internal sealed class OptionsView(ApiClientOptions options)
{
    public Uri? BaseAddress => options.BaseAddress;

    public string? ApiVersion => options.ApiVersion;

    public TimeSpan Timeout => options.Timeout;

    public TimeSpan AttemptTimeout => options.AttemptTimeout;

    public TimeSpan StreamIdleTimeout => options.StreamIdleTimeout;

    public int MaxRetries => options.MaxRetries;

    public RetryHandling RetryHandling => options.RetryHandling;

    public int MaxResponseBytes => options.MaxResponseBytes;

    public int MaxDepth => options.MaxDepth;

    public bool StrictReading => options.StrictReading;

    public bool KeepJson => options.KeepJson;

    public string CredentialsAreSetFor => string.Join(", ", options.Credentials.Keys);
}
