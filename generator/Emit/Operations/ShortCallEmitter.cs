using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>
/// Prints calls without optional parameters: <c>ListAsync(cancellationToken)</c>. They are extension methods, which C# considers last, so that
/// they make no other call ambiguous.
/// </summary>
internal static class ShortCallEmitter
{
    /// <summary>Prints the class with the calls, unless the group has none.</summary>
    public static void Emit(SourceWriter writer, GroupModel model)
    {
        List<(OperationModel Operation, OperationMethods Method)> calls = [];
        foreach (OperationModel operation in model.Operations)
        {
            // A method of the user can return something else.
            if (SignatureText.HasOptional(operation) && operation.Replaced == OperationMethods.None)
            {
                calls.Add((operation, OperationMethods.Plain));
                if (operation.Paging is not null)
                {
                    calls.Add((operation, OperationMethods.All));
                }
            }
        }

        if (calls.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        new TypeHeader(model, CSharpText.Of($"static class {CSharpText.Identifier(model.CallsName)}"))
        {
            Summary = CSharpText.Of($"Calls of <see cref=\"{CSharpText.Identifier(model.Name)}\"/> without optional parameters."),
            IsCompanion = true,
        }.Open(writer);
        foreach ((OperationModel operation, OperationMethods method) in calls)
        {
            Emit(writer, model, operation, method);
        }

        writer.Close();
    }

    private static void Emit(SourceWriter writer, GroupModel model, OperationModel operation, OperationMethods method)
    {
        CSharpText group = CSharpText.Identifier(model.Name);
        CSharpText name = OperationEmitter.Name(operation, method);
        CSharpText returned = method == OperationMethods.Plain
            ? ResultText.Returned(operation.Result)
            : CSharpText.Of($"{FrameworkNames.IAsyncEnumerable}<{TypeText.Of(operation.Paging!.Item)}>");
        writer.StartMember();
        CSharpText parameters = operation.IsOverloaded
            ? CSharpText.Of($"({SignatureText.CrefParameters(operation)})")
            : CSharpText.None;
        writer.WriteLine($"/// <inheritdoc cref=\"{group}.{name}{parameters}\"/>");
        MemberText.WriteObsolete(writer, operation.IsDeprecated, operation.Doc);
        writer.WriteLine($"""
            {MemberText.Access(operation.Accessibility)} static {returned} {name}({SignatureText.ShortParameters(operation, group)}) =>
                operations.{name}({SignatureText.ShortArguments(operation)});
            """);
    }
}
