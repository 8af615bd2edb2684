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
                SecuritySchemeKind.Bearer => CSharpText.Of($"Bearer"),
                SecuritySchemeKind.Basic => CSharpText.Of($"Basic"),
                SecuritySchemeKind.ApiKeyHeader => CSharpText.Of($"ApiKeyHeader"),
                SecuritySchemeKind.ApiKeyQuery => CSharpText.Of($"ApiKeyQuery"),
                _ => CSharpText.Of($"ApiKeyCookie"),
            };
            CSharpText parameter = scheme.ParameterName is { } name ? CSharpText.Of($", {CSharpText.Literal(name)}") : CSharpText.None;
            CSharpText type = RuntimeNames.ApiSecurityScheme;
            writer.StartField();
            CSharpText variable = CSharpText.Literal(scheme.EnvironmentVariable);
            writer.WriteLine($"internal static readonly {type} Scheme{i} = {type}.{method}({CSharpText.Literal(scheme.Key)}{parameter}, option: {CSharpText.Literal(scheme.Name)}, environmentVariable: {variable});");
        }

        writer.Close();
    }

    private static CSharpText Entry(ErrorEntryModel entry) => entry.MediaType is { } mediaType
        ? CSharpText.Of($"{Factory(entry)}({entry.From}, {entry.To}, {CSharpText.Literal(mediaType)})")
        : EntryField(entry);

    private static CSharpText EntryField(ErrorEntryModel entry) => CSharpText.Identifier("", entry.Exception, entry.Status);

    private static void WriteErrors(SourceWriter writer, ClientFileModel model)
    {
        writer.StartMember();
        writer.WriteLine($"internal static class {ClientNames.NestedErrors}");
        writer.Open();
        WriteEntries(writer, model);
        foreach (ErrorTableModel table in model.ErrorTables)
        {
            CSharpText entries = CSharpText.List(table.Entries.Select(Entry));
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

    // The tables share them, and are initialised after them.
    private static void WriteEntries(SourceWriter writer, ClientFileModel model)
    {
        IEnumerable<ErrorEntryModel> entries = model.ErrorTables
            .SelectMany(static table => table.Entries)
            .Where(static entry => entry.MediaType is null)
            .Distinct()
            .OrderBy(static entry => entry.From)
            .ThenBy(static entry => entry.To)
            .ThenBy(static entry => entry.Exception, StringComparer.Ordinal);
        foreach (ErrorEntryModel entry in entries)
        {
            writer.StartField();
            writer.WriteLine($"private static readonly {RuntimeNames.ApiErrorEntry} {EntryField(entry)} = {Factory(entry)}({entry.From}, {entry.To});");
        }
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
