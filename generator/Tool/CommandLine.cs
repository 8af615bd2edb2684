using System.CommandLine;
using System.CommandLine.Parsing;
using ClerkGen.Tool.Commands;

namespace ClerkGen.Tool;

/// <summary>The tool's commands. Bad arguments, missing files and broken documents each end in one line; nothing ends in a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        RootCommand root = new("Works with OpenAPI documents as ClerkGen reads them.\n\n"
            + "  clerkgen check openapi.yaml             report the faults of a document\n"
            + "  clerkgen list openapi.yaml              list the groups and operations of the client\n"
            + "  clerkgen diff old.yaml new.yaml         report the effects of a new document on a program\n"
            + "  clerkgen docs openapi.yaml -o docs/api  write reference pages\n"
            + "  clerkgen baseline                       accept the API of a project's clients");
        root.Subcommands.Add(CheckCommand.Create(terminal));
        root.Subcommands.Add(ListCommand.Create(terminal));
        root.Subcommands.Add(DiffCommand.Create(terminal));
        root.Subcommands.Add(DocsCommand.Create(terminal));
        root.Subcommands.Add(BaselineCommand.Create(terminal));

        ParseResult parsed = root.Parse(args);
        if (FindUnknown(parsed, args) is { } unknown)
        {
            return Fail(terminal, $"There is no command or option '{unknown}'. Try 'clerkgen {CommandPath(parsed)}--help'.", ExitCodes.Usage);
        }

        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            return Fail(terminal, $"{parsed.Errors[0].Message} Try 'clerkgen {CommandPath(parsed)}--help'.", ExitCodes.Usage);
        }

        if (args.Length == 0)
        {
            parsed = root.Parse("--help");
        }

        InvocationConfiguration configuration = new() { Output = terminal.Output, Error = terminal.Messages, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            return Fail(terminal, exception.Message, exception.ExitCode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, exception.Message, ExitCodes.Unreadable);
        }
        catch (OperationCanceledException)
        {
            return Fail(terminal, "Canceled.", ExitCodes.Unreadable);
        }
#pragma warning disable CA1031 // A fault of ours also prints one line, because callers of the tool cannot use a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(terminal, $"Unexpected {exception.GetType().Name}: {exception.Message} Please report it together with the document.", ExitCodes.Unreadable);
        }
    }

    // A misspelt option would be taken for the name of a document, and a misspelt command for a missing one.
    private static string? FindUnknown(ParseResult parsed, string[] args)
    {
        if (parsed.CommandResult.Command is RootCommand && args is [{ Length: > 0 } first, ..] && first[0] != '-')
        {
            return first;
        }

        return args.Contains("--", StringComparer.Ordinal)
            ? null
            : parsed.Tokens.FirstOrDefault(static token => token.Type == TokenType.Argument && token.Value is ['-', _, ..])?.Value;
    }

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Parent is CommandResult ? parsed.CommandResult.Command.Name + " " : "";

    private static int Fail(Terminal terminal, string message, int exitCode)
    {
        try
        {
            terminal.Messages.WriteLine("clerkgen: " + message.ReplaceLineEndings(" "));
        }
        catch (IOException)
        {
            // The reader is gone.
        }

        return exitCode;
    }
}
