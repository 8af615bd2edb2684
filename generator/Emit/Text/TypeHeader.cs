using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// The beginning of an emitted type, from its documentation to its opening brace. All types that are not nested begin here, so that what each of
/// them has is one line here.
/// </summary>
/// <param name="model">The file.</param>
/// <param name="declaration">The declaration without its accessibility.</param>
internal readonly ref struct TypeHeader(FileModel model, CSharpText declaration)
{
    private static readonly CSharpText SummaryTag = CSharpText.Of($"summary");
    private static readonly CSharpText ConverterAttribute = CSharpText.Of($"[{RuntimeNames.JsonConverterAttribute}]");

    /// <summary>Words of the document. If the user's part has documentation, they are not written.</summary>
    public DocModel? Doc { get; init; }

    /// <summary>A summary in the generator's words.</summary>
    public CSharpText Summary { get; init; }

    /// <summary>Attributes in front of <c>[GeneratedCode]</c>; an empty text is none.</summary>
    public CSharpText[]? FirstAttributes { get; init; }

    /// <summary>Attributes behind <c>[GeneratedCode]</c>; an empty text is none.</summary>
    public CSharpText[]? Attributes { get; init; }

    /// <summary>Whether the user's part is of another type of the file.</summary>
    public bool IsCompanion { get; init; }

    /// <summary>The type's accessibility.</summary>
    public EmittedAccessibility Accessibility { get; init; } = model.Accessibility;

    // Analyzers and coverage skip generated types. They would skip the user's part of one too.
    private bool IsMarked => IsCompanion || model.UserPart is null;

    /// <summary>The attribute by which <c>JsonSerializer</c> reads and writes the type, unless the user's part has one.</summary>
    public static CSharpText Converter(FileModel model) => model.UserPart is { HasConverter: true } ? CSharpText.None : ConverterAttribute;

    /// <summary>Writes the header and opens the type's block.</summary>
    public void Open(SourceWriter writer)
    {
        if (Doc is not null && model.UserPart is not { HasDocs: true })
        {
            MemberText.WriteDoc(writer, Doc);
        }

        if (!Summary.IsEmpty)
        {
            writer.WriteDoc(SummaryTag, Summary, SummaryTag);
        }

        Write(writer, FirstAttributes);
        if (IsMarked)
        {
            writer.WriteLine($"{FrameworkNames.GeneratedCode}");
        }

        Write(writer, Attributes);
        writer.WriteLine($"{MemberText.Access(Accessibility)} {declaration}");
        writer.Open();
    }

    private static void Write(SourceWriter writer, CSharpText[]? attributes)
    {
        foreach (CSharpText attribute in attributes ?? [])
        {
            if (!attribute.IsEmpty)
            {
                writer.WriteLine($"{attribute}");
            }
        }
    }
}
