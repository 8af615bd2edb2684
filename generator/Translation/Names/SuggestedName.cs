using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>The name that a type proposes. For an inline type: the words of its owner, then its own.</summary>
/// <param name="Text">A PascalCase identifier.</param>
/// <param name="Alternative">The second proposal, or null.</param>
/// <param name="IsChosen">Whether the document's author chose it.</param>
/// <param name="Scope">The scope in which equal types are united, or null for the whole document. Not
/// inherited by the types inside.</param>
/// <param name="VariantScope">The same for the variants of a union of whole bodies, which have separate names there.</param>
/// <param name="UnionScope">The same for a union, instead of <paramref name="Scope"/>: what an operation takes and gives may be one.</param>
internal readonly record struct SuggestedName(
    string Text, string? Alternative = null, bool IsChosen = false, string? Scope = null, string? VariantScope = null, string? UnionScope = null)
{
    /// <summary>Starts from any text, such as an operation id.</summary>
    public static SuggestedName From(string text) => new(Identifiers.Keep(text, "Type"));

    /// <summary>
    /// The name of a component: <c>x-clerkgen-name</c>, else <c>x-speakeasy-name-override</c>, else the meaning of its key, else its key.
    /// All but the first are wishes only: where the name is taken, the key is used.
    /// </summary>
    /// <param name="schema">The component.</param>
    /// <param name="key">Its key.</param>
    /// <param name="meaning">The meaning of its key if it differs from the key, or null.</param>
    public static SuggestedName Of(IOpenApiSchema schema, string key, string? meaning = null)
    {
        string own = Identifiers.Pascal(key, "Schema");
        if (ChosenNames.Own(schema) is { } chosen)
        {
            return new SuggestedName(Identifiers.Keep(chosen, "Schema"), IsChosen: true);
        }

        return ChosenNames.Find(schema) is { } wish ? new SuggestedName(Identifiers.Keep(wish, "Schema"), own)
            : meaning is not null ? new SuggestedName(meaning, own)
            : new SuggestedName(own);
    }

    /// <summary>
    /// The same with the words of <paramref name="role"/> (a property's or parameter's name, <c>Request</c>, <c>Response</c>) behind.
    /// </summary>
    public SuggestedName Then(string role) => new(Identifiers.Join(Text, Identifiers.Pascal(role, "Value")));

    /// <summary>The same, with more words behind when the name is taken.</summary>
    public SuggestedName Or(string role) => this with { Alternative = Identifiers.Join(Text, role) };

    /// <summary>The name of an item in a list of this name: <c>Users</c> → <c>User</c>, <c>Staff</c> → <c>StaffItem</c>.</summary>
    public SuggestedName Item()
    {
        string item = Identifiers.Join(Text, "Item");
        return (Plurals.Singular(Text) is { } singular ? new SuggestedName(singular, item) : new SuggestedName(item)) with { Scope = Scope };
    }

    /// <summary>Which of two names for one type is better: chosen ones, then the shorter, then the first in ordinal order.</summary>
    public static int Compare(SuggestedName left, SuggestedName right)
    {
        int order = right.IsChosen.CompareTo(left.IsChosen);
        order = order != 0 ? order : left.Text.Length.CompareTo(right.Text.Length);
        return order != 0 ? order : string.CompareOrdinal(left.Text, right.Text);
    }
}
