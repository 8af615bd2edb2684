using ClerkGen.Generator.Emit.Text;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>
/// Prints what would be a switch of many cases as several of few. The compiler keeps, for each case, what is left when it does not match: its time
/// and memory grow with the square of the cases.
/// </summary>
internal static class SwitchBlocks
{
    /// <summary>The most cases that are one switch.</summary>
    public const int Cases = 64;

    /// <summary>Writes switches over an index, inside a switch that selects among them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="index">A local variable.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="writeCase">Writes the case of an index.</param>
    /// <param name="otherwise">The statement for any other index, or null if there is no other.</param>
    public static void OverIndex(SourceWriter writer, CSharpText index, int count, Action<int> writeCase, CSharpText otherwise = default)
    {
        writer.WriteLine($"switch ({index} / {Cases})");
        writer.Open();
        for (int from = 0; from < count; from += Cases)
        {
            writer.WriteLine($"case {from / Cases}:");
            writer.Indentation++;
            writer.WriteLine($"switch ({index})");
            writer.Open();
            for (int i = from; i < Math.Min(count, from + Cases); i++)
            {
                writeCase(i);
            }

            WriteDefault(writer, otherwise);
            writer.Close();
            writer.WriteLine();
            writer.WriteLine($"break;");
            writer.Indentation--;
        }

        WriteDefault(writer, otherwise);
        writer.Close();
    }

    /// <summary>Writes switches over a value's type, one after the other. The statements after them handle all other values.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="writeCase">Writes the case of an index, which returns.</param>
    public static void OverType(SourceWriter writer, CSharpText value, int count, Action<int> writeCase)
    {
        for (int from = 0; from < count; from += Cases)
        {
            writer.WriteLine($"switch ({value})");
            writer.Open();
            for (int i = from; i < Math.Min(count, from + Cases); i++)
            {
                writeCase(i);
            }

            writer.Close();
            writer.WriteLine();
        }
    }

    private static void WriteDefault(SourceWriter writer, CSharpText otherwise)
    {
        if (!otherwise.IsEmpty)
        {
            writer.WriteLine($"default: {otherwise} break;");
        }
    }
}
