using System.Text;

namespace ClerkGen.Generator.Model;

/// <summary>
/// Names of types without namespaces and nullability, to compare the user's methods with emitted ones. Emitted types have no namespace yet
/// when the user's code is read.
/// </summary>
internal static class SimpleTypeNames
{
    /// <summary><c>global::System.Collections.Generic.List&lt;global::Api.User?&gt;</c> → <c>List&lt;User&gt;</c>.</summary>
    public static string Of(string type)
    {
        StringBuilder simple = new(type.Length);
        int nameStart = 0;
        foreach (char c in type)
        {
            switch (c)
            {
                case '.' or ':':
                    simple.Length = nameStart;
                    break;
                case '?' or ' ' or '@':
                    break;
                case '<' or '>' or ',' or '[' or ']' or '(' or ')':
                    simple.Append(c);
                    nameStart = simple.Length;
                    break;
                default:
                    simple.Append(c);
                    break;
            }
        }

        return simple.ToString();
    }
}
