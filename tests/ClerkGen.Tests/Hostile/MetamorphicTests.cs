using ClerkGen.Testing;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>A string of the document changes what is emitted in its own place and nowhere else.</summary>
public sealed class MetamorphicTests
{
    [Fact]
    public void Naughty_strings_give_the_syntax_tree_of_a_plain_word_in_every_kind_of_field()
    {
        var metamorphosis = new Metamorphosis();
        List<string> problems = [];
        int runs = 0;
        // All strings in all kinds take half an hour: ClerkGen.Corpus --naughty.
        int step = Math.Max(1, NaughtyStrings.All.Count / TestSizes.NaughtyStrings);
        for (int kind = 0; kind < HostileFields.All.Count; kind++)
        {
            // Each kind takes other strings than its neighbours; between them they take all.
            for (int text = kind % step; text < NaughtyStrings.All.Count; text += step)
            {
                runs++;
                problems.AddRange(metamorphosis.Check(HostileFields.All[kind], NaughtyStrings.All[text]));
            }
        }

        Assert.Empty(problems);
        Assert.InRange(runs, HostileFields.All.Count * 5, int.MaxValue);
    }

    [Fact]
    public void There_are_enough_strings_and_kinds_of_fields()
    {
        Assert.InRange(NaughtyStrings.All.Count, 515, int.MaxValue);
        Assert.InRange(HostileFields.All.Count, 20, int.MaxValue);
        Assert.InRange(HostileFields.All.Count(static kind => kind.Sink == FieldSink.Literal), 20, int.MaxValue);
    }

    [Fact]
    public void All_fields_at_once_compile_with_every_way_of_leaving_a_comment_or_a_literal()
    {
        string[] escapes =
        [
            "a\nclass Pwned { }\n", "a\u2028class Pwned { }\u2029", "a\u0085} class Pwned {", "a\"; class Pwned { } //", "a\"\"\"\n; class Pwned { }", "a */ class Pwned { } /*", "]]></summary><Pwned>",
            "a\")] file class Pwned { [System.Runtime.CompilerServices.ModuleInitializer] internal static void X() { } }", "{Pwned}", "\\\"; class Pwned { } //", "a\r#error Pwned\r", "\u202e } class Pwned { \u2066",
        ];
        List<KeyValuePair<string, string>> files = [];
        for (int i = 0; i < escapes.Length; i++)
        {
            string document = HostileFields.Fill(name => name is "path-segment" ? null : escapes[i] + name);
            var run = DirectRun.Of(Testing.Generation.GeneratorInput.Of(document, "document.json", ("Namespace", $"Hostile.N{i}")));
            Assert.Empty(run.Failures);
            Assert.NotEmpty(run.Files);
            Assert.Empty(run.Files.Select(EmittedSource.Parse).SelectMany(static source => source.Escapes(NaughtyStrings.Marker)));
            files.AddRange(run.Files);
        }

        Assert.Empty(EmittedCompilation.Diagnostics(files));
    }
}
