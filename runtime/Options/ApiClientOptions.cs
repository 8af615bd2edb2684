using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Retries;
using ClerkGen.Security;

namespace ClerkGen;

/// <summary>Configures a client.</summary>
/// <remarks>Set the options before you create a client; afterwards they cannot be changed. Several clients can share one instance.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(OptionsView))]
public abstract class ApiClientOptions
{
    private readonly Dictionary<string, Credential> _credentials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _serverVariables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (object Value, string Text)> _parameters = new(StringComparer.Ordinal);
    private bool _isFrozen;

    /// <summary>Creates options with their defaults.</summary>
    protected ApiClientOptions() => TrustedServers = new ServerList(this);

    /// <summary>Gets or sets the API's address; paths are appended to its path.</summary>
    /// <value>
    /// Absolute, without user info, query and fragment. <c>https</c>, or <c>http</c> to loopback (<see cref="AllowInsecureHttp"/>).
    /// Default: null, which uses the base address of a given <see cref="HttpClient"/>, else the document's server.
    /// </value>
    public Uri? BaseAddress { get; set => field = Change(value); }

    /// <summary>Gets or sets the API's version, sent in the header or parameter that the document names for it.</summary>
    /// <value>Default: null, which uses the document's version or default.</value>
    /// <exception cref="ArgumentException">The value is not valid in a header.</exception>
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

    /// <summary>Gets or sets the time limit of a whole call, with its attempts, responses and waits. Default: 30 s.</summary>
    /// <value>More than zero, or infinite.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a valid time limit.</exception>
    public TimeSpan Timeout { get; set => field = Change(ClientSettings.CheckTimeout(value, nameof(Timeout))); } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time limit of one attempt, with its whole response. Default: 10 s.</summary>
    /// <value>More than zero, or infinite.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a valid time limit.</exception>
    public TimeSpan AttemptTimeout
    {
        get;
        set => field = Change(ClientSettings.CheckTimeout(value, nameof(AttemptTimeout)));
    } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long a response that is read as a stream, events or lines may send nothing. Default: 60 s.</summary>
    /// <value>More than zero, or infinite.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a valid time limit.</exception>
    public TimeSpan StreamIdleTimeout
    {
        get;
        set => field = Change(ClientSettings.CheckTimeout(value, nameof(StreamIdleTimeout)));
    } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how often a call may be repeated after its first attempt. Default: 2.</summary>
    /// <value>0 to 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxRetries { get; set => field = Change(ClientSettings.CheckMaxRetries(value, nameof(MaxRetries))); } = 2;

    /// <summary>Gets or sets who repeats failed requests: the client, which is the default, or a handler of the host.</summary>
    public RetryHandling RetryHandling { get; set => field = Change(value); }

    /// <summary>Gets or sets the largest response that is read into memory, in bytes after decompression. Default: 16 MiB.</summary>
    /// <value>1 to 1 GiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxResponseBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxResponseBytes));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024 * 1024 * 1024, nameof(MaxResponseBytes));
            field = Change(value);
        }
    } = 16 * 1024 * 1024;

    /// <summary>Gets or sets how many arrays and objects of a response may be open at once. Default: 64.</summary>
    /// <value>1 to 1000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxDepth
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxDepth));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000, nameof(MaxDepth));
            field = Change(value);
        }
    } = JsonReadOptions.DefaultMaxDepth;

    /// <summary>Gets or sets how much of an error response <see cref="ApiException.ResponseText"/> keeps, in characters. Default: 4096.</summary>
    /// <value>Zero or more; 0 keeps nothing.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxErrorTextLength
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxErrorTextLength));
            field = Change(value);
        }
    } = 4096;

    /// <summary>Gets or sets whether the first difference between a response and the OpenAPI document throws. Default: false.</summary>
    public bool StrictReading { get; set => field = Change(value); }

    /// <summary>Gets or sets whether the JSON of responses is kept, for <c>user.RawJson()</c>. Default: false.</summary>
    /// <remarks>The bytes of a JSON response are copied, and live as long as its value. For members that the document does not describe.</remarks>
    public bool KeepJson { get; set => field = Change(value); }

    /// <summary>Gets or sets a callback for each difference between a response and the OpenAPI document.</summary>
    /// <remarks>Called while the response is read, on any thread. An exception that it throws fails the call.</remarks>
    public Action<ApiDeviation>? OnDeviation { get; set => field = Change(value); }

    /// <summary>Gets or sets a callback for operations that the server marks as deprecated (<c>Deprecation</c>, <c>Sunset</c>).</summary>
    /// <remarks>Called once for each operation, on any thread. An exception that it throws fails the call.</remarks>
    public Action<ApiDeprecation>? OnDeprecation { get; set => field = Change(value); }

    /// <summary>Gets or sets a callback for each attempt that has ended, for logs.</summary>
    /// <remarks>
    /// Called on any thread. An exception that it throws fails the call. It receives nothing secret: no URL, header, body or argument.
    /// </remarks>
    public Action<ApiAttempt>? OnAttempt { get; set => field = Change(value); }

    /// <summary>Gets or sets a listener that is given each request and response with header fields and bodies, for development.</summary>
    /// <remarks>
    /// <c>OnExchange = exchange => Console.WriteLine(exchange)</c>. Credentials are masked; personal data is not. Called on any thread when an
    /// attempt has ended. Its exceptions fail the call.
    /// </remarks>
    public Action<ApiExchange>? OnExchange { get; set => field = Change(value); }

    /// <summary>Gets or sets whether <c>http</c> to a loopback host is allowed, for tests and development. Default: true.</summary>
    /// <remarks>Never allowed to any other host.</remarks>
    public bool AllowInsecureHttp { get; set => field = Change(value); } = true;

    /// <summary>Gets further servers of the document that credentials may be sent to, as <c>scheme://host:port</c>.</summary>
    /// <remarks>By default credentials are sent to the client's own server only.</remarks>
    /// <exception cref="ArgumentException">A server is not absolute.</exception>
    public IList<Uri> TrustedServers { get; }

    /// <summary>Gets or sets the clock for deadlines and waits. No public property, since generators of configuration binding refuse its type.</summary>
    internal TimeProvider TimeProvider { get; set => field = Change(value); } = TimeProvider.System;

    /// <summary>Gets or sets text that is appended to <c>User-Agent</c>, such as <c>my-app/1.2</c>. Default: null, for nothing.</summary>
    /// <exception cref="ArgumentException">The value is not valid in a header.</exception>
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

    /// <summary>Sets the clock for deadlines and waits, in tests. By default it is the system's.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    public void UseTimeProvider(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        TimeProvider = timeProvider;
    }

    /// <summary>Returns the type's name. Option values are never printed, because one is secret.</summary>
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

    /// <summary>Returns the credential of a scheme, or null if none is set or a provider is set.</summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    protected string? GetCredential(string scheme) => _credentials.GetValueOrDefault(scheme)?.Text;

    /// <summary>Sets the credential of a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="credential">The credential. An API key is sent as given.</param>
    /// <param name="property">Name of the property that is set, for messages.</param>
    /// <exception cref="ArgumentNullException">The credential is null; it was probably read from a place where it is not set.</exception>
    /// <exception cref="ArgumentException">
    /// The credential is empty, padded, or has a line end, an invisible character or one that its place in the request does not allow. A
    /// token also must not begin with its scheme's word, and must not be a publishable key.
    /// </exception>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetCredential(ApiSecurityScheme scheme, string? credential, [CallerMemberName] string property = "")
    {
        ArgumentNullException.ThrowIfNull(scheme);
        string option = Change($"{GetType().Name}.{property}");
        CredentialRules.CheckSet(scheme, credential, option, credential is null ? PlacesOf(scheme, property) : "");
        SetCredential(scheme.Key, new Credential(credential!, option));
    }

    /// <summary>Sets the credentials that are in environment variables. Others stay as they are.</summary>
    /// <param name="schemes">All schemes of the document.</param>
    /// <exception cref="InvalidOperationException">None of the variables is set.</exception>
    /// <exception cref="ArgumentException">The value of a variable cannot be a credential.</exception>
    protected void SetCredentialsFromEnvironment(params ApiSecurityScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        bool isAnySet = false;
        foreach (ApiSecurityScheme scheme in schemes)
        {
            if (scheme.EnvironmentVariable is { } variable && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } credential)
            {
                string option = $"The environment variable {variable}";
                CredentialRules.CheckSet(scheme, credential, option, "");
                SetCredential(scheme.Key, new Credential(credential, option));
                isAnySet = true;
            }
        }

        if (!isAnySet)
        {
            string variables = string.Join(" or ", Array.ConvertAll(schemes, static scheme => scheme.EnvironmentVariable ?? scheme.Key));
            throw new InvalidOperationException($"The environment variable {variables} is not set, which {GetType().Name}.FromEnvironment reads.");
        }
    }

    /// <summary>Gets where a credential can be configured, for messages.</summary>
    internal static string PlacesOf(ApiSecurityScheme scheme, string option) =>
        $"'{option}' in a configuration section that is bound"
        + (scheme.EnvironmentVariable is { } variable ? $", or the environment variable {variable} with FromEnvironment" : "");

    /// <summary>Returns the provider of a scheme's credential, or null.</summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    protected Func<CancellationToken, ValueTask<string>>? GetCredentialProvider(string scheme) =>
        _credentials.GetValueOrDefault(scheme)?.Provider;

    /// <summary>Sets the provider of a scheme's credential. It is called before each attempt, so it should cache.</summary>
    /// <param name="scheme">Key of the scheme in the document.</param>
    /// <param name="provider">The provider, or null to remove it.</param>
    /// <param name="property">Name of the property that is set, for messages.</param>
    /// <exception cref="InvalidOperationException">A client uses these options already.</exception>
    protected void SetCredentialProvider(
        string scheme, Func<CancellationToken, ValueTask<string>>? provider, [CallerMemberName] string property = "") =>
        SetCredential(scheme, provider is null ? null : new Credential(provider, $"{GetType().Name}.{property}"));

    /// <summary>Returns the value of a variable in the server's URL, or null for its default.</summary>
    /// <param name="name">Name of the variable in the document.</param>
    protected string? GetServerVariable(string name) => _serverVariables.GetValueOrDefault(name);

    /// <summary>Sets a variable in the server's URL.</summary>
    /// <param name="name">Name of the variable in the document.</param>
    /// <param name="value">The value, or null for the default.</param>
    /// <param name="values">The values that the document allows, or null if it allows any.</param>
    /// <param name="property">Name of the property that is set, for messages.</param>
    /// <exception cref="ArgumentException">The document does not allow the value, or the value is not valid in a URL.</exception>
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

    /// <summary>Returns the value of a parameter that all operations require, or null for the document's default.</summary>
    /// <param name="name">Name of the parameter on the wire.</param>
    /// <typeparam name="T">Type of the option: a class, or a nullable struct.</typeparam>
    protected T? GetParameter<T>(string name) => _parameters.TryGetValue(name, out (object Value, string Text) given) ? (T?)given.Value : default;

    /// <summary>Sets a parameter that all operations require.</summary>
    /// <param name="name">Name of the parameter on the wire.</param>
    /// <param name="value">The value, or null for the document's default.</param>
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
