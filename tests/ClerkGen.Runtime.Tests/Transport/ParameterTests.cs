using System.Text.Json;
using System.Text.RegularExpressions;
using ClerkGen.GeneratedSupport;
using ClerkGen.Requests;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Styles of parameters (OpenAPI 3.1, style values), and values that try to be more than a value.</summary>
public sealed class ParameterTests
{
    private static readonly string[] Colours = ["blue", "black", "brown"];

    private static readonly Pet Ada = new() { Id = "a/1", Name = "x y" };

    [Theory]
    [InlineData(ParameterStyle.Form, true, "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, false, "color=blue,black,brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "color=blue%20black%20brown")]
    [InlineData(ParameterStyle.PipeDelimited, false, "color=blue%7Cblack%7Cbrown")]
    public void Lists_in_queries(ParameterStyle style, bool explode, string expected)
    {
        var request = new ApiRequest("/a");
        request.QueryList<string, StringJson>("color", Colours, style, explode);

        Assert.Equal("/a?" + expected, request.Target);
    }

    [Theory]
    [InlineData(ParameterStyle.Form, true, "id=a%2F1&name=x%20y")]
    [InlineData(ParameterStyle.Form, false, "pet=id,a%2F1,name,x%20y")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "pet=id%20a%2F1%20name%20x%20y")]
    [InlineData(ParameterStyle.PipeDelimited, false, "pet=id%7Ca%2F1%7Cname%7Cx%20y")]
    [InlineData(ParameterStyle.DeepObject, true, "pet%5Bid%5D=a%2F1&pet%5Bname%5D=x%20y")]
    public void Objects_in_queries(ParameterStyle style, bool explode, string expected)
    {
        var request = new ApiRequest("/a");
        request.QueryObject<Pet, Pet>("pet", Ada, style, explode);

        Assert.Equal("/a?" + expected, request.Target);
    }

    [Fact]
    public void The_exception_names_a_path_argument_by_its_expression()
    {
        const string UserId = " ";

        Assert.Equal(nameof(UserId), Assert.Throws<ArgumentException>(static () => new ApiRequest("/a/").Path(UserId)).ParamName);
        Assert.Equal(
            nameof(UserId),
            Assert.Throws<ArgumentException>(static () => new ApiRequest("/a/").Path<string, StringJson>(UserId)).ParamName);
    }

    [Fact]
    public void Path_parameters_that_are_keywords_are_named_without_the_prefix()
    {
        const string @event = " ";

        Assert.Equal("event", Assert.Throws<ArgumentException>(static () => new ApiRequest("/a/").Path(@event)).ParamName);
    }

    [Fact]
    public void Deep_objects_keep_their_depth()
    {
        var request = new ApiRequest("/a");
        request.QueryObject<PetPage, PetPage>("page", new PetPage { Items = [Ada], TotalCount = 2 }, ParameterStyle.DeepObject, explode: true);

        Assert.Equal("/a?page%5Bdata%5D%5B0%5D%5Bid%5D=a%2F1&page%5Bdata%5D%5B0%5D%5Bname%5D=x%20y&page%5Btotal_count%5D=2", request.Target);
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, false, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, true, "blue,black,brown")]
    [InlineData(ParameterStyle.Label, false, ".blue,black,brown")]
    [InlineData(ParameterStyle.Label, true, ".blue.black.brown")]
    [InlineData(ParameterStyle.Matrix, false, ";color=blue,black,brown")]
    [InlineData(ParameterStyle.Matrix, true, ";color=blue;color=black;color=brown")]
    public void Lists_in_paths(ParameterStyle style, bool explode, string expected)
    {
        var request = new ApiRequest("/a/");
        request.PathList<string, StringJson>(Colours, "colours", "color", style, explode);

        Assert.Equal("/a/" + expected, request.Target);
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, false, "id,a%2F1,name,x%20y")]
    [InlineData(ParameterStyle.Simple, true, "id=a%2F1,name=x%20y")]
    [InlineData(ParameterStyle.Label, false, ".id,a%2F1,name,x%20y")]
    [InlineData(ParameterStyle.Label, true, ".id=a%2F1.name=x%20y")]
    [InlineData(ParameterStyle.Matrix, false, ";pet=id,a%2F1,name,x%20y")]
    [InlineData(ParameterStyle.Matrix, true, ";id=a%2F1;name=x%20y")]
    public void Objects_in_paths(ParameterStyle style, bool explode, string expected)
    {
        var request = new ApiRequest("/a/");
        request.PathObject<Pet, Pet>(Ada, "pet", "pet", style, explode);

        Assert.Equal("/a/" + expected, request.Target);
    }

    [Fact]
    public void An_empty_list_is_omitted_from_a_query_and_refused_in_a_path()
    {
        var request = new ApiRequest("/a");
        request.QueryList<string, StringJson>("color", [], ParameterStyle.Form, explode: false);
        request.QueryList<string, StringJson>("color", null, ParameterStyle.Form, explode: true);

        Assert.Equal("/a", request.Target);
        Assert.Throws<ArgumentException>("colours", static () =>
        {
            var path = new ApiRequest("/a/");
            path.PathList<string, StringJson>([], "colours", "color", ParameterStyle.Simple, explode: false);
        });
    }

    [Fact]
    public void Reserved_characters_are_sent_where_allowed_but_split_nothing()
    {
        var request = new ApiRequest("/a");
        request.Query<string, StringJson>("q", ":/?@!$'()*,;=&#+%[]", allowReserved: true);

        Assert.Equal("/a?q=:/?@!$'()*,;=%26%23%2B%25%5B%5D", request.Target);
    }

    [Fact]
    public void Json_parameters_are_encoded_whole()
    {
        var request = new ApiRequest("/a");
        request.QueryJson<Pet, Pet>("filter", Ada);

        Assert.Equal("""/a?filter={"id":"a/1","name":"x y"}""", Uri.UnescapeDataString(request.Target));
    }

    [Theory]
    [InlineData("a&limit=1")]
    [InlineData("a=b")]
    [InlineData("a#b")]
    [InlineData("a+b c")]
    [InlineData("100%25")]
    [InlineData("ä ö😀")]
    [InlineData("a\r\nX: y")]
    public async Task A_query_value_stays_one_value(string value)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[]}"""));

        await server.Client().Pets.ListAsync(new() { Query = value, Limit = 5, Status = [value, "b"] });

        string query = server.Requests[0].Target["/pets?".Length..];
        Assert.Equal(
            ["limit=5", "query=" + value, "status=" + value, "status=b"],
            query.Split('&').Select(Uri.UnescapeDataString));
        Assert.DoesNotContain('+', query);
    }

    [Fact]
    public void Forms_are_encoded_like_queries()
    {
        var request = new ApiRequest("/a");
        request.FormBody("application/x-www-form-urlencoded");
        request.Field<string, StringJson>("a b", "c&d=e+f");
        request.FieldValue<long, Int64Json>("n", 1);
        request.FieldList<string, StringJson>("color", Colours, ParameterStyle.Form, explode: false);
        request.FieldObject<Pet, Pet>("pet", Ada, ParameterStyle.DeepObject, explode: true);

        Assert.Equal("a%20b=c%26d%3De%2Bf&n=1&color=blue,black,brown&pet%5Bid%5D=a%2F1&pet%5Bname%5D=x%20y", TextOf(request.Body!));
    }

    [Fact]
    public void An_empty_text_is_a_parameter_without_a_value()
    {
        var request = new ApiRequest("/a");
        request.Query<string, StringJson>("flag", "");

        Assert.Equal("/a?flag=", request.Target);
    }

    [Theory]
    [InlineData("""["a","b"]""", "q=a&q=b")]
    [InlineData("""["a",1,true]""", "q=a&q=1&q=true")]
    [InlineData("[[1],[2]]", "q=[[1],[2]]")]
    [InlineData("""[{"x":1}]""", """q=[{"x":1}]""")]
    public void A_list_of_any_values_follows_its_style_if_all_items_are_text_and_is_JSON_otherwise(string json, string expected)
    {
        var request = new ApiRequest("/a");
        request.QueryObject<JsonElement, ElementJson>("q", JsonElement.Parse(json), ParameterStyle.Form, explode: true);

        Assert.Equal("/a?" + expected, Uri.UnescapeDataString(request.Target));
    }

    [Fact]
    public void Additional_members_are_text_or_JSON()
    {
        Dictionary<string, JsonElement> members = JsonElement.Parse("""{"s":"x y","n":1.50,"o":{"a":"b"},"l":[1],"none":null}""")
            .EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value);
        var request = new ApiRequest("/a");
        request.FormBody("application/x-www-form-urlencoded");
        request.FieldMembers<JsonElement, ElementJson>(members);
        var parts = new ApiRequest("/a");
        parts.MultipartBody("multipart/form-data");
        parts.PartMembers<JsonElement, ElementJson>(members);
        parts.PartJsonList<JsonElement, ElementJson>("item", [members["s"], members["o"]]);
        parts.PartFileMembers([new("file", ApiFile.FromBytes(new byte[] { 65 }, "a.bin"))]);

        Assert.Equal("s=x%20y&n=1.50&o=%7B%22a%22%3A%22b%22%7D&l=%5B1%5D", TextOf(request.Body!));
        string body = TextOf(parts.Body!);
        Assert.Equal(["s", "n", "o", "l", "item", "item", "file"], Regex.Matches(body, @"\bname=""?(\w+)").Select(static match => match.Groups[1].Value));
        Assert.Equal(
            ["x y", "1.50", """{"a":"b"}""", "[1]", "x y", """{"a":"b"}""", "A"],
            Regex.Matches(body, @"\r\n\r\n(.*)\r\n--").Select(static match => match.Groups[1].Value));
        Assert.Equal(3, Regex.Count(body, "Content-Type: application/json\r\n"));
    }

    [Fact]
    public void Headers_and_cookies_take_lists_and_objects()
    {
        var request = new ApiRequest("/a");
        request.HeaderList<string, StringJson>("X-Colors", Colours);
        request.HeaderObject<Pet, Pet>("X-Pet", Ada, explode: false);
        request.HeaderObject<Pet, Pet>("X-Pet-Exploded", Ada, explode: true);
        request.CookieList<string, StringJson>("colors", Colours, explode: false);
        request.Cookie<string, StringJson>("a", "b; c=d");

        Assert.Equal(["blue,black,brown", "id,a/1,name,x y", "id=a/1,name=x y"], request.Headers!.Select(static header => header.Value));
        Assert.Equal("colors=blue,black,brown; a=b%3B%20c%3Dd", request.Cookies);
    }

    internal static string TextOf(RequestBody body)
    {
        using var stream = new MemoryStream();
        body.WriteAsync(stream, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
