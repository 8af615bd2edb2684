using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class PagingTests
{
    private const string Item = "{type: object, properties: {id: {type: string}}}";

    [Theory]
    [InlineData("limit, offset", "{data: LIST, total_count: INT}", "Offset limit offset 0 Data TotalCount  ")]
    [InlineData("limit, offset", "LIST", "Offset limit offset 0    ")]
    [InlineData("limit, skip", "{users: LIST, other: INT}", "Offset limit skip 0 Users   ")]
    [InlineData("page[number], page[size]", "{data: LIST}", "Page page[size] page[number] 0 Data   ")]
    [InlineData("page[offset], page[limit]", "{data: LIST}", "Offset page[limit] page[offset] 0 Data   ")]
    [InlineData("page:0", "LIST", "Page  page 0    ")]
    [InlineData("page, per_page", "{items: LIST, total: INT}", "Page per_page page 0 Items Total  ")]
    [InlineData("pageSize, pageNumber", "{values: LIST, names: LIST}", "Page pageSize pageNumber 0 Values   ")]
    [InlineData("limit, cursor:s", "{data: LIST, next_cursor: STRING, has_more: BOOL}", "Cursor limit cursor 0 Data  NextCursor HasMore")]
    [InlineData("page_size, page_token:s", "{things: LIST, nextPageToken: STRING}", "Cursor page_size page_token 0 Things  NextPageToken ")]
    [InlineData("cursor:s, offset, limit", "{data: LIST, next_cursor: STRING}", "Cursor limit cursor 0 Data  NextCursor ")]
    public void Pages_are_recognised_from_their_shape(string parameters, string schema, string expected)
    {
        PagingModel paging = Paging(parameters, schema)!;
        Assert.Equal(
            expected,
            $"{paging.Kind} {paging.LimitParameter} {paging.PositionParameter} {paging.PageSize} {Text(paging.Items)} {Text(paging.Total)} {Text(paging.Cursor)} {Text(paging.HasMore)}");
        Assert.Equal("ListAll", paging.Name);
    }

    [Theory]
    [InlineData("limit", "LIST")]
    [InlineData("offset", "LIST")]
    [InlineData("limit:s, offset:s", "LIST")]
    [InlineData("limit, offset", "{a: LIST, b: LIST}")]
    [InlineData("limit, offset", "{a: STRING}")]
    [InlineData("limit, offset", "{data: {type: object, properties: {id: STRING}}, errors: LIST}")]
    [InlineData("cursor:s", "{data: LIST}")]
    [InlineData("cursor:s, filter", "{data: LIST}")]
    public void Other_shapes_are_not_pages(string parameters, string schema) => Assert.Null(Paging(parameters, schema));

    [Theory]
    [InlineData("schema: {type: integer, default: 1}", true)]
    [InlineData("schema: {type: integer, default: 0}", false)]
    [InlineData("schema: {type: integer, default: 0, minimum: 1}", false)]
    [InlineData("schema: {type: integer, minimum: 1}", true)]
    [InlineData("schema: {type: integer, minimum: 0}", false)]
    [InlineData("schema: {type: integer, exclusiveMinimum: 0}", true)]
    [InlineData("schema: {anyOf: [{type: integer, minimum: 1}, {type: 'null'}]}", true)]
    [InlineData("schema: {type: number, default: 1}", true)]
    [InlineData("schema: {type: integer}", false)]
    [InlineData("schema: {type: integer}, description: 1-indexed page number.", true)]
    [InlineData("schema: {type: integer}, description: 'Page number (one-based)'", true)]
    [InlineData("schema: {type: integer}, description: 'Page number, starting at 1'", true)]
    [InlineData("schema: {type: integer}, description: 'Pages start from 1.'", true)]
    [InlineData("schema: {type: integer}, description: 'The first page is 1'", true)]
    [InlineData("schema: {type: integer}, description: 'Page number. Defaults to 1.'", true)]
    [InlineData("schema: {type: integer}, description: 'Page (1..N)'", true)]
    [InlineData("schema: {type: integer, description: 1-based}", true)]
    [InlineData("schema: {type: integer, minimum: 1}, description: 'Zero-based page index (0..N)'", false)]
    [InlineData("schema: {type: integer}, description: 'The first page is 0, the second is 1'", false)]
    [InlineData("schema: {type: integer}, description: 'Up to 1 page'", false)]
    public void Counting_from_one_is_assumed_only_where_the_document_states_it(string parameter, bool expected) =>
        Assert.Equal(expected, Client($"{{name: page, in: query, {parameter}}}", "LIST").Operation.Paging!.StartsAtOne);

    [Theory]
    [InlineData("{content: LIST, number: INT, totalPages: INT, last: BOOL}", "Content Number TotalPages Last")]
    [InlineData("{items: LIST, number: INT, page: INT}", "Items Page  ")]
    [InlineData("{content: LIST, page: {type: object, properties: {number: INT, totalPages: INT}}}", "Content Page.Number Page.TotalPages ")]
    [InlineData("{data: LIST, meta: {type: object, properties: {pagination: {type: object, properties: {current_page: INT}}}}}", "Data Meta.Pagination.CurrentPage  ")]
    [InlineData("{data: {type: object, properties: {list: LIST, pageNum: INT, pages: INT}}}", "Data.List Data.PageNum Data.Pages ")]
    [InlineData("{success: BOOL, data: {type: object, properties: {rows: LIST, page: INT}}, errors: LIST}", "Data.Rows Data.Page  ")]
    [InlineData("{errors: LIST, page: INT}", "Errors Page  ")]
    [InlineData("{meta: {type: object, properties: {warnings: LIST}}, data: LIST}", "Data   ")]
    public void The_position_in_a_page_is_found(string schema, string expected)
    {
        PagingModel paging = Paging("page", schema)!;
        Assert.Equal(expected, $"{Text(paging.Items)} {Text(paging.Number)} {Text(paging.Pages)} {Text(paging.IsLast)}");
    }

    [Theory]
    [InlineData("Link", "limit", "Link limit ")]
    [InlineData("link", "limit, page", "Page limit page")]
    [InlineData("X-Link", "limit", null)]
    public void A_documented_link_header_is_a_way_to_the_next_page(string header, string parameters, string? expected)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            $"parameters: [{Parameters(parameters)}]\nresponses: {{'200': {{description: ok, headers: {{{header}: {{schema: {{type: string}}}}}}, "
            + "content: {application/json: {schema: {type: array, items: {type: string}}}}}}");
        PagingModel? paging = client.Operation.Paging;
        Assert.Equal(expected, paging is null ? null : $"{paging.Kind} {paging.LimitParameter} {paging.PositionParameter}");
        Assert.Equal(expected is not null, paging is { FollowsLinks: true });
    }

    [Theory]
    [InlineData("limit", "Link limit")]
    [InlineData("filter", null)]
    public void An_object_with_a_list_is_a_page_of_links_only_next_to_a_limit(string parameters, string? expected)
    {
        PagingModel? paging = TranslatedClient.OfOperation(
            $"parameters: [{Parameters(parameters)}]\nresponses: {{'200': {{description: ok, headers: {{Link: {{schema: {{type: string}}}}}}, "
            + "content: {application/json: {schema: {type: object, properties: {name: {type: string}, tags: {type: array, items: {type: string}}}}}}}}").Operation.Paging;
        Assert.Equal(expected, paging is null ? null : $"{paging.Kind} {paging.LimitParameter}");
    }

    [Theory]
    [InlineData("maximum: 500", 100)]
    [InlineData("maximum: 20", 20)]
    [InlineData("default: 10", 10)]
    [InlineData("minimum: 1", 0)]
    public void The_page_size_is_the_documents_maximum(string limits, int expected)
    {
        TranslatedClient client = Client(
            $"{{name: limit, in: query, schema: {{type: integer, {limits}}}}}, {{name: offset, in: query, schema: {{type: integer}}}}", "LIST");
        Assert.Equal(expected, client.Operation.Paging!.PageSize);
    }

    [Theory]
    [InlineData("x-clerkgen-paging: false", null)]
    [InlineData("x-clerkgen-paging: {kind: offset, limit: first, position: start, items: b, total: n}", "Offset first start B N")]
    [InlineData("x-clerkgen-paging: {kind: page, position: start}", null)]
    public void The_extension_has_the_last_word(string extension, string? expected)
    {
        TranslatedClient client = Client(
            "{name: first, in: query, schema: {type: integer}}, {name: start, in: query, schema: {type: integer}}", "{a: LIST, b: LIST, n: INT}", extension);
        PagingModel? paging = client.Operation.Paging;
        Assert.Equal(
            expected, paging is null ? null : $"{paging.Kind} {paging.LimitParameter} {paging.PositionParameter} {Text(paging.Items)} {Text(paging.Total)}");
        Assert.Equal(extension.EndsWith("start}", StringComparison.Ordinal), client.Ids.Contains("CLERKGEN053"));
    }

    [Fact]
    public void Only_reading_is_paged() => Assert.Null(Client(Parameters("limit, offset"), "LIST", method: "post").Operation.Paging);

    [Fact]
    public void Items_that_may_be_null_stay_so() =>
        Assert.Equal("long?", Client(Parameters("limit, offset"), "{type: array, items: {type: [integer, 'null']}}").Operation.Paging!.Item.ToString());

    [Fact]
    public void A_method_that_returns_one_page_is_not_named_All()
    {
        TranslatedClient client = TranslatedClient.Of(
            $"/a: {{get: {Listing("x-clerkgen-name: getAll")}}}\n/b: {{get: {Listing("operationId: findAllThings")}}}\n"
            + $"/c: {{get: {Listing("operationId: searchAll")}}}\n/d: {{get: {Listing("operationId: getAllOthers")}}}");
        Assert.Equal(
            ["Find FindAll", "GetOthers GetOthersAll", "List ListAll", "Search SearchAll"],
            client.Groups.Single().Operations.Select(paged => paged.Name + " " + paged.Paging?.Name));
        Assert.DoesNotContain("CLERKGEN024", client.Ids);
    }

    [Fact]
    public void A_method_that_returns_everything_at_once_is_not_named_All()
    {
        const string Answers = "tags: [users], responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}";
        Assert.Equal(
            ["Users.DeleteAll", "Users.Find", "Users.GetAllNames", "Users.List"],
            TranslatedClient.Of(
                $"/users: {{get: {{operationId: UsersController_findAll, {Answers}}}, delete: {{operationId: UsersController_deleteAll, {Answers}}}}}\n"
                + $"/users/all: {{get: {{x-clerkgen-name: getAll, {Answers}}}}}\n/users/names: {{get: {{operationId: getAllNames, {Answers}}}}}").Methods.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_walk_over_pages_is_named_All_next_to_a_paged_list()
    {
        string whole = "{operationId: listAll, tags: [Things], responses: {'200': {description: ok, content: {application/json: "
            + "{schema: {type: array, items: {type: string}}}}}}}";
        TranslatedClient client = TranslatedClient.Of($"/a: {{get: {Listing("operationId: list")}}}\n/b: {{get: {whole}}}");
        Assert.Equal(
            ["List ListAll", "ListAtOnce "], client.Groups.Single().Operations.Select(paged => paged.Name + " " + paged.Paging?.Name));
    }

    private static string Listing(string name) => $"{{{name}, tags: [Things], parameters: [" + Parameters("limit, offset")
        + "], responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}}";

    private static string Text(PageMemberModel? member) => string.Join('.', member?.Steps.Select(static step => step.Property) ?? []);

    private static PagingModel? Paging(string parameters, string schema) => Client(Parameters(parameters), schema).Operation.Paging;

    private static string Parameters(string names) => string.Join(", ", names.Split(", ").Select(static name =>
    {
        string[] parts = name.Split(':');
        string type = parts.Length == 1 ? "type: integer" : parts[1] == "s" ? "type: string" : $"type: integer, default: {parts[1]}";
        return $"{{name: '{parts[0]}', in: query, schema: {{{type}}}}}";
    }));

    private static TranslatedClient Client(string parameters, string schema, string extension = "summary: x", string method = "get")
    {
        string text = schema.StartsWith("{type", StringComparison.Ordinal) || schema == "LIST" ? schema : $"{{type: object, properties: {schema}}}";
        text = text.Replace("LIST", "{type: array, items: " + Item + "}").Replace("INT", "{type: integer}").Replace("STRING", "{type: string}").Replace("BOOL", "{type: boolean}");
        return TranslatedClient.Of($$$"""
            /things:
              {{{method}}}:
                operationId: listThings
                tags: [Things]
                {{{extension}}}
                parameters: [{{{parameters}}}]
                responses: {'200': {description: ok, content: {application/json: {schema: {{{text}}} } } } }
            """);
    }
}
