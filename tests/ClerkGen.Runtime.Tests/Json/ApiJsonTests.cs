using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>JSON of emitted types as text.</summary>
public sealed class ApiJsonTests
{
    [Fact]
    public void A_value_is_read_from_its_text_and_written_back()
    {
        Pet pet = Pet.Parse("""{ "id": "ä", "later": 1 }""");

        Assert.Equal("ä", pet.Id);
        Assert.Equal("""{"id":"ä"}""", pet.ToJson());
        Assert.Equal("a", ApiJson.Parse<Pet>("""{"id":"a"}""").Id);
    }

    [Fact]
    public void Deviations_are_refused_in_strict_reading()
    {
        ApiReadException unknown = Assert.Throws<ApiReadException>(() => Pet.ParseStrictly("""{"id":"a","later":1}"""));
        ApiReadException broken = Assert.Throws<ApiReadException>(() => Pet.Parse("{"));

        Assert.Equal((ApiDeviationKind.UnknownMember, "$.later"), (unknown.Deviation, unknown.Path));
        Assert.Equal(ApiReadFailure.NotJson, broken.Failure);
        Assert.Throws<ArgumentNullException>(() => Pet.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => ((Pet)null!).ToJson());
    }
}
