using ClerkGen.CodeFixes;
using ClerkGen.Generator.Surface;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.CodeFixes;

/// <summary>Fixes and refactorings at emitted types, and at diagnostics about the user's parts of them.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public async Task A_part_of_an_emitted_type_is_added_in_a_new_file()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp12, "namespace App; class C { Shop.U|ser? User; }");
        Assert.Equal(["Add a partial declaration of 'User'"], await workspace.OffersAsync(new AddPartialRefactoring()));
        await workspace.ApplyAsync(new AddPartialRefactoring());
        Assert.Equal("namespace Shop;\n\npublic partial class User\n{\n}\n", await workspace.TextAsync("User.cs"));
        Assert.Empty(await workspace.ErrorsAsync());
        Assert.Empty(await workspace.OffersAsync(new AddPartialRefactoring()));
    }

    [Fact]
    public async Task A_part_of_an_enum_is_a_struct()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp12, "using Shop;\nnamespace App; class C { object P = Pl|an.Free; }");
        await workspace.ApplyAsync(new AddPartialRefactoring());
        Assert.Contains("public partial struct Plan", await workspace.TextAsync("Plan.cs"), StringComparison.Ordinal);
        Assert.Empty(await workspace.ErrorsAsync());
    }

    [Fact]
    public async Task A_property_is_declared_in_the_users_part_to_be_retyped()
    {
        using var workspace = ShopWorkspace.Open(
            LanguageVersion.CSharp13,
            "namespace App; class C { object? M(Shop.CreateUser user) => user.Public|Metadata; }",
            "namespace Shop;\n\npublic partial class CreateUser\n{\n    public int Mine => 1;\n}\n");
        Assert.Equal(["Retype 'PublicMetadata' of 'CreateUser'"], await workspace.OffersAsync(new AddPartialRefactoring()));
        await workspace.ApplyAsync(new AddPartialRefactoring());
        string text = await workspace.TextAsync("Source1.cs");
        Assert.Contains("    [ClerkGen.ApiProperty(\"public_metadata\")]\n    public partial System.Collections.Generic.IReadOnlyDictionary<string, System.Text.Json.JsonElement>? PublicMetadata { get; set; }\n", text, StringComparison.Ordinal);
        Assert.Contains("public int Mine => 1;", text, StringComparison.Ordinal);
        Assert.Empty(await workspace.ErrorsAsync());
    }

    [Fact]
    public async Task Before_partial_properties_a_plain_one_is_declared()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp12, "namespace App; class C { object? M(Shop.User user) => user.I|d; }");
        await workspace.ApplyAsync(new AddPartialRefactoring());
        Assert.Equal(
            "namespace Shop;\n\npublic partial class User\n{\n    [ClerkGen.ApiProperty(\"id\")]\n    public required string Id { get; set; }\n}\n",
            await workspace.TextAsync("User.cs"));
        Assert.Empty(await workspace.ErrorsAsync());
    }

    [Theory]
    [InlineData("namespace App; class C { C|? Other; }")]
    [InlineData("namespace App; class C { str|ing? Other; }")]
    [InlineData("namespace App; class C { object M(Shop.ShopClient client) => client.Us|ers; }")]
    public async Task Nothing_is_offered_elsewhere(string source)
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, source);
        Assert.Empty(await workspace.OffersAsync(new AddPartialRefactoring()));
    }

    [Theory]
    [InlineData("using ClerkGen;\nnamespace Shop;\n[ApiIgnore(\"idd\")] partial class User;", "[ApiIgnore(\"id\")] partial class User;")]
    [InlineData("using ClerkGen;\nnamespace Shop;\n[ApiName(\"Usr\")] partial class Customer;", "[ApiName(\"User\")] partial class Customer;")]
    [InlineData("namespace Shop;\npartial class Usr { }", "partial class User { }")]
    public async Task A_name_that_is_nearly_right_is_corrected(string source, string expected)
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, source);
        await workspace.ApplyAsync(new UseSimilarNameFix());
        Assert.EndsWith(expected, await workspace.TextAsync("Source0.cs"), StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnosticsAsync());
    }

    [Fact]
    public async Task Names_that_are_nearly_right_are_corrected_all_at_once()
    {
        using var workspace = ShopWorkspace.Open(
            LanguageVersion.CSharp13,
            "using ClerkGen;\nnamespace Shop;\n[ApiIgnore(\"idd\")] partial class User;",
            "using ClerkGen;\nnamespace Shop;\n[ApiName(\"tag\", \"Labels\")] partial class User;\n[ApiIgnore(\"getUsr\")] partial class UsersOperations;");
        await workspace.ApplyToAllAsync(new UseSimilarNameFix());
        Assert.EndsWith("[ApiIgnore(\"id\")] partial class User;", await workspace.TextAsync("Source0.cs"), StringComparison.Ordinal);
        Assert.EndsWith(
            "[ApiName(\"tags\", \"Labels\")] partial class User;\n[ApiIgnore(\"getUser\")] partial class UsersOperations;",
            await workspace.TextAsync("Source1.cs"),
            StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnosticsAsync());
    }

    [Fact]
    public void Types_are_named_to_a_context_one_by_one() => Assert.Null(new AddJsonSerializableFix().GetFixAllProvider());

    [Fact]
    public async Task A_type_without_a_reader_is_added_to_the_context_of_the_project()
    {
        using var workspace = ShopWorkspace.Open(
            LanguageVersion.CSharp13,
            "namespace Shop;\nclass Mine { }\npartial class User { internal Mine? Owner { get; set; } }",
            "using System.Text.Json.Serialization;\nnamespace App;\n\n[JsonSerializable(typeof(int))]\ninternal sealed partial class Json : JsonSerializerContext;\n");
        await workspace.ApplyAsync(new AddJsonSerializableFix());
        Assert.Contains("[JsonSerializable(typeof(int))]\n[JsonSerializable(typeof(Shop.Mine))]\ninternal", await workspace.TextAsync("Source1.cs"), StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnosticsAsync());
    }

    [Fact]
    public async Task A_project_without_a_context_gets_one()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, "namespace Shop;\nclass Mine { }\npartial class User { internal Mine? Owner { get; set; } }");
        await workspace.ApplyAsync(new AddJsonSerializableFix());
        Assert.Contains("[System.Text.Json.Serialization.JsonSerializable(typeof(Shop.Mine))]\ninternal sealed partial class AppJsonContext", await workspace.TextAsync("AppJsonContext.cs"), StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnosticsAsync());
    }

    [Fact]
    public async Task A_change_of_the_api_is_accepted_in_the_baseline()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, "class C;");
        string listing = ApiListing.Text((await workspace.EmittedTextsAsync()).SelectMany(ApiListing.Of));
        string old = listing.Replace("Shop.User.Id public required string Id", "Shop.User.Id public required long Id", StringComparison.Ordinal);
        Assert.NotEqual(listing, old);
        workspace.WithBaseline(old.ReplaceLineEndings("\r\n"));
        await workspace.ApplyAsync(new AcceptApiChangeFix());
        Assert.Equal(listing.ReplaceLineEndings("\r\n"), await workspace.AdditionalTextAsync("ClerkGenApi.txt"));
        Assert.Empty(await workspace.DiagnosticsAsync());
    }

    [Fact]
    public async Task Each_change_of_the_api_can_be_accepted_alone()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, "class C;");
        string listing = ApiListing.Text((await workspace.EmittedTextsAsync()).SelectMany(ApiListing.Of));
        workspace.WithBaseline(listing.Replace("Shop.User.Id public", "Shop.User.Idd public", StringComparison.Ordinal));
        await workspace.ApplyAsync(new AcceptApiChangeFix(), "CLERKGEN110");
        Assert.Equal(listing.Replace("Shop.User.Id public", "Shop.User.Id public required string Id { get; set; }\nShop.User.Idd public", StringComparison.Ordinal), await workspace.AdditionalTextAsync("ClerkGenApi.txt"));
        await workspace.ApplyAsync(new AcceptApiChangeFix(), "CLERKGEN108");
        Assert.Equal(listing, await workspace.AdditionalTextAsync("ClerkGenApi.txt"));
    }

    [Fact]
    public async Task All_changes_of_the_api_are_accepted_at_once()
    {
        using var workspace = ShopWorkspace.Open(LanguageVersion.CSharp13, "class C;");
        string listing = ApiListing.Text((await workspace.EmittedTextsAsync()).SelectMany(ApiListing.Of));
        workspace.WithBaseline("# Mine.\nShop.Gone public sealed class Gone\nShop.User.Id public required long Id { get; set; }\n");
        await workspace.ApplyToAllAsync(new AcceptApiChangeFix());
        Assert.Equal(listing.Split('\n')[1..], (await workspace.AdditionalTextAsync("ClerkGenApi.txt")).Split('\n')[1..]);
        Assert.Empty(await workspace.DiagnosticsAsync());
    }
}
