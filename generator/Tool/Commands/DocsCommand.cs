using System.CommandLine;
using System.Globalization;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Pages;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Commands;

/// <summary><c>clerkgen docs</c>: reference pages of a client.</summary>
internal static class DocsCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments document = new();
        Option<string> output = new("--output", "-o") { Description = "Folder of the pages.", Required = true };
        Option<string?> templates = new("--templates") { Description = "Folder with templates that replace built-in ones of the same name." };
        Option<bool> writeTemplates = new("--write-templates") { Description = "Writes the built-in templates to the output folder instead." };
        Option<string> order = new("--order") { Description = "Order of groups and operations: by name, or as in the document.", DefaultValueFactory = static _ => "name" };
        order.AcceptOnlyFromAmong("name", "document");
        Option<string[]> older = new("--older")
        {
            Description = "Older document, the oldest first; may be repeated. Operations show since which version they exist, and 'changes.md' the newest change.",
        };
        Command command = new(
            "docs",
            "Writes Markdown reference pages of the client: a page per group, its types, authentication, errors, paging, and llms.txt.\n\n"
            + "Only pages that this command wrote before are rewritten or removed. A file such as '_after/users-create.md' in the folder is added\n"
            + "behind the operation 'Users.CreateAsync'; '_after/users.md' behind the page.\n\n"
            + "  clerkgen docs openapi.yaml -o docs/api\n"
            + "  clerkgen docs --project src/Shop -o docs/api       with the project's filters and names\n"
            + "  clerkgen docs openapi.yaml -o docs/api --include-tags \"Users;Invitations\"\n"
            + "  clerkgen docs openapi.yaml -o docs/api --older v1.0:openapi.yaml --older v1.1:openapi.yaml\n"
            + "  clerkgen docs openapi.yaml -o templates --write-templates       start from the built-in templates\n"
            + "  clerkgen docs openapi.yaml -o docs/api --templates templates");
        document.AddWithProjectTo(command);
        command.Options.Add(output);
        command.Options.Add(templates);
        command.Options.Add(writeTemplates);
        command.Options.Add(order);
        command.Options.Add(older);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string folder = parsed.GetRequiredValue(output);
            if (File.Exists(folder))
            {
                throw new ToolException($"'{folder}' is a file. Name a folder.", ExitCodes.Usage);
            }

            if (parsed.GetValue(writeTemplates))
            {
                WriteTemplates(folder, terminal);
                return ExitCodes.Clean;
            }

            if (parsed.GetValue(document.Project) is not null && parsed.GetValue(older) is { Length: > 0 })
            {
                throw new ToolException("--older takes no --project. Name the document.", ExitCodes.Usage);
            }

            string? templateFolder = parsed.GetValue(templates);
            if (templateFolder is not null && !Directory.Exists(templateFolder))
            {
                throw new ToolException($"There is no folder '{templateFolder}'.");
            }

            (int count, int changed, int removed) = await terminal.ProgressAsync("Writing pages", () => Task.Run(
                async () =>
                {
                    DocumentClient client = await document.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
                    client.Demand();
                    string? link = File.Exists(client.Path) ? Path.GetRelativePath(folder, client.Path).Replace('\\', '/') : null;
                    EmittedClient emitted = EmittedClient.Of(client, cancellationToken);
                    if (parsed.GetRequiredValue(order) == "document")
                    {
                        emitted.OrderAsDocument();
                    }

                    PageHistory? history = parsed.GetValue(older) is { Length: > 0 } paths
                        ? await HistoryAsync(paths, document.MetadataOf(parsed), emitted, cancellationToken).ConfigureAwait(false)
                        : null;
                    ReferencePages pages = new(emitted, new PageTemplates(templateFolder), link, new PageFragments(folder), history);
                    IReadOnlyDictionary<string, string> written = pages.Write(cancellationToken);
                    (int changed, int removed) = PageFolder.Write(folder, written);
                    return (written.Count, changed, removed);
                },
                cancellationToken)).ConfigureAwait(false);
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} pages in {folder}: {changed} written, {removed} removed, the others unchanged"));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static async Task<PageHistory> HistoryAsync(
        IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> metadata, EmittedClient current, CancellationToken cancellationToken)
    {
        // The document kept its name, and so did the client and its namespace.
        Dictionary<string, string> names = new(metadata, StringComparer.Ordinal)
        {
            ["Namespace"] = current.Client.Options.Namespace,
            ["ClientName"] = current.Client.Options.ClientName,
        };
        List<DocumentClient> clients = [];
        foreach (string path in paths)
        {
            DocumentClient client = await DocumentClient.LoadAsync(path, names, cancellationToken).ConfigureAwait(false);
            client.Demand();
            clients.Add(client);
        }

        return PageHistory.Of([.. clients.Select(static client => new WireDocument(client.Document))], EmittedClient.Of(clients[^1], cancellationToken), current);
    }

    private static void WriteTemplates(string folder, Terminal terminal)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in PageTemplates.BuiltIn)
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                terminal.Messages.WriteLine($"clerkgen: '{path}' exists, and is left alone.");
                continue;
            }

            File.WriteAllText(path, PageTemplates.TextOf(name));
            terminal.Output.WriteLine(path);
        }
    }
}
