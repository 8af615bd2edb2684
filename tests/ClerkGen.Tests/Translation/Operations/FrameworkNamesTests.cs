using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

/// <summary>Names of methods and groups for ids that a server's framework made up.</summary>
public sealed class FrameworkNamesTests
{
    private const string Ok = "responses: {'200': {description: ok}}";

    private const string List = "responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}";

    [Theory]
    [InlineData("GET", "/api/v1/products/", "read_products_api_v1_products__get", "Products.Read")]
    [InlineData("GET", "/api/v1/products/{product_id}", "read_product_api_v1_products__product_id__get", "Products.Read")]
    [InlineData("POST", "/products/{product_id}/images", "add_product_image_products__product_id__images_post", "Products.AddImage")]
    [InlineData("DELETE", "/products/{sku}", "remove_products__sku__delete", "Products.Remove")]
    [InlineData("GET", "/", "root__get", "Products.Root")]
    [InlineData("GET", "/shop/api/v1/products", "list_products_api_v1_products_get", "Products.List")]
    [InlineData("GET", "/files/{file-path}", "get_file_files__file_path__get", "Products.GetFile")]
    [InlineData("GET", "/products", "list_products_other_get", "Products.ListOtherGet")]
    public void An_id_that_FastAPI_made_of_function_path_and_method_is_the_function(string method, string path, string id, string expected) =>
        Assert.Equal([expected], TranslatedClient.Of(Operation(method, path, id, "products")).Methods);

    [Theory]
    [InlineData(new[] { "CreateUserEndpoint", "GetUserEndpoint", "LoginEndpoint" }, new[] { "Users.Create", "Users.Get", "Users.Login" })]
    [InlineData(new[] { "AcmeShopFeaturesUsersCreateUserEndpoint", "AcmeShopFeaturesUsersGetUserEndpoint", "AcmeShopFeaturesUsersListUsersEndpoint", "AcmeShopFeaturesUsersBanUserEndpoint", "AcmeShopFeaturesUsersDeleteUserEndpoint" }, new[] { "Users.Ban", "Users.Create", "Users.Delete", "Users.Get", "Users.List" })]
    [InlineData(new[] { "createEndpoint", "getEndpoint", "deleteWebhookEndpoint" }, new[] { "Users.CreateEndpoint", "Users.DeleteWebhookEndpoint", "Users.GetEndpoint" })]
    public void Names_of_FastEndpoints_lose_their_suffix(string[] ids, string[] expected) =>
        Assert.Equal(expected, TranslatedClient.Of(string.Join('\n', ids.Select((id, index) => Operation("POST", "/users/" + index, id, "users")))).Methods.Order(StringComparer.Ordinal));

    [Fact]
    public void A_segment_with_a_colon_is_a_parameter_where_one_is_declared()
    {
        TranslatedClient client = TranslatedClient.Of(
            "/users/:id/posts/:post:\n  get: {tags: [users], parameters: [{name: id, in: path, required: true, schema: {type: string}}], " + Ok + "}");
        Assert.Equal(["/users/", null, "/posts/:post"], client.Operation.Path.Select(static part => part.Literal));
        Assert.Equal("id", Assert.Single(client.Operation.PathParameters).WireName);
    }

    [Fact]
    public void A_list_leaves_the_name_to_the_operation_that_reads_one()
    {
        TranslatedClient client = TranslatedClient.Of(
            $"/products:\n  get: {{operationId: read_products_products_get, tags: [products], {List}}}\n"
            + $"'/products/{{id}}':\n  get: {{operationId: read_product_products__id__get, tags: [products], {Ok}}}");
        Assert.Equal(["Products.List", "Products.Read"], client.Methods);
    }

    [Theory]
    [InlineData("UsersController_findAll", "users", "Users.Find")]
    [InlineData("UsersController_findOne", "Users", "Users.FindOne")]
    [InlineData("UsersV2Controller_remove", "users", "Users.Remove")]
    [InlineData("UsersController_create_v1", "users", "Users.Create")]
    [InlineData("AttachmentService_ListAttachments", "AttachmentService", "Attachment.List")]
    [InlineData("UserService_GetUserStats", "UserService", "User.GetStats")]
    [InlineData("CatalogElements_list", "Catalogs", "Catalogs.ListElements")]
    [InlineData("CatalogElements_getById", "Catalogs", "Catalogs.GetElementsById")]
    [InlineData("Catalogs_updateById", "Catalogs", "Catalogs.UpdateById")]
    [InlineData("storage#multi_add", "storage", "Storage.MultiAdd")]
    [InlineData("sommelier#pick", "sommelier", "Sommelier.Pick")]
    [InlineData("listUsersUsingGET", "user-controller", "User.List")]
    [InlineData("saveUserUsingPOST_1", "user-controller", "User.Save")]
    [InlineData("getTags_1", "Deprecated", "Deprecated.GetTags")]
    [InlineData("list_v2", "Memories", "Memories.ListV2")]
    [InlineData("v1-delete-a-branch", "Environments", "Environments.V1DeleteABranch")]
    [InlineData("delete-a-branch", "Environments", "Environments.DeleteBranch")]
    [InlineData("getAnOrganization", "Organizations", "Organizations.Get")]
    [InlineData("users_destroy", "users", "Users.Destroy")]
    [InlineData("users_partial_update", "users", "Users.PartialUpdate")]
    [InlineData("users_retrieve", "users", "Users.Retrieve")]
    [InlineData("users_tokens_list", "users", "Users.ListTokens")]
    public void Additions_of_frameworks_to_names_are_removed(string id, string tag, string expected) =>
        Assert.Equal([expected], TranslatedClient.Of(Operation("GET", "/somewhere", id, tag)).Methods);

    [Fact]
    public void A_number_that_distinguishes_two_operations_stays()
    {
        TranslatedClient client = TranslatedClient.Of(
            Operation("GET", "/a", "download", "Books") + Operation("GET", "/b", "download_1", "Books") + Operation("GET", "/c", "getTags_1", "Books"));
        Assert.Equal(["Books.Download", "Books.Download1", "Books.GetTags"], client.Methods);
    }

    [Fact]
    public void Versions_of_a_route_stay_apart()
    {
        TranslatedClient client = TranslatedClient.Of(
            Operation("GET", "/v1/users", "UsersController_findAll_v1", "users") + Operation("GET", "/v2/users", "UsersController_findAll_v2", "users"));
        Assert.Equal(2, client.Methods.Distinct().Count());
        Assert.DoesNotContain(client.Methods, static name => name.EndsWith('2') && !name.EndsWith("V2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_prefix_of_all_ids_of_a_document_is_removed()
    {
        TranslatedClient versions = TranslatedClient.Of(
            Operation("GET", "/a", "v1-list-keys", "Keys") + Operation("POST", "/b", "v1-undo", "Database"));
        Assert.Equal(["Database.Undo", "Keys.List"], versions.Methods);
        TranslatedClient verbs = TranslatedClient.Of(
            Operation("GET", "/a", "acmeListKeys", "Keys") + Operation("POST", "/b", "acmeCreateUser", "Users"));
        Assert.Equal(["Keys.List", "Users.Create"], verbs.Methods);
    }

    [Fact]
    public void A_prefix_of_all_ids_of_a_group_is_removed()
    {
        TranslatedClient client = TranslatedClient.Of(
            Operation("GET", "/a", "adminListCards", "Cards") + Operation("POST", "/b", "adminCreateCard", "Cards")
            + Operation("GET", "/c", "payment_callback", "Payments") + Operation("GET", "/d", "payment_init", "Payments"));
        Assert.Equal(["Cards.Create", "Cards.List", "Payments.Callback", "Payments.Init"], client.Methods);
    }

    [Fact]
    public void Ids_that_begin_alike_by_chance_stay_whole()
    {
        TranslatedClient client = TranslatedClient.Of(
            Operation("POST", "/in", "signIn", "Auth") + Operation("POST", "/out", "signOut", "Auth")
            + Operation("GET", "/a", "getStats", "Numbers") + Operation("GET", "/b", "getTotals", "Numbers"));
        Assert.Equal(["Auth.SignIn", "Auth.SignOut", "Numbers.GetStats", "Numbers.GetTotals"], client.Methods);
    }

    [Theory]
    [InlineData("UsersController", "Users")]
    [InlineData("users-controller", "Users")]
    [InlineData("Attachment Service", "Attachment")]
    [InlineData("Service", "Service")]
    [InlineData("Terms of Service", "TermsOfService")]
    [InlineData("ServiceAccounts", "ServiceAccounts")]
    public void A_group_is_named_after_its_subject(string tag, string expected) =>
        Assert.Equal(expected, TranslatedClient.Of(Operation("GET", "/a", "x", tag)).Groups.Single().PropertyName);

    [Fact]
    public void Groups_that_would_become_one_stay_apart()
    {
        TranslatedClient client = TranslatedClient.Of(
            Operation("GET", "/a", "x", "Email") + Operation("GET", "/b", "y", "EmailService")
            + Operation("GET", "/c", "z", "SmsController") + Operation("GET", "/d", "w", "SmsService"));
        Assert.Equal(["Email", "EmailService", "SmsController", "SmsService"], client.Groups.Select(static group => group.PropertyName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_group_named_in_the_document_keeps_its_name() =>
        Assert.Equal("UsersController", TranslatedClient.Of($"/a:\n  get: {{operationId: x, x-clerkgen-group: UsersController, {Ok}}}").Groups.Single().PropertyName);

    [Theory]
    [InlineData("get", "/api/v5/autotagging", "AutoTagging", true, "List")]
    [InlineData("get", "/api/v5/autotagging/{id}", "AutoTagging", false, "GetById")]
    [InlineData("get", "/api/v5/wanted/cutoff", "Cutoff", true, "List")]
    [InlineData("post", "/api/v5/system/backup/restore/upload", "Backup", false, "PostRestoreUpload")]
    [InlineData("put", "/api/v5/settings/downloadclient/{id}", "DownloadClientSettings", false, "PutById")]
    [InlineData("get", "/api/v5/log/file", "LogFile", true, "List")]
    [InlineData("get", "/orgs/{org}/repos", "Repos", true, "List")]
    [InlineData("get", "/orgs/{org}/repos/{repo}/tags", "Repos", true, "ListTags")]
    [InlineData("get", "/audit-logs/{id}/entries", "AuditLogs", false, "GetEntries")]
    [InlineData("delete", "/pets/{petId}", "Pets", false, "DeleteByPetId")]
    [InlineData("get", "/elsewhere", "Pets", false, "GetElsewhere")]
    public void Without_an_id_the_path_after_the_group_is_the_name(string method, string path, string tag, bool isList, string expected) =>
        Assert.Equal(expected, TranslatedClient.Of($"'{path}':\n  {method}: {{tags: [{tag}], {(isList ? List : Ok)}}}").Operation.Name);

    [Fact]
    public void An_object_around_a_list_is_a_list_and_another_object_is_none()
    {
        const string Page = "responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: "
            + "{NAME: {type: array, items: {type: string}}, total: {type: integer}}}}}}}";
        TranslatedClient client = TranslatedClient.Of(
            $"/pets:\n  get: {{tags: [Pets], {Page.Replace("NAME", "records", StringComparison.Ordinal)}}}\n"
            + $"/toys:\n  get: {{tags: [Toys], {Page.Replace("NAME", "owners", StringComparison.Ordinal)}}}\n"
            + $"'/cats/{{id}}':\n  get: {{tags: [Cats], {Page.Replace("NAME", "items", StringComparison.Ordinal)}}}\n");
        Assert.Equal(["Cats.GetById", "Pets.List", "Toys.Get"], client.Methods);
    }

    [Fact]
    public void Two_lists_of_a_group_are_distinguished_by_their_paths()
    {
        TranslatedClient client = TranslatedClient.Of(
            $"/repos:\n  get: {{tags: [Repos], {List}}}\n'/orgs/{{org}}/repos':\n  get: {{tags: [Repos], {List}}}\n");
        Assert.Equal(["Repos.Get", "Repos.GetOrgsRepos"], client.Methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("get", "/wallets/{wallet_name}/balances", "getWalletsWallet_nameBalances", "Wallets.GetBalances")]
    [InlineData("delete", "/wallets/{wallet_name}", "deleteWalletsWallet_name", "Wallets.DeleteByWalletName")]
    [InlineData("get", "/v1/wallets/{id}", "walletsIdGet", "Wallets.GetById")]
    [InlineData("post", "/wallets", "postWallets", "Wallets.Post")]
    [InlineData("get", "/wallets/onDeck", "getWalletsOnDeck", "Wallets.GetOnDeck")]
    public void An_id_that_is_the_path_is_read_like_one(string method, string path, string id, string expected) =>
        Assert.Equal([expected], TranslatedClient.Of(Operation(method, path, id, "wallets")).Methods);

    [Theory]
    [InlineData("/api/v1/users/", "create_user_api_v1_users__post", "CreateUserParameters")]
    [InlineData("/users", "UsersController_create", "UsersCreateParameters")]
    [InlineData("/users", "UserService_CreateUser", "CreateUserParameters")]
    [InlineData("/users", "createUsersUsingPOST", "CreateUsersParameters")]
    [InlineData("/users", "users_create", "UsersCreateParameters")]
    [InlineData("/users", "CreateUser", "CreateUserParameters")]
    public void Types_are_named_after_the_same_words(string path, string id, string expected)
    {
        TranslatedClient client = TranslatedClient.Of(
            $"{path}:\n  post: {{operationId: {id}, tags: [users], parameters: [{{name: q, in: query, schema: {{type: string}}}}], {Ok}}}");
        Assert.Equal(expected, client.Files.OfType<ParametersModel>().Single().Name);
    }

    [Fact]
    public void Names_of_another_group_rename_nothing()
    {
        string own = Operation("GET", "/users", "UsersController_findAll", "users") + Operation("GET", "/users/x", "users_tokens_list", "users");
        string other = Operation("GET", "/pets", "PetsController_findAll", "pets") + Operation("GET", "/toys", "list_toys_toys_get", "toys");
        Assert.Equal(
            TranslatedClient.Of(own).Methods, TranslatedClient.Of(other + own).Methods.Where(static name => name.StartsWith("Users.", StringComparison.Ordinal)));
    }

    private static string Operation(string method, string path, string id, string tag) =>
        $"'{path}':\n  {method.ToLowerInvariant()}: {{operationId: '{id}', tags: ['{tag}'], {Ok}}}\n";
}
