using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates errors: one exception for each type of error body, one table for each set of documented errors. Only JSON bodies have a type;
/// others are in the base exception, as text.
/// </summary>
internal sealed class ErrorTranslator(TranslationContext context, SchemaTranslator schemas)
{
    private static readonly QualifiedTypeName BaseException = new("ClerkGen", "ApiException");
    private static readonly QualifiedTypeName RedirectException = new("ClerkGen", "ApiRedirectException");

    private readonly Dictionary<TypeReference, ExceptionModel> _exceptions = [];

    // Bodies of shared responses, by their pointers: most operations document the same few errors.
    private readonly Dictionary<string, List<(MediaTypeEntry Entry, PlannedType Type)>> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EquatableArray<ErrorEntryModel>>> _tables = new(StringComparer.Ordinal);

    /// <summary>All exceptions that were asked for.</summary>
    public IEnumerable<ExceptionModel> Exceptions => _exceptions.Values;

    /// <summary>Plans the types of an operation's errors.</summary>
    public List<ErrorPlan> Plan(NamedOperation named, List<StatusRange> ranges)
    {
        bool isDefaultSuccess = !ranges.Exists(static range => range.IsSuccess);
        List<StatusRange> errors = ranges.FindAll(range => range.IsError || (range.IsDefault && !isDefaultSuccess));
        return errors.ConvertAll(range => new ErrorPlan(range, PlanBodies(named, range, errors)));
    }

    /// <summary>Translates the errors of an operation.</summary>
    public List<ErrorEntryModel> Translate(List<StatusRange> ranges, List<ErrorPlan> errors, out EquatableArray<ErrorDocModel> docs)
    {
        List<ErrorEntryModel> entries = [];
        List<ErrorDocModel> described = [];
        foreach (StatusRange range in ranges.FindAll(static range => range.IsRedirect))
        {
            described.Add(Describe(RedirectException, range));
        }

        foreach (ErrorPlan error in errors)
        {
            List<ErrorEntryModel> typed = TranslateBodies(error);
            entries.AddRange(typed);
            foreach (QualifiedTypeName exception in typed.Select(NameOf).DefaultIfEmpty(BaseException))
            {
                described.Add(Describe(exception, error.Range));
            }
        }

        docs = described.ToEquatableArray();
        return entries;
    }

    private QualifiedTypeName NameOf(ErrorEntryModel entry) => new(context.Options.Namespace, entry.Exception);

    private static ErrorDocModel Describe(QualifiedTypeName exception, StatusRange range)
    {
        string status = range.IsDefault ? "Any other status" : range.Key.ToUpperInvariant();
        return new ErrorDocModel(exception, OperationDocs.Text(range.Description) is { } text ? $"{status}: {text}" : status);
    }

    /// <summary>
    /// The names of the tables that were asked for. They come from the statuses, so that a new table renames none of those that are there.
    /// </summary>
    public List<ErrorTableModel> NameTables(IEnumerable<List<ErrorEntryModel>> used)
    {
        _tables.Clear();
        HashSet<EquatableArray<ErrorEntryModel>> seen = [];
        foreach (List<ErrorEntryModel> entries in used)
        {
            EquatableArray<ErrorEntryModel> table = entries.ToEquatableArray();
            string stem = StemOf(table);
            if (!_tables.TryGetValue(stem, out List<EquatableArray<ErrorEntryModel>>? same))
            {
                _tables.Add(stem, same = []);
            }

            if (table.Count > 0 && seen.Add(table))
            {
                same.Add(table);
            }
        }

        List<ErrorTableModel> tables = [];
        foreach (KeyValuePair<string, List<EquatableArray<ErrorEntryModel>>> pair in _tables)
        {
            List<EquatableArray<ErrorEntryModel>> same = pair.Value;
            same.Sort(static (left, right) => string.CompareOrdinal(KeyOf(left), KeyOf(right)));
            foreach (EquatableArray<ErrorEntryModel> table in same)
            {
                string suffix = same.Count == 1 ? "" : "_" + Identifiers.Hash(KeyOf(table)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
                tables.Add(new ErrorTableModel(pair.Key + suffix, table));
            }
        }

        tables.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return tables;
    }

    // Errors400_404_4XX_Default
    private static string StemOf(EquatableArray<ErrorEntryModel> table)
    {
        List<string> statuses = [];
        foreach (ErrorEntryModel entry in table)
        {
            if (statuses.Count == 0 || statuses[statuses.Count - 1] != entry.Status)
            {
                statuses.Add(entry.Status);
            }
        }

        return Identifiers.Join("Errors", string.Join("_", statuses));
    }

    private static string KeyOf(EquatableArray<ErrorEntryModel> table) => string.Join("\n", table.Select(static entry => entry.Exception + " " + entry.MediaType));

    // The types of a shared response have its name, whichever operation refers to it.
    private List<(MediaTypeEntry Entry, PlannedType Type)> PlanBodies(NamedOperation named, StatusRange range, List<StatusRange> errors)
    {
        if (range.Component is null)
        {
            return PlanOwnBodies(named, range, errors);
        }

        if (!_shared.TryGetValue(range.Pointer, out List<(MediaTypeEntry Entry, PlannedType Type)>? planned))
        {
            planned = PlanOwnBodies(named, range, errors);
            _shared.Add(range.Pointer, planned);
        }

        return planned;
    }

    // One entry for each type of body. If a status has several, the response's media type chooses.
    private List<(MediaTypeEntry Entry, PlannedType Type)> PlanOwnBodies(NamedOperation named, StatusRange range, List<StatusRange> errors)
    {
        List<MediaTypeEntry> bodies = range.Content.FindAll(static entry => entry.Kind == MediaTypeKind.Json && entry.Content.Schema is not null);

        // An error that is described as an object is JSON, whatever bytes the successes are: in OpenAPI 2.0 one list of media types applies
        // to all responses. A body that is none after all is an ApiException as before.
        if (bodies.Count == 0)
        {
            bodies.AddRange(range.Content
                .Where(static entry => (entry.Kind == MediaTypeKind.Binary || entry.Name == "text/plain") && SchemaShapes.IsStructured(entry.Content.Schema))
                .Take(1));
        }

        // The plainest first, because it is the guess for a response without a media type.
        MediaTypeEntry? plain = MediaTypes.Find(bodies, MediaTypeKind.Json);
        List<(MediaTypeEntry, PlannedType)> planned = [];
        foreach (MediaTypeEntry body in bodies.OrderBy(entry => entry != plain))
        {
            SuggestedName name = NameOf(named, range, errors, body == plain || plain is null ? null : body);
            planned.Add((body, schemas.PlanBody(body.Content.Schema!, body.Pointer + "/schema", name, SchemaUse.Received)));
        }

        return planned;
    }

    private List<ErrorEntryModel> TranslateBodies(ErrorPlan error)
    {
        List<ErrorEntryModel> typed = [];
        foreach ((MediaTypeEntry entry, PlannedType planned) in error.Bodies)
        {
            TypeReference type = schemas.TypeOf(planned);
            if (Find(type) is { } exception)
            {
                typed.Add(new ErrorEntryModel(error.Range.From, error.Range.To, exception.Name, type, AcceptHeader.NameOf(entry)));
            }
        }

        return typed.TrueForAll(entry => entry.Exception == typed[0].Exception)
            ? typed.GetRange(0, Math.Min(typed.Count, 1)).ConvertAll(static entry => entry with { MediaType = null })
            : typed;
    }

    private static SuggestedName NameOf(NamedOperation named, StatusRange range, List<StatusRange> errors, MediaTypeEntry? further)
    {
        string kind = further is null ? "" : Identifiers.Pascal(MediaTypes.Word(further.Name), "");
        return range.Component is { } id
            ? SuggestedName.From(Identifiers.Join(Identifiers.Pascal(id, "Type"), kind)).Or("Error")
            : SuggestedName.From(named.Group.Singular).Then(kind + "Error") with
            {
                Alternative = SuggestedName.From(named.TypeStem).Then(kind + (errors.Count == 1 || range.IsDefault ? "Error" : "Error" + range.Key)).Text,
            };
    }

    private ExceptionModel? Find(TypeReference error)
    {
        // JSON of any shape adds nothing to the base exception.
        if (error is AnyType || error.IsBinary)
        {
            return null;
        }

        if (!_exceptions.TryGetValue(error, out ExceptionModel? exception))
        {
            string stem = StemOf(error);
            string name = context.Names.Get($"exception {error}", stem + "Exception", stem + "ErrorException");
            exception = new ExceptionModel(
                HintNames.Of(context.Options, name),
                context.Options.Namespace,
                context.Options.Accessibility,
                name,
                error,
                FindTraceId(error),
                new DocModel("A documented error of the API.", null));
            _exceptions.Add(error, exception);
        }

        return exception;
    }

    // The emitted type's own name; for lists, dictionaries and scalars the name of their content.
    private static string StemOf(TypeReference error)
    {
        string kind = error is ListType ? "List" : "";
        while (error is ListType or MapType)
        {
            kind = error is MapType ? "Map" : kind;
            error = error is ListType list ? list.Item : ((MapType)error).Value;
        }

        return Identifiers.Join(Identifiers.Keep(error.WithNull(false).ToString(), "Api"), kind);
    }

    private string? FindTraceId(TypeReference error)
    {
        if (schemas.FindEmitted(error) is not ObjectModel model)
        {
            return null;
        }

        PropertyModel? found = null;
        foreach (PropertyModel property in model.Properties)
        {
            if (property.Type == ScalarType.String && Rank(property.JsonName) is > 0 and int rank && (found is null || rank > Rank(found.JsonName)))
            {
                found = property;
            }
        }

        return found?.Name;
    }

    private static int Rank(string name) => name switch
    {
        "trace_id" or "traceId" => 4,
        _ when name.EndsWith("_trace_id", StringComparison.Ordinal) || name.EndsWith("TraceId", StringComparison.Ordinal) => 3,
        "request_id" or "requestId" => 2,
        _ => 0,
    };
}

/// <summary>A documented error with the planned types of its bodies.</summary>
/// <param name="Range">Its statuses.</param>
/// <param name="Bodies">Its media types, the plainest first.</param>
internal sealed record ErrorPlan(StatusRange Range, List<(MediaTypeEntry Entry, PlannedType Type)> Bodies);
