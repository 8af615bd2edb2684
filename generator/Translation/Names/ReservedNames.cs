namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Names that emitted classes inherit from the runtime and from <see cref="object"/>, sorted. A member of that name would
/// hide an inherited one (CS0108). A test reads them from the runtime's own types, so that a member that is added there is
/// missing here for no longer than a build.
/// </summary>
internal static class ReservedNames
{
    /// <summary>
    /// Members of the client, which also declares <c>Description</c>, <c>ErrorTables</c>, <c>FromEnvironment</c>,
    /// <c>JsonTypeInfoResolver</c> and <c>SecuritySchemes</c> itself.
    /// </summary>
    public static readonly string[] OfClient =
    [
        "Description", "Equals", "ErrorTables", "Finalize", "FromEnvironment", "GetHashCode", "GetType", "JsonTypeInfoResolver", "MemberwiseClone",
        "OnReceived", "OnReceivedAsync", "OnSending", "OnSendingAsync", "ReferenceEquals", "SecuritySchemes", "SendAsync", "SendRawAsync", "ToString",
    ];

    /// <summary>Members of the client's options, which also declare <c>FromEnvironment</c> themselves.</summary>
    public static readonly string[] OfOptions =
    [
        "AllowInsecureHttp", "ApiVersion", "AttemptTimeout", "BaseAddress", "Equals", "Finalize", "FromEnvironment", "GetCredential",
        "GetCredentialProvider", "GetHashCode", "GetParameter", "GetServerVariable", "GetType", "KeepJson", "MaxDepth", "MaxErrorTextLength",
        "MaxResponseBytes", "MaxRetries", "MemberwiseClone", "OnAttempt", "OnDeprecation", "OnDeviation", "OnExchange", "ReferenceEquals", "RetryHandling",
        "SetCredential", "SetCredentialProvider", "SetCredentialsFromEnvironment", "SetParameter", "SetParameterValue", "SetServerVariable", "StreamIdleTimeout",
        "StrictReading", "Timeout", "ToString", "TrustedServers", "UseTimeProvider", "UserAgent",
    ];
}
