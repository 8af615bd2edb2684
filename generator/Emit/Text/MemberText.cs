using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>Text that all kinds of declarations share.</summary>
internal static class MemberText
{
    private static readonly CSharpText Public = CSharpText.Of($"public");
    private static readonly CSharpText Internal = CSharpText.Of($"internal");
    private static readonly CSharpText Summary = CSharpText.Of($"summary");
    private static readonly CSharpText Remarks = CSharpText.Of($"remarks");
    private static readonly CSharpText Param = CSharpText.Of($"param");
    private static readonly CSharpText QuestionMark = CSharpText.Of($"?");

    /// <summary>The modifier of an accessibility.</summary>
    public static CSharpText Access(EmittedAccessibility accessibility) => accessibility == EmittedAccessibility.Public ? Public : Internal;

    /// <summary>The type as a member of it has it.</summary>
    public static CSharpText TypeName(TypeReference type, bool isNullable) =>
        isNullable ? TypeText.Of(type) + QuestionMark : TypeText.Of(type);

    /// <summary>The nullable form of a value type and its codec in angle brackets.</summary>
    public static CSharpText NullableTypeArguments(TypeReference type) =>
        CSharpText.Of($"<{TypeText.Of(type)}?, {RuntimeNames.NullableJson}{TypeText.Arguments(type)}>");

    /// <summary>Writes the attribute of a method that only the runtime calls, which hides it from completion in other projects.</summary>
    public static void StartHidden(SourceWriter writer)
    {
        writer.StartMember();
        writer.WriteLine($"""
            /// <inheritdoc/>
            {FrameworkNames.Hidden}
            """);
    }

    /// <summary>Writes summary and remarks.</summary>
    public static void WriteDoc(SourceWriter writer, DocModel doc)
    {
        if (doc.Summary.Length > 0)
        {
            writer.WriteDoc(Summary, CSharpText.Doc(doc.Summary), Summary);
        }

        if (doc.Remarks is { } remarks)
        {
            writer.WriteDoc(Remarks, CSharpText.Doc(remarks), Remarks);
        }
    }

    /// <summary>Writes the docs of a parameter.</summary>
    public static void WriteParameterDoc(SourceWriter writer, CSharpText name, CSharpText text) =>
        writer.WriteDoc(CSharpText.Of($"param name=\"{name}\""), text, Param);

    /// <summary>Writes <c>[Obsolete]</c> if it is deprecated, with the document's sentence about it.</summary>
    public static void WriteObsolete(SourceWriter writer, bool isDeprecated, DocModel doc)
    {
        if (isDeprecated)
        {
            writer.WriteLine($"[{FrameworkNames.Obsolete}({CSharpText.Literal(doc.Deprecation ?? "Deprecated by the API.")})]");
        }
    }
}
