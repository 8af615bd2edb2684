using System.Globalization;
using System.Text.RegularExpressions;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>All items of a list, once each, whatever the server counts from: which pages are asked for, what comes, what throws.</summary>
public sealed class PagingTests
{
    private static readonly ConstructClient Client = new(PageDocument.Text, PageDocument.Program);

    [Fact]
    public void The_client_compiles_without_a_word()
    {
        Assert.Empty(Client.Run.CompilerDiagnostics);
        Assert.Empty(Client.Run.Diagnostics);
    }

    [Theory]
    [InlineData("Described", 0, "/described /described?page=1 /described?page=2")]
    [InlineData("Described", 1, "/described /described?page=2 /described?page=3")]
    [InlineData("One", 1, "/one /one?page=2 /one?page=3")]
    [InlineData("One", 0, "/one /one?page=1 /one?page=2")]
    public Task The_number_that_an_answer_states_decides(string call, int first, string requests) =>
        AssertAsync(call, requests, request => Spring(Page(request, first), first));

    [Theory]
    [InlineData("Described", "/described /described?page=1 /described?page=2 /described?page=3")]
    [InlineData("One", "/one /one?page=1 /one?page=2 /one?page=3")]
    public Task A_parameter_from_one_with_numbers_from_zero_is_detected(string call, string requests) =>
        AssertAsync(call, requests, request => Spring(Page(request, 1), 0));

    [Theory]
    [InlineData("Described", "/described /described?page=2 /described?page=1 /described?page=2")]
    public Task A_page_that_would_be_passed_over_is_gone_back_to(string call, string requests) =>
        AssertAsync(call, requests, request => Spring(Page(request, 0), 1));

    [Fact]
    public async Task A_server_that_keeps_returning_other_pages_is_an_error()
    {
        int answers = 0;
        await using var server = new FaultServer(_ => Spring(answers++ * 2, 0));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => CallAsync("Described", server));

        Assert.Equal(ApiResponseProblem.UnexpectedPage, error.Problem);
        Assert.Contains("another page than the requested one", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zero", 0, "/zero /zero?page=1 /zero?page=2 /zero?page=3")]
    [InlineData("Zero", 1, "/zero /zero?page=1 /zero?page=2 /zero?page=3 /zero?page=4")]
    [InlineData("Silent", 0, "/silent /silent?page=1 /silent?page=2 /silent?page=3")]
    [InlineData("Silent", 1, "/silent /silent?page=1 /silent?page=2 /silent?page=3 /silent?page=4")]
    public Task Without_a_page_number_the_items_determine_the_first_page(string call, int first, string requests) =>
        AssertAsync(call, requests, request => FaultAnswer.Json(Items(Page(request, first))));

    [Fact]
    public async Task The_walk_starts_at_the_callers_page()
    {
        await using var server = new FaultServer(request => Spring(Page(request, 0), 0));

        Assert.Equal([3, 4, 5], await CallAsync("DescribedFrom1", server));
        Assert.Equal(["/described?page=1&size=2", "/described?page=2&size=2"], Targets(server));
    }

    [Theory]
    [InlineData(0, "/pageable /pageable?page=1 /pageable?page=2")]
    [InlineData(1, "/pageable /pageable?page=2 /pageable?page=3")]
    public Task Springs_pageable_and_paged_model_are_pages(int first, string requests) =>
        AssertAsync("Pageable", requests, request =>
        {
            int page = Page(request, first);
            return FaultAnswer.Json($$$"""{"content":{{{Items(page)}}},"page":{"size":2,"number":{{{page + first}}},"totalElements":5,"totalPages":3}}""");
        });

    [Theory]
    [InlineData("Resources", "/resources?N=2 /resources?N=2&P=2 /resources?N=2&P=3")]
    [InlineData("Deep", "/deep?N=2 /deep?N=2&P=2 /deep?N=2&P=3")]
    public Task Numbers_and_sizes_in_brackets_are_pages(string call, string requests) =>
        AssertAsync(
            call,
            requests.Replace("P=", "page%5Bnumber%5D=", StringComparison.Ordinal).Replace("N=", "page%5Bsize%5D=", StringComparison.Ordinal),
            request =>
            {
                int page = Page(request, 1);
                return FaultAnswer.Json(call == "Deep" ? Items(page)
                    : $$$$"""{"data":{{{{Items(page)}}}},"meta":{"pagination":{"current_page":{{{{page + 1}}}},"last_page":3}}}""");
            });

    [Theory]
    [InlineData(0, "/scim /scim?startIndex=2 /scim?startIndex=4")]
    [InlineData(1, "/scim /scim?startIndex=3 /scim?startIndex=5")]
    public Task Items_are_counted_from_the_position_in_the_response(int first, string requests) =>
        AssertAsync("Scim", requests, request =>
        {
            int start = (Number(request, "startIndex") ?? first) - first;
            return FaultAnswer.Json($$$"""{"Resources":{{{Items(start / 2)}}},"startIndex":{{{start + first}}},"totalResults":5}""");
        });

    [Theory]
    [InlineData("""<{0}/other/9?after=x%2Fy>; rel="next", <{0}/links>; rel="first" """, "/other/9?after=x%2Fy")]
    [InlineData("""</other?a=1,2>; title="a, b; \"rel=prev\""; rel=next""", "/other?a=1,2")]
    [InlineData("""<?p=2>; rel="last next" """, "/links?p=2")]
    [InlineData("""<../up>; REL=NEXT; rel=prev""", "/up")]
    [InlineData("""<links/2#part>;rel="prefetch";anchor="/x", <//{1}/p>; rel=next""", "/p")]
    public async Task Links_are_followed_to_the_end(string link, string target)
    {
        await using var server = new FaultServer(_ => FaultAnswer.Nothing(500));
        int answers = 0;
        await using var linking = new FaultServer(request => answers++ == 0
            ? FaultAnswer.Json("""[{"id":1}]""", headers: "Link: " + Format(link, request) + "\r\n")
            : FaultAnswer.Json("""[{"id":2}]""", headers: "Link: </links>; rel=\"first\"\r\n"));

        Assert.Equal([1, 2], await CallAsync("Links", linking));
        Assert.Equal(["/links", target], Targets(linking));
    }

    [Theory]
    [InlineData("<https://evil.example/links>; rel=next")]
    [InlineData("<//evil.example/links>; rel=next")]
    [InlineData("<http://127.0.0.1:1/links>; rel=next")]
    [InlineData("<https://{1}/links>; rel=next")]
    [InlineData("<http://user:pass@{1}/links>; rel=next")]
    [InlineData("<file:///etc/passwd>; rel=next")]
    [InlineData("<http://[>; rel=next")]
    public async Task A_link_to_another_origin_is_refused(string link)
    {
        await using var server = new FaultServer(request => FaultAnswer.Json("""[{"id":1}]""", headers: "Link: " + Format(link, request) + "\r\n"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => CallAsync("Links", server));

        Assert.Equal(ApiResponseProblem.ForeignNextPage, error.Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_link_that_leads_to_where_it_came_from_is_an_error()
    {
        int answers = 0;
        await using var server = new FaultServer(_ => FaultAnswer.Json($$"""[{"id":{{answers++}}}]""", headers: "Link: </links?p=2>; rel=next\r\n"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => CallAsync("Links", server));

        Assert.Equal(ApiResponseProblem.RepeatedPage, error.Problem);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_key_in_a_link_is_sent_once()
    {
        await using var server = new FaultServer(request => FaultAnswer.Json(
            Items(Page(request, 1)),
            headers: Page(request, 1) < 2 ? $"Link: <{request.Target.Split("&page")[0]}&page={Page(request, 1) + 2}>; rel=next\r\n" : ""));

        Assert.Equal([1, 2, 3, 4, 5], await CallAsync("NumberedLinks", server, "SecretKey=sk_a"));
        Assert.Equal(
            ["/numbered-links?per_page=2&api_key=sk_a", "/numbered-links?per_page=2&page=2&api_key=sk_a", "/numbered-links?per_page=2&page=3&api_key=sk_a"],
            Targets(server));
    }

    [Theory]
    [InlineData("Starred", "application/json")]
    [InlineData("StarredPage", "application/vnd.pages+json, application/problem+json;q=0.5")]
    public async Task Of_several_media_types_only_the_pages_are_asked_for(string call, string accept)
    {
        await using var server = new FaultServer(request => call == "Starred" ? FaultAnswer.Json(Items(Page(request, 1))) : Spring(Page(request, 1), 1));

        Assert.Equal([1, 2, 3, 4, 5], await CallAsync(call, server));
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(accept, request.Header("Accept")));
    }

    [Fact]
    public async Task A_server_that_sends_no_links_is_walked_by_number()
    {
        await using var server = new FaultServer(request => FaultAnswer.Json(Items(Page(request, 1))));

        Assert.Equal([1, 2, 3, 4, 5], await CallAsync("NumberedLinks", server, "SecretKey=sk_a"));
        Assert.Equal(3, server.Requests.Count);
    }

    // Five books in pages of two, numbered from zero; empty after the last.
    private static string Items(int page) =>
        "[" + string.Join(',', Enumerable.Range(1, 5).Skip(page * 2).Take(2).Select(static id => $$"""{"id":{{id}}}""")) + "]";

    private static FaultAnswer Spring(int page, int first) => FaultAnswer.Json(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"content":{{Items(page)}},"number":{{page + first}},"size":2,"totalPages":3,"totalElements":5,"last":{{(page >= 2 ? "true" : "false")}}}"""));

    // The page that a request asks for, counted from zero.
    private static int Page(FaultRequest request, int first) =>
        Math.Max(0, (Number(request, "page") ?? Number(request, "page%5Bnumber%5D") ?? first) - first);

    private static int? Number(FaultRequest request, string name)
    {
        Match match = Regex.Match(request.Target, "[?&]" + Regex.Escape(name) + "=([0-9]+)");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static string Format(string link, FaultRequest request) =>
        link.Replace("{0}", "http://" + request.Header("Host"), StringComparison.Ordinal).Replace("{1}", request.Header("Host"), StringComparison.Ordinal);

    private static IEnumerable<string> Targets(FaultServer server) => server.Requests.Select(static request => request.Target);

    private static async Task AssertAsync(string call, string requests, Func<FaultRequest, FaultAnswer> answer)
    {
        await using var server = new FaultServer(answer);

        Assert.Equal([1, 2, 3, 4, 5], await CallAsync(call, server));
        Assert.Equal(requests.Split(' '), Targets(server));
    }

    private static async Task<List<long>> CallAsync(string call, FaultServer server, string options = "") =>
        (List<long>)(await Client.CallAsync(call, server.Address, options))!;
}
