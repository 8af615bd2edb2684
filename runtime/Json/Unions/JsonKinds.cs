using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>JSON kinds that a variant of a union can have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum JsonKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Objects.</summary>
    Object = 1,

    /// <summary>Arrays.</summary>
    Array = 2,

    /// <summary>Strings.</summary>
    String = 4,

    /// <summary>Numbers without fraction and exponent.</summary>
    Integer = 8,

    /// <summary>Numbers of any form, integers included.</summary>
    Number = 16,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 32,
}
