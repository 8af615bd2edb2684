using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Tests.Translation;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/users/{id}", "/users/|{id}")]
    [InlineData("/users/{id}.json", "/users/|{id}|.json")]
    [InlineData("/a/{b}-{c}/d", "/a/|{b}|-|{c}|/d")]
    [InlineData("/{a}{b}", "/|{a}|{b}")]
    [InlineData("/", "/")]
    [InlineData("/users/@me:count/$x", "/users/@me:count/$x")]
    [InlineData("/<upload url>", "/%3Cupload%20url%3E")]
    [InlineData("/caf\u00E9/\U0001F642", "/caf%C3%A9/%F0%9F%99%82")]
    [InlineData("/100%/%41%zz", "/100%25/%41%25zz")]
    [InlineData("/a\"b\\c", "/a%22b%5Cc")]
    [InlineData("/responses?beta=true", "/responses?beta=true")]
    [InlineData("/users#list", "/users")]
    [InlineData("/a?x={b}&beta=true&y={c}", "/a?beta=true")]
    [InlineData("/a/{b?c}", "/a/|{b?c}")]
    [InlineData("/a/{b?}", "/a/|{b}")]
    public void Templates_are_cut_and_literals_encoded(string path, string expected) =>
        Assert.Equal(expected, string.Join("|", PathTemplate.Parse(path).Parts.Select(part => part.Literal ?? "{" + part.Parameter + "}")));

    [Theory]
    [InlineData("/a/{b")]
    [InlineData("/a/b}")]
    [InlineData("/a/{b{c}}")]
    [InlineData("/a/{}")]
    [InlineData("/a/{?}")]
    [InlineData("/a?b={c")]
    [InlineData("/a?{b}=c")]
    [InlineData("/a?{b}={c}")]
    [InlineData("/a?b={c}-{d}")]
    [InlineData("/a?{b}")]
    public void Braces_out_of_order_are_refused(string path) => Assert.Throws<OperationProblemException>(() => PathTemplate.Parse(path));

    [Theory]
    [InlineData("/a?b={c}", "b={c}")]
    [InlineData("/a/{c}?b={c}&d=e&%66={g}#h={i}", "b={c} f={g}")]
    [InlineData("/a?b=c", "")]
    public void A_query_in_a_path_is_cut_off(string path, string expected) =>
        Assert.Equal(expected, string.Join(" ", PathTemplate.Parse(path).Query.Select(static part => $"{part.Name}={{{part.Parameter}}}")));

    [Theory]
    [InlineData("{name: c, in: path, required: true, schema: {type: array, items: {type: integer}}}", "b", "CLERKGEN080")]
    [InlineData("{name: c, in: query, schema: {type: array, items: {type: integer}}}", "b", "CLERKGEN080")]
    [InlineData("{name: b, in: query, required: true, schema: {type: array, items: {type: integer}}}", "b", "")]
    public void Parameters_of_a_query_in_a_path_are_sent_in_the_query(string parameter, string name, string ids)
    {
        TranslatedClient client = TranslatedClient.OfOperation($"parameters: [{parameter}]", path: "/a?b={c}");
        ParameterModel found = Assert.Single(client.Operation.Parameters!.Parameters);
        Assert.Equal(
            (name, ParameterPlace.Query, ParameterSerialization.Form, true, "long"),
            (found.WireName, found.Location, found.Style, found.Explode, found.Type.FindItem()?.ToString()));
        Assert.True(found.IsRequired);
        Assert.Empty(client.Operation.PathParameters);
        Assert.Equal(ids, string.Join(" ", client.Ids));
    }

    [Fact]
    public void A_broken_path_affects_only_its_operation()
    {
        TranslatedClient client = TranslatedClient.Of("""
            '/bad/{id':
              get: {operationId: bad, tags: [Things], responses: {'200': {description: ok}}}
            '/good/{0}':
              get: {operationId: good, tags: [Things], responses: {'200': {description: ok}}, parameters: [{name: '0', in: path, required: true, schema: {type: string}}]}
            """);
        Assert.Equal(["Things.Good"], client.Methods);
        Assert.Equal("GET /bad/{id is skipped because its path opens a brace that is not closed", client.Message("CLERKGEN040"));
        Assert.Equal(5, client.Line("CLERKGEN040"));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, client.Diagnostic("CLERKGEN040").Descriptor.DefaultSeverity);
    }

    [Fact]
    public void Path_parameters_are_in_template_order()
    {
        OperationModel operation = TranslatedClient.OfOperation(
            """
            parameters:
              - {name: b, in: path, required: true, schema: {type: integer}}
              - {name: a, in: path, required: true, schema: {type: string}}
            """,
            path: "/x/{a}/y/{b}/z/{a}").Operation;
        Assert.Equal(["a", "b"], operation.PathParameters.Select(parameter => parameter.Name));
        Assert.Equal([-1, 0, -1, 1, -1, 0], operation.Path.Select(part => part.Parameter));
    }

    [Fact]
    public void An_undeclared_parameter_is_a_string_and_reported()
    {
        TranslatedClient client = TranslatedClient.OfOperation("responses: {}", path: "/x/{user_id}");
        ParameterModel parameter = Assert.Single(client.Operation.PathParameters);
        Assert.Equal(("user_id", "userId", "string", true), (parameter.WireName, parameter.Name, parameter.Type.ToString(), parameter.IsRequired));
        Assert.Equal("CLERKGEN042", Assert.Single(client.Ids));
        Assert.Equal("/paths/~1x~1{user_id}/get", client.Diagnostic("CLERKGEN042").Pointer);
    }

    [Fact]
    public void A_parameter_that_the_template_lacks_is_left_out_and_reported()
    {
        TranslatedClient client = TranslatedClient.OfOperation("parameters: [{name: id, in: path, required: true, schema: {type: string}}]");
        Assert.Empty(client.Operation.PathParameters);
        Assert.Equal("/paths/~1things/get/parameters/0", client.Diagnostic("CLERKGEN043").Pointer);
    }

    [Theory]
    [InlineData("{id*}")]
    [InlineData("{.id}")]
    [InlineData("{;id*}")]
    public void Operators_of_URI_templates_are_not_part_of_the_name(string expression)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "parameters: [{name: id, in: path, required: true, schema: {type: string}}]", path: "/x/" + expression);
        Assert.Equal("id", Assert.Single(client.Operation.PathParameters).WireName);
        Assert.Empty(client.Ids);
    }

    [Fact]
    public void Parameters_do_not_clash_with_names_in_methods()
    {
        OperationModel operation = TranslatedClient.OfOperation(
            """
            parameters:
              - {name: options, in: path, required: true, schema: {type: string}}
              - {name: body, in: path, required: true, schema: {type: string}}
              - {name: class, in: path, required: true, schema: {type: string}}
              - {name: user-id, in: path, required: true, schema: {type: string}}
              - {name: userId, in: path, required: true, schema: {type: string}}
            """,
            path: "/{options}/{body}/{class}/{user-id}/{userId}").Operation;
        Assert.Equal(
            ["optionsValue", "bodyValue", "class", "userId", "userIdValue"], operation.PathParameters.Select(parameter => parameter.Name));
    }
}
