using System.Reflection;
using ClerkGen.Testing.Generation;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>Names, accessibility and methods that the user's partial declarations choose.</summary>
public sealed class TypeTests
{
    [Fact]
    public void Types_and_members_have_the_names_that_the_user_chose()
    {
        GeneratorRun run = Customise("""
            using ClerkGen;
            namespace Shop;
            [ApiName("User"), ApiName("created_at", "Born")] public partial class Customer;
            [ApiName("Plan"), ApiName("plan-pro", "Best")] public partial struct Tariff;
            [ApiName("getUser", "Find"), ApiName("listUsers", "Search")] public partial class UsersOperations;
            [ApiName("ListUsersParameters"), ApiName("limit", "Top")] public partial class UserQuery;
            [ApiName("ProblemException")] public partial class ShopException;
            """);
        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("Shop.User.g.cs", run.Files.Keys);
        Assert.NotNull(run.Type("Customer").GetProperty("Born"));
        Assert.NotNull(run.Type("Tariff").GetProperty("Best"));
        Assert.NotNull(run.Type("UserQuery").GetProperty("Top"));
        MethodInfo find = run.Type("UsersOperations").GetMethod("FindAsync")!;
        Assert.Equal("Shop.Customer", find.ReturnType.GetGenericArguments()[0].FullName);
        Assert.NotNull(run.Type("UsersOperations").GetMethod("SearchAsync"));
        Assert.Equal("ShopException", run.Type("ShopException").Name);
    }

    [Fact]
    public void A_group_of_operations_can_have_another_name()
    {
        GeneratorRun run = Customise("using ClerkGen; namespace Shop; [ApiName(\"UsersOperations\"), ApiName(\"getUser\", \"Find\")] public partial class CustomerOperations;");
        Assert.Equal("Shop.CustomerOperations", run.Type("ShopClient").GetProperty("Users")!.PropertyType.FullName);
        Assert.NotNull(run.Type("CustomerOperations").GetMethod("FindAsync"));
    }

    [Theory]
    [InlineData("users", "PeopleOperations", "People")]
    [InlineData("Users", "People", "People")]
    public void A_group_can_be_renamed_by_its_own_name(string group, string type, string property)
    {
        GeneratorRun run = Customise($"using ClerkGen; namespace Shop; [ApiName(\"{group}\"), ApiName(\"getUser\", \"Find\")] public partial class {type};");
        Assert.Empty(run.Diagnostics);
        Assert.Equal("Shop." + type, run.Type("ShopClient").GetProperty(property)!.PropertyType.FullName);
        Assert.Null(run.Type("ShopClient").GetProperty("Users"));
        Assert.NotNull(run.Type(type).GetMethod("FindAsync"));
        Assert.DoesNotContain("Shop.UsersOperations.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("public enum Plan { Free, [ApiName(\"plan-pro\")] Best }", "Plan")]
    [InlineData("[ApiName(\"Plan\")] public enum Tariff { Free, [ApiName(\"plan-pro\")] Best }", "Tariff")]
    public void An_own_enum_takes_the_place_of_the_emitted_one(string source, string name)
    {
        GeneratorRun run = Customise("using ClerkGen; namespace Shop; " + source);
        Assert.Empty(run.Diagnostics);
        object user = run.Read("User", """{"id":"u","created_at":1,"plan":"plan-pro"}""")!;
        object plan = user.GetType().GetProperty("Plan")!.GetValue(user)!;
        Assert.Equal(("Shop." + name, true, "Best"), (plan.GetType().FullName, plan.GetType().IsEnum, plan.ToString()));
        Assert.Equal("""{"id":"u","created_at":1,"plan":"plan-pro"}""", run.Write(user));
    }

    [Fact]
    public void Unions_and_exceptions_can_be_renamed_hidden_and_extended()
    {
        GeneratorRun run = Customise("""
            using ClerkGen; namespace Shop;
            [ApiName("Pet")] public partial class Animal { public bool IsCat => Value is Cat; }
            [ApiName("ProblemException")] internal partial class ShopException { public bool IsMine => true; }
            """);
        Assert.Empty(run.Diagnostics);
        object animal = run.Read("Animal", """{"lives":9}""")!;
        Assert.Equal(true, animal.GetType().GetProperty("IsCat")!.GetValue(animal));
        Assert.False(run.Type("ShopException").IsVisible);
        Assert.NotNull(run.Type("ShopException").GetProperty("IsMine"));
    }

    [Fact]
    public void Hiding_a_type_hides_members_that_expose_it()
    {
        GeneratorRun run = Customise("""
            namespace Shop;
            internal partial struct Plan;
            internal partial class Cat;
            internal partial class Problem;
            internal partial class Photo;
            internal partial class UserPage;
            """);
        Assert.Empty(run.Diagnostics);
        Assert.False(run.Type("Plan").IsVisible);
        Assert.Null(run.Type("User").GetProperty("Plan"));
        Assert.False(run.Type("ProblemException").IsVisible);
        Assert.Null(run.Type("UsersOperations").GetMethod("ListAsync"));
        Assert.NotNull(run.Type("UsersOperations").GetMethod("GetAsync"));
        Assert.Single(run.Type("Pet").GetConstructors());
        Assert.Equal("""{"id":"u","created_at":1,"plan":"free"}""", run.RoundTrip("User", """{"id":"u","created_at":1,"plan":"free"}"""));
    }

    [Fact]
    public void Hiding_the_client_hides_its_groups()
    {
        GeneratorRun run = Customise("namespace Shop; internal partial class ShopClient;");
        Assert.False(run.Type("UsersOperations").IsVisible);
        Assert.True(run.Type("User").IsVisible);
    }

    [Fact]
    public void A_type_of_an_internal_client_can_be_public()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Text, "shop.yaml", ("Namespace", Namespace), ("Accessibility", "internal")) with
        {
            Sources = ["namespace Shop; public partial class User;"],
        });
        AssertCompiles(run);
        Assert.Equal(["Shop.User"], run.Load().GetExportedTypes().Select(type => type.FullName));
    }

    [Fact]
    public void A_method_that_the_user_declares_replaces_the_emitted_one_and_can_call_it()
    {
        GeneratorRun run = Customise("""
            using System.Threading;
            using System.Threading.Tasks;
            using ClerkGen;
            namespace Shop;
            public partial class UsersOperations
            {
                public virtual Task<User> GetAsync(string userId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
                    GetCoreAsync(userId.Trim(), options, cancellationToken);

                public Task DeleteAsync(User user) => DeleteAsync(user.Id);
            }
            """);
        Assert.Empty(run.Diagnostics);
        Type users = run.Type("UsersOperations");
        Assert.Equal(["DeleteAsync", "DeleteAsync"], users.GetMethods().Where(method => method.Name == "DeleteAsync").Select(method => method.Name));
        Assert.Single(users.GetMethods(), method => method.Name == "GetAsync");
        Assert.True(users.GetMethod("GetCoreAsync", BindingFlags.NonPublic | BindingFlags.Instance)!.IsPrivate);
        Assert.NotNull(users.GetMethod("GetWithResponseAsync"));
    }

    [Fact]
    public void An_operation_can_be_left_out()
    {
        GeneratorRun run = Customise("namespace Shop; [ClerkGen.ApiIgnore(\"deleteUser\")] partial class UsersOperations;");
        Assert.Null(run.Type("UsersOperations").GetMethod("DeleteAsync"));
    }

    [Fact]
    public void One_document_under_two_names_and_another_document_do_not_clash()
    {
        GeneratorInput one = Input("namespace Shop; partial class User { public System.DateTimeOffset CreatedAt { get; set; } }");
        GeneratorFile Named(string path, string name) =>
            one.Files[0] with { Path = path, Metadata = new Dictionary<string, string> { ["Namespace"] = name, ["ClientName"] = "ShopClient" } };
        GeneratorRun run = GeneratorHarness.Run(one with { Files = [one.Files[0], Named("obj/shop.2.yaml", "Second"), Named("other.yaml", "Second.Other")] });
        AssertCompiles(run);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(typeof(DateTimeOffset), run.Type("User").GetProperty("CreatedAt")!.PropertyType);
        Assert.Equal(typeof(long), run.Load().GetType("Second.User")!.GetProperty("CreatedAt")!.PropertyType);
        Assert.Equal(typeof(long), run.Load().GetType("Second.Other.User")!.GetProperty("CreatedAt")!.PropertyType);

        // Files are named after namespaces, and the compiler throws everything away when two names differ in case only.
        run = GeneratorHarness.Run(one with { Files = [one.Files[0], Named("obj/shop.2.yaml", "shop")] });
        Assert.Equal("CLERKGEN063", Assert.Single(run.Diagnostics).Id);
        AssertCompiles(run);
    }
}
