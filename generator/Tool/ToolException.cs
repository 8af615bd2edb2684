namespace ClerkGen.Tool;

/// <summary>Ends the tool with one line for the person who called it.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCodes.Unreadable) : Exception(message)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
