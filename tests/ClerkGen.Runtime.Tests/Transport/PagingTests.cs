using System.Globalization;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>All items of a list, once each, and an end on every server.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Each_item_is_returned_once_with_a_total(int total)
    {
        await using PetServer server = Paged(total, maxPage: 100);

        List<string> ids = await IdsAsync(server.Client().Pets.ListAllAsync());

        Assert.Equal(Ids(total), ids);
        Assert.Equal(Math.Max(1, (total + 99) / 100), server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Contains("limit=100", request.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(7, 4)]
    public async Task A_bare_array_ends_with_a_short_or_empty_page(int total, int requests)
    {
        await using PetServer server = Paged(total, maxPage: 100, isBare: true);

        Assert.Equal(Ids(total), await IdsAsync(server.Client().Pets.ListAllBareAsync()));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task No_item_is_lost_when_a_server_reduces_the_page_size()
    {
        await using PetServer server = Paged(25, maxPage: 10);

        Assert.Equal(Ids(25), await IdsAsync(server.Client().Pets.ListAllAsync()));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task Pages_are_enumerated_one_by_one(int total)
    {
        await using PetServer server = Paged(total, maxPage: 100);
        List<int> requests = [];
        List<string> ids = [];

        await foreach (IReadOnlyList<Pet> page in server.Client().Pets.ListAllAsync().AsPages())
        {
            requests.Add(server.Requests.Count);
            ids.AddRange(page.Select(static pet => pet.Id));
        }

        Assert.Equal(Ids(total), ids);
        Assert.Equal(Enumerable.Range(1, (total + 99) / 100), requests);
    }

    [Fact]
    public async Task Items_that_no_client_made_are_one_page()
    {
        Assert.Equal([1, 2], Assert.Single(await Two().AsPages().ToListAsync()));
        Assert.Empty(await AsyncEnumerable.Empty<int>().AsPages().ToListAsync());

        static async IAsyncEnumerable<int> Two()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    [Fact]
    public async Task The_callers_own_window_is_kept()
    {
        await using PetServer server = Paged(10, maxPage: 100);

        List<string> ids = await IdsAsync(server.Client().Pets.ListAllAsync(new() { Limit = 3, Offset = 4, Query = "a&limit=9" }));

        Assert.Equal(Ids(10).Skip(4), ids);
        Assert.Equal(
            ["/pets?limit=3&offset=4&query=a%26limit%3D9", "/pets?limit=3&offset=7&query=a%26limit%3D9"],
            server.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData("grows")]
    [InlineData("shrinks")]
    [InlineData("is missing")]
    [InlineData("is zero")]
    [InlineData("is too large")]
    public async Task A_total_that_is_wrong_or_changes_ends_all_the_same(string how)
    {
        int page = 0;
        await using PetServer server = Paged(250, maxPage: 100, total: () => (how, ++page) switch
        {
            ("grows", _) => 250 + (page * 10),
            ("shrinks", _) => 250 - (page * 60),
            ("is missing", _) => null,
            ("is zero", _) => 0,
            _ => 1_000_000,
        });

        Assert.Equal(Ids(250), await IdsAsync(server.Client().Pets.ListAllAsync()));
        Assert.InRange(server.Requests.Count, 3, 4);
    }

    [Fact]
    public async Task A_repeated_page_ends_the_walk_without_duplicate_items()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""[{"id":"a"},{"id":"b"}]"""));

        Assert.Equal(["a", "b"], await IdsAsync(server.Client().Pets.ListAllBareAsync()));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_repeated_page_that_announces_more_is_an_error()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[{"id":"a"}],"total_count":9}"""));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => IdsAsync(server.Client().Pets.ListAllAsync()));

        Assert.Equal(ApiResponseProblem.RepeatedPage, error.Problem);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_repeats_its_items_in_another_envelope_ends()
    {
        int answers = 0;
        await using PetServer server = new(_ => FaultAnswer.Json(
            $$"""{"meta":{"request":"req_{{++answers}}"},"data":[{"id":"a"},{"id":"b"}],"as_of":{{answers}}}"""));

        Assert.Equal(["a", "b"], (await IdsAsync(server.Client().Pets.ListAllByNumberAsync())).Take(9));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_ignores_cursors_and_makes_new_ones_is_an_error()
    {
        int answers = 0;
        await using PetServer server = new(_ => FaultAnswer.Json($$"""{"data":[{"id":"a"}],"next":"cursor_{{++answers}}"}"""));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(
            () => IdsAsync(server.Client().Pets.ListAllByCursorAsync()));

        Assert.Equal(ApiResponseProblem.RepeatedPage, error.Problem);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Pages_are_numbered_from_one()
    {
        await using PetServer server = new(request =>
        {
            int number = Number(request, "page") ?? 1;
            return Page(Ids(5).Skip((number - 1) * 2).Take(2), 5);
        });

        Assert.Equal(Ids(5), await IdsAsync(server.Client().Pets.ListAllByNumberAsync()));
        Assert.Equal(["/pets?limit=2", "/pets?limit=2&page=2", "/pets?limit=2&page=3"], server.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task Cursors_are_followed_over_empty_pages_to_the_end()
    {
        await using PetServer server = PetServer.Answering(
            FaultAnswer.Json("""{"data":[{"id":"a"}],"next":"c/1"}"""),
            FaultAnswer.Json("""{"data":[],"next":"c 2"}"""),
            FaultAnswer.Json("""{"data":[{"id":"b"}],"next":""}"""));

        Assert.Equal(["a", "b"], await IdsAsync(server.Client().Pets.ListAllByCursorAsync()));
        Assert.Equal(["/pets?limit=2", "/pets?limit=2&cursor=c%2F1", "/pets?limit=2&cursor=c%202"], server.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task A_page_with_has_more_false_is_the_last()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[{"id":"a"}],"next":"x","has_more":false}"""));

        Assert.Equal(["a"], await IdsAsync(server.Client().Pets.ListAllByCursorAsync()));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_repeated_cursor_is_an_error()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[{"id":"a"}],"next":"x"}"""), FaultAnswer.Json("""{"data":[{"id":"b"}],"next":"x"}"""));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => IdsAsync(server.Client().Pets.ListAllByCursorAsync()));

        Assert.Equal(ApiResponseProblem.RepeatedPage, error.Problem);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Pages_are_fetched_when_their_items_are_enumerated()
    {
        await using PetServer server = Paged(250, maxPage: 100);
        IAsyncEnumerable<Pet> all = server.Client().Pets.ListAllAsync();
        Assert.Empty(server.Requests);

        await foreach (Pet pet in all)
        {
            if (pet.Id == "pet_100")
            {
                break;
            }
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(Ids(250), await IdsAsync(all));
        Assert.Equal(5, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_between_pages_fetches_no_more(bool byEnumerator)
    {
        await using PetServer server = Paged(250, maxPage: 100);
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<Pet> all = server.Client().Pets.ListAllAsync(cancellationToken: byEnumerator ? default : source.Token);
        int seen = 0;

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Pet pet in all.WithCancellation(byEnumerator ? source.Token : default))
            {
                if (++seen == 100)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(100, seen);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_page_that_fails_for_a_moment_is_fetched_again()
    {
        int failures = 0;
        await using PetServer server = new(request =>
            request.Target.Contains("offset=100", StringComparison.Ordinal) && failures++ == 0
                ? FaultAnswer.Faulty(FaultKind.Status503, "{}")
                : Page(Ids(150).Skip(Number(request, "offset") ?? 0).Take(100), 150));

        Assert.Equal(Ids(150), await IdsAsync(server.Client().Pets.ListAllAsync()));
    }

    private static PetServer Paged(int count, int maxPage, bool isBare = false, Func<int?>? total = null) => new(request =>
    {
        IEnumerable<string> ids = Ids(count).Skip(Number(request, "offset") ?? 0).Take(Math.Min(maxPage, Number(request, "limit") ?? maxPage));
        return isBare ? FaultAnswer.Json($"[{Items(ids)}]") : Page(ids, total is null ? count : total());
    });

    private static FaultAnswer Page(IEnumerable<string> ids, int? total) => FaultAnswer.Json(
        total is int known
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"data\":[{Items(ids)}],\"total_count\":{known}}}")
            : $"{{\"data\":[{Items(ids)}]}}");

    private static string Items(IEnumerable<string> ids) => string.Join(',', ids.Select(static id => $"{{\"id\":\"{id}\"}}"));

    private static List<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"pet_{i}"))];

    private static int? Number(FaultRequest request, string name)
    {
        foreach (string pair in request.Target[(request.Target.IndexOf('?') + 1)..].Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
            {
                return int.Parse(pair[(name.Length + 1)..], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static async Task<List<string>> IdsAsync(IAsyncEnumerable<Pet> pets)
    {
        var ids = new List<string>();
        await foreach (Pet pet in pets)
        {
            ids.Add(pet.Id);
            Assert.True(ids.Count < 1000, "the list does not end");
        }

        return ids;
    }
}
