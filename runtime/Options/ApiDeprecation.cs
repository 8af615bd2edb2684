namespace ClerkGen;

/// <summary>Describes an operation that the server marks as deprecated. Contains nothing secret.</summary>
/// <param name="OperationId">Id of the operation in the document.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="PathTemplate">Path as in the document, without values.</param>
/// <param name="DeprecatedAt">Date from which it is deprecated (<c>Deprecation</c>, RFC 9745), or null if no date is given.</param>
/// <param name="SunsetAt">Date at which it is expected to stop working (<c>Sunset</c>, RFC 8594), or null.</param>
public readonly record struct ApiDeprecation(
    string OperationId, string Method, string PathTemplate, DateTimeOffset? DeprecatedAt, DateTimeOffset? SunsetAt);
