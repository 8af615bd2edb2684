namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>The objects that an OpenAPI document is made of, named as the specification names them.</summary>
internal enum ElementKind
{
    /// <summary>Info Object.</summary>
    Info,

    /// <summary>Contact Object.</summary>
    Contact,

    /// <summary>License Object.</summary>
    License,

    /// <summary>Server Object.</summary>
    Server,

    /// <summary>Server Variable Object.</summary>
    ServerVariable,

    /// <summary>External Documentation Object.</summary>
    ExternalDocs,

    /// <summary>Tag Object.</summary>
    Tag,

    /// <summary>Path Item Object.</summary>
    PathItem,

    /// <summary>Operation Object.</summary>
    Operation,

    /// <summary>Parameter Object.</summary>
    Parameter,

    /// <summary>Request Body Object.</summary>
    RequestBody,

    /// <summary>Media Type Object.</summary>
    MediaType,

    /// <summary>Encoding Object.</summary>
    Encoding,

    /// <summary>Responses Object.</summary>
    Responses,

    /// <summary>Response Object.</summary>
    Response,

    /// <summary>Header Object.</summary>
    Header,

    /// <summary>Example Object.</summary>
    Example,

    /// <summary>Link Object.</summary>
    Link,

    /// <summary>Callback Object.</summary>
    Callback,

    /// <summary>Schema Object.</summary>
    Schema,

    /// <summary>Discriminator Object.</summary>
    Discriminator,

    /// <summary>XML Object.</summary>
    Xml,

    /// <summary>Security Scheme Object.</summary>
    SecurityScheme,

    /// <summary>OAuth Flows Object.</summary>
    OAuthFlows,

    /// <summary>OAuth Flow Object.</summary>
    OAuthFlow,

    /// <summary>Security Requirement Object.</summary>
    SecurityRequirement,
}
