namespace ClerkGen.Generator.Diagnostics;

/// <summary>The kinds of reading diagnostics. The first group means that there is no document; the others cost a part of it or nothing.</summary>
internal enum ReadDiagnosticKind
{
    /// <summary>The text is neither YAML nor JSON. Error; nothing is read.</summary>
    InvalidSyntax,

    /// <summary>The text is empty or not an OpenAPI document. Error; nothing is read.</summary>
    NotOpenApi,

    /// <summary>The document's version of OpenAPI is not 2.0, 3.0, 3.1 or 3.2. Error; nothing is read.</summary>
    UnsupportedVersion,

    /// <summary>The document is too large, too deep, or grows too much when its aliases are written out. Error.</summary>
    LimitExceeded,

    /// <summary>A mapping contains a key twice; the last one counts. Warning.</summary>
    DuplicateKey,

    /// <summary>The file holds more than one YAML document; the first one counts. Warning.</summary>
    SecondDocument,

    /// <summary>YAML that JSON has no form for, or that YAML 1.2's core schema does not know: a merge key, a tag, a collection as a key. Warning.</summary>
    UnusualYaml,

    /// <summary>A YAML alias without an anchor before it, or inside the node it names. Warning; the node counts as null.</summary>
    InvalidAlias,

    /// <summary>A reference to something that is not there, or to a file the compiler was not handed. Warning; the part concerned is left open.</summary>
    UnresolvedReference,

    /// <summary>References that only lead to each other. Warning; the part concerned is left open.</summary>
    ReferenceRing,

    /// <summary>A part that does not have the form that OpenAPI asks for. Warning; the part is left out, the rest is read.</summary>
    UnreadablePart,

    /// <summary>The document breaks a rule of OpenAPI that a client can live with. Warning.</summary>
    RuleBroken,

    /// <summary>An overlay, or one of its actions, that cannot be read or applied. Error; the rest of the overlay is applied.</summary>
    InvalidOverlay,

    /// <summary>An action of an overlay that matches nothing. Warning.</summary>
    OverlayWithoutTarget,

    /// <summary>A keyword of schemas that C# types cannot express, reported at its first place. Information.</summary>
    KeywordNotExpressed,

    /// <summary>A dynamic reference whose anchor nothing binds before there are values. Warning; any value is accepted.</summary>
    DynamicReferenceOpen,

    /// <summary>A flaw of a part that is never emitted, such as a link or an example. Information.</summary>
    PartWithoutEffect,
}
