using System.Globalization;
using ClerkGen.Generator;
using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>The steps that run again after each kind of edit, and no others.</summary>
public sealed class IncrementalTests
{
    private const string Path = "pets.yaml";

    [Fact]
    public void Edit_of_code_runs_nothing_again()
    {
        GeneratorHarness harness = Harness("class C { }");
        harness.Run();

        harness.EditSource(0, "class C { int _field; }");
        GeneratorRun second = harness.Run();

        Assert.Empty(second.ChangedOutputs);
        Assert.All(Reasons(second, ClerkGenerator.DocumentsStep), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void White_space_in_the_document_emits_nothing_again()
    {
        GeneratorHarness harness = Harness();
        GeneratorRun first = harness.Run();

        harness.EditFile(Path, "\n\n" + PetDocument.Text.Replace("components:", "\ncomponents:", StringComparison.Ordinal));
        GeneratorRun second = harness.Run();

        Assert.NotEmpty(first.Files);
        Assert.Empty(second.ChangedOutputs);
        Assert.All(Reasons(second, ClerkGenerator.EmittedStep), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_of_one_schema_emits_one_file_again()
    {
        GeneratorHarness harness = Harness();
        GeneratorRun first = harness.Run();

        harness.EditFile(Path, PetDocument.Text.Replace("name: { type: string }", "full_name: { type: string }", StringComparison.Ordinal));
        GeneratorRun second = harness.Run();

        string changed = Assert.Single(second.Files.Keys, name => second.Files[name] != first.Files[name]);
        Assert.EndsWith("Owner.g.cs", changed, StringComparison.Ordinal);
        Assert.Single(Reasons(second, ClerkGenerator.EmittedStep), static reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(second.ChangedOutputs);
    }

    [Fact]
    public void Document_without_change_is_read_once_in_a_process()
    {
        DocumentCache cache = new(capacity: 2);
        (DocumentKey first, EquatableArray<InputFile> all) = Key("a.yaml", PetDocument.Text);

        DocumentOutput output = cache.Get(first, all, CancellationToken.None);
        DocumentOutput again = cache.Get(Key("a.yaml", PetDocument.Text).Key, all, CancellationToken.None);

        Assert.Same(output, again);
        Assert.Equal(1, cache.Reads);
    }

    [Fact]
    public void Changed_document_is_read_again_and_the_oldest_one_forgotten()
    {
        DocumentCache cache = new(capacity: 2);
        for (int i = 0; i < 3; i++)
        {
            (DocumentKey key, EquatableArray<InputFile> all) = Key("a.yaml", PetDocument.Text + $"# {i}\n");
            cache.Get(key, all, CancellationToken.None);
        }

        Assert.Equal(3, cache.Reads);
        (DocumentKey newest, EquatableArray<InputFile> files) = Key("a.yaml", PetDocument.Text + "# 2\n");
        cache.Get(newest, files, CancellationToken.None);
        Assert.Equal(3, cache.Reads);
        (DocumentKey oldest, files) = Key("a.yaml", PetDocument.Text + "# 0\n");
        cache.Get(oldest, files, CancellationToken.None);
        Assert.Equal(4, cache.Reads);
    }

    [Fact]
    public void Cancelled_work_is_not_remembered()
    {
        DocumentCache cache = new(capacity: 2);
        (DocumentKey key, EquatableArray<InputFile> all) = Key("a.yaml", PetDocument.Text);

        Assert.ThrowsAny<OperationCanceledException>(() => cache.Get(key, all, new CancellationToken(canceled: true)));
        Assert.NotEmpty(cache.Get(key, all, CancellationToken.None).Files);
        Assert.Equal(2, cache.Reads);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("th-TH")]
    public void Fresh_runs_are_the_same_byte_by_byte_in_any_culture(string culture)
    {
        Dictionary<string, string> expected = Fresh();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(expected, Fresh());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_document_that_is_checked_out_on_Windows_has_the_same_output()
    {
        string text = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "specs", "clerk-backend.yaml")).ReplaceLineEndings("\n");

        Assert.Equal(Fresh(text), Fresh(text.ReplaceLineEndings("\r\n")));
    }

    private static Dictionary<string, string> Fresh(string text = PetDocument.Text)
    {
        (DocumentKey key, EquatableArray<InputFile> all) = Key("a.yaml", text);
        DocumentOutput output = DocumentGenerator.Generate(key, new OtherFiles(key.File, all), CancellationToken.None);
        Dictionary<string, string> files = [];
        foreach (FileModel file in output.Files)
        {
            files.Add(file.HintName, FileEmitter.Emit(file, CancellationToken.None));
        }

        Assert.NotEmpty(files);
        return files;
    }

    private static GeneratorHarness Harness(params string[] sources) =>
        new(GeneratorInput.Of(PetDocument.Text, Path) with { Sources = sources });

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(static execution => execution.Outputs).Select(static output => output.Reason);

    private static (DocumentKey Key, EquatableArray<InputFile> All) Key(string path, string text)
    {
        InputFile file = InputFiles.Document(path, text);
        DocumentOptions options = new OptionsReader(file, "Root").Read();
        return (new DocumentKey(file, options, ConsumerFacts.None), new EquatableArray<InputFile>([file]));
    }
}
