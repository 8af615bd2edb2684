using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class OperationNamesTests
{
    private const string Ok = "responses: {'200': {description: ok}}";

    [Fact]
    public void Extensions_name_group_and_method()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {x-speakeasy-group: emailSMSTemplates, x-speakeasy-name-override: toggleDelivery, tags: [Other], operationId: x, {{Ok}}}
            /b:
              get: {x-clerkgen-group: Users, x-clerkgen-name: Fetch, x-speakeasy-group: no, x-speakeasy-name-override: no, operationId: y, {{Ok}}}
            /c:
              get: {x-speakeasy-group: organizations.members, x-speakeasy-name-override: list, operationId: z, {{Ok}}}
            """);
        Assert.Equal(["EmailSmsTemplates.ToggleDelivery", "OrganizationsMembers.List", "Users.Fetch"], client.Methods);
    }

    [Fact]
    public void The_first_tag_is_the_group()
    {
        TranslatedClient client = TranslatedClient.Of($"/a:\n  get: {{tags: ['Email & SMS', Second], operationId: listThings, {Ok}}}");
        Assert.Equal(["EmailSms.ListThings"], client.Methods);
    }

    [Theory]
    [InlineData("/v1/client/sync", "Client.GetSync")]
    [InlineData("/api/2024-01-01/{id}/users", "Users.Get")]
    [InlineData("/{id}", "Default.GetById")]
    [InlineData("/", "Default.Get")]
    public void Without_tag_and_id_the_path_names_both(string path, string expected) =>
        Assert.Equal([expected], TranslatedClient.Of($"{path}:\n  get: {{{Ok}}}").Methods);

    [Fact]
    public void Tags_that_differ_in_case_and_spaces_are_one_group()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {tags: [api keys], operationId: a, {{Ok}}}
              put: {tags: [API Keys], operationId: b, {{Ok}}}
              post: {tags: [apikeys], operationId: c, {{Ok}}}
            """);
        Assert.Equal("ApiKeys", Assert.Single(client.Groups).PropertyName);
    }

    [Fact]
    public void A_short_name_that_two_operations_want_goes_to_neither()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {tags: [Users], operationId: getUser, {{Ok}}}
            /b:
              get: {tags: [Users], operationId: get_user, {{Ok}}}
            /c:
              get: {tags: [Users], operationId: get, {{Ok}}}
            """);
        Assert.Equal(["Users.Get", "Users.GetA", "Users.GetB"], client.Methods);
    }

    [Fact]
    public void Operations_with_duplicate_ids_are_named_after_their_paths_and_reported()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /pets:
              post:
                tags: [Pets]
                operationId: addPet
                {{Ok}}
                requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string} } } } } }
            /cats:
              post: {tags: [Pets], operationId: addPet, {{Ok}}}
            """);
        Assert.Equal(["Pets.PostCats", "Pets.PostPets"], client.Methods);
        Assert.Equal(2, client.Ids.Count(id => id == "CLERKGEN041"));
        Assert.Contains("PostPetsRequest", client.Files.OfType<ObjectModel>().Select(model => model.Name));
    }

    [Fact]
    public void Chosen_names_have_priority_over_derived_ones()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {tags: [Users], operationId: listUsers, {{Ok}}}
            /b:
              get: {tags: [Users], operationId: other, x-clerkgen-name: List, {{Ok}}}
            """);
        Assert.Equal("/b", client.Groups.Single().Operations.Single(operation => operation.Name == "List").PathTemplate);
        Assert.Equal(["Users.List", "Users.ListUsers"], client.Methods);
    }

    [Fact]
    public void A_chosen_name_that_cannot_be_given_is_reported()
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {tags: [Users], operationId: first, x-clerkgen-name: List, {{Ok}}}
            /b:
              get: {tags: [Users], operationId: second, x-clerkgen-name: List, {{Ok}}}
            """);
        Assert.Equal(["Users.First", "Users.Second"], client.Methods);
        Assert.Contains("CLERKGEN024", client.Ids);
    }

    [Theory]
    [InlineData("Description", "DescriptionGroup")]
    [InlineData("AcmeClient", "AcmeClientGroup")]
    [InlineData("OnSending", "OnSendingGroup")]
    [InlineData("Options", "Options")]
    [InlineData("Users", "Users")]
    public void A_group_hides_no_member_of_the_client(string tag, string property) =>
        Assert.Equal(property, TranslatedClient.Of($"/a:\n  get: {{tags: [{tag}], operationId: x, {Ok}}}").Groups.Single().PropertyName);

    [Fact]
    public void A_group_class_makes_room_for_a_schema_of_its_name()
    {
        TranslatedClient client = TranslatedClient.Of(
            $"/a:\n  get: {{tags: [Users], operationId: x, {Ok}}}",
            "components: {schemas: {UsersOperations: {type: object, properties: {a: {type: string}}}}}");
        Assert.Equal("UsersOperations2", client.Groups.Single().Name);
        Assert.Equal("Users", client.Groups.Single().PropertyName);
    }

    [Theory]
    [InlineData("getAsync", "Get")]
    [InlineData("getUserAsync", "Get")]
    [InlineData("getWithResponse", "GetWithResponseCall")]
    [InlineData("123", "_123")]
    [InlineData("class", "Class")]
    public void Method_stems_leave_room_for_suffixes(string id, string expected) =>
        Assert.Equal(expected, TranslatedClient.Of($"/a:\n  get: {{tags: [Users], operationId: {id}, {Ok}}}").Operation.Name);

    [Fact]
    public void Names_do_not_depend_on_the_order_of_the_document()
    {
        string[] paths =
        [
            $"/a:\n  get: {{tags: [Users], operationId: getUser, {Ok}}}\n",
            $"/b:\n  get: {{tags: [users], operationId: get_user, {Ok}}}\n",
            $"/c:\n  post: {{tags: [Users], {Ok}}}\n",
            $"/c/{{x}}:\n  post: {{tags: [Users], operationId: postC, {Ok}}}\n",
        ];
        TranslatedClient forwards = TranslatedClient.Of(string.Concat(paths));
        TranslatedClient backwards = TranslatedClient.Of(string.Concat(paths.Reverse()));
        Assert.Equal(forwards.Files, backwards.Files);
    }

    [Theory]
    [InlineData("\"\\u202Eevil\\u0000\"")]
    [InlineData("\"a;} class Pwned { //\"")]
    [InlineData("''")]
    [InlineData("'🙂'")]
    public void Every_name_becomes_an_identifier(string name)
    {
        TranslatedClient client = TranslatedClient.Of($$"""
            /a:
              get: {tags: [{{name}}], operationId: {{name}}, x-clerkgen-name: {{name}}, x-clerkgen-group: {{name}}, {{Ok}}}
            """);
        OperationModel operation = client.Operation;
        Assert.All(
            [operation.Name, .. client.Groups.Select(group => group.Name), .. client.Groups.Select(group => group.PropertyName)],
            text => Assert.Matches(@"^[\p{L}_][\p{L}\p{Nd}_]*\z", text));
    }
}
