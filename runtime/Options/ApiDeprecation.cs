namespace ClerkGen;

/// <summary>An operation that the server says is going away. Holds nothing secret.</summary>
/// <param name="OperationId">Id of the operation in the document.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="PathTemplate">Path as the document writes it, without values.</param>
/// <param name="DeprecatedAt">Since or from when it is deprecated (<c>Deprecation</c>, RFC 9745), or null when no date is given.</param>
/// <param name="SunsetAt">When it is expected to stop working (<c>Sunset</c>, RFC 8594), or null.</param>
public readonly record struct ApiDeprecation(
    string OperationId, string Method, string PathTemplate, DateTimeOffset? DeprecatedAt, DateTimeOffset? SunsetAt);
