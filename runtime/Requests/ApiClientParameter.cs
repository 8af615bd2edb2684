using System.ComponentModel;
using ClerkGen.Http;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// A parameter that all operations of a document require, such as <c>api-version</c>: an
/// option of the client, which a call may override. Immutable.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiClientParameter
{
    private ApiClientParameter(string name, bool isHeader, string? defaultText, bool isVersion)
    {
        Name = name;
        IsVersion = isVersion;
        IsHeader = isHeader;
        Default = defaultText;
    }

    /// <summary>Whether the option is <see cref="ApiClientOptions.ApiVersion"/> instead of a separate one.</summary>
    internal bool IsVersion { get; }

    /// <summary>Name on the wire.</summary>
    internal string Name { get; }

    /// <summary>Whether it is a header; else it is in the query.</summary>
    internal bool IsHeader { get; }

    /// <summary>The value to send if neither the call nor the client has one, or null.</summary>
    internal string? Default { get; }

    /// <summary>A parameter in the query.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="defaultText">The document's default, or null for none.</param>
    /// <param name="isVersion">Whether the option is <see cref="ApiClientOptions.ApiVersion"/>.</param>
    public static ApiClientParameter Query(string name, string? defaultText, bool isVersion = false) =>
        new(name, isHeader: false, defaultText, isVersion);

    /// <summary>A header.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="defaultText">The document's default, or null for none.</param>
    /// <param name="isVersion">Whether the option is <see cref="ApiClientOptions.ApiVersion"/>.</param>
    public static ApiClientParameter Header(string name, string? defaultText, bool isVersion = false)
    {
        HeaderRules.CheckName(name);
        if (defaultText is not null)
        {
            HeaderRules.CheckValue(name, defaultText);
        }

        return new(name, isHeader: true, defaultText, isVersion);
    }

    /// <summary>The name on the wire.</summary>
    public override string ToString() => Name;
}
