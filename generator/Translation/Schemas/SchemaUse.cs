namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Where a schema's values travel.</summary>
[Flags]
internal enum SchemaUse
{
    /// <summary>In no operation: a component that nothing refers to.</summary>
    None = 0,

    /// <summary>In a request, as JSON or as the text of a parameter. Null and absence differ.</summary>
    Sent = 1,

    /// <summary>In a response, as JSON.</summary>
    Received = 2,

    /// <summary>As a whole multipart body or form, member by member. Binary members are files.</summary>
    Parts = 4,

    /// <summary>In the JSON of another type, wherever that travels.</summary>
    Member = 8,

    /// <summary>In a request, in whatever form.</summary>
    InRequest = Sent | Parts,

    /// <summary>As JSON, and not only as parts.</summary>
    InJson = Sent | Received | Member,
}
