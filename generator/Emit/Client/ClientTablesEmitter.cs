using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the tables that the groups of a client share, inside it: security schemes and documented errors.</summary>
internal static class ClientTablesEmitter
{
    public static void Emit(SourceWriter writer, ClientFileModel model)
    {
        if (model.Schemes.Count > 0)
        {
            WriteSchemes(writer, model);
        }

        if (model.ErrorTables.Count > 0)
        {
            WriteErrors(writer, model);
        }
    }

    private static void WriteSchemes(SourceWriter writer, ClientFileModel model)
    {
        writer.StartMember();
        writer.WriteLine($"internal static class {ClientNames.NestedSchemes}");
        writer.Open();
        for (int i = 0; i < model.Schemes.Count; i++)
        {
            SecuritySchemeModel scheme = model.Schemes[i];
            CSharpText method = scheme.Kind switch
            {
                SecuritySchemeKind.Bearer => CSharpText.Template("Bearer"),
                SecuritySchemeKind.Basic => CSharpText.Template("Basic"),
                SecuritySchemeKind.ApiKeyHeader => CSharpText.Template("ApiKeyHeader"),
                SecuritySchemeKind.ApiKeyQuery => CSharpText.Template("ApiKeyQuery"),
                _ => CSharpText.Template("ApiKeyCookie"),
            };
            CSharpText parameter = scheme.ParameterName is { } name
                ? CSharpText.Template(", ") + CSharpText.Literal(name)
                : CSharpText.None;
            CSharpText type = RuntimeNames.ApiSecurityScheme;
            writer.StartField();
            CSharpText variable = CSharpText.Literal(scheme.EnvironmentVariable);
            writer.WriteLine($"internal static readonly {type} Scheme{i} = {type}.{method}({CSharpText.Literal(scheme.Key)}{parameter}, option: {CSharpText.Literal(scheme.Name)}, environmentVariable: {variable});");
        }

        writer.Close();
    }

    private static void WriteErrors(SourceWriter writer, ClientFileModel model)
    {
        writer.StartMember();
        writer.WriteLine($"internal static class {ClientNames.NestedErrors}");
        writer.Open();
        foreach (ErrorTableModel table in model.ErrorTables)
        {
            CSharpText entries = CSharpText.List(table.Entries.Select(static entry => Factory(entry)
                + CSharpText.Template("(") + CSharpText.Number(entry.From) + CSharpText.Template(", ") + CSharpText.Number(entry.To)
                + (entry.MediaType is null ? CSharpText.None : CSharpText.Template(", ") + CSharpText.Literal(entry.MediaType))
                + CSharpText.Template(")")));
            writer.StartField();
            writer.WriteLine($"internal static readonly {RuntimeNames.ApiErrors} {CSharpText.Identifier(table.Name)} = new({entries});");
        }

        HashSet<string> factories = new(StringComparer.Ordinal);
        foreach (ErrorTableModel table in model.ErrorTables)
        {
            foreach (ErrorEntryModel entry in table.Entries)
            {
                if (factories.Add(entry.Exception))
                {
                    WriteFactory(writer, entry);
                }
            }
        }

        writer.Close();
    }

    // Tables are many and exceptions are few.
    private static void WriteFactory(SourceWriter writer, ErrorEntryModel entry)
    {
        writer.StartMember();
        writer.WriteLine($"""
            private static {RuntimeNames.ApiErrorEntry} {Factory(entry)}(int from, int to, string? mediaType = null) =>
                {RuntimeNames.ApiErrors}.Json{TypeText.Arguments(entry.Error)}(from, to, static (context, error) => new {CSharpText.Identifier(entry.Exception)}(context, error), mediaType);
            """);
    }

    private static CSharpText Factory(ErrorEntryModel entry) => CSharpText.Identifier("", entry.Exception, "At");
}
