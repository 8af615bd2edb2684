namespace ClerkGen.Generator.Translation;

/// <summary>
/// What an inline type would like to be called: the words of what it stands in, then its own. A component ignores it, as it has a name.
/// </summary>
internal readonly record struct SuggestedName
{
    private SuggestedName(string text) => Text = text;

    /// <summary>A PascalCase identifier.</summary>
    public string Text { get; }

    /// <summary>Starts from any text, such as an operation id.</summary>
    public static SuggestedName From(string text) => new(Identifiers.Pascal(text, "Type"));

    /// <summary>The same with the words of <paramref name="role"/> (a property's or parameter's name, <c>Request</c>, <c>Response</c>) behind.</summary>
    public SuggestedName Then(string role) => new(Identifiers.Join(Text, Identifiers.Pascal(role, "Value")));

    /// <summary>What one item of a list of this name is called: <c>Users</c> → <c>User</c>, <c>Staff</c> → <c>StaffItem</c>.</summary>
    public SuggestedName Item() => new(Identifiers.Singular(Text) ?? Text + "Item");
}
