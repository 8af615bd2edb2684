namespace ClerkGen.Http;

/// <summary>
/// Where requests go: scheme, host, port and the path before every path of the document. Targets are appended as text, never
/// resolved, so that no target can replace the host or lose the path (RFC 3986, section 5.2). Immutable.
/// </summary>
internal sealed class ServerAddress
{
    /// <summary>Targets are encoded already and must go out as they are: nothing is to fold a segment away.</summary>
    internal static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private ServerAddress(Uri uri)
    {
        Text = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Host = uri.IdnHost;
        Port = uri.Port;
        Scheme = uri.Scheme;
    }

    /// <summary>The URL without a slash at its end.</summary>
    internal string Text { get; }

    /// <summary>Scheme in lower case.</summary>
    internal string Scheme { get; }

    /// <summary>Host in lower case.</summary>
    internal string Host { get; }

    /// <summary>Port.</summary>
    internal int Port { get; }

    /// <summary>Checks and keeps an address.</summary>
    /// <exception cref="ArgumentException">It is not absolute, not https (http on loopback where that is allowed), or has user
    /// info, query or
    /// fragment. The message does not repeat it.</exception>
    internal static ServerAddress Of(Uri uri, bool allowInsecureHttp)
    {
        if (!uri.IsAbsoluteUri)
        {
            throw Refused("is not absolute");
        }

        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            if (uri.Scheme != Uri.UriSchemeHttp)
            {
                throw Refused("is neither https nor http");
            }

            if (!uri.IsLoopback)
            {
                throw Refused("is http. Credentials are only sent over https");
            }

            if (!allowInsecureHttp)
            {
                throw Refused("is http, which AllowInsecureHttp refuses");
            }
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refused("has user info, a query or a fragment");
        }

        return uri.Host.Length == 0 ? throw Refused("has no host") : new ServerAddress(uri);
    }

    /// <summary>The address of an operation's own server: absolute, or a path on this host.</summary>
    /// <exception cref="ArgumentException">It cannot be an address.</exception>
    internal ServerAddress Of(string server, bool allowInsecureHttp)
    {
        // "/v2" is a path on this host, although Uri would read it as a file on Unix; "//host" is another host.
        string text = server switch
        {
            _ when server.StartsWith("//", StringComparison.Ordinal) => $"{Scheme}:{server}",
            _ when server.StartsWith('/') => Origin + server,
            _ => server,
        };
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? Of(uri, allowInsecureHttp)
            : throw Refused("is not a URL");
    }

    /// <summary>Whether both have the same origin (RFC 6454, section 4).</summary>
    internal bool HasOriginOf(ServerAddress other) => Scheme == other.Scheme && Port == other.Port && Host == other.Host;

    /// <summary>Whether a URL has this origin.</summary>
    internal bool HasOriginOf(Uri uri) => Scheme == uri.Scheme && Port == uri.Port && Host == uri.IdnHost;

    /// <summary>Whether two URLs are the same text. Handlers that look up servers write the URL anew, without the flag of verbatim ones.</summary>
    internal static bool IsSame(Uri? one, Uri? other) =>
        ReferenceEquals(one, other) || (one is { IsAbsoluteUri: true } && other is not null && one.AbsoluteUri == other.AbsoluteUri);

    /// <summary>Scheme, host and port.</summary>
    internal string Origin => new Uri(Text).GetLeftPart(UriPartial.Authority);

    private static ArgumentException Refused(string fault) => new($"The server's address (BaseAddress) {fault}.");
}
