using System.Globalization;
using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Names the emitted files. Roslyn discards all output if two names of a compilation differ only in case, or contain a character that it
/// rejects. With <c>EmitCompilerGeneratedFiles</c> the files are written to disk, where paths are limited.
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
