using System.CommandLine;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Findings;

namespace ClerkGen.Tool.Commands;

/// <summary><c>clerkgen check</c>: every diagnostic that the generator would give.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments document = new();
        Option<string> format = new("--format") { Description = "Form of the findings.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong([.. FindingReport.Formats]);
        Option<string> failOn = new("--fail-on") { Description = "Least level that makes the exit code 1.", DefaultValueFactory = static _ => "warning" };
        failOn.AcceptOnlyFromAmong("info", "warning", "error", "never");
        Command command = new(
            "check",
            "Reports every diagnostic that the generator would give.\n\n"
            + "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong arguments, 3 unreadable file.\n\n"
            + "  clerkgen check openapi.yaml\n"
            + "  clerkgen check --project src/Shop    the project's document, with its filters and overlay\n"
            + "  clerkgen check openapi.yaml --fail-on error --format github\n"
            + "  clerkgen check HEAD~1:openapi.yaml --overlay fixes.yaml --format sarif > findings.sarif");
        document.AddWithProjectTo(command);
        command.Options.Add(format);
        command.Options.Add(failOn);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DocumentClient client = await terminal.ProgressAsync(
                "Checking", () => Task.Run(() => document.LoadAsync(parsed, cancellationToken), cancellationToken)).ConfigureAwait(false);
            Finding[] findings = [.. client.Diagnostics.Select(Finding.Of)];
            FindingReport.Print(findings, parsed.GetRequiredValue(format), terminal);
            return ExitCode(findings, parsed.GetRequiredValue(failOn), client.IsUsable);
        });
        return command;
    }

    private static int ExitCode(Finding[] findings, string failOn, bool isUsable)
    {
        if (!isUsable && Array.Exists(findings, static finding => finding.Level == FindingLevel.Error))
        {
            return ExitCodes.Unreadable;
        }

        return failOn != "never" && Array.Exists(findings, finding => finding.Level >= Enum.Parse<FindingLevel>(failOn, ignoreCase: true))
            ? ExitCodes.Findings
            : ExitCodes.Clean;
    }
}
