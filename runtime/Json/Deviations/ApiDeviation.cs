namespace ClerkGen;

/// <summary>Describes a place where a response differs from the OpenAPI document. Contains no value of the response.</summary>
/// <param name="Kind">The difference.</param>
/// <param name="Path">
/// The place as a JSONPath (RFC 9535): <c>$.data[3].email_addresses[0].object</c>. Names longer than 64 characters are truncated.
/// </param>
/// <param name="OperationId">Operation of the response, or null if unknown.</param>
public readonly record struct ApiDeviation(ApiDeviationKind Kind, string Path, string? OperationId);
