using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates a document's operations into the client, its groups, their parameters objects and the exceptions: plans their types, and makes
/// the models when names are decided.
/// </summary>
internal sealed class ClientTranslator
{
    private readonly TranslationContext _context;
    private readonly List<NamedOperation> _operations;
    private readonly List<OperationSource> _webhooks;
    private readonly SecurityTranslator _security;
    private readonly ServerTranslator _servers;
    private readonly ClientParameters _parameters;
    private readonly OperationTranslator _translator;
    private readonly GroupDocs _groupDocs;
    private readonly string _filterNote;
    private readonly WebhookPlanner _webhookPlanner;
    private readonly List<OperationPlan> _plans = [];

    public ClientTranslator(TranslationContext context, SchemaTranslator schemas)
    {
        _context = context;
        List<OperationSource> sources = OperationFinder.FindCalled(context.Document);
        OptionNames options = new(context.Options.ClientName + "Options", context.Budget);
        _servers = new ServerTranslator(context, options);
        _security = new SecurityTranslator(context, sources, options);

        // Names come before filters, so that a filter renames nothing.
        OperationFilter filter = new(context.Options, context.Budget);
        List<NamedOperation> all = new OperationNames(context).Name(sources);
        _operations = all.FindAll(operation => filter.Keeps(operation.Source));
        _webhooks = OperationFinder.FindWebhooks(context.Document).FindAll(filter.Keeps);
        filter.Report(context.Diagnostics);
        _filterNote = filter.IsSet ? $"{filter.Kept} of the document's {filter.Total} operations are emitted. A filter excludes the others." : "";
        _parameters = new ClientParameters(sources, options);
        ParameterTypeNames typeNames = new(all);
        _translator = new OperationTranslator(
            context, schemas, new ParameterTranslator(context, schemas, typeNames, _parameters), _security, _servers);
        _webhookPlanner = new WebhookPlanner(context, schemas);
        _groupDocs = new GroupDocs(context.Document);
        HasOperations = sources.Count > 0;
    }

    /// <summary>Whether the document has operations to call, whatever a filter keeps of them.</summary>
    public bool HasOperations { get; }

    /// <summary>Whether a filter keeps operations, and none of them can be emitted.</summary>
    public bool LeavesNothing { get; private set; }

    /// <summary>Plans the types of all operations and webhooks.</summary>
    public void Plan()
    {
        foreach (OperationSource webhook in _webhooks)
        {
            Guard(webhook, () => _webhookPlanner.PlanWebhook(webhook));
        }

        _webhookPlanner.PlanEvents();
        foreach (NamedOperation operation in _operations)
        {
            Guard(operation.Source, () => _plans.Add(_translator.Plan(operation)));
        }

        foreach (OperationGroup group in _plans.Select(static plan => plan.Named.Group).Distinct())
        {
            _context.Names.Claim(
                IdentityOf(group), TypeNameOf(group), group.ChosenType is null ? NameRank.Group : NameRank.Chosen);
        }
    }

    /// <summary>Plans the unions of successes that differ, when equal types are known.</summary>
    public void PlanUnions()
    {
        foreach (OperationPlan plan in _plans.ToArray())
        {
            if (!Guard(plan.Named.Source, () => _translator.PlanUnions(plan)))
            {
                _plans.Remove(plan);
            }
        }
    }

    /// <summary>Translates, when names are decided.</summary>
    public List<FileModel> Translate()
    {
        if (!HasOperations)
        {
            // A document without operations is a set of types.
            return [];
        }

        ErrorTranslator errors = _translator.Errors;
        List<(NamedOperation Named, TranslatedOperation Operation)> translated = TranslateOperations();
        LeavesNothing = _operations.Count > 0 && translated.Count == 0;
        List<ErrorTableModel> tables = errors.NameTables(translated.ConvertAll(static pair => pair.Operation.Errors));
        Dictionary<EquatableArray<ErrorEntryModel>, string> names = tables.ToDictionary(static table => table.Entries, static table => table.Name);
        List<FileModel> files = [];
        List<GroupReference> groups = [];
        foreach (IGrouping<OperationGroup, (NamedOperation Named, TranslatedOperation Operation)> group in translated.GroupBy(static pair => pair.Named.Group))
        {
            GroupModel model = TranslateGroup(group.Key, [.. group.Select(static pair => pair.Operation)], names);
            files.Add(model);
            groups.Add(new GroupReference(model.Name, model.PropertyName, model.Doc));
            files.AddRange(group.Select(static pair => pair.Operation.Parameters).OfType<FileModel>());
        }

        files.AddRange(errors.Exceptions);
        groups.Sort(static (left, right) => string.CompareOrdinal(left.PropertyName, right.PropertyName));
        ClientFileModel client = TranslateClient(groups, tables) with
        {
            Parameters = _parameters.Translate(translated.Select(static pair => pair.Operation.Model)),
        };
        _context.Output.AddClient(client);
        files.Add(client);
        return files;
    }

    private List<(NamedOperation, TranslatedOperation)> TranslateOperations()
    {
        // The methods of each group; those that list the items of all pages come on top.
        Dictionary<OperationGroup, UniqueNames> methods = [];
        foreach (NamedOperation operation in _operations)
        {
            if (!methods.TryGetValue(operation.Group, out UniqueNames? names))
            {
                names = new UniqueNames(StringComparer.Ordinal, _context.Budget, Identifiers.Join);
                methods.Add(operation.Group, names);
            }

            names.Reserve(operation.Name);
        }

        List<(NamedOperation, TranslatedOperation)> translated = [];
        foreach (OperationPlan plan in _plans)
        {
            Guard(plan.Named.Source, () => translated.Add((plan.Named, _translator.Translate(plan, methods[plan.Named.Group]))));
        }

        return translated;
    }

    private GroupModel TranslateGroup(
        OperationGroup group, List<TranslatedOperation> members, Dictionary<EquatableArray<ErrorEntryModel>, string> tables)
    {
        string name = _context.Names.Get(IdentityOf(group), TypeNameOf(group));
        List<OperationModel> operations = [];
        foreach (TranslatedOperation member in members)
        {
            tables.TryGetValue(member.Errors.ToEquatableArray(), out string? table);
            operations.Add(member.Model with { Errors = table });
            operations.AddRange(member.Forms.Select(form => form with { Errors = table }));
        }

        operations.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        string[] ids = new MemberNames("OperationIds", _context.Budget).Assign(
            operations.ConvertAll(static operation => new MemberName(operation.Id, operation.Name, IsChosen: false)), "", new DiagnosticBag());
        operations = [.. operations.Select((operation, index) => operation with { IdName = ids[index] })];
        return new GroupModel(
            HintNames.Of(_context.Options, name),
            _context.Options.Namespace,
            _context.Options.Accessibility,
            name,
            group.PropertyName,
            _context.Options.ClientName,
            _groupDocs.Of(group),
            operations.ToEquatableArray())
        {
            CallsName = _context.Names.Get("calls " + group.Name, Identifiers.Join(name, "Extensions")),
        };
    }

    private ClientFileModel TranslateClient(List<GroupReference> groups, List<ErrorTableModel> tables)
    {
        DocumentOptions options = _context.Options;
        return new ClientFileModel(
            HintNames.Of(options, options.ClientName),
            options.Namespace,
            options.Accessibility,
            options.ClientName,
            OperationDocs.Text(_context.Document.Info?.Title) ?? options.ClientName,
            _context.Document.Info?.Version ?? "",
            VersionHeaders.Find(_context, _servers.Host),
            _servers.Server,
            _servers.Variables,
            _security.Schemes,
            groups.ToEquatableArray(),
            tables.ToEquatableArray(),
            _context.Facts.HasHttpClientFactory,
            OperationDocs.OfClient(_context.Document, _filterNote))
        {
            Security = _security.TranslateOther(),
        };
    }

    private static string IdentityOf(OperationGroup group) => "group " + group.Name;

    private static string TypeNameOf(OperationGroup group) => group.ChosenType ?? Identifiers.Join(group.Name, "Operations");

    // One operation that cannot be expressed costs itself, not the client.
    private bool Guard(OperationSource source, Action translate)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            translate();
            return true;
        }
#pragma warning disable CA1031 // A fault in one operation must not cost the others.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutputTooLargeException or WorkLimitException))
#pragma warning restore CA1031
        {
            string reason = exception is OperationProblemException ? exception.Message : "its translation failed: " + exception.Message;
            _context.Diagnostics.Report(DiagnosticDescriptors.OperationLeftOut, source.Pointer, source.Title, reason);
            return false;
        }
    }
}
