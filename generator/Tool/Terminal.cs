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
        AllowsColors(Console.IsOutputRedirected, Environment.GetEnvironmentVariable("NO_COLOR")))
    {
        ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        HasColoredProgress = AllowsColors(Console.IsErrorRedirected, Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    /// <summary>Whether a stream may have colours: it is a terminal, and <c>NO_COLOR</c> is missing or empty.</summary>
    public static bool AllowsColors(bool isRedirected, string? noColor) => !isRedirected && string.IsNullOrEmpty(noColor);

    /// <summary>The clock that end dates are compared with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether a person reads standard error, where progress goes, on a terminal that can write a line again.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether progress may have colours.</summary>
    public bool HasColoredProgress { get; init; }

    /// <summary>Does some work. After a second, a person sees the current step and its duration.</summary>
    public async Task<T> ProgressAsync<T>(string what, Func<Task<T>> work)
    {
        Task<T> task = work();
        if (!ShowsProgress || await Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false) == task)
        {
            return await task.ConfigureAwait(false);
        }

        long start = Time.GetTimestamp();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = HasColoredProgress ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Messages),
        });
        return await console.Status().StartAsync(what, async context =>
        {
            while (await Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false) != task)
            {
                context.Status(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}, {Time.GetElapsedTime(start).TotalSeconds + 1:0} s"));
            }

            return await task.ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>A console for tables and trees on <see cref="Output"/>.</summary>
    public IAnsiConsole CreateConsole() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(Output),
    });
}
