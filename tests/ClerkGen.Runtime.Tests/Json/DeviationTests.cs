using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>How deviations are reported: kind, path, order, and what strict reading makes of them.</summary>
public sealed class DeviationTests
{
    [Fact]
    public void Path_leads_through_lists_and_members_with_odd_names()
    {
        _ = JsonBody.Read<IReadOnlyDictionary<string, IReadOnlyList<Person>>, MapJson<IReadOnlyList<Person>, ListJson<Person, Person>>>(
            """{"a'\n\u202eb":[{"id":"1","tags":[]},{"id":"2","tags":["x",{}],"best friend":{"id":[],"tags":[]}}],"1x":[true]}""",
            out string[] deviations);

        Assert.Equal(
            [
                @"WrongKind $['a\u0027\u000a\u202eb'][1].tags[1]",
                @"WrongKind $['a\u0027\u000a\u202eb'][1]['best friend'].id",
                "WrongKind $['1x'][0]",
            ],
            deviations);
    }

    [Fact]
    public void Null_items_and_values_are_reported_where_the_document_allows_none()
    {
        IReadOnlyList<Person> list = JsonBody.Read<IReadOnlyList<Person>, ListJson<Person, Person>>("""[null,{"id":"1","tags":["a",null]},null]""", out string[] ofList);
        IReadOnlyDictionary<string, string> map = JsonBody.Read<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>("""{"a":null}""", out string[] ofMap);
        _ = JsonBody.Read<IReadOnlyList<string?>, ListJson<string?, NullableReferenceJson<string, StringJson>>>("""[null,"a"]""", out string[] ofReferences);
        _ = JsonBody.Read<IReadOnlyList<long?>, ListJson<long?, NullableJson<long, Int64Json>>>("[null,1]", out string[] ofValues);

        Assert.Equal(["NullValue $[0]", "NullValue $[1].tags[1]", "NullValue $[2]"], ofList);
        Assert.Equal(["NullValue $.a"], ofMap);
        Assert.Equal((3, null), (list.Count, list[0]));
        Assert.Null(map["a"]);
        Assert.Empty(ofReferences.Concat(ofValues));
    }

    [Fact]
    public void Long_names_are_cut_in_paths()
    {
        string name = new('n', 500);

        _ = JsonBody.Read<Person, Person>($$"""{"id":"1","tags":[],"{{name}}":1}""", out string[] deviations);

        Assert.Equal([$"UnknownMember $.{name[..64]}"], deviations);
    }

    [Fact]
    public void Operation_is_named()
    {
        var noted = new List<ApiDeviation>();

        _ = ApiJsonBody.Read<Person, Person>(
            """{"id":"1","tags":null}"""u8.ToArray(), new JsonReadOptions { Listener = noted.Add, OperationId = "GetPerson" });

        Assert.Equal([new ApiDeviation(ApiDeviationKind.NullValue, "$.tags", "GetPerson")], noted);
    }

    [Fact]
    public void Listener_is_called_after_reading_in_the_order_of_the_body()
    {
        _ = JsonBody.Read<Person, Person>("""{"x":1,"id":2,"mood":"odd","object":"other","tags":"t"}""", out string[] deviations);

        Assert.Equal(
            ["UnknownMember $.x", "ConvertedValue $.id", "UnknownEnumValue $.mood", "UnexpectedConstant $.object", "WrongKind $.tags"],
            deviations);
    }

    [Fact]
    public void Byte_order_mark_does_not_move_paths()
    {
        var noted = new List<string>();

        _ = ApiJsonBody.Read<Person, Person>(
            Encoding.UTF8.GetBytes("\uFEFF{\"id\":\"1\",\"tags\":[],\"x\":1}"),
            new JsonReadOptions { Listener = deviation => noted.Add(deviation.Path) });

        Assert.Equal(["$.x"], noted);
    }

    [Fact]
    public void A_body_full_of_deviations_reports_the_first_thousand()
    {
        string body = "[" + string.Join(',', Enumerable.Repeat("\"1\"", 5000)) + "]";

        IReadOnlyList<int> values = JsonBody.Read<IReadOnlyList<int>, ListJson<int, Int32Json>>(body, out string[] deviations);

        Assert.Equal(5000, values.Count);
        Assert.Equal(1000, deviations.Length);
        Assert.Equal("ConvertedValue $[999]", deviations[999]);
    }

    [Fact]
    public void An_exception_of_a_listener_reaches_the_caller()
    {
        var options = new JsonReadOptions { Listener = static _ => throw new InvalidOperationException() };

        Assert.Throws<InvalidOperationException>(() => ApiJsonBody.Read<int, Int32Json>("\"1\""u8.ToArray(), options));
    }

    [Theory]
    [InlineData("""{"id":"1","tags":[],"tok_secret":"tok_secret"}""", ApiDeviationKind.UnknownMember, "$.tok_secret")]
    [InlineData("""{"friends":[{"id":"2","tags":[]},{"id":"tok"}],"tags":[]}""", ApiDeviationKind.MissingMember, "$.friends[1].tags")]
    [InlineData("""{"id":"1","tags":[],"mood":"tok_secret"}""", ApiDeviationKind.UnknownEnumValue, "$.mood")]
    [InlineData("""{"id":"1","tags":[],"object":"tok_secret"}""", ApiDeviationKind.UnexpectedConstant, "$.object")]
    [InlineData("""{"id":"1","id":"2","tags":[]}""", ApiDeviationKind.DuplicateMember, "$.id")]
    [InlineData("""{"id":"1","tags":[1]}""", ApiDeviationKind.ConvertedValue, "$.tags[0]")]
    [InlineData("""{"id":"1","tags":[],"age":1.5}""", ApiDeviationKind.NumberOutOfRange, "$.age")]
    [InlineData("""{"id":"1","tags":[],"age":"tok_secret"}""", ApiDeviationKind.MalformedValue, "$.age")]
    [InlineData("""{"id":"1","tags":{}}""", ApiDeviationKind.WrongKind, "$.tags")]
    [InlineData("""{"id":"\ud800","tags":[]}""", ApiDeviationKind.InvalidText, "$.id")]
    [InlineData("""{"id":null,"tags":[]}""", ApiDeviationKind.NullValue, "$.id")]
    public void Strict_reading_throws_at_the_first_deviation(string body, ApiDeviationKind kind, string path)
    {
        ApiReadException exception = Assert.Throws<ApiReadException>(() => JsonBody.ReadStrictly<Person, Person>(body));

        Assert.Equal((ApiReadFailure.Deviation, kind, path), (exception.Failure, exception.Deviation, exception.Path));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        string text = exception.ToString().Replace("$.tok_secret", "", StringComparison.Ordinal);
        Assert.DoesNotContain("tok_secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_reading_accepts_values_that_match_the_document() =>
        Assert.Equal("1", JsonBody.ReadStrictly<Person, Person>("""{"id":"1","tags":["a"],"note":null,"mood":"über"}""").Id);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    public void A_body_of_another_kind_is_an_error_even_in_tolerant_reading(string body)
    {
        ApiReadException exception = Assert.Throws<ApiReadException>(() => JsonBody.Read<Person, Person>(body));

        Assert.Equal((ApiReadFailure.Deviation, ApiDeviationKind.WrongKind, "$"), (exception.Failure, exception.Deviation, exception.Path));
        Assert.Throws<ApiReadException>(() => JsonBody.Read<IReadOnlyList<int>, ListJson<int, Int32Json>>("{}"));
        Assert.Throws<ApiReadException>(() => JsonBody.Read<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>("[]"));
        Assert.Throws<ApiReadException>(() => JsonBody.Read<string, StringJson>("{}"));
    }

    [Fact]
    public void A_body_of_null_is_null_where_the_type_has_one()
    {
        Assert.Null(JsonBody.Read<Person, Person>("null"));
        Assert.Null(JsonBody.Read<IReadOnlyList<int>, ListJson<int, Int32Json>>("null"));
        Assert.Null(JsonBody.Read<int?, NullableJson<int, Int32Json>>("null"));
        Assert.Equal(ApiDeviationKind.NullValue, Assert.Throws<ApiReadException>(() => JsonBody.Read<int, Int32Json>("null")).Deviation);
        Assert.Equal(ApiDeviationKind.NullValue, Assert.Throws<ApiReadException>(() => JsonBody.Read<Mood, Mood>("null")).Deviation);
    }
}
