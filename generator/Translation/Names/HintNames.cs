using System.Globalization;
using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Names the emitted files. Roslyn throws all output away when two names of a compilation differ in case only, or hold a character that it
/// does not like; and the files are written to disk with <c>EmitCompilerGeneratedFiles</c>, where paths may not be long.
/// </summary>
internal static class HintNames
{
    private const int MaximumLength = 120;

    /// <summary>The name of the file with a type; unique as long as the type's name is, ignoring case, in its namespace.</summary>
    public static string Of(DocumentOptions options, string typeName)
    {
        string full = options.Namespace + "." + typeName;
        StringBuilder name = new();
        bool isExact = full.Length <= MaximumLength;
        foreach (char c in full)
        {
            bool isSafe = c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '_';
            isExact &= isSafe;
            name.Append(isSafe ? c : '_');
            if (name.Length == MaximumLength)
            {
                break;
            }
        }

        if (!isExact)
        {
            name.Append('_').Append(Identifiers.Hash(full.ToUpperInvariant()).ToString("x8", CultureInfo.InvariantCulture));
        }

        return name.Append(".g.cs").ToString();
    }
}
