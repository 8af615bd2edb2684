using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Generator.Surface;

/// <summary>
/// The public API as lines of text, to be checked in and merged: a line for each type and member, its full name first, in ordinal order.
/// Nothing but the API decides the text: no culture, system, path or order of the document.
/// </summary>
internal static class ApiListing
{
    private const string Head = "# The public API that ClerkGen emits. 'clerkgen baseline' writes this file.";

    /// <summary>The lines of an emitted file, in no order.</summary>
    public static IEnumerable<ApiLine> Of(string text)
    {
        foreach (ApiType type in ApiSurface.Of(ApiSurface.TypesOf(text, SyntaxKind.PublicKeyword)).Types)
        {
            string name = type.Namespace.Length > 0 ? $"{type.Namespace}.{type.Name}" : type.Name;
            yield return new ApiLine(name, type.Text) { Type = type.Name };
            foreach (ApiMember member in type.Members)
            {
                // A constructor is called like its type, as nothing else in it may be.
                string own = member.Name == ".ctor" ? type.Name.Substring(type.Name.LastIndexOf('.') + 1) : member.Name;
                yield return new ApiLine($"{name}.{own}", member.Text) { Type = type.Name, Member = member.Name };
            }
        }
    }

    /// <summary>
    /// A line of a listing, or null for another line, such as a mark of a merge (<c>&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD</c>).
    /// </summary>
    public static ApiLine? Parse(string text)
    {
        int space = text.IndexOf(' ');
        return space > 0 && space < text.Length - 1 && (text[0] == '_' || char.IsLetter(text[0]))
            ? new ApiLine(text.Substring(0, space), text.Substring(space + 1))
            : null;
    }

    /// <summary>Whether a line of a file is not about the API.</summary>
    public static bool IsIgnored(string text) => text.Length == 0 || text[0] == '#';

    /// <summary>The whole listing; lines end with <c>\n</c>.</summary>
    public static string Text(IEnumerable<ApiLine> lines)
    {
        SortedSet<string> texts = new(lines.Select(static line => line.Text), StringComparer.Ordinal);
        StringBuilder listing = new(Head);
        listing.Append('\n');
        foreach (string text in texts)
        {
            listing.Append(text).Append('\n');
        }

        return listing.ToString();
    }
}

/// <summary>A type or a member of the public API.</summary>
/// <param name="Name">Full name: namespace, type, member.</param>
/// <param name="Declaration">As C# declares it.</param>
internal sealed record ApiLine(string Name, string Declaration)
{
    /// <summary>Simple name of the type, as the surface has it; empty for a line that was read.</summary>
    public string Type { get; init; } = "";

    /// <summary>Name of the member, as the surface has it; empty for a type.</summary>
    public string Member { get; init; } = "";

    /// <summary>The line.</summary>
    public string Text => $"{Name} {Declaration}";

    /// <summary>Whether it is a type: the keyword of one follows its modifiers.</summary>
    public bool IsType
    {
        get
        {
            foreach (string word in Declaration.Split(' '))
            {
                if (word is "class" or "struct" or "interface" or "record")
                {
                    return true;
                }

                if (word is not ("public" or "sealed" or "static" or "abstract" or "readonly" or "ref" or "protected" or "internal"))
                {
                    return false;
                }
            }

            return false;
        }
    }
}
