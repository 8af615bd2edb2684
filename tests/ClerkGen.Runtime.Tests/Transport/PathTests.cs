using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A path value is one segment of the request's target, exactly, or it is refused before anything is sent.</summary>
public sealed class PathTests
{
    public static TheoryData<string> Refused => new(
        "", " ", "\t", "\u00A0", "\u2003 ", ".", "..", "%2e", "%2E", "%2e%2e", "%2E%2E", ".%2e", "%2e.", ".%2E", "a\0b", "a\rb", "a\nb", "a\r\nb", "a\u0007b",
        "a\u007Fb", "a\u0085b", "\u2028", "\u3000");

    public static TheoryData<string> Sent => new(
        "user_1", "...", "a.b", ".a", "a.", "..a", "../a", "a/../b", "/", "//", "\\", "..\\a", "a\\b", "..;x", "%2f", "%2e%2e%2f", "%252e%252e", "%", "%zz", "%00",
        "a b", " a", "a ", "a?b", "a#b", "a&b=c", "a+b", "a;b", "a:b", "a@b", "http://evil.example/", "//evil.example", "?", "#", "é", "e\u0301", "日本", "😀",
        "\u202Eabc", "\u200B", "\uFEFF", "a\u2028", "~user", "*", "!", "'", "\"", "<script>", "{x}", "[x]", "|", "^", "`", "$HOME", "CON", "0", "-1", "null",
        "a%0d%0aSet-Cookie:b", "a=b", "(a)", ",", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_path_value_that_leaves_its_segment_is_refused_before_anything_is_sent(string value)
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client();

        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => { _ = client.Pets.GetAsync(value); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = client.Pets.BanAsync(value); });

        Assert.Equal("petId", error.ParamName);
        Assert.True(value.Trim('.', ' ').Length < 2 || !error.Message.Contains(value, StringComparison.Ordinal));
        Assert.Equal(0, server.Server.Connections);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key });

        foreach (string value in (string[])["\uD800", "a\uDC00b", "ab\uD83D", "a\uD83Dbc", "\uDE00\uD83D"])
        {
            Assert.Throws<ArgumentException>("petId", () => { _ = client.Pets.GetAsync(value); });
        }
    }

    [Fact]
    public void A_null_is_refused()
    {
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key });

        Assert.Throws<ArgumentNullException>("petId", () => { _ = client.Pets.GetAsync(null!); });
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Any_other_value_is_exactly_one_segment(string value)
    {
        await using PetServer server = new(FaultKind.None);
        PetClient client = server.Client(options => options.BaseAddress = new Uri(server.Address, "/base/v1/"));

        await client.Pets.BanAsync(value);
        await client.Pets.GetAsync(value);

        Assert.Equal($"/base/v1/pets/{Uri.EscapeDataString(value)}/ban", server.Requests[0].Target);
        Assert.Equal($"/base/v1/pets/{Uri.EscapeDataString(value)}", server.Requests[1].Target);
        Assert.Equal(5, server.Requests[0].Target.Split('/').Length - 1);
    }

    [Fact]
    public async Task Every_character_of_the_first_plane_is_one_segment_or_refused()
    {
        await using PetServer server = new(FaultKind.None);
        PetClient client = server.Client();
        var expected = new List<string>();
        for (int code = 1; code < 0x10000; code += code < 0x300 ? 1 : 97)
        {
            string value = "a" + (char)code;
            try
            {
                await client.Pets.GetAsync(value);
                expected.Add("/pets/" + Uri.EscapeDataString(value));
            }
            catch (ArgumentException)
            {
                Assert.True(char.IsControl((char)code) || char.IsSurrogate((char)code), $"U+{code:X4}");
            }
        }

        Assert.Equal(expected, server.Requests.Select(static request => request.Target));
    }
}
