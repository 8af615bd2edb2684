using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// The members that an emitted type declares for any document. No other member can have their names, and neither can the type itself (C#
/// specification, section 15.3.1): a schema called <c>Value</c> is no union called <c>Value</c>.
/// </summary>
/// <param name="kind">The word that is put behind a name that the type cannot have.</param>
/// <param name="names">Names of the members.</param>
internal sealed class OwnMembers(string kind, params string[] names)
{
    /// <summary>Members of a class with the properties of a schema.</summary>
    public static readonly OwnMembers OfObject = new("Object", "ReadJson");

    /// <summary>Members of an open enum.</summary>
    public static readonly OwnMembers OfEnum = new(
        "Enum", "Value", "Values", "IsKnown", "Known", "Equals", "GetHashCode", "ToString", "TryParse", "ReadJson");

    /// <summary>Members of a union.</summary>
    public static readonly OwnMembers OfUnion = new(
        "Union", "Value", "Variants", "ReadJson", "Format", "FromItems", "GetEnumerator");

    /// <summary>Members of an identifier.</summary>
    public static readonly OwnMembers OfId = new("Id", "Value", "Parse", "TryParse", "Equals", "GetHashCode", "ToString", "ReadJson", "WriteJson", "Format");

    /// <summary>Names of the members.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The word that is put behind a name that the type cannot have.</summary>
    public string Kind => kind;

    /// <summary>The name itself, or one like it when the type cannot have it.</summary>
    public string NameOfType(string wanted) => Array.IndexOf(names, wanted) < 0 ? wanted : Identifiers.Join(wanted, kind);
}
