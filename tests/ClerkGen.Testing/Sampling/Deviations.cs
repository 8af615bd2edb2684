namespace ClerkGen.Testing;

/// <summary>Ways in which a response may differ from what its document promises, and which a tolerant client survives.</summary>
[Flags]
public enum Deviations
{
    /// <summary>None: the response conforms.</summary>
    None = 0,

    /// <summary>Every object has members that the document does not know.</summary>
    UnknownMembers = 1,

    /// <summary>Every string enumeration of more than one value has a value that it does not list.</summary>
    UnknownEnumValues = 2,

    /// <summary>Required members that are not nullable are null in some places.</summary>
    NullMembers = 4,

    /// <summary>Required members are missing in some places.</summary>
    MissingMembers = 8,
}
