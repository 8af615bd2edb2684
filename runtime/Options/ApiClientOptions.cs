using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Retries;
using ClerkGen.Security;

namespace ClerkGen;

/// <summary>
/// How a client behaves. Set it up before the client is made: afterwards it can no longer be changed, and one instance can
/// serve several clients.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(OptionsView))]
public abstract class ApiClientOptions
{
    private readonly Dictionary<string, Credential> _credentials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _serverVariables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (object Value, string Text)> _parameters = new(StringComparer.Ordinal);
    private bool _isFrozen;

    /// <summary>Makes options with their defaults.</summary>
    protected ApiClientOptions() => TrustedServers = new ServerList(this);

    /// <summary>
    /// Where the API is; null for the base address of a given <see cref="HttpClient"/>, else for the document's server. Absolute, <c>https</c> (or <c>http</c> on loopback, with
    /// <see cref="AllowInsecureHttp"/>), without user info, query and fragment. Paths are appended to its path.
    /// </summary>
    public Uri? BaseAddress { get; set => field = Change(value); }

    /// <summary>
    /// Version of the API, sent in the header or parameter that the document has for it; null for the document's version or default.
    /// </summary>
    /// <exception cref="ArgumentException">The value cannot stand in a header.</exception>
    public string? ApiVersion
    {
        get;
        set
        {
            if (value is not null)
            {
                HeaderRules.CheckValue("version", value);
            }

            field = Change(value);
        }
    }

    /// <summary>Time for a whole call: attempts, answers and waits. 30 s; more than zero, or infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a time to wait.</exception>
    public TimeSpan Timeout { get; set => field = Change(ClientSettings.CheckTimeout(value, nameof(Timeout))); } = TimeSpan.FromSeconds(30);

    /// <summary>Time for one attempt, its whole answer included. 10 s; more than zero, or infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a time to wait.</exception>
    public TimeSpan AttemptTimeout
    {
        get;
        set => field = Change(ClientSettings.CheckTimeout(value, nameof(AttemptTimeout)));
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an answer that is handed on as a stream, as events or as lines may send nothing. 60 s; more than zero, or infinite.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a time to wait.</exception>
    public TimeSpan StreamIdleTimeout
    {
        get;
        set => field = Change(ClientSettings.CheckTimeout(value, nameof(StreamIdleTimeout)));
    } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a call may be repeated after its first attempt, by the rules of <see cref="RetryHandling"/>. 2; 0 to 10.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxRetries { get; set => field = Change(ClientSettings.CheckMaxRetries(value, nameof(MaxRetries))); } = 2;

    /// <summary>Who repeats failed requests: the client, or a handler of the host.</summary>
    public RetryHandling RetryHandling { get; set => field = Change(value); }

    /// <summary>Largest answer that is read into memory, in bytes after decompression. 16 MiB; 1 to 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxResponseBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024 * 1024 * 1024);
            field = Change(value);
        }
    } = 16 * 1024 * 1024;

    /// <summary>How many arrays and objects of an answer may be open at once. 64; 1 to 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxDepth
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = Change(value);
        }
    } = JsonReadOptions.DefaultMaxDepth;

    /// <summary>How much of a failed answer <see cref="ApiException.ResponseText"/> keeps, in characters. 4096; 0 keeps nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxErrorTextLength
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = Change(value);
        }
    } = 4096;

    /// <summary>Whether the first difference between an answer and the OpenAPI document is an exception. False.</summary>
    public bool StrictReading { get; set => field = Change(value); }

    /// <summary>
    /// Is told of each difference between an answer and the OpenAPI document. Called while the answer is read, on any thread;
    /// what it throws fails the call.
    /// </summary>
    public Action<ApiDeviation>? OnDeviation { get; set => field = Change(value); }

    /// <summary>
    /// Is told of an operation that the server says is deprecated or going away (<c>Deprecation</c>, <c>Sunset</c>), once for each operation.
    /// Called on any thread; what it throws fails the call.
    /// </summary>
    public Action<ApiDeprecation>? OnDeprecation { get; set => field = Change(value); }

    /// <summary>
    /// Is told of each attempt when it has ended, for logs. Called on any thread; what it throws fails the call. Holds nothing
    /// secret: no URL, header, body or argument.
    /// </summary>
    public Action<ApiAttempt>? OnAttempt { get; set => field = Change(value); }

    /// <summary>
    /// Whether <c>http</c> is allowed to a loopback host, for tests and development. True; never allowed to any other host.
    /// </summary>
    public bool AllowInsecureHttp { get; set => field = Change(value); } = true;

    /// <summary>
    /// Further servers of the document that credentials may be sent to, as <c>scheme://host:port</c>; by default only the
    /// client's own.
    /// </summary>
    /// <exception cref="ArgumentException">A server is not absolute.</exception>
    public IList<Uri> TrustedServers { get; }

    /// <summary>The clock for deadlines and waits. The system's; another one for tests.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = Change(value);
        }
    } = TimeProvider.System;

    /// <summary>Appended to <c>User-Agent</c>: <c>my-app/1.2</c>; null for nothing.</summary>
    /// <exception cref="ArgumentException">The value cannot stand in a header.</exception>
    public string? UserAgent
    {
        get;
        set
        {
            if (value is not null)
            {
                HeaderRules.CheckValue("User-Agent", value);
            }

            field = Change(value);
        }
    }

    /// <summary>Whether a browser's fetch sends the requests; tests give a handler that behaves as it does.</summary>
    internal bool IsInBrowser { get; set; } = OperatingSystem.IsBrowser();

    /// <summary>Source of jitter; tests give one with a seed.</summary>
    internal Random Random { get; set; } = Random.Shared;

    /// <summary>How many retries an outage may add, for all clients of these options together: a host makes one for each of its requests.</summary>
    internal RetryBudget RetryBudget { get; } = new();

    /// <summary>The credentials by scheme.</summary>
    internal IReadOnlyDictionary<string, Credential> Credentials => _credentials;

    /// <summary>The server variables that were set.</summary>
    internal IReadOnlyDictionary<string, string> ServerVariables => _serverVariables;

    /// <summary>The type's name; no option's value, because one is secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Why these options cannot be used, or null when they can.</summary>
    internal ArgumentException? Fault { get; set; }

    /// <summary>From now on nothing can be changed.</summary>
    internal void Freeze() => _isFrozen = true;

    /// <summary>Whether credentials may be sent to a server because the caller trusts it.</summary>
    internal bool TrustsOriginOf(ServerAddress server)
    {
        foreach (Uri trusted in TrustedServers)
        {
            if (server.HasOriginOf(trusted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The credential of a scheme, or null when none is set, or a function gives it.</summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    protected string? GetCredential(string scheme) => _credentials.GetValueOrDefault(scheme)?.Text;

    /// <summary>Sets the credential of a scheme.</summary>
    /// <param name="scheme">How it is sent.</param>
    /// <param name="credential">The credential. An API key is sent as given.</param>
    /// <param name="property">The property that is set, for messages.</param>
    /// <exception cref="ArgumentNullException">It is null: it was probably read from where it is not set.</exception>
    /// <exception cref="ArgumentException">It cannot be a credential: empty, padded with white space, with a line end, an invisible character,
    /// or one that its place in the request cannot hold; of a token also the scheme's word in front, or a publishable key.</exception>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetCredential(ApiSecurityScheme scheme, string? credential, [CallerMemberName] string property = "")
    {
        ArgumentNullException.ThrowIfNull(scheme);
        string option = Change($"{GetType().Name}.{property}");
        CredentialRules.CheckSet(scheme, credential, option);
        SetCredential(scheme.Key, new Credential(credential!, option));
    }

    /// <summary>The function that gives the credential of a scheme, or null.</summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    protected Func<CancellationToken, ValueTask<string>>? GetCredentialProvider(string scheme) =>
        _credentials.GetValueOrDefault(scheme)?.Provider;

    /// <summary>
    /// Sets a function that gives the credential of a scheme. It is asked at every attempt and should keep what it knows.
    /// </summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    /// <param name="provider">The function, or null to take it away.</param>
    /// <param name="property">The property that is set, for messages.</param>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetCredentialProvider(
        string scheme, Func<CancellationToken, ValueTask<string>>? provider, [CallerMemberName] string property = "") =>
        SetCredential(scheme, provider is null ? null : new Credential(provider, $"{GetType().Name}.{property}"));

    /// <summary>The value of a variable in the server's URL, or null for its default.</summary>
    /// <param name="name">Name of the variable in the document.</param>
    protected string? GetServerVariable(string name) => _serverVariables.GetValueOrDefault(name);

    /// <summary>Sets a variable in the server's URL.</summary>
    /// <param name="name">Name of the variable in the document.</param>
    /// <param name="value">Its value, or null for its default.</param>
    /// <param name="values">The values that the document allows, or null when it allows any.</param>
    /// <param name="property">The property that is set, for messages.</param>
    /// <exception cref="ArgumentException">The document does not allow the value, or no part of a URL is such.</exception>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetServerVariable(string name, string? value, string[]? values = null, [CallerMemberName] string property = "")
    {
        ServerTemplate.CheckValue(Change(value), values, $"{GetType().Name}.{property}");
        if (Change(value) is null)
        {
            _serverVariables.Remove(name);
        }
        else
        {
            _serverVariables[name] = value!;
        }
    }

    /// <summary>The value of a parameter that all operations require, or null for the document's default.</summary>
    /// <param name="name">Name of the parameter on the wire.</param>
    /// <typeparam name="T">Type of the option: a class, or a nullable struct.</typeparam>
    protected T? GetParameter<T>(string name) => _parameters.TryGetValue(name, out (object Value, string Text) given) ? (T?)given.Value : default;

    /// <summary>Sets a parameter that all operations require.</summary>
    /// <param name="name">Name of the parameter on the wire.</param>
    /// <param name="value">Its value, or null for the document's default.</param>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetParameter<T, TJson>(string name, T? value)
        where T : class
        where TJson : IApiScalar<T> => SetParameter(name, value, value is null ? "" : TJson.Format(value));

    /// <inheritdoc cref="SetParameter{T, TJson}(string, T)"/>
    protected void SetParameterValue<T, TJson>(string name, T? value)
        where T : struct
        where TJson : IApiScalar<T> => SetParameter(name, value, value is T given ? TJson.Format(given) : "");

    /// <summary>The text of a parameter that was set, or null.</summary>
    internal string? ParameterText(string name) => _parameters.TryGetValue(name, out (object Value, string Text) given) ? given.Text : null;

    private void SetParameter(string name, object? value, string text)
    {
        if (Change(value) is null)
        {
            _parameters.Remove(name);
        }
        else
        {
            _parameters[name] = (value!, text);
        }
    }

    private void SetCredential(string scheme, Credential? credential)
    {
        if (Change(credential) is null)
        {
            _credentials.Remove(scheme);
        }
        else
        {
            _credentials[scheme] = credential!;
        }
    }

    private T Change<T>(T value) => _isFrozen
        ? throw new InvalidOperationException(
            "A client already uses these options. Set them before you create the client. For a key that changes, set its provider.")
        : value;

    private sealed class ServerList(ApiClientOptions options) : Collection<Uri>
    {
        /// <inheritdoc/>
        protected override void InsertItem(int index, Uri item) => base.InsertItem(index, options.Change(Checked(item)));

        /// <inheritdoc/>
        protected override void SetItem(int index, Uri item) => base.SetItem(index, options.Change(Checked(item)));

        /// <inheritdoc/>
        protected override void RemoveItem(int index) => base.RemoveItem(options.Change(index));

        /// <inheritdoc/>
        protected override void ClearItems()
        {
            options.Change(0);
            base.ClearItems();
        }

        private static Uri Checked(Uri server) => server is { IsAbsoluteUri: true }
            ? server
            : throw new ArgumentException("A server in TrustedServers is not absolute. Write scheme://host:port.", nameof(server));
    }
}
