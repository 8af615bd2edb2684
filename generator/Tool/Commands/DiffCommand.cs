using System.CommandLine;
using ClerkGen.Tool.Changes;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Documents;

namespace ClerkGen.Tool.Commands;

/// <summary><c>clerkgen diff</c>: the effects of a new document on a C# program.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> old = new("old") { Description = "The old document: a file, or a file of a git revision such as 'v1.2:specs/api.yaml'." };
        DocumentArguments document = new();
        Option<string> format = new("--format") { Description = "Form of the report.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong([.. ChangeReport.Formats]);
        Option<string> level = new("--level") { Description = "Least level that is reported.", DefaultValueFactory = static _ => "risky" };
        level.AcceptOnlyFromAmong("notice", "risky", "breaking");
        Option<string> failOn = new("--fail-on") { Description = "Least level that makes the exit code 1.", DefaultValueFactory = static _ => "breaking" };
        failOn.AcceptOnlyFromAmong("notice", "risky", "breaking", "never");
        Option<string?> suppressions = new("--suppressions") { Description = "File of accepted changes: a JSON list of 'id', 'reason' and 'until'." };
        Option<string?> project = new("--project") { Description = "Project or folder: reports only changes of what its C# uses or customises." };
        Command command = new(
            "diff",
            "Reports the effects of a new document on a C# program that uses the old one.\n\n"
            + "Changes that compile and change the behavior come first, then breaking ones, then risky ones.\n"
            + "Exit codes: 0 nothing found, 1 changes at or above --fail-on, 2 wrong arguments, 3 unreadable file.\n\n"
            + "  clerkgen diff openapi-v1.yaml openapi-v2.yaml\n"
            + "  clerkgen diff HEAD~1:openapi.yaml openapi.yaml --format markdown > changes.md\n"
            + "  clerkgen diff main:openapi.yaml openapi.yaml --format github --fail-on risky\n"
            + "  clerkgen diff old.yaml new.yaml --project src/Shop\n"
            + "  clerkgen diff old.yaml new.yaml --suppressions accepted.json --level notice");
        command.Arguments.Add(old);
        document.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(level);
        command.Options.Add(failOn);
        command.Options.Add(suppressions);
        command.Options.Add(project);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string oldPath = parsed.GetRequiredValue(old);
            string newPath = parsed.GetRequiredValue(document.Document);
            // In a project the document keeps its name, and so do the client and its namespace.
            Dictionary<string, string> metadata = new(document.MetadataOf(parsed), StringComparer.Ordinal);
            (string @namespace, string clientName) = DocumentClient.DefaultNames(newPath);
            metadata.TryAdd("Namespace", @namespace);
            metadata.TryAdd("ClientName", clientName);
            IReadOnlyList<Suppression> accepted = parsed.GetValue(suppressions) is { } file ? await Suppressions.ReadAsync(file, cancellationToken).ConfigureAwait(false) : [];
            IReadOnlyList<Change> changes = await terminal.ProgressAsync("Comparing", async () =>
            {
                EmittedTypes types = new();
                Task<EmittedClient> first = LoadAsync(oldPath, metadata, types, cancellationToken);
                Task<EmittedClient> second = LoadAsync(newPath, metadata, types, cancellationToken);
                EmittedClient before = await first.ConfigureAwait(false);
                EmittedClient after = await second.ConfigureAwait(false);
                ProjectUse? use = parsed.GetValue(project) is { } path ? ProjectUse.Read(path, cancellationToken) : null;
                IReadOnlyList<Change> all = DocumentComparison.Compare(before, after, use?.Parts);
                return use is null ? all : UsedChanges.Of(all, use, before, after);
            }).ConfigureAwait(false);
            SuppressedChanges result = Suppressions.Apply(changes, accepted, DateOnly.FromDateTime(terminal.Time.GetUtcNow().UtcDateTime));
            new ChangeReport(result, oldPath, newPath, Level(parsed.GetRequiredValue(level))).Print(parsed.GetRequiredValue(format), terminal);
            string fail = parsed.GetRequiredValue(failOn);
            return fail != "never" && result.Changes.Any(change => change.Kind.Level >= Level(fail)) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static ChangeLevel Level(string name) => Enum.Parse<ChangeLevel>(name, ignoreCase: true);

    private static Task<EmittedClient> LoadAsync(string path, IReadOnlyDictionary<string, string> metadata, EmittedTypes types, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            DocumentClient client = await DocumentClient.LoadAsync(path, metadata, cancellationToken).ConfigureAwait(false);
            client.Demand();
            return EmittedClient.Of(client, cancellationToken, types);
        },
        cancellationToken);
}
