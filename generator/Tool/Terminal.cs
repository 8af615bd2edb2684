using Spectre.Console;

namespace ClerkGen.Tool;

/// <summary>Where the tool writes. Results go to <see cref="Output"/>, progress and messages to <see cref="Messages"/>.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="IsInteractive">Whether a person reads standard output: colours and tables only then.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Messages, bool IsInteractive)
{
    /// <summary>The process's own. <c>NO_COLOR</c> (no-color.org) and a redirected output switch colours off.</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>A console for tables and trees on <see cref="Output"/>.</summary>
    public IAnsiConsole CreateConsole() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(Output),
    });
}
