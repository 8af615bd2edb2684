namespace ClerkGen.Generator.Model;

/// <summary>The JSON form of a schema's numbers.</summary>
internal enum NumberForm
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Numbers, and strings that contain one. ASP.NET Core and Pydantic describe accepted numbers that way.</summary>
    NumberOrText,

    /// <summary>Strings that hold a number: how decimals keep their digits.</summary>
    Text,
}
