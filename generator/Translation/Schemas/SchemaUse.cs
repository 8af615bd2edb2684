namespace ClerkGen.Generator.Translation;

/// <summary>Where a schema's values travel.</summary>
[Flags]
internal enum SchemaUse
{
    /// <summary>In no operation: a component that nothing refers to.</summary>
    None = 0,

    /// <summary>In a request: optional and nullable members are tracked.</summary>
    Sent = 1,

    /// <summary>In a response.</summary>
    Received = 2,

    /// <summary>As the whole of a multipart body: binary members are files.</summary>
    Parts = 4,
}
