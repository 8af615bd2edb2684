using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the method that enumerates all items of a list, and how it finds its way from page to page.</summary>
internal static class PagingEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, PagingModel paging, CSharpText field)
    {
        CSharpText pagingField = CSharpText.Identifier("", operation.Name, "Paging");
        CSharpText types = CSharpText.Template("<") + CSharpText.Type(operation.Result.Type!.Name) + CSharpText.Template(", ")
            + CSharpText.Type(paging.Item.Name) + CSharpText.Template(">");
        writer.WriteLine($"private static readonly {RuntimeNames.ApiPaging}{types} {pagingField} =");
        writer.Indentation++;
        writer.WriteLine($"{RuntimeNames.ApiPaging}.{Factory(paging.Kind)}{types}({Arguments(paging)});");
        writer.Indentation--;
        CSharpText summary = CSharpText.Template("summary");
        CSharpText text = CSharpText.Doc(operation.Doc.Summary) + CSharpText.Template(" Enumerates the items of all pages.");
        writer.WriteDoc(summary, text, summary);
        CSharpText returns = CSharpText.Template("returns");
        writer.WriteDoc(returns, CSharpText.Template("The items, page by page as they are enumerated."), returns);
        OperationEmitter.WriteInheritedDoc(writer, operation);
        CSharpText name = OperationEmitter.Name(operation, OperationMethods.All);
        CSharpText item = CSharpText.Type(paging.Item.Name);
        CSharpText head = OperationEmitter.Head(operation, OperationMethods.All);
        writer.WriteLine($"""
            {head} {FrameworkNames.IAsyncEnumerable}<{item}> {name}({SignatureText.Parameters(operation)}) =>
                base.AllAsync({pagingField}, {field}, {SignatureText.RequestCall(operation)}, options, cancellationToken);
            """);
    }

    private static CSharpText Factory(PagingKind kind) => kind switch
    {
        PagingKind.Offset => CSharpText.Template("Offset"),
        PagingKind.Page => CSharpText.Template("Page"),
        _ => CSharpText.Template("Cursor"),
    };

    private static CSharpText Arguments(PagingModel paging)
    {
        CSharpText text = CSharpText.LiteralOrNull(paging.LimitParameter) + CSharpText.Template(", ")
            + CSharpText.Literal(paging.PositionParameter) + CSharpText.Template(", ") + CSharpText.Number(paging.PageSize)
            + CSharpText.Template(", static page => page") + Member(paging.ItemsProperty);
        return paging.Kind == PagingKind.Cursor
            ? text + Selector(CSharpText.Template("cursor"), paging.CursorProperty)
                + Selector(CSharpText.Template("hasMore"), paging.HasMoreProperty)
            : text + Selector(CSharpText.Template("total"), paging.TotalProperty);
    }

    private static CSharpText Selector(CSharpText name, string? property) => property is null
        ? CSharpText.None
        : CSharpText.Template(", ") + name + CSharpText.Template(": static page => page") + Member(property);

    private static CSharpText Member(string? property) =>
        property is null ? CSharpText.None : CSharpText.Template(".") + CSharpText.Identifier(property);
}
