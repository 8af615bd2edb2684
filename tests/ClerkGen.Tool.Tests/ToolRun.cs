namespace ClerkGen.Tool.Tests;

/// <summary>The output and the exit code of one call of the tool.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Messages)
{
    /// <summary>Calls the tool as a script does: nobody reads along, so there are no colours.</summary>
    public static Task<ToolRun> OfAsync(params string[] args) => OfAsync(TimeProvider.System, args);

    /// <summary>Calls the tool at a time.</summary>
    public static async Task<ToolRun> OfAsync(TimeProvider time, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter messages = new() { NewLine = "\n" };
        int exitCode = await CommandLine.RunAsync(args, new Terminal(output, messages, IsInteractive: false) { Time = time });
        return new ToolRun(exitCode, output.ToString(), messages.ToString());
    }
}
