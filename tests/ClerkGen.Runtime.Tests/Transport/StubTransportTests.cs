using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>The stub that users put under a client in their own tests.</summary>
public sealed class StubTransportTests
{
    [Fact]
    public async Task Values_lists_errors_and_nothing_are_returned_by_operation()
    {
        using var stub = new StubTransport();
        stub.On("GetPet").Returns(new Pet { Id = "pet_1", Name = "Ada" });
        stub.On("ListBarePets").ReturnsList(new Pet { Id = "a" });
        stub.On(HttpMethod.Delete, "/pets/{pet_id}").ReturnsNothing();
        stub.On("CreatePet").Fails(HttpStatusCode.UnprocessableEntity, new PetErrors { Errors = [new PetError { Code = "taken" }] });
        PetClient client = Client(stub);

        Assert.Equal("Ada", (await client.Pets.GetAsync("pet_1")).Name);
        await foreach (Pet pet in client.Pets.ListAllBareAsync())
        {
            Assert.Equal("a", pet.Id);
        }

        await client.Pets.DeleteAsync("pet_1");
        PetErrorsException error = await Assert.ThrowsAsync<PetErrorsException>(() => client.Pets.CreateAsync(new Pet { Id = "new" }));
        Assert.Equal("taken", error.Error.Errors[0].Code);
    }

    [Fact]
    public async Task Requests_are_recorded_without_credentials()
    {
        using var stub = new StubTransport();
        stub.On("CreatePet").Returns(new Pet { Id = "a" });
        stub.On("ListPets").ReturnsJson("""{"data":[]}""");
        stub.On("AnyKey").Returns(new Pet { Id = "a" });
        PetClient client = Client(stub, static options => options.QueryKey = "query-canary");

        await client.Pets.CreateAsync(new Pet { Id = "ä/1" });
        await client.Pets.ListAsync(new() { Query = "a b", Limit = 3, Trace = "t" });
        await client.Pets.AnyKeyAsync();

        Assert.Equal(["CreatePet", "ListPets", "AnyKey"], stub.Requests.Select(static request => request.OperationId));
        Assert.Equal(("POST", "/pets", "/v1/pets", 1), (stub.Requests[0].Method, stub.Requests[0].PathTemplate, stub.Requests[0].Path, stub.Requests[0].Attempt));
        Assert.Equal("ä/1", stub.Requests[0].ReadBody<Pet>().Id);
        Assert.Equal("application/json", stub.Requests[0].ContentType);
        Assert.Equal([new("limit", "3"), new("query", "a b")], stub.Requests[1].Query);
        Assert.True(stub.Requests[1].Headers.TryGetValue("X-Trace", out _));
        Assert.Empty(stub.Requests[2].Query);
        Assert.All(stub.Requests, static request => Assert.False(request.Headers.TryGetValue("Authorization", out _)));
    }

    [Fact]
    public async Task Answers_follow_each_other_and_retries_do_not_wait()
    {
        using var stub = new StubTransport();
        stub.On("GetPet").Fails(HttpStatusCode.ServiceUnavailable).Fails(HttpStatusCode.TooManyRequests).Returns(new Pet { Id = "a" });
        var time = new ManualTime();

        ApiResponse<Pet> response = await Client(stub, options => options.TimeProvider = time).Pets.GetWithResponseAsync("a");

        Assert.Equal(3, response.Attempts);
        Assert.Empty(time.Waits);
        Assert.Equal([1, 2, 3], stub.Requests.Select(static request => request.Attempt));
    }

    [Fact]
    public async Task An_answer_can_be_made_of_the_request()
    {
        using var stub = new StubTransport();
        stub.On("GetPet").Answers(static request => StubAnswer.Of(new Pet { Id = request.Path.Split('/')[^1] }));
        stub.On("BanPet").Throws(new HttpRequestException("down"));

        Assert.Equal("pet_7", (await Client(stub).Pets.GetAsync("pet_7")).Id);
        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => Client(stub).Pets.BanAsync("a"));
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_rate_limit_without_a_wait_names_none()
    {
        using var stub = new StubTransport();
        stub.On("GetPet").Fails(HttpStatusCode.TooManyRequests);

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Client(stub).Pets.GetAsync("a"));

        Assert.EndsWith("The rate limit is reached. Wait before the next request.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_stub_throws()
    {
        using var stub = new StubTransport();
        stub.On("BanPet");

        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(stub).Pets.GetAsync("a"));
        InvalidOperationException empty = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(stub).Pets.BanAsync("a"));

        Assert.Equal("The stub has no answer for 'GetPet' (GET /pets/{pet_id}). Call On for it. It answers 'BanPet'.", missing.Message);
        Assert.Contains("BanPet", empty.Message, StringComparison.Ordinal);
        using var http = stub.CreateHttpClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://a.example")));
    }

    [Fact]
    public async Task A_method_of_the_client_names_the_operation_that_it_calls()
    {
        using var stub = new StubTransport();
        PetClient client = Client(stub);
        stub.On(() => client.Pets.GetAsync("any")).Returns(new Pet { Id = "pet_1" });
        stub.On(() => client.Pets.DeleteAsync("any")).ReturnsNothing();
        stub.On(() => client.Pets.ListAllBareAsync()).ReturnsList(new Pet { Id = "pet_2" });

        Assert.Empty(stub.Requests);
        Assert.Equal("pet_1", (await client.Pets.GetAsync("pet_9")).Id);
        await client.Pets.DeleteAsync("pet_9");
        await foreach (Pet pet in client.Pets.ListAllBareAsync())
        {
            Assert.Equal("pet_2", pet.Id);
        }

        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public void A_method_that_sends_nothing_names_no_operation()
    {
        using var stub = new StubTransport();
        using var other = new StubTransport();
        other.On("GetPet").Returns(new Pet { Id = "a" });
        PetClient client = Client(stub);
        PetClient foreign = Client(other);

        Assert.Throws<ArgumentException>(() => stub.On(() => foreign.Pets.GetAsync("a")));
        Assert.Throws<ArgumentException>(() => stub.On(() => client.Pets.GetAsync("")));
    }

    [Theory]
    [InlineData("""{"id":"a","nickname":"b"}""", "$.nickname")]
    [InlineData("""{"name":"b"}""", "$.id")]
    [InlineData("""{"id":null}""", "$.id")]
    [InlineData("""{"id":"a","name":[]}""", "$.name")]
    public async Task An_answer_that_differs_from_the_document_fails_unless_it_may(string json, string path)
    {
        using var stub = new StubTransport { ChecksAnswers = true };
        stub.On("GetPet").ReturnsJson(json);
        PetClient client = Client(stub);

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Pets.GetAsync("a"));
        Assert.Equal(path, error.Path);
        Assert.Contains("GetPet", error.Message, StringComparison.Ordinal);

        stub.ChecksAnswers = false;
        Assert.NotNull(await client.Pets.GetAsync("a"));
    }

    [Fact]
    public async Task Clients_and_groups_can_be_substituted()
    {
        var client = new SubstituteClient();

        Assert.Equal("substitute", (await client.Pets.GetAsync("a")).Id);
        Assert.Throws<InvalidOperationException>(() => { _ = client.Pets.BanAsync("a"); });
        Assert.Equal("SubstituteClient", client.ToString());
    }

    private static PetClient Client(StubTransport stub, Action<PetClientOptions>? change = null)
    {
        var options = new PetClientOptions { SecretKey = PetServer.Key };
        change?.Invoke(options);
        return new PetClient(options, stub.CreateHttpClient());
    }

    private sealed class SubstituteClient : PetClient
    {
        public override PetOperations Pets { get; } = new SubstitutePets();
    }

    private sealed class SubstitutePets : PetOperations
    {
        public override Task<Pet> GetAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Pet { Id = "substitute" });
    }
}
