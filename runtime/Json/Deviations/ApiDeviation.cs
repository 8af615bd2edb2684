namespace ClerkGen;

/// <summary>One place where an answer differs from the OpenAPI document. Holds no value of the answer, only where it stood.</summary>
/// <param name="Kind">What is different.</param>
/// <param name="Path">
/// Where, as a JSONPath (RFC 9535): <c>$.data[3].email_addresses[0].object</c>. Names longer than 64 characters are cut.
/// </param>
/// <param name="OperationId">Operation whose answer it is, or null when unknown.</param>
public readonly record struct ApiDeviation(ApiDeviationKind Kind, string Path, string? OperationId);
