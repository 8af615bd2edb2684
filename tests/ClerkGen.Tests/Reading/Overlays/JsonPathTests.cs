using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.Overlays;

namespace ClerkGen.Tests.Reading.Overlays;

public class JsonPathTests
{
    private const string Document = """
        o: { j: 1, k: { a: 3 }, 'x y': 2, x-z: 5, 'd.e': { '200': ok } }
        a: [5, 3, [{ j: 4 }, { k: 6 }], b, ba, 1.0]
        people:
          - { name: ada, age: 36, tags: [x, y], born: null }
          - { name: alan, age: 41, tags: [] }
          - { name: grace, age: 85, retired: true, boss: { name: ada } }
        """;

    [Theory]
    [InlineData("$.o.j", "1")]
    [InlineData("$['o']['x y']", "2")]
    [InlineData("$.o[\"x y\"]", "2")]
    [InlineData("$.o.x-z", "5")]
    [InlineData("$.o['d.e'].200", "\"ok\"")]
    [InlineData("$['\\u006f'].j", "1")]
    [InlineData("$.o['it\\'s']", "")]
    [InlineData("$.missing.j", "")]
    [InlineData("$ .o [ 'j' , \"x y\" ]", "1 2")]
    [InlineData("$.a[0]", "5")]
    [InlineData("$.a[-1]", "1.0")]
    [InlineData("$.a[9]", "")]
    [InlineData("$.a[0,0]", "5 5")]
    [InlineData("$.o[0]", "")]
    [InlineData("$.a[1:2]", "3")]
    [InlineData("$.a[3:]", "\"b\" \"ba\" 1.0")]
    [InlineData("$.a[:-4]", "5 3")]
    [InlineData("$.a[3:0:-2]", "\"b\" 3")]
    [InlineData("$.a[::-1][0].j", "4")]
    [InlineData("$.a[0:2:0]", "")]
    [InlineData("$.a[-99:1]", "5")]
    [InlineData("$.o.*", "1 {\"a\":3} 2 5 {\"200\":\"ok\"}")]
    [InlineData("$.a[2][*]", "{\"j\":4} {\"k\":6}")]
    [InlineData("$..j", "1 4")]
    [InlineData("$.a..[0]", "5 {\"j\":4}")]
    [InlineData("$.people..name", "\"ada\" \"alan\" \"grace\" \"ada\"")]
    public void Segments_select_as_the_standard_defines(string query, string expected) => Assert.Equal(expected, Select(query));

    [Theory]
    [InlineData("@.age > 40", "alan grace")]
    [InlineData("@.age >= 41 && @.age<85", "alan")]
    [InlineData("@.age < 40 || @.retired == true", "ada grace")]
    [InlineData("@.age == 36.0", "ada")]
    [InlineData("@.age != 36", "alan grace")]
    [InlineData("(@.age == 3.6e1)", "ada")]
    [InlineData("@.name == 'ada'", "ada")]
    [InlineData("@['name'] >= \"alan\"", "alan grace")]
    [InlineData("@.retired", "grace")]
    [InlineData("!@.retired", "ada alan")]
    [InlineData("!(@.retired || @.age > 40)", "ada")]
    [InlineData("@.born", "ada")]
    [InlineData("@.born == null", "ada")]
    [InlineData("@.born != null", "alan grace")]
    [InlineData("@.nothing == @.neither", "ada alan grace")]
    [InlineData("@.nothing < 1", "")]
    [InlineData("@.age < 'zzz'", "")]
    [InlineData("@.tags[*]", "ada")]
    [InlineData("@..name == 1 || @.boss.name == $.people[0].name", null)]
    [InlineData("@.boss.name == $.people[0].name", "grace")]
    [InlineData("@.tags == $.people[1].tags", "alan")]
    [InlineData("length(@.name) == 4", "alan")]
    [InlineData("length(@) > 3", "ada grace")]
    [InlineData("count(@.tags[*]) == 2", "ada")]
    [InlineData("value(@..boss.name) == 'ada'", "grace")]
    [InlineData("@.tags[?@ == 'y']", "ada")]
    public void Filters_keep_nodes_that_match_their_condition(string condition, string? expected)
    {
        if (expected is null)
        {
            JsonPathSyntaxException exception = Assert.Throws<JsonPathSyntaxException>(() => JsonPathParser.Parse($"$.people[?{condition}]"));
            Assert.Equal("Only a query that selects one value can be compared", exception.Message);
            return;
        }

        Assert.Equal(expected, Select($"$.people[?{condition}].name").Replace("\"", ""));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("o.j", 0)]
    [InlineData("$.", 2)]
    [InlineData("$..", 3)]
    [InlineData("$.o j", 3)]
    [InlineData("$.paths./users", 8)]
    [InlineData("$['o", 2)]
    [InlineData("$['o'", 5)]
    [InlineData("$[]", 2)]
    [InlineData("$[01]", 2)]
    [InlineData("$[-0]", 2)]
    [InlineData("$[9007199254740992]", 2)]
    [InlineData("$['\\x']", 3)]
    [InlineData("$.a[?@.b ==]", 11)]
    [InlineData("$.a[?@.b = 1]", 9)]
    [InlineData("$.a[?1]", 5)]
    [InlineData("$.a[?(@.b]", 9)]
    [InlineData("$.a[?match(@.b, 'x')]", 5)]
    [InlineData("$.a[?count(1) == 1]", 11)]
    [InlineData("$.a[?length(@.*) == 1]", 12)]
    public void A_malformed_query_is_refused_at_its_fault(string query, int offset) =>
        Assert.Equal(offset, Assert.Throws<JsonPathSyntaxException>(() => JsonPathParser.Parse(query)).Offset);

    [Fact]
    public void Conditions_that_nest_too_deeply_are_refused()
    {
        string nested = string.Concat(Enumerable.Repeat("(", 5_000));
        Assert.Throws<JsonPathSyntaxException>(() => JsonPathParser.Parse("$[?" + nested + "@"));
        string filters = string.Concat(Enumerable.Repeat("[?@", 5_000));
        Assert.Throws<JsonPathSyntaxException>(() => JsonPathParser.Parse("$" + filters));
    }

    [Theory]
    [InlineData("$[-9223372036854775808:]")]
    [InlineData("$[:-9223372036854775808]")]
    [InlineData("$[::-9223372036854775808]")]
    [InlineData("$[-9223372036854775808]")]
    [InlineData("$[9223372036854775807::9223372036854775807]")]
    [InlineData("$[?@[-9223372036854775808] == 1]")]
    [InlineData("$[9007199254740992:]")]
    public void Indexes_that_no_double_holds_are_refused(string query) =>
        Assert.Contains("too large", Assert.Throws<JsonPathSyntaxException>(() => JsonPathParser.Parse(query)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("$[-9007199254740991:9007199254740991:9007199254740991]")]
    [InlineData("$[9007199254740991:-9007199254740991:-9007199254740991]")]
    public void Slices_with_extreme_bounds_select_existing_nodes(string query)
    {
        (DocumentNode? root, ReadContext context) = Documents.Yaml("[1, 2, 3]");
        Assert.Single(new JsonPathEvaluator(root!, new OverlayBudget(context)).Select(JsonPathParser.Parse(query)));
    }

    [Theory]
    [InlineData("||")]
    [InlineData("&&")]
    public void Conditions_side_by_side_take_no_stack(string mark)
    {
        (DocumentNode? root, ReadContext context) = Documents.Yaml("[{ a: 1 }]");
        string query = "$[?" + string.Join(mark, Enumerable.Repeat(mark == "||" ? "@.b" : "@.a", 50_000)) + "]";
        List<NodeLocation>? selected = null;
        Thread thread = new(() => selected = new JsonPathEvaluator(root!, new OverlayBudget(context)).Select(JsonPathParser.Parse(query)), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(mark == "||" ? 0 : 1, selected!.Count);
    }

    [Fact]
    public void A_query_that_looks_everywhere_from_everywhere_ends()
    {
        string text = "a: [" + string.Join(", ", Enumerable.Range(0, 2_000)) + "]";
        (DocumentNode? root, _) = Documents.Yaml(text);
        OverlayBudget budget = new(new ReadContext(ReadLimits.Default with { OverlayVisits = 100_000 }, new WorkBudget(CancellationToken.None)));
        JsonPathEvaluator evaluator = new(root!, budget);
        DocumentSyntaxException exception =
            Assert.Throws<DocumentSyntaxException>(() => evaluator.Select(JsonPathParser.Parse("$..[?count($..*) == 0]")));
        Assert.Equal(ReadDiagnosticKind.LimitExceeded, exception.Kind);
    }

    private static string Select(string query)
    {
        (DocumentNode? root, ReadContext context) = Documents.Yaml(Document);
        List<NodeLocation> selected = new JsonPathEvaluator(root!, new OverlayBudget(context)).Select(JsonPathParser.Parse(query));
        return string.Join(" ", selected.Select(location => new JsonNodeBuilder(context).Build(location.Node)?.ToJsonString() ?? "null"));
    }
}
