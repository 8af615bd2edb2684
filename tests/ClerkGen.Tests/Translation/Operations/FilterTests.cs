using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Tests.Translation;

public sealed class FilterTests
{
    private const string Paths = """
        /users:
          get: {operationId: listUsers, tags: [Users, People], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}
          post: {operationId: createUser, tags: [Users], deprecated: true, responses: {}}
        /pets:
          get: {operationId: listPets, tags: ['Pet Shop'], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
          post: {tags: ['Pet Shop'], responses: {}}
        """;

    private const string Components = """
        components:
          schemas:
            User: {type: object, properties: {home: {$ref: '#/components/schemas/Home'}}}
            Home: {type: object, properties: {street: {type: string}}}
            Pet: {type: object, properties: {name: {type: string}}}
            Unused: {type: object, properties: {text: {type: string}}}
        """;

    [Theory]
    [InlineData("Users", "", "", "", "Users.Create,Users.List")]
    [InlineData("people", "", "", "", "Users.List")]
    [InlineData("petshop", "", "", "", "PetShop.GetPets,PetShop.PostPets")]
    [InlineData("Pet*", "", "", "", "PetShop.GetPets,PetShop.PostPets")]
    [InlineData("", "Users", "", "", "PetShop.GetPets,PetShop.PostPets")]
    [InlineData("", "", "list*", "", "PetShop.GetPets,Users.List")]
    [InlineData("", "", "LISTUSERS;createUser", "", "Users.Create,Users.List")]
    [InlineData("", "", "", "*Users", "PetShop.GetPets,PetShop.PostPets,Users.Create")]
    [InlineData("Users", "", "list*", "", "Users.List")]
    [InlineData("Users", "People", "", "", "Users.Create")]
    public void Filters_keep_and_leave_out_operations(string includeTags, string excludeTags, string includeOperations, string excludeOperations, string expected)
    {
        TranslatedClient client = Client(includeTags, excludeTags, includeOperations, excludeOperations);
        Assert.Equal(expected.Replace("PetShop.GetPets", "PetShop.ListPets"), string.Join(",", client.Methods));
        Assert.All(client.Ids, static id => Assert.Equal("CLERKGEN054", id));
    }

    [Fact]
    public void Filters_report_their_matches_and_the_client_documents_them()
    {
        TranslatedClient client = TranslatedClient.Of(Paths, Components, options => options with { IncludeTags = Split("Users;pet*"), ExcludeDeprecated = true });
        Assert.Equal(
            "Filters keep 3 of 4 operations: IncludeTags 'Users' matches 2, IncludeTags 'pet*' matches 2, ExcludeDeprecated matches 1",
            client.Message("CLERKGEN054"));
        Assert.Contains("3 of the document's 4 operations are emitted. A filter excludes the others.", client.Client.Doc.Remarks, StringComparison.Ordinal);
        Assert.Null(Client("", "", "", "").Client.Doc.Remarks);
    }

    [Fact]
    public void Types_used_only_by_excluded_operations_are_excluded()
    {
        TranslatedClient client = Client("Users", "", "", "");
        Assert.Equal(["Home", "User"], client.Files.OfType<ObjectModel>().Select(model => model.Name));
        Assert.Equal("Users", Assert.Single(client.Client.Groups).PropertyName);
    }

    [Fact]
    public void Without_filters_every_component_is_emitted() =>
        Assert.Equal(["Home", "Pet", "Unused", "User"], Client("", "", "", "").Files.OfType<ObjectModel>().Select(model => model.Name));

    [Fact]
    public void Deprecated_operations_can_be_left_out() =>
        Assert.DoesNotContain("Users.Create", TranslatedClient.Of(Paths, Components, options => options with { ExcludeDeprecated = true }).Methods);

    [Fact]
    public void A_pattern_that_matches_nothing_is_reported()
    {
        TranslatedClient client = Client("Users;Userz", "", "", "deleteEverything");
        Assert.Equal(2, client.Ids.Count(id => id == "CLERKGEN052"));
        Assert.Equal("'Userz' in 'IncludeTags' matches nothing in the document; did you mean 'Users'?", client.Message("CLERKGEN052"));
    }

    [Fact]
    public void A_filter_renames_nothing()
    {
        OperationModel whole = Client("", "", "", "").Groups.SelectMany(group => group.Operations).Single(operation => operation.Id == "listUsers");
        Assert.Equal(whole, Client("", "", "listUsers", "").Operation);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbcd", false)]
    [InlineData("*b*b*", "abab", true)]
    [InlineData("a", "A", true)]
    [InlineData("", "a", false)]
    [InlineData("a.c", "abc", false)]
    public void Stars_match_anything(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Wildcard.Matches(pattern, text, new WorkBudget(CancellationToken.None)));

    [Fact]
    public void Many_stars_end_soon()
    {
        WorkBudget budget = new(CancellationToken.None);
        Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 2000), budget));
        Assert.InRange(budget.Spent, 2_000, 200 * 2_000);
    }

    private static TranslatedClient Client(string includeTags, string excludeTags, string includeOperations, string excludeOperations) =>
        TranslatedClient.Of(Paths, Components, options => options with
        {
            IncludeTags = Split(includeTags),
            ExcludeTags = Split(excludeTags),
            IncludeOperations = Split(includeOperations),
            ExcludeOperations = Split(excludeOperations),
        });

    private static EquatableArray<string> Split(string text) => new(text.Split(';', StringSplitOptions.RemoveEmptyEntries));
}
