using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using Microsoft.OpenApi;

namespace ClerkGen.Tests.Translation;

public sealed class OperationStemTests
{
    [Theory]
    [InlineData("listUsers", "Users", "List")]
    [InlineData("list_users", "Users", "List")]
    [InlineData("createUser", "Users", "Create")]
    [InlineData("CreateEmailAddress", "EmailAddresses", "Create")]
    [InlineData("PrepareEmailAddressVerification", "EmailAddresses", "PrepareVerification")]
    [InlineData("GetUserList", "Users", "List")]
    [InlineData("Widgets_ListAll", "Widgets", "ListAll")]
    [InlineData("pets.show", "Pets", "Show")]
    [InlineData("UsersGetMemberships", "Users", "GetMemberships")]
    [InlineData("AddRolesToRoleSet", "RoleSets", "AddRoles")]
    [InlineData("RemovePermissionFromRole", "Roles", "RemovePermission")]
    [InlineData("getPetById", "Pet", "GetById")]
    [InlineData("listJWTTemplates", "JwtTemplates", "List")]
    [InlineData("createMfaTOTP", "Mfa", "CreateTotp")]
    [InlineData("storage#multi_add", "Storage", "MultiAdd")]
    [InlineData("users_destroy", "Users", "Destroy")]
    [InlineData("users_partial_update", "Users", "PartialUpdate")]
    [InlineData("memories_history_list", "Memories", "ListHistory")]
    [InlineData("bulkDeleteApps", "Apps", "BulkDelete")]
    public void Words_of_the_group_are_left_out(string id, string group, string expected) =>
        Assert.Equal(expected, OperationStem.Shorten(id, group, returnsList: false));

    [Theory]
    [InlineData("createOrganizationDomainsBulk", "Domains")]
    [InlineData("userInfo", "User")]
    [InlineData("users", "Users")]
    [InlineData("listAllUsers", "Users")]
    [InlineData("samlMetadata", "Saml")]
    [InlineData("getHealth", "Users")]
    public void A_rest_that_would_mislead_is_not_made(string id, string group) => Assert.Null(OperationStem.Shorten(id, group, returnsList: false));

    [Theory]
    [InlineData("getUsers", "Users", true, "List")]
    [InlineData("getUsers", "Users", false, "Get")]
    [InlineData("getUser", "Users", true, "Get")]
    public void Getting_a_list_is_named_List(string id, string group, bool returnsList, string expected) =>
        Assert.Equal(expected, OperationStem.Shorten(id, group, returnsList));

    [Theory]
    [InlineData("GET", "/pets", false, "GetPets")]
    [InlineData("GET", "/pets/{petId}", false, "GetPetsByPetId")]
    [InlineData("PUT", "/pets/{petId}/toys", false, "PutPetsToys")]
    [InlineData("PUT", "/pets/{petId}/toys", true, "PutPetsByPetIdToys")]
    [InlineData("GET", "/a/{b}{c}", false, "GetAByBC")]
    [InlineData("GET", "/", false, "Get")]
    [InlineData("GET", "/alerts?lat={lat}&lon={lon}", false, "GetAlertsByLatAndLon")]
    [InlineData("GET", "/pets/{petId}?of={owner}&beta=true", false, "GetPetsByPetIdBetaTrueAndOf")]
    [InlineData("POST", "/messages?beta=true", false, "PostMessagesBetaTrue")]
    public void An_operation_without_id_is_named_after_its_path(string method, string path, bool isComplete, string expected)
    {
        OperationSource source = new(path, method, new OpenApiOperation(), new OpenApiPathItem(), "", "");
        Assert.Equal(expected, PathStem.Of(source, isComplete));
    }
}
