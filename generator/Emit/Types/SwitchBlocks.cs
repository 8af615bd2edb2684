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

    /// <summary>Writes a method or property whose result depends on a value's type: a switch expression, or several switches that return.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="member">The member up to its body.</param>
    /// <param name="value">The value.</param>
    /// <param name="cases">Types, and the result for a <c>variant</c> of each.</param>
    /// <param name="otherwise">The result for any other value.</param>
    /// <param name="isProperty">Whether statements need a getter.</param>
    public static void WriteResult(
        SourceWriter writer, CSharpText member, CSharpText value, IReadOnlyList<TypeCase> cases, CSharpText otherwise, bool isProperty = false)
    {
        if (cases.Count > Cases)
        {
            writer.WriteLine($"{member}");
            writer.Open();
            if (isProperty)
            {
                writer.WriteLine($"get");
                writer.Open();
            }

            OverType(writer, value, cases, one => writer.WriteLine($"case {one.Type} variant: return {one.Code};"));
            writer.WriteLine($"return {otherwise};");
            if (isProperty)
            {
                writer.Close();
            }

            writer.Close();
            return;
        }

        writer.WriteLine($"{member} => {value} switch");
        writer.Open();
        foreach (TypeCase one in cases)
        {
            writer.WriteLine($"{one.Type} variant => {one.Code},");
        }

        writer.WriteLine($"_ => {otherwise},");
        writer.Close(CSharpText.Of($";"));
    }

    /// <summary>Writes the last statements of a method, which depend on a value's type: one switch, or several that return.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="cases">Types, and the statement for a <c>variant</c> of each.</param>
    /// <param name="otherwise">The statement for any other value.</param>
    public static void WriteStatements(SourceWriter writer, CSharpText value, IReadOnlyList<TypeCase> cases, CSharpText otherwise)
    {
        if (cases.Count > Cases)
        {
            OverType(writer, value, cases, one => writer.WriteLine($"case {one.Type} variant: {one.Code} return;"));
            writer.WriteLine($"{otherwise}");
            return;
        }

        writer.WriteLine($"switch ({value})");
        writer.Open();
        foreach (TypeCase one in cases)
        {
            writer.WriteLine($"case {one.Type} variant: {one.Code} break;");
        }

        WriteDefault(writer, otherwise);
        writer.Close();
    }

    private static void OverType(SourceWriter writer, CSharpText value, IReadOnlyList<TypeCase> cases, Action<TypeCase> writeCase)
    {
        for (int from = 0; from < cases.Count; from += Cases)
        {
            writer.WriteLine($"switch ({value})");
            writer.Open();
            for (int i = from; i < Math.Min(cases.Count, from + Cases); i++)
            {
                writeCase(cases[i]);
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

    /// <summary>A case of a switch over types.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="Code">An expression or a statement about a <c>variant</c> of the type.</param>
    public readonly record struct TypeCase(CSharpText Type, CSharpText Code);
}
