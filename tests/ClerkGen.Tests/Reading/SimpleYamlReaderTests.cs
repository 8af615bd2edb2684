using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;
using ClerkGen.Testing;

namespace ClerkGen.Tests.Reading;

/// <summary>The reader of simple YAML gives the nodes of the reader of all YAML, with their places, or leaves the text to it.</summary>
public sealed class SimpleYamlReaderTests
{
    private const int Mutants = 6_000;

    private static readonly string Bundled = File.ReadAllText(Path.Combine(Repository.Root, "specs", "clerk-backend.yaml"));

    private static readonly string[] Pieces =
    [
        "\n", " ", "  ", "\n\n", ":", ": ", "- ", "-", "#", " #", "'", "\"", "|", ">", "|-\n", ">+\n", "[", "]", "{", "}", ",", "&a ", "*a", "!", "?", "? ", "%", "@",
        "\t", "~", "null", "\\", "\\n", "---", "...", "<<", "\u00E9", "\U0001F600", "\u0007", "''", "\n  ", "\n    ", "\n- ", "key: ", "\u2028", "\r", "\r\n", "1e3", "\\u0041", "\\\n", "{ a: b }", "\n    # c\n", "#", "\n\n  ", "|2", ">-1\n",
    ];

    // A dot is a space at the end of a line.
    private static readonly string Simple = """
        openapi: '3.1.0'   # a comment
        info:
          title: "It's T"
          version: 1.10
          description: |-

            Text with `code`: and # no comment

              deeper
          summary: >
            folded
            lines

            end
        # another
        servers:
        - url: https://example.com/{a}?b=c#d
          empty:
          list: [1, 'it''s', "b", [], {}]
        -
          - - nested
            - -1
          - ~
        'quoted key': null
        kept: |+
          text

        plain: in two - lines
          "and", `a`#third

          {one}  # end
        single: 'in two··
          lines, isn''t

          it'
        double: "two \
          words\n\t\u00e9\x41\U0001F600\/\" \ \

          end··
            deeper"
        deeper: >-
          # Title

            a list
              of two

          text

            end
        indented: |2-
             moved
          text
        folded: >+1

          moved
        ····
         text

        none: |
        blank: |+

        spaces: >-
        ····

        map: { a: 1, 'b': [x, -1, { c: "d" }], "e f": {}, } # braces
        json:
          {
            "one": { # a comment
              "two": ["three",
                "four
                five"],

              "six": 7
            }
          }
        end: {
          a: [b, c
        ],
        }
        last: true

        """.Replace('·', ' ');

    [Fact]
    public void The_usual_constructs_are_read()
    {
        foreach (string text in (string[])[Simple, "---\n" + Simple, "# a\n\n  # b\n---\n" + Simple, Bundled])
        {
            Assert.NotNull(SimpleYamlReader.Read(FileOf(text), NewContext()));
            Assert.NotNull(SimpleYamlReader.Read(FileOf(OnWindows(text)), NewContext()));
            Assert.True(IsAlike(text));
            Assert.True(IsAlike(OnWindows(text)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("only a scalar\n")]
    [InlineData("a: b\rc: d\n")]
    [InlineData("a: b\n\r")]
    [InlineData("a: &b c\n")]
    [InlineData("a: *b\n")]
    [InlineData("a: !!str 1\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("<<: { a: b }\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a: |2-3\n     b\n")]
    [InlineData("a: |--\n  b\n")]
    [InlineData("a: |0\n  b\n")]
    [InlineData("a: |\n    \n  b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: 'b\nc'\n")]
    [InlineData("a: b # c\n  d\n")]
    [InlineData("a: \"\\uD83D\\uDE00\"\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("a: [b, { c }]\n")]
    [InlineData("a: { b: c, b: d }\n")]
    [InlineData("a: [b\n  c]\n")]
    [InlineData("a: [b,\n---\n]\n")]
    [InlineData("a: b\n  c: d\n")]
    [InlineData("a:\n\tb: c\n")]
    public void Everything_else_is_left_to_the_other_reader(string text)
    {
        ReadContext context = NewContext();

        Assert.Null(SimpleYamlReader.Read(FileOf(text), context));
        Assert.Equal(0, context.NodesRead);
        Assert.True(IsAlike(text));
    }

    [Fact]
    public void A_text_that_is_too_deep_is_left_to_the_other_reader()
    {
        int depth = ReadLimits.Default.Depth;

        Assert.NotNull(SimpleYamlReader.Read(FileOf(Nested(depth)), NewContext()));
        Assert.Null(SimpleYamlReader.Read(FileOf(Nested(depth + 1)), NewContext()));

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("- ", depth)) + "a\n";
    }

    [Fact]
    public void A_mutated_text_has_the_same_nodes()
    {
        int simple = 0;
        List<string> wrong = [];
        Random random = new(19);
        string[][] texts = [Simple.Split('\n'), Bundled.Split('\n')];
        for (int i = 0; i < Mutants; i++)
        {
            string text = Mutate(texts[i % 2], random);
            wrong.AddRange(IsAlike(text) ? [] : [text]);
            wrong.AddRange(IsAlike(OnWindows(text)) ? [] : [OnWindows(text)]);
            simple += SimpleYamlReader.Read(FileOf(text), NewContext()) is null ? 0 : 1;
        }

        Assert.Empty(wrong);
        Assert.InRange(simple, Mutants / 5, Mutants);
    }

    [SharedFact]
    public void Every_document_and_every_case_of_the_YAML_test_suite_has_the_same_nodes()
    {
        List<string> wrong = [];
        int documents = 0;
        int simple = 0;
        foreach (string path in (string[])["clerk", "corpus", "servers"])
        {
            foreach (string file in Directory.EnumerateFiles(SharedDocuments.PathOf(path), "*.y*ml", SearchOption.AllDirectories))
            {
                string text = File.ReadAllText(file);
                documents++;
                simple += SimpleYamlReader.Read(FileOf(text), NewContext()) is null ? 0 : 1;
                wrong.AddRange(IsAlike(text) && IsAlike(OnWindows(text)) ? [] : [file]);
            }
        }

        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(SharedDocuments.PathOf("conformance", "yaml-test-suite", "cases.json")));
        wrong.AddRange(cases.RootElement.EnumerateArray().Where(static item => item.GetProperty("yaml").GetString()! is string text && !(IsAlike(text) && IsAlike(OnWindows(text))))
            .Select(static item => item.GetProperty("id").GetString()!));

        Assert.Empty(wrong);
        Assert.InRange(simple, documents * 9 / 10, documents);
    }

    // Some lines of the text, moved to the left, with up to three changes.
    private static string Mutate(string[] lines, Random random)
    {
        int from = random.Next(lines.Length);
        string[] some = lines[from..Math.Min(lines.Length, from + random.Next(1, 14))];
        int indent = some.Where(static line => line.Trim().Length > 0).Select(static line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        StringBuilder text = new(string.Join('\n', some.Select(line => line.Length < indent ? "" : line[indent..])) + (random.Next(4) == 0 ? "" : "\n"));
        for (int i = random.Next(4); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            text.Remove(at, Math.Min(text.Length - at, random.Next(3))).Insert(at, random.Next(3) == 0 ? "" : Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    private static string OnWindows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    // Also the nodes that are counted are the same.
    private static bool IsAlike(string text)
    {
        ReadContext context = NewContext();
        if (SimpleYamlReader.Read(FileOf(text), context) is not { } simple)
        {
            return true;
        }

        ReadContext other = NewContext();
        try
        {
            return Outline(simple, context) == Outline(YamlTextReader.Read(FileOf(text), other), other);
        }
        catch (DocumentSyntaxException)
        {
            return false;
        }
    }

    private static string Outline(DocumentNode? node, ReadContext context)
    {
        StringBuilder text = new();
        Append(text, node);
        return text.Append(CultureInfo.InvariantCulture, $"{context.NodesRead} {context.Budget.Spent} {context.Diagnostics.Count}").ToString();
    }

    private static void Append(StringBuilder text, DocumentNode? node)
    {
        text.Append(CultureInfo.InvariantCulture, $"{node?.GetType().Name} {node?.Start} {node?.Length}\n");
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(CultureInfo.InvariantCulture, $"{scalar.Kind} {scalar.Text} {scalar.Written}\n");
                break;
            case ArrayNode sequence:
                sequence.Items.ForEach(item => Append(text, item));
                text.Append("]\n");
                break;
            case ObjectNode mapping:
                foreach (Member member in mapping)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{member.Key} {member.KeyStart} {member.KeyLength}\n");
                    Append(text, member.Value);
                }

                text.Append("}\n");
                break;
        }
    }

    private static SourceFile FileOf(string text) => new(Documents.File("a.yaml", text));

    private static ReadContext NewContext() => new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
}
