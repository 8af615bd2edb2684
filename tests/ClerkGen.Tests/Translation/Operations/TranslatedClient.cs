using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation;
using ClerkGen.Generator.Translation.Content;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.Translation;

/// <summary>The translation of a document with operations.</summary>
internal sealed class TranslatedClient
{
    private readonly ReadDocument _document;
    private readonly TranslationResult _result;

    private TranslatedClient(ReadDocument document, TranslationResult result)
    {
        _document = document;
        _result = result;
    }

    public IReadOnlyList<FileModel> Files => _result.Model.Files;

    public IReadOnlyList<TranslationDiagnostic> Diagnostics => _result.Diagnostics;

    public IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Descriptor.Id);

    public IEnumerable<GroupModel> Groups => Files.OfType<GroupModel>();

    public ClientFileModel Client => Files.OfType<ClientFileModel>().Single();

    /// <summary>All methods: <c>Users.List</c>.</summary>
    public IEnumerable<string> Methods =>
        Groups.SelectMany(group => group.Operations.Select(operation => group.PropertyName + "." + operation.Name)).Order(StringComparer.Ordinal);

    /// <summary>The only operation.</summary>
    public OperationModel Operation => Groups.SelectMany(group => group.Operations).Single();

    /// <summary>Translates a document whose paths are given as YAML.</summary>
    /// <param name="paths">The content of <c>paths</c>, not indented.</param>
    /// <param name="rest">Further fields of the document.</param>
    /// <param name="change">Changes the project's options.</param>
    public static TranslatedClient Of(string paths, string rest = "", Func<DocumentOptions, DocumentOptions>? change = null) =>
        OfDocument(Document(paths, rest), change?.Invoke(TranslatedSchemas.Options) ?? TranslatedSchemas.Options, ConsumerFacts.None);

    public static TranslatedClient OfDocument(string text, DocumentOptions options, ConsumerFacts facts)
    {
        ReadDocument document = TranslatedSchemas.Read(text, "openapi.yaml");
        return new TranslatedClient(document, DocumentTranslator.Translate(document, options, facts));
    }

    public static TranslatedClient OfFile(string path)
    {
        ReadDocument document = DocumentReader.Read(
            new SourceDocument(path, SourceText.From(File.ReadAllText(path))), [], ReadLimits.Default, new WorkBudget(CancellationToken.None));
        return new TranslatedClient(document, DocumentTranslator.Translate(document, TranslatedSchemas.Options, ConsumerFacts.None));
    }

    /// <summary>Translates an operation of <c>GET /things/{id}</c> or another path.</summary>
    /// <param name="operation">The content of the method, not indented.</param>
    /// <param name="rest">Further fields of the document.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    public static TranslatedClient OfOperation(string operation, string rest = "", string method = "get", string path = "/things") =>
        Of($"'{path}':\n  {method}:\n    operationId: callThing\n    tags: [Things]\n" + Indent(operation, 4), rest);

    public static string Document(string paths, string rest = "") =>
        "openapi: 3.2.0\ninfo: {title: Acme API, version: '1'}\n" + (rest.Length == 0 ? "" : rest.TrimEnd('\n') + "\n") + "paths:\n" + Indent(paths, 2);

    public TModel Find<TModel>(string name)
        where TModel : FileModel =>
        Files.OfType<TModel>().Single(file => file.Name == name);

    public TranslationDiagnostic Diagnostic(string id) => Diagnostics.First(diagnostic => diagnostic.Descriptor.Id == id);

    /// <summary>The message of the first diagnostic of an id.</summary>
    public string Message(string id)
    {
        TranslationDiagnostic diagnostic = Diagnostic(id);
        string format = diagnostic.Descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, format, [.. diagnostic.Arguments]);
    }

    /// <summary>The 1-based line of the first diagnostic of an id.</summary>
    public int Line(string id) => _document.Locate(Diagnostic(id).Pointer).Line + 1;

    /// <summary>The operations that the document has.</summary>
    public int Count => OperationFinder.FindCalled(_document.Document!).Count;

    private static string Indent(string text, int columns) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => new string(' ', columns) + line + "\n"));
}
