using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the class of a group of operations.</summary>
internal static class GroupEmitter
{
    public static void Emit(SourceWriter writer, GroupModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        new TypeHeader(model, CSharpText.Of($"partial class {name} : {RuntimeNames.ApiOperationGroup}")) { Doc = model.Doc }.Open(writer);
        SecurityEmitter security = new(model.ClientName);
        security.Emit(writer, model);
        foreach (OperationModel operation in model.Operations)
        {
            OperationEmitter.WriteFields(writer, operation, model.ClientName, security.FieldOf(operation));
        }

        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Creates the group.</summary>
            /// <param name="client">The client that sends.</param>
            public {{name}}({{CSharpText.Identifier(model.ClientName)}} client)
                : base(client)
            {
            }

            /// <summary>For mocking. Override the methods under test.</summary>
            protected {{name}}()
            {
            }
            """);
        HashSet<string> requests = new(StringComparer.Ordinal);
        foreach (OperationModel operation in model.Operations)
        {
            OperationEmitter.WriteMethods(writer, operation);
            if (requests.Add(operation.FormOf ?? operation.Name))
            {
                RequestEmitter.Emit(writer, operation);
            }
        }

        WriteIds(writer, model);
        HooksEmitter.Emit(writer, model.Hooks);
        writer.Close();
        ShortCallEmitter.Emit(writer, model);
    }

    private static void WriteIds(SourceWriter writer, GroupModel model)
    {
        writer.StartMember();
        writer.WriteLine($"/// <summary>Operation ids of the document, as constants. Hooks, logs and stubs name operations by them.</summary>");
        writer.WriteLine($"public static class OperationIds");
        writer.Open();
        foreach (OperationModel operation in model.Operations)
        {
            if (operation.FormOf is null)
            {
                writer.StartField();
                writer.WriteLine($"public const string {CSharpText.Identifier(operation.IdName)} = {CSharpText.Literal(operation.Id)};");
            }
        }

        writer.Close();
    }
}
