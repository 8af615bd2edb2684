using System.Text;
using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests;

public sealed class TerminalTests
{
    // Longer than anything takes on a busy machine; the test ends as soon as progress is shown.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Long_work_shows_what_is_done()
    {
        TaskCompletionSource<int> work = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using NoticingWriter messages = new("Comparing", () => work.TrySetResult(1));
        Terminal terminal = new(TextWriter.Null, messages, IsInteractive: false) { ShowsProgress = true };

        Assert.Equal(1, await terminal.ProgressAsync("Comparing", () => work.Task).WaitAsync(Patience));
        Assert.Contains("Comparing", messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_work_shows_nothing()
    {
        using StringWriter messages = new();
        Terminal terminal = new(TextWriter.Null, messages, IsInteractive: false) { ShowsProgress = true };

        Assert.Equal(1, await terminal.ProgressAsync("Comparing", static () => Task.FromResult(1)));
        Assert.Equal("", messages.ToString());
    }

    [Fact]
    public async Task A_script_sees_no_progress()
    {
        TaskCompletionSource<int> work = new();
        using StringWriter messages = new();
        Task<int> waiting = new Terminal(TextWriter.Null, messages, IsInteractive: false).ProgressAsync("Comparing", () => work.Task);
        work.SetResult(1);

        Assert.Equal(1, await waiting);
        Assert.Equal("", messages.ToString());
    }

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "", true)]
    [InlineData(false, "1", false)]
    [InlineData(false, "0", false)]
    [InlineData(true, null, false)]
    public void Colours_are_for_terminals_without_NO_COLOR(bool isRedirected, string? noColor, bool expected) =>
        Assert.Equal(expected, Terminal.AllowsColors(isRedirected, noColor));

    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("diff")]
    public async Task Without_colours_no_escape_sequence_is_written(string command)
    {
        using TemporaryFolder folder = new();
        string document = folder.Write("shop.yaml", Of(Get("/items", "listItems", "deprecated: true,")));

        ToolRun run = await ToolRun.OfAsync([command, document, .. command == "diff" ? new[] { document } : []]);

        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain('\u001b', run.Output + run.Messages);
    }

    // Everything that a writer is given arrives character by character.
    private sealed class NoticingWriter(string text, Action found) : TextWriter
    {
        private readonly StringBuilder _written = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_written)
            {
                _written.Append(value);
                if (value == text[^1] && ToString().EndsWith(text, StringComparison.Ordinal))
                {
                    found();
                }
            }
        }

        public override string ToString()
        {
            lock (_written)
            {
                return _written.ToString();
            }
        }
    }
}
