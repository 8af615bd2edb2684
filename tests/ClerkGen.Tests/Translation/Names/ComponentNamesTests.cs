using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Tests.Translation;

/// <summary>Names for keys of components that are more than a name.</summary>
public sealed class ComponentNamesTests
{
    [Theory]
    [InlineData("io.argoproj.workflow.v1alpha1.Workflow", "Workflow")]
    [InlineData("Acme.Shop.Models.Customer", "Customer")]
    [InlineData("Acme.Shop.Models.Order+Item", "OrderItem")]
    [InlineData("models.User", "User")]
    [InlineData("app__schemas__user__User-Input", "UserInput")]
    [InlineData("Acme.Page`1[[Acme.Order, Acme, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]", "PageOfOrder")]
    [InlineData("Acme.Shop.Pair`2[[Acme.A, Acme],[System.Collections.Generic.List`1[[Acme.B, Acme]], System]]", "PairOfAAndListOfB")]
    [InlineData("Acme.Shop.Page<Acme.Shop.Order>", "PageOfOrder")]
    [InlineData("com.acme.Page[com.acme.Order]", "PageOfOrder")]
    [InlineData("User.Create", null)]
    [InlineData("User", null)]
    [InlineData("..", null)]
    [InlineData("a.b.", "B")]
    [InlineData("map_string.object_", null)]
    public void The_last_segment_is_the_name(string key, string? expected) =>
        Assert.Equal(expected, Names(key).Find(key));

    [Fact]
    public void Dots_in_the_arguments_of_a_generic_type_separate_no_namespace()
    {
        string[] keys = ["Pick_User.id_", "Pick_User.email-or-name_"];
        Assert.Equal([null, null], keys.Select(Names(keys).Find));
    }

    [Fact]
    public void Segments_are_added_until_the_name_is_unique()
    {
        string[] keys = ["io.k8s.core.v1.Pod", "io.k8s.core.v2.Pod", "io.k8s.apps.v1.Pod", "io.k8s.core.v1.Node", "acme.User", "User"];
        ComponentNames names = Names(keys);
        Assert.Equal(["CoreV1Pod", "V2Pod", "AppsV1Pod", "Node", "AcmeUser", null], keys.Select(names.Find));
        Assert.Equal(keys.Select(names.Find), keys.Select(Names([.. keys.Reverse()]).Find));
        Assert.Equal("CoreV1Pod", Names([.. keys, "other.Thing"]).Find(keys[0]));
    }

    [Fact]
    public void A_namespace_that_all_keys_share_is_one()
    {
        Assert.Equal("Customer", Names("Acme.Customer", "Acme.Order").Find("Acme.Customer"));
        Assert.Null(Names("Acme.Customer", "Acme.Order", "Acme").Find("Acme.Customer"));
        Assert.Null(Names("User.Create", "Team.Create").Find("User.Create"));
    }

    [Fact]
    public void Types_and_bodies_of_a_document_have_these_names()
    {
        TranslatedClient client = TranslatedClient.Of(
            """
            /auth/login:
              post:
                operationId: login_auth_login_post
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Body_login_auth_login_post'}}}}
                responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/io.acme.v1.Token'}}}}}
            """,
            """
            components:
              schemas:
                Body_login_auth_login_post: {type: object, properties: {name: {type: string}}}
                io.acme.v1.Token: {type: object, properties: {text: {type: string}}}
            """);
        Assert.Equal(["LoginBody", "Token"], client.Files.OfType<ObjectModel>().Select(static model => model.Name).Order(StringComparer.Ordinal));
    }

    private static ComponentNames Names(params string[] keys) => new(keys, static () => []);
}
