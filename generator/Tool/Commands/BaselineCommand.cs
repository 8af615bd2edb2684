using System.CommandLine;
using System.Globalization;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Projects;

namespace ClerkGen.Tool.Commands;

/// <summary><c>clerkgen baseline</c>: accepts the API that a project's clients have now.</summary>
internal static class BaselineCommand
{
    private const string DefaultName = "ClerkGenApi.txt";

    public static Command Create(Terminal terminal)
    {
        Option<string> project = new("--project") { Description = "Project file, or folder with one.", DefaultValueFactory = static _ => "." };
        Option<string?> output = new("--output", "-o") { Description = "File to write, instead of the one that the project names." };
        Command command = new(
            "baseline",
            "Writes the public API that is emitted into a project to its API baseline, a file to check in.\n\n"
            + "With <ClerkGenApiBaseline>true</ClerkGenApiBaseline> in the project, the compiler reports each member that is removed or changed\n"
            + "since. This command accepts the changes. The project must be restored; it is not built.\n\n"
            + "  clerkgen baseline                                  the project in this folder\n"
            + "  clerkgen baseline --project src/Shop/Shop.csproj");
        command.Options.Add(project);
        command.Options.Add(output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ProjectClients clients = await terminal.ProgressAsync(
                "Reading the project", () => Task.Run(() => ProjectClients.LoadAsync(parsed.GetRequiredValue(project), cancellationToken), cancellationToken)).ConfigureAwait(false);
            foreach (DocumentClient client in clients.Clients)
            {
                client.Demand();
            }

            string path = parsed.GetValue(output) ?? clients.Baseline ?? Path.Combine(Path.GetDirectoryName(clients.Project)!, DefaultName);
            if (Directory.Exists(path))
            {
                throw new ToolException($"'{path}' is a folder. Name a file.", ExitCodes.Usage);
            }

            HashSet<string> old = File.Exists(path) ? [.. (await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false)).Where(static line => !ApiListing.IsIgnored(line))] : [];
            ApiLine[] lines =
            [
                .. clients.Clients.SelectMany(static client => client.Files)
                    .SelectMany(file => ApiListing.Of(FileOutput.TextOf(file, cancellationToken).ToString())),
            ];
            string text = ApiListing.Text(lines);
            await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
            HashSet<string> current = [.. lines.Select(static line => line.Text)];
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{current.Count} types and members in {Path.GetRelativePath(Directory.GetCurrentDirectory(), path)}: {current.Count(line => !old.Contains(line))} added, {old.Count(line => !current.Contains(line))} removed"));
            if (clients.Baseline is null)
            {
                terminal.Messages.WriteLine(
                    $"clerkgen: '{Path.GetFileName(clients.Project)}' does not compare its API yet. Add <ClerkGenApiBaseline>true</ClerkGenApiBaseline> to it.");
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
