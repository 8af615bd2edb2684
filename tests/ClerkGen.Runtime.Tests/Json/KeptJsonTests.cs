using System.Text.Json;
using ClerkGen.Runtime.Tests.Transport;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>The JSON that a value was read from, where the client's options ask for it.</summary>
public sealed class KeptJsonTests
{
    [Fact]
    public async Task The_JSON_of_a_value_has_its_unknown_members()
    {
        Pet pet = await Client(keeps: true).Pets.GetAsync("a");

        Assert.Equal("new", pet.RawJson()?.GetProperty("beta").GetString());
        Assert.Equal(pet.Id, pet.RawJson()?.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_JSON_of_a_response_is_that_of_its_value()
    {
        ApiResponse<Pet> response = await Client(keeps: true).Pets.GetWithResponseAsync("a");

        Assert.Equal("""{"id":"a","beta":"new"}""", response.RawJson()?.GetRawText());
    }

    [Fact]
    public async Task Nothing_is_kept_unless_the_options_ask_for_it()
    {
        Pet pet = await Client(keeps: false).Pets.GetAsync("a");

        Assert.Null(pet.RawJson());
        Assert.Null(new Pet { Id = "a" }.RawJson());
        Assert.Null(new ApiResponse<Pet>(pet).RawJson());
    }

    [Fact]
    public async Task Each_value_has_its_own()
    {
        PetClient client = Client(keeps: true);
        Pet first = await client.Pets.GetAsync("a");
        Pet second = await client.Pets.GetAsync("a");

        JsonElement[] all = [first.RawJson()!.Value, second.RawJson()!.Value];
        Assert.Equal(["new", "newer"], all.Select(static json => json.GetProperty("beta").GetString()));
    }

    private static PetClient Client(bool keeps)
    {
        var stub = new StubTransport();
        stub.On("GetPet").ReturnsJson("""{"id":"a","beta":"new"}""").ReturnsJson("""{"id":"a","beta":"newer"}""");
        return new PetClient(new PetClientOptions { SecretKey = PetServer.Key, KeepJson = keeps }, stub.CreateHttpClient());
    }
}
