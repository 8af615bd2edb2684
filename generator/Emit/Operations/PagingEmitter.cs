using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the method that enumerates all items of a list, and how it finds its way from page to page.</summary>
internal static class PagingEmitter
{
    /// <summary>Writes how the method finds its way from page to page.</summary>
    public static void WriteField(SourceWriter writer, OperationModel operation, PagingModel paging)
    {
        CSharpText types = CSharpText.Of($"<{TypeText.Of((paging.Page?.Result ?? operation.Result).Type!)}, {TypeText.Of(paging.Item)}>");
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
        CSharpText summary = CSharpText.Of($"summary");
        CSharpText text = CSharpText.Of($"{CSharpText.Doc(operation.Doc.Summary)} Enumerates the items of all pages.");
        writer.WriteDoc(summary, text, summary);
        CSharpText returns = CSharpText.Of($"returns");
        writer.WriteDoc(returns, CSharpText.Of($"The items. Pages are fetched during enumeration."), returns);
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
        PagingKind.Offset => CSharpText.Of($"Offset"),
        PagingKind.Page => CSharpText.Of($"Page"),
        PagingKind.Cursor => CSharpText.Of($"Cursor"),
        _ => CSharpText.Of($"Links"),
    };

    private static CSharpText Arguments(PagingModel paging)
    {
        CSharpText limit = CSharpText.LiteralOrNull(paging.LimitParameter);
        CSharpText position = paging.PositionParameter is { } name ? CSharpText.Of($"{CSharpText.Literal(name)}, ") : CSharpText.None;
        CSharpText text = CSharpText.Of($"{limit}, {position}{paging.PageSize}, static page => page{Member(paging.Items)}");
        return text + paging.Kind switch
        {
            PagingKind.Link => CSharpText.None,
            PagingKind.Cursor => Selector(CSharpText.Of($"cursor"), paging.Cursor) + HasMore(paging),
            _ => Selector(CSharpText.Of($"total"), paging.Total)
                + Selector(CSharpText.Of($"number"), paging.Number)
                + Selector(CSharpText.Of($"pages"), paging.Pages)
                + HasMore(paging)
                + Flag(CSharpText.Of($"startsAtOne"), paging.StartsAtOne)
                + Flag(CSharpText.Of($"followsLinks"), paging.FollowsLinks),
        };
    }

    private static CSharpText HasMore(PagingModel paging) => paging is { HasMore: null, IsLast: { } last }
        ? CSharpText.Of($", hasMore: static page => !page{Member(last)}")
        : Selector(CSharpText.Of($"hasMore"), paging.HasMore);

    private static CSharpText Selector(CSharpText name, PageMemberModel? member) => member is null
        ? CSharpText.None
        : CSharpText.Of($", {name}: static page => page{Member(member)}");

    private static CSharpText Flag(CSharpText name, bool isSet) =>
        isSet ? CSharpText.Of($", {name}: true") : CSharpText.None;

    private static CSharpText Member(PageMemberModel? member)
    {
        CSharpText text = CSharpText.None;
        foreach (PageStepModel step in member?.Steps ?? EquatableArray<PageStepModel>.Empty)
        {
            text += (text.IsEmpty ? CSharpText.Of($".") : CSharpText.Of($"?.")) + CSharpText.Identifier(step.Property);
        }

        return text;
    }
}
