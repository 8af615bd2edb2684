using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing.Tests;

public sealed class SchemaSampleTests
{
    private readonly LoadedDocument _document = PetDocument.Load();

    [Fact]
    public void A_full_sample_has_every_member_and_bounded_recursion()
    {
        JsonNode cat = SchemaSample.Of(_document.Schema("Cat"), Direction.Response)!;

        Assert.Equal(["kind", "name", "mood", "kittens"], cat.AsObject().Select(member => member.Key));
        Assert.Equal(2, cat["kittens"]!.AsArray().Count);
        Assert.True(Depth(cat) < 12);
    }

    [Fact]
    public void A_minimal_sample_has_only_required_members()
    {
        JsonNode cat = SchemaSample.Of(_document.Schema("Cat"), Direction.Response, SampleMode.Minimal)!;

        Assert.Equal(["kind", "name"], cat.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void The_same_seed_gives_the_same_sample_and_seeds_differ()
    {
        IOpenApiSchema pet = _document.Schema("Pet");
        string Sample(int seed) => SchemaSample.Of(pet, Direction.Response, SampleMode.Random, seed)!.ToJsonString();
        string[] samples = [.. Enumerable.Range(0, 20).Select(Sample)];

        Assert.Equal(samples, Enumerable.Range(0, 20).Select(Sample));
        Assert.True(samples.Distinct().Count() > 10);
    }

    [Fact]
    public void Covering_samples_show_every_variant_enum_value_and_null_and_conform()
    {
        (SampleMode Mode, int Seed, JsonNode? Value)[] samples = [.. SchemaSample.Covering(_document.Schema("Pet"), Direction.Response)];

        Assert.All(samples, sample => Assert.Empty(SchemaChecker.Check(sample.Value, _document.Schema("Pet"), Direction.Response)));
        Assert.Equal(["cat", "dog"], samples.Select(sample => (string?)sample.Value!["kind"]).Distinct().Order());
        Assert.Equal(["asleep", "calm", "wild"], samples.SelectMany(sample => Moods(sample.Value)).Distinct().Order());
        Assert.Contains(samples, sample => sample.Value!.AsObject().TryGetPropertyValue("name", out JsonNode? name) && name is null);
        Assert.Contains(samples, sample => sample.Value!.AsObject().TryGetPropertyValue("owner", out JsonNode? owner) && owner is null);
        Assert.Contains(samples, sample => sample.Value!["owner"] is JsonObject);
    }

    [Theory]
    [InlineData(Deviations.UnknownEnumValues, "/mood")]
    [InlineData(Deviations.UnknownMembers, "/another")]
    [InlineData(Deviations.MissingMembers, "/name")]
    [InlineData(Deviations.NullMembers, "/kind")]
    public void A_deviating_sample_does_not_conform(Deviations deviations, string pointer)
    {
        IEnumerable<string> pointers = Enumerable.Range(0, 20).SelectMany(seed =>
            SchemaChecker.Check(
                SchemaSample.Answer(_document.Schema("Cat"), deviations, seed: seed),
                _document.Schema("Cat"), Direction.Response).Select(problem => problem.Pointer));

        Assert.Contains(pointer, pointers);
    }

    [Theory]
    [InlineData("^[a-z]{3}-[0-9]+$")]
    [InlineData("^(user|org)_[A-Za-z0-9]{27}$")]
    [InlineData("^\\d{4}-\\d{2}$")]
    [InlineData("[^a-c]x?y*z+")]
    public void A_pattern_is_matched(string pattern)
    {
        for (int number = 0; number < 50; number++)
        {
            Assert.Matches(pattern, PatternSample.Of(pattern, (ulong)number));
        }
    }

    private static IEnumerable<string> Moods(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "mood" ? [(string)member.Value!] : Moods(member.Value)),
        JsonArray items => items.SelectMany(Moods),
        _ => [],
    };

    private static int Depth(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Max(member => Depth(member.Value)),
        JsonArray { Count: > 0 } items => 1 + items.Max(Depth),
        _ => 0,
    };
}
