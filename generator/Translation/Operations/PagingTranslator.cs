using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Finds out whether an operation's result is a page of a longer list, and how to get the next one. The extension <c>x-clerkgen-paging</c>
/// of an operation decides explicitly. It is <c>false</c> or an object. Its members <c>kind</c> (<c>offset</c>, <c>page</c>, <c>cursor</c>,
/// <c>link</c>) and <c>first</c> (0 or 1) are values. Its other members are names of the document: <c>limit</c>, <c>position</c>,
/// <c>items</c>, <c>total</c>, <c>number</c>, <c>pages</c>, <c>cursor</c> and <c>hasMore</c>.
/// </summary>
internal sealed class PagingTranslator(TranslationContext context, SchemaTranslator schemas)
{
    // The default page size: fewer round trips than most defaults, well below most limits.
    private const int PreferredPageSize = 100;

    /// <summary>Translates.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="parameters">Its parameters, translated; null for none.</param>
    /// <param name="result">Its result.</param>
    /// <param name="answers">Its JSON responses if it has several types, best first; else empty.</param>
    /// <param name="ranges">Its documented responses.</param>
    /// <param name="methods">Names of the group's methods.</param>
    public PagingModel? Translate(
        NamedOperation named,
        ParametersReference? parameters,
        ResultModel result,
        List<PageAnswerModel> answers,
        List<StatusRange> ranges,
        UniqueNames methods)
    {
        JsonNode? extension = ChosenNames.Node(named.Source.Operation.Extensions, PagingNames.Extension);
        if (extension?.GetValueKind() == JsonValueKind.False)
        {
            return null;
        }

        PagingRules rules = PagingRules.Read(extension as JsonObject);
        PagingModel? paging = null;
        if (extension is JsonObject || named.Source.Method is "GET" or "QUERY")
        {
            List<QueryParameter> query = QueryParameter.Read(schemas, named.Source.Parameters, parameters);
            if (result is { Kind: ResultKind.Json, IsNullable: false, Answers.Count: 0, Type: { } page })
            {
                paging = Find(named, query, page, ranges, rules, methods);
            }

            foreach (PageAnswerModel answer in answers)
            {
                paging ??= Find(named, query, answer.Result.Type!, ranges, rules, methods) is { } found ? found with { Page = answer } : null;
            }
        }

        if (paging is null && extension is not null)
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.UnusableExtension,
                named.Source.Pointer + "/" + PagingNames.Extension,
                PagingNames.Extension,
                "the operation has no such parameters or properties, or its result is not one JSON value");
        }

        return paging;
    }

    private PagingModel? Find(
        NamedOperation named,
        List<QueryParameter> query,
        TypeReference page,
        List<StatusRange> ranges,
        PagingRules rules,
        UniqueNames methods)
    {
        PageMembers members = new(schemas, page);
        (PageMemberModel Member, TypeReference Type)? items = members.FindItems(rules.Items);
        TypeReference list = items?.Type ?? page;
        if (list is not ListType { Item: var item })
        {
            return null;
        }

        QueryParameter? limit = FindParameter(query, rules.Limit, PagingNames.Limit, IsWhole);
        PageMemberModel? cursor = members.Find(rules.Cursor, PagingNames.NextCursor, static type => type == ScalarType.String);
        bool hasLinks = rules.Kind == PagingKind.Link || (!rules.IsExplicit && HasLinks(ranges));
        if (FindPosition(query, cursor is not null, limit is not null, rules) is not var (kind, position))
        {
            // An object that has a list and documents the header may be a single resource.
            if (!hasLinks || (!rules.IsExplicit && items is not null && limit is null))
            {
                return null;
            }

            (kind, position) = (PagingKind.Link, null);
        }

        return new PagingModel(
            NameOf(named, methods),
            kind,
            limit?.WireName,
            position?.WireName,
            limit is null ? 0 : PageSize(limit),
            item,
            items?.Member)
        {
            Total = members.Find(rules.Total, PagingNames.Total, IsInteger),
            Number = members.Find(rules.Number, kind == PagingKind.Page ? PagingNames.PageNumber : PagingNames.ItemNumber, IsInteger),
            Pages = members.Find(rules.Pages, PagingNames.Pages, IsInteger),
            Cursor = kind == PagingKind.Cursor ? cursor : null,
            HasMore = members.Find(rules.HasMore, PagingNames.HasMore, IsBoolean),
            IsLast = rules.HasMore is null ? members.Find(null, PagingNames.IsLast, IsBoolean) : null,
            StartsAtOne = position is not null && (rules.First is null ? PositionStart.IsOne(position) : rules.First == "1"),
            FollowsLinks = hasLinks && kind != PagingKind.Cursor,
        };
    }

    // ListAll; where that is an operation's own name, ListItems.
    private static string NameOf(NamedOperation named, UniqueNames methods)
    {
        string items = Identifiers.Join(named.Name, "Items");
        return named.Name.EndsWith("All", StringComparison.Ordinal) ? methods.Take(items) : methods.Take(Identifiers.Join(named.Name, "All"), items);
    }

    private static (PagingKind Kind, QueryParameter? Position)? FindPosition(
        List<QueryParameter> query, bool hasCursor, bool hasLimit, PagingRules rules)
    {
        if (rules.Allows(PagingKind.Cursor) && hasCursor
            && FindParameter(query, rules.Position, PagingNames.Cursor, static type => type == ScalarType.String) is { } after)
        {
            return (PagingKind.Cursor, after);
        }

        if (rules.Allows(PagingKind.Offset) && (hasLimit || rules.IsExplicit)
            && FindParameter(query, rules.Position, PagingNames.Offset, IsWhole) is { } offset)
        {
            return (PagingKind.Offset, offset);
        }

        return rules.Allows(PagingKind.Page) && FindParameter(query, rules.Position, PagingNames.Page, IsWhole) is { } page
            ? (PagingKind.Page, page)
            : null;
    }

    private static QueryParameter? FindParameter(List<QueryParameter> query, string? chosen, string[] names, Predicate<TypeReference> fits)
    {
        QueryParameter? found = null;
        int rank = int.MaxValue;
        foreach (QueryParameter parameter in query)
        {
            int own = chosen is null ? PagingNames.IndexOf(names, parameter.WireName) : parameter.WireName == chosen ? 0 : -1;
            if (own >= 0 && own < rank && fits(parameter.Type))
            {
                (found, rank) = (parameter, own);
            }
        }

        return found;
    }

    // RFC 8288: a success that documents the header.
    private static bool HasLinks(List<StatusRange> ranges) =>
        StatusRange.Successes(ranges).Any(static range =>
            range.Target.Headers?.Keys.Contains("Link", StringComparer.OrdinalIgnoreCase) == true);

    // NestJS describes every number as 'number'.
    private static bool IsWhole(TypeReference type) => IsInteger(type) || type is ScalarType { Scalar: var scalar } && scalar == Scalar.Double;

    // In JSON or, where the document allows it, in a string.
    private static bool IsInteger(TypeReference type) =>
        type is ScalarType { Scalar: var scalar, Form: not NumberForm.Text } && (scalar == Scalar.Int32 || scalar == Scalar.Int64 || scalar == Scalar.UInt32);

    private static bool IsBoolean(TypeReference type) => type == ScalarType.Boolean;

    // At most the document's limit. Without a limit, the document's default.
    private static int PageSize(QueryParameter limit)
    {
        if (TryInteger(limit.Schema?.Maximum, out long maximum) && maximum > 0)
        {
            return (int)Math.Min(maximum, PreferredPageSize);
        }

        return TryInteger(limit.Schema?.Default?.ToJsonString(), out long standard) && standard is > 0 and <= 10_000 ? (int)standard : 0;
    }

    private static bool TryInteger(string? text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
