using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints an operation: its descriptor and methods; <see cref="RequestEmitter"/> prints what builds its request.</summary>
internal static class OperationEmitter
{
    private static readonly CSharpText Exception = CSharpText.Of($"exception");
    private static readonly CSharpText Returns = CSharpText.Of($"returns");

    /// <summary>Writes the operation's facts for the runtime.</summary>
    /// <param name="writer">Inside the group.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="clientName">The client, whose error tables are used.</param>
    /// <param name="security">The field with the ways to authenticate, or nothing.</param>
    public static void WriteFields(SourceWriter writer, OperationModel operation, string clientName, CSharpText security)
    {
        WriteField(writer, operation, Field(operation), clientName, security);
        if (operation.Paging is { } paging)
        {
            if (paging.Page is { } page)
            {
                WriteField(writer, operation with { Result = page.Result, Accept = page.Accept }, PagingEmitter.PageField(operation), clientName, security);
            }

            PagingEmitter.WriteField(writer, operation, paging);
        }
    }

    private static void WriteField(SourceWriter writer, OperationModel operation, CSharpText field, string clientName, CSharpText security)
    {
        List<CSharpText> initializer = Initializer(operation);
        CSharpText end = initializer.Count == 0 ? CSharpText.Of($";") : CSharpText.None;
        writer.StartMember();
        writer.WriteLine($"""
            private static readonly {RuntimeNames.ApiOperation}{ResultText.TypeArgument(operation.Result)} {field} = new(
                {Arguments(operation, clientName, security)}){end}
            """);
        if (initializer.Count > 0)
        {
            writer.Open();
            foreach (CSharpText assignment in initializer)
            {
                writer.WriteLine($"{assignment},");
            }

            writer.Close(CSharpText.Of($";"));
        }
    }

    private static CSharpText Field(OperationModel operation) =>
        CSharpText.Identifier("", operation.Name, operation.FormOf is null ? "Operation" : "Form");

    private static CSharpText Arguments(OperationModel operation, string clientName, CSharpText security)
    {
        List<CSharpText> arguments =
        [
            CSharpText.Literal(operation.Id),
            CSharpText.Literal(operation.Method),
            CSharpText.Literal(operation.PathTemplate),
            ResultText.Reader(operation.Result),
        ];
        if (operation.Errors is { } errors)
        {
            arguments.Add(CSharpText.Of($"{ClientNames.Errors(clientName)}.{CSharpText.Identifier(errors)}"));
        }

        if (!security.IsEmpty)
        {
            arguments.Add(operation.Errors is null ? CSharpText.Of($"security: {security}") : security);
        }

        return CSharpText.List(arguments);
    }

    private static List<CSharpText> Initializer(OperationModel operation)
    {
        List<CSharpText> assignments = [];
        if (operation.Accept is { } accept)
        {
            assignments.Add(CSharpText.Of($"Accept = {CSharpText.Literal(accept)}"));
        }

        if (operation.Server is { } server)
        {
            assignments.Add(CSharpText.Of($"Server = {CSharpText.Literal(server)}"));
        }

        if (operation.HasIdempotencyKey)
        {
            assignments.Add(CSharpText.Of($"HasIdempotencyKey = true"));
        }

        return assignments;
    }

    /// <summary>Writes the methods.</summary>
    public static void WriteMethods(SourceWriter writer, OperationModel operation)
    {
        CSharpText field = Field(operation);
        CSharpText parameters = SignatureText.Parameters(operation);
        CSharpText call = CSharpText.Of($"({field}, {SignatureText.RequestCall(operation)}, options, cancellationToken);");
        CSharpText send = operation.Result.Kind switch
        {
            ResultKind.ServerSentEvents => CSharpText.Of($"StreamEventsAsync"),
            ResultKind.JsonLines => CSharpText.Of($"StreamAsync"),
            _ => CSharpText.Of($"SendAsync"),
        };
        writer.StartMember();
        WriteDoc(writer, operation);
        CSharpText plain = Head(operation, OperationMethods.Plain);
        writer.WriteLine($"""
            {plain} {ResultText.Returned(operation.Result)} {Name(operation, OperationMethods.Plain)}({parameters}) =>
                base.{send}{call}
            """);

        CSharpText response = RuntimeNames.ApiResponse + ResultText.TypeArgument(operation.Result);
        writer.StartMember();
        WriteInheritedDoc(writer, operation);
        CSharpText withResponse = Head(operation, OperationMethods.WithResponse);
        writer.WriteLine($"""
            {withResponse} {FrameworkNames.Task}<{response}> {Name(operation, OperationMethods.WithResponse)}({parameters}) =>
                base.SendWithResponseAsync{call}
            """);
        if (operation.Paging is { } paging)
        {
            PagingEmitter.Emit(writer, operation, paging, paging.Page is null ? field : PagingEmitter.PageField(operation));
        }
    }

    /// <summary>The modifiers of a method. One that the user declares steps aside, but the user's can still call it.</summary>
    public static CSharpText Head(OperationModel operation, OperationMethods method) =>
        (operation.Replaced & method) != 0
            ? CSharpText.Of($"private")
            : CSharpText.Of($"{MemberText.Access(operation.Accessibility)} virtual");

    /// <summary>The name of a method. A replaced one ends in <c>CoreAsync</c>.</summary>
    public static CSharpText Name(OperationModel operation, OperationMethods method)
    {
        string stem = method switch
        {
            OperationMethods.Plain => operation.Name,
            OperationMethods.WithResponse => operation.Name + "WithResponse",
            _ => operation.Paging!.Name,
        };
        return CSharpText.Identifier("", stem, (operation.Replaced & method) != 0 ? "CoreAsync" : "Async");
    }

    /// <summary>Writes a reference to the docs of <c>XAsync</c>, which apply except for the text before.</summary>
    public static void WriteInheritedDoc(SourceWriter writer, OperationModel operation)
    {
        // Beside an overload the reference would be ambiguous without the parameters, which is a warning.
        CSharpText method = Name(operation, OperationMethods.Plain);
        CSharpText parameters = operation.IsOverloaded
            ? CSharpText.Of($"({SignatureText.CrefParameters(operation)})")
            : CSharpText.None;
        writer.WriteLine($"/// <inheritdoc cref=\"{method}{parameters}\"/>");
        MemberText.WriteObsolete(writer, operation.IsDeprecated, operation.Doc);
    }

    private static void WriteDoc(SourceWriter writer, OperationModel operation)
    {
        MemberText.WriteDoc(writer, operation.Doc);
        SignatureText.WriteParameterDocs(writer, operation);
        if (operation.Returns is { } returns)
        {
            writer.WriteDoc(Returns, CSharpText.Doc(returns), Returns);
        }

        for (int i = 0; i < operation.ErrorDocs.Count; i++)
        {
            QualifiedTypeName exception = operation.ErrorDocs[i].Exception;
            string text = operation.ErrorDocs[i].Text;
            while (i + 1 < operation.ErrorDocs.Count && operation.ErrorDocs[i + 1].Exception == exception)
            {
                text += "\n\n" + operation.ErrorDocs[++i].Text;
            }

            CSharpText start = CSharpText.Of($"exception cref=\"{TypeText.OfException(exception)}\"");
            writer.WriteDoc(start, CSharpText.Doc(text), Exception);
        }

        MemberText.WriteObsolete(writer, operation.IsDeprecated, operation.Doc);
    }
}
