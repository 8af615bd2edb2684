using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;

namespace ClerkGen.Tests.Translation;

/// <summary>The types that the schemas of a document became, without any operation.</summary>
internal sealed class TranslatedSchemas
{
    private readonly Dictionary<string, FileModel> _files = new(StringComparer.Ordinal);

    private TranslatedSchemas(TranslationContext context, IEnumerable<FileModel> files)
    {
        Context = context;
        foreach (FileModel file in files)
        {
            _files.Add(file.Name, file);
        }
    }

    public TranslationContext Context { get; }

    public IReadOnlyCollection<string> Names => _files.Keys;

    public IReadOnlyList<TranslationDiagnostic> Diagnostics => Context.Diagnostics.Items;

    public IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Descriptor.Id);

    public static DocumentOptions Options { get; } = new(
        "openapi.yaml", "Acme", "AcmeClient", EmittedAccessibility.Public, [], [], [], [], ExcludeDeprecated: false, Overlay: null,
            StrongIds: false);

    /// <summary>Translates component schemas, written as YAML.</summary>
    /// <param name="schemas">The content of <c>components/schemas</c>, not indented.</param>
    /// <param name="version">The document's version of OpenAPI.</param>
    /// <param name="sent">Keys of the components that requests send.</param>
    public static TranslatedSchemas Of(string schemas, string version = "3.1.0", params string[] sent) =>
        OfDocument(Document(schemas, version), Options, ConsumerFacts.None, sent);

    public static TranslatedSchemas OfDocument(string text, DocumentOptions options, ConsumerFacts facts, params string[] sent)
    {
        ReadDocument document = Read(text, "openapi.yaml");
        TranslationContext context = new(document.Document!, options, facts, new WorkBudget(CancellationToken.None));
        SchemaTranslator schemas = new(context);
        foreach (string key in sent)
        {
            schemas.Plan(new OpenApiSchemaReference(key, context.Document), "/sent", SuggestedName.From("Sent"), SchemaUse.Sent);
        }

        return new TranslatedSchemas(context, Complete(schemas));
    }

    /// <summary>The types of a document's components, and of what was planned beside them.</summary>
    public static FileModel[] Complete(SchemaTranslator schemas)
    {
        schemas.DecideNames();
        return [.. schemas.Complete()];
    }

    public static ReadDocument Read(string text, string path)
    {
        ReadDocument document =
            DocumentReader.Read(new SourceDocument(path, SourceText.From(text)), [], ReadLimits.Default, new WorkBudget(CancellationToken.None));
        Assert.NotNull(document.Document);
        return document;
    }

    public static string Document(string schemas, string version = "3.1.0") =>
        $"openapi: {version}\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n"
        + string.Concat(schemas.Split('\n').Select(line => "    " + line + "\n"));

    public ObjectModel Object(string name) => Assert.IsType<ObjectModel>(Find(name));

    public EnumModel Enum(string name) => Assert.IsType<EnumModel>(Find(name));

    public UnionModel Union(string name) => Assert.IsType<UnionModel>(Find(name));

    public PropertyModel Property(string type, string jsonName) =>
        Object(type).Properties.Single(property => property.JsonName == jsonName);

    /// <summary>The C# type of a property without namespaces, <c>?</c> behind it when the document allows null.</summary>
    public string TypeOf(string type, string jsonName)
    {
        PropertyModel property = Property(type, jsonName);
        return property.Type + (property.IsNullable ? "?" : "");
    }

    /// <summary>The variants of a union: their C# types.</summary>
    public IEnumerable<string> Variants(string name) => Union(name).Variants.Select(static variant => variant.Type.ToString());

    private FileModel Find(string name) =>
        _files.TryGetValue(name, out FileModel? file) ? file
            : throw new KeyNotFoundException($"'{name}' is not among: {string.Join(", ", _files.Keys)}");
}
