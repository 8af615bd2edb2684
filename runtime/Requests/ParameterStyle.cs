using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How arrays and objects of a parameter become text (OpenAPI 3.1, Parameter Object, <c>style</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary>Comma-separated; paths and headers.</summary>
    Simple,

    /// <summary>Dot-prefixed; paths (RFC 6570, section 3.2.5).</summary>
    Label,

    /// <summary>Semicolon-prefixed name and value; paths (RFC 6570, section 3.2.7).</summary>
    Matrix,

    /// <summary>Name and value; queries, cookies and forms (RFC 6570, section 3.2.8).</summary>
    Form,

    /// <summary>Space-separated; queries.</summary>
    SpaceDelimited,

    /// <summary>Pipe-separated; queries.</summary>
    PipeDelimited,

    /// <summary>Members in brackets after the name; queries.</summary>
    DeepObject,
}
