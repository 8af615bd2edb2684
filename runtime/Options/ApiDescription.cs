using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>Describes an API to the runtime. One instance per client class; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDescription
{
    /// <summary>Describes an API.</summary>
    /// <param name="name">Title of the API, for messages and telemetry.</param>
    /// <param name="version">The document's <c>info.version</c>.</param>
    /// <param name="versionHeader">Header that carries the version with each request, or null for none.</param>
    /// <param name="server">Absolute URL of the server, variables in braces, or null when the document names none.</param>
    public ApiDescription(string name, string version, string? versionHeader, string? server)
    {
        Name = name;
        Version = version;
        VersionHeader = versionHeader;
        Server = server;
    }

    /// <summary>Variables in the server's URL, each with its default.</summary>
    public (string Name, string Default)[] ServerVariables { get; init; } = [];

    /// <summary>Parameters that all operations require, and that the client's options give.</summary>
    public ApiClientParameter[] Parameters { get; init; } = [];

    /// <summary>Error shapes to try for operations that document none, or null.</summary>
    public ApiErrors? Errors { get; init; }

    /// <summary>Credentials of requests to addresses that the document does not have, or null to send none.</summary>
    public ApiSecurity? Security { get; init; }

    /// <summary>Title of the API.</summary>
    public string Name { get; }

    /// <summary>The document's <c>info.version</c>.</summary>
    public string Version { get; }

    /// <summary>Header that carries the version, or null.</summary>
    internal string? VersionHeader { get; }

    /// <summary>Absolute URL of the server, variables in braces, or null.</summary>
    internal string? Server { get; }
}
