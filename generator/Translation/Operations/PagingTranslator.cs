using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Finds out whether an operation's result is a page of a longer list, and how to get the next one. The extension <c>x-clerkgen-paging</c>
/// of an operation
/// says so outright: <c>false</c>, or an object with any of <c>kind</c> (<c>offset</c>, <c>page</c>, <c>cursor</c>), <c>limit</c>,
/// <c>position</c>,
/// <c>items</c>, <c>total</c>, <c>cursor</c> and <c>hasMore</c>, which hold names of the document.
/// </summary>
internal sealed class PagingTranslator(TranslationContext context)
{
    private const string Extension = "x-clerkgen-paging";

    // What is asked for when the caller does not say: fewer round trips than most defaults, well below most limits.
    private const int PreferredPageSize = 100;

    /// <summary>Translates.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="parameters">Its parameters, or null for none.</param>
    /// <param name="result">Its result.</param>
    /// <param name="isTaken">Whether an operation of the group has this name.</param>
    public PagingModel? Translate(NamedOperation named, ParametersReference? parameters, ResultModel result, Predicate<string> isTaken)
    {
        JsonNode? extension = ChosenNames.Node(named.Source.Operation.Extensions, Extension);
        if (extension?.GetValueKind() == JsonValueKind.False)
        {
            return null;
        }

        PagingRules rules = PagingRules.Read(extension as JsonObject);
        bool canBePaged = result is { Kind: ResultKind.Json, IsNullable: false, ByStatus.Count: 0, Type: not null } && parameters is not null;
        PagingModel? paging = canBePaged && (extension is JsonObject || named.Source.Method is "GET" or "QUERY")
            ? Find(named, parameters!, result.Type!, rules, isTaken)
            : null;
        if (paging is null && extension is not null && context.Names.IsDecided)
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.UnusableExtension,
                named.Source.Pointer + "/" + Extension,
                Extension,
                "the operation has no such parameters or properties, or its result is not one JSON value");
        }

        return paging;
    }

    private PagingModel? Find(NamedOperation named, ParametersReference parameters, TypeReference page, PagingRules rules, Predicate<string> isTaken)
    {
        ObjectModel? model = context.Schemas.FindEmitted(page) as ObjectModel;
        PropertyModel? items = model is null ? null : FindItems(model, rules);
        if ((items is null ? page : items.Type) is not { Kind: TypeKind.List } list || context.Schemas.FindItem(list) is not { } item)
        {
            return null;
        }

        ParameterModel? limit = FindParameter(parameters, rules.Limit, PagingNames.Limit, IsInteger);
        PropertyModel? total = FindProperty(model, rules.Total, PagingNames.Total, IsInteger);
        PropertyModel? hasMore = FindProperty(model, rules.HasMore, PagingNames.HasMore, static type => type == ScalarTypes.Boolean);
        if (FindPosition(named, parameters, model, limit, rules) is not (var kind, { } position, var cursor))
        {
            return null;
        }

        return new PagingModel(
            NameOf(named, isTaken),
            kind,
            limit?.WireName,
            position.WireName,
            limit is null ? 0 : PageSize(named, limit),
            ListItems.AreNullable(list, item) ? TypeReferences.Nullable(item) : item,
            items?.Name,
            total?.Name,
            cursor?.Name,
            hasMore?.Name);
    }

    // ListAll; where that is an operation's own name, ListItems.
    private static string NameOf(NamedOperation named, Predicate<string> isTaken)
    {
        string name = named.Name + (named.Name.EndsWith("All", StringComparison.Ordinal) ? "Items" : "All");
        for (int number = 1; isTaken(name); number++)
        {
            name = named.Name + "Items" + (number == 1 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return name;
    }

    private (PagingKind Kind, ParameterModel? Position, PropertyModel? Cursor) FindPosition(
        NamedOperation named, ParametersReference parameters, ObjectModel? model, ParameterModel? limit, PagingRules rules)
    {
        if (rules.Allows(PagingKind.Cursor)
            && FindParameter(parameters, rules.Position, PagingNames.Cursor, static type => type == ScalarTypes.String) is { } after
            && FindProperty(model, rules.Cursor, PagingNames.NextCursor, static type => type == ScalarTypes.String) is { } cursor)
        {
            return (PagingKind.Cursor, after, cursor);
        }

        if (rules.Allows(PagingKind.Offset) && (limit is not null || rules.IsExplicit)
            && FindParameter(parameters, rules.Position, PagingNames.Offset, IsInteger) is { } offset)
        {
            return (PagingKind.Offset, offset, null);
        }

        // Pages are counted from one; a document that counts from zero has to be left alone.
        return rules.Allows(PagingKind.Page)
            && FindParameter(parameters, rules.Position, PagingNames.Page, IsInteger) is { } page
            && !StartsAtZero(named, page.WireName)
                ? (PagingKind.Page, page, null)
                : (PagingKind.Offset, null, null);
    }

    private static PropertyModel? FindItems(ObjectModel model, PagingRules rules)
    {
        List<PropertyModel> lists = [.. model.Properties.Where(static property => property.Type.Kind == TypeKind.List && !property.IsDeprecated)];
        if (rules.Items is not null)
        {
            return lists.Find(property => property.JsonName == rules.Items);
        }

        return lists.Count == 1 ? lists[0] : lists.Find(static property => PagingNames.IndexOf(PagingNames.Items, property.JsonName) >= 0);
    }

    private static ParameterModel? FindParameter(ParametersReference parameters, string? chosen, string[] names, Predicate<TypeReference> fits)
    {
        ParameterModel? found = null;
        int rank = int.MaxValue;
        foreach (ParameterModel parameter in parameters.Parameters)
        {
            int own = chosen is null ? PagingNames.IndexOf(names, parameter.WireName) : parameter.WireName == chosen ? 0 : -1;
            if (own >= 0 && own < rank && parameter.Location == ParameterPlace.Query && fits(parameter.Type))
            {
                (found, rank) = (parameter, own);
            }
        }

        return found;
    }

    private static PropertyModel? FindProperty(ObjectModel? model, string? chosen, string[] names, Predicate<TypeReference> fits)
    {
        PropertyModel? found = null;
        int rank = int.MaxValue;
        foreach (PropertyModel property in model?.Properties ?? EquatableArray<PropertyModel>.Empty)
        {
            int own = chosen is null ? PagingNames.IndexOf(names, property.JsonName) : property.JsonName == chosen ? 0 : -1;
            if (own >= 0 && own < rank && fits(property.Type))
            {
                (found, rank) = (property, own);
            }
        }

        return found;
    }

    private static bool IsInteger(TypeReference type) => type == ScalarTypes.Int64 || type == ScalarTypes.Int32;

    // Not more than the document allows; its own default when it does not say what it allows.
    private int PageSize(NamedOperation named, ParameterModel limit)
    {
        IOpenApiSchema? schema = SchemaOf(named, limit.WireName);
        if (TryInteger(schema?.Maximum, out long maximum) && maximum > 0)
        {
            return (int)Math.Min(maximum, PreferredPageSize);
        }

        return TryInteger(schema?.Default?.ToJsonString(), out long standard) && standard is > 0 and <= 10_000 ? (int)standard : 0;
    }

    private bool StartsAtZero(NamedOperation named, string parameter)
    {
        IOpenApiSchema? schema = SchemaOf(named, parameter);
        return (TryInteger(schema?.Minimum, out long minimum) && minimum == 0 && schema?.Default is null)
            || (TryInteger(schema?.Default?.ToJsonString(), out long standard) && standard == 0);
    }

    private IOpenApiSchema? SchemaOf(NamedOperation named, string parameter) =>
        SchemaShapes.Resolve(
            ParameterSource.Collect(named.Source, context.Diagnostics)
                .Find(source => source.Place == ParameterPlace.Query && source.Name == parameter)?.Parameter.Schema);

    private static bool TryInteger(string? text, out long value) =>
        long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out value);
}
