using ClerkGen.Generator.Naming;

namespace ClerkGen.Tests.Translation.Names;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("first_name", "FirstName")]
    [InlineData("first-name", "FirstName")]
    [InlineData("firstName", "FirstName")]
    [InlineData("First name", "FirstName")]
    [InlineData("Client.SignUp", "ClientSignUp")]
    [InlineData("filter[status]", "FilterStatus")]
    [InlineData("application/json", "ApplicationJson")]
    [InlineData("userID", "UserId")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("SAMLConnection", "SamlConnection")]
    [InlineData("PENDING_REVIEW", "PendingReview")]
    [InlineData("web3_wallet", "Web3Wallet")]
    [InlineData("x5t#S256", "X5tS256")]
    [InlineData("v1.2", "V1_2")]
    [InlineData("2fa", "_2fa")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("DateCreated<", "DateCreatedLessThan")]
    [InlineData("*", "Star")]
    [InlineData(">=", "GreaterThanEqual")]
    [InlineData("$ref", "Ref")]
    [InlineData("@type", "Type")]
    [InlineData("名前", "名前")]
    [InlineData("größe", "Größe")]
    [InlineData("", "Stem")]
    [InlineData("\u0001", "Stem")]
    [InlineData("a\uFFFEb\uFFFF", "AB")]
    [InlineData("\U0001F600", "Stem")]
    public void Text_becomes_an_identifier_in_PascalCase(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Pascal(text, "Stem"));

    [Theory]
    [InlineData("user_id", "userId")]
    [InlineData("URL", "url")]
    [InlineData("OAuthToken", "oauthToken")]
    [InlineData("oauth_token", "oauthToken")]
    [InlineData("M2MTokenId", "m2mTokenId")]
    [InlineData("token_of_oauth2", "tokenOfOAuth2")]
    [InlineData("class", "class")]
    [InlineData("2fa", "_2fa")]
    public void Text_becomes_an_identifier_in_camelCase(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Camel(text, "stem"));

    [Theory]
    [InlineData("oauth", "oauthToken", "OAuthToken", "OAuth", "OAuthToken", "OAuthToken")]
    [InlineData("OAUTH_TOKEN", "oauth2", "OAuth2Client", "OAuthToken", "OAuth2", "OAuth2Client")]
    [InlineData("m2m", "M2MToken", "B2B_account", "M2M", "M2MToken", "B2BAccount")]
    [InlineData("github", "GitHubApp", "GITHUB_APP", "GitHub", "GitHubApp", "GitHubApp")]
    [InlineData("graphql", "GraphQLQuery", "graphqlQuery", "GraphQL", "GraphQLQuery", "GraphQLQuery")]
    [InlineData("jwt", "JWTTemplate", "jwtTemplate", "Jwt", "JwtTemplate", "JwtTemplate")]
    public void A_word_is_spelled_in_one_way(string first, string second, string third, string one, string two, string three) =>
        Assert.Equal([one, two, three], new[] { first, second, third }.Select(static text => Identifiers.Pascal(text, "Stem")));

    [Fact]
    public void Any_number_of_words_is_joined() => Assert.Equal(
        Identifiers.MaximumLength, Identifiers.Pascal(string.Concat(Enumerable.Repeat("OAuth", 100_000)), "Stem").Length);

    [Theory]
    [InlineData("SAMLConnection", "SAMLConnection")]
    [InlineData("JWKS", "JWKS")]
    [InlineData("jwks", "Jwks")]
    [InlineData("SAML_Connection", "SamlConnection")]
    [InlineData("CommercePlan-2", "CommercePlan2")]
    public void A_chosen_name_that_is_an_identifier_keeps_its_spelling(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Keep(text, "Stem"));

    [Fact]
    public void Format_characters_do_not_distinguish_names() =>
        Assert.Equal(Identifiers.Pascal("userid", "Stem"), Identifiers.Pascal("us\u200Der\u202Eid\uFEFF", "Stem"));

    [Fact]
    public void Both_spellings_of_a_letter_give_one_name() =>
        Assert.Equal(Identifiers.Pascal("caf\u00E9", "Stem"), Identifiers.Pascal("cafe\u0301", "Stem"));

    [Fact]
    public void A_long_name_is_cut_and_stays_different_from_its_like()
    {
        string left = Identifiers.Pascal(new string('a', 5000) + "1", "Stem");
        string right = Identifiers.Pascal(new string('a', 5000) + "2", "Stem");

        Assert.Equal(Identifiers.MaximumLength, left.Length);
        Assert.NotEqual(left, right);
    }

    [Fact]
    public void Any_text_becomes_an_identifier()
    {
        Random random = new(20260512);
        for (int run = 0; run < 20_000; run++)
        {
            char[] text = new char[random.Next(12)];
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x20, 0x7F));
            }

            Assert.Matches(@"^[\p{L}_][\p{L}\p{Nd}_]*\z", Identifiers.Pascal(new string(text), "Stem"));
            Assert.Matches(@"^[\p{L}_][\p{L}\p{Nd}_]*\z", Identifiers.Spelled(new string(text), "Stem"));
            Assert.Matches(@"^[\p{L}_][\p{L}\p{Nd}_]*\z", Identifiers.Keep(new string(text), "Stem"));
        }
    }

    [Theory]
    [InlineData("Users", "User")]
    [InlineData("Identities", "Identity")]
    [InlineData("EmailAddresses", "EmailAddress")]
    [InlineData("Statuses", "Status")]
    [InlineData("Batches", "Batch")]
    [InlineData("Indexes", "Index")]
    [InlineData("Responses", "Response")]
    [InlineData("Cookies", "Cookie")]
    [InlineData("Children", "Child")]
    [InlineData("Status", null)]
    [InlineData("Address", null)]
    [InlineData("Analysis", null)]
    [InlineData("Metadata", null)]
    [InlineData("S", null)]
    public void A_plural_has_a_singular(string plural, string? singular) => Assert.Equal(singular, Plurals.Singular(plural));
}
