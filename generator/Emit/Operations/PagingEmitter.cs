using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the method that enumerates all items of a list, and how it finds its way from page to page.</summary>
internal static class PagingEmitter
{
    /// <summary>Writes how the method finds its way from page to page.</summary>
    public static void WriteField(SourceWriter writer, OperationModel operation, PagingModel paging)
    {
        CSharpText types = CSharpText.Template("<") + TypeText.Of((paging.Page?.Result ?? operation.Result).Type!) + CSharpText.Template(", ")
            + TypeText.Of(paging.Item) + CSharpText.Template(">");
        writer.StartMember();
        writer.WriteLine($"""
            private static readonly {RuntimeNames.ApiPaging}{types} {Field(operation)} =
                {RuntimeNames.ApiPaging}.{Factory(paging.Kind)}{types}({Arguments(paging)});
            """);
    }

    /// <summary>Writes the method.</summary>
    /// <param name="writer">Inside the group.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="paging">How its pages follow each other.</param>
    /// <param name="field">The field with the operation.</param>
    public static void Emit(SourceWriter writer, OperationModel operation, PagingModel paging, CSharpText field)
    {
        writer.StartMember();
        CSharpText summary = CSharpText.Template("summary");
        CSharpText text = CSharpText.Doc(operation.Doc.Summary) + CSharpText.Template(" Enumerates the items of all pages.");
        writer.WriteDoc(summary, text, summary);
        CSharpText returns = CSharpText.Template("returns");
        writer.WriteDoc(returns, CSharpText.Template("The items. Pages are fetched during enumeration."), returns);
        OperationEmitter.WriteInheritedDoc(writer, operation);
        CSharpText name = OperationEmitter.Name(operation, OperationMethods.All);
        CSharpText item = TypeText.Of(paging.Item);
        CSharpText head = OperationEmitter.Head(operation, OperationMethods.All);
        writer.WriteLine($"""
            {head} {FrameworkNames.IAsyncEnumerable}<{item}> {name}({SignatureText.Parameters(operation)}) =>
                base.AllAsync({Field(operation)}, {field}, {SignatureText.RequestCall(operation)}, options, cancellationToken);
            """);
    }

    /// <summary>The field with the operation that asks for pages alone, where it answers with other types too.</summary>
    public static CSharpText PageField(OperationModel operation) => CSharpText.Identifier("", operation.Name, "PageForm");

    private static CSharpText Field(OperationModel operation) => CSharpText.Identifier("", operation.Name, "Paging");

    private static CSharpText Factory(PagingKind kind) => kind switch
    {
        PagingKind.Offset => CSharpText.Template("Offset"),
        PagingKind.Page => CSharpText.Template("Page"),
        PagingKind.Cursor => CSharpText.Template("Cursor"),
        _ => CSharpText.Template("Links"),
    };

    private static CSharpText Arguments(PagingModel paging)
    {
        CSharpText text = CSharpText.LiteralOrNull(paging.LimitParameter) + CSharpText.Template(", ")
            + (paging.PositionParameter is { } position ? CSharpText.Literal(position) + CSharpText.Template(", ") : CSharpText.None)
            + CSharpText.Number(paging.PageSize) + CSharpText.Template(", static page => page") + Member(paging.Items);
        return text + paging.Kind switch
        {
            PagingKind.Link => CSharpText.None,
            PagingKind.Cursor => Selector(CSharpText.Template("cursor"), paging.Cursor) + HasMore(paging),
            _ => Selector(CSharpText.Template("total"), paging.Total)
                + Selector(CSharpText.Template("number"), paging.Number)
                + Selector(CSharpText.Template("pages"), paging.Pages)
                + HasMore(paging)
                + Flag(CSharpText.Template("startsAtOne"), paging.StartsAtOne)
                + Flag(CSharpText.Template("followsLinks"), paging.FollowsLinks),
        };
    }

    private static CSharpText HasMore(PagingModel paging) => paging is { HasMore: null, IsLast: { } last }
        ? CSharpText.Template(", hasMore: static page => !page") + Member(last)
        : Selector(CSharpText.Template("hasMore"), paging.HasMore);

    private static CSharpText Selector(CSharpText name, PageMemberModel? member) => member is null
        ? CSharpText.None
        : CSharpText.Template(", ") + name + CSharpText.Template(": static page => page") + Member(member);

    private static CSharpText Flag(CSharpText name, bool isSet) =>
        isSet ? CSharpText.Template(", ") + name + CSharpText.Template(": true") : CSharpText.None;

    private static CSharpText Member(PageMemberModel? member)
    {
        CSharpText text = CSharpText.None;
        foreach (PageStepModel step in member?.Steps ?? EquatableArray<PageStepModel>.Empty)
        {
            text += (text.IsEmpty ? CSharpText.Template(".") : CSharpText.Template("?.")) + CSharpText.Identifier(step.Property);
        }

        return text;
    }
}
