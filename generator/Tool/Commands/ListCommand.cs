using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Documents;
using Spectre.Console;

namespace ClerkGen.Tool.Commands;

/// <summary><c>clerkgen list</c>: the content of a document's client.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        DocumentArguments document = new();
        Option<string> format = new("--format") { Description = "Form of the list.", DefaultValueFactory = static _ => "tree" };
        format.AcceptOnlyFromAmong("tree", "json");
        Option<string?> project = new("--project") { Description = "Project or folder: lists only the operations that its C# uses. Without a document, those of the project's own." };
        Command command = new(
            "list",
            "Lists the groups, operations and types of the client, and the size of the emitted code.\n\n"
            + "  clerkgen list openapi.yaml\n"
            + "  clerkgen list openapi.yaml --include-tags \"Users;Invitations\"    what a filter keeps\n"
            + "  clerkgen list --project src/Shop    the operations and scopes that a program uses\n"
            + "  clerkgen list openapi.yaml --project src/Shop    those of a newer document\n"
            + "  clerkgen list openapi.yaml --format json");
        document.AddTo(command);
        document.Document.Arity = ArgumentArity.ZeroOrOne;
        command.Options.Add(format);
        command.Options.Add(project);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? path = parsed.GetValue(project);
            DocumentClient client = await terminal.ProgressAsync(
                "Reading",
                () => Task.Run(
                    () => path is not null && parsed.GetValue(document.Document) is null ? document.LoadAsync(parsed, path, cancellationToken) : document.LoadAsync(parsed, cancellationToken),
                    cancellationToken)).ConfigureAwait(false);
            client.Demand();

            UsedOperations? used = path is not null ? UsedOperations.Of(EmittedClient.Of(client, cancellationToken), ProjectUse.Read(path, cancellationToken)) : null;
            if (parsed.GetRequiredValue(format) == "json")
            {
                terminal.Output.WriteLine(Json(client, used, cancellationToken));
            }
            else
            {
                PrintTree(client, used, terminal, cancellationToken);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static void PrintTree(DocumentClient client, UsedOperations? used, Terminal terminal, CancellationToken cancellationToken)
    {
        (GroupModel Group, OperationModel[] Operations)[] groups = [.. Groups(client, used)];
        Tree tree = new(new Markup($"{Markup.Escape(client.Options.ClientName)}: {Count(groups.Sum(static group => group.Operations.Length), "operation")} in {Count(groups.Length, "group")}"));
        foreach ((GroupModel group, OperationModel[] operations) in groups)
        {
            TreeNode node = tree.AddNode($"[bold]{Markup.Escape(group.PropertyName)}[/] ({Count(operations.Length, "operation")})");
            foreach (OperationModel operation in operations)
            {
                string deprecated = operation.IsDeprecated ? " [yellow](deprecated)[/]" : "";
                node.AddNode($"{Markup.Escape(operation.Name)}Async  [grey]{Markup.Escape(operation.Method)} {Markup.Escape(operation.PathTemplate)}[/]{deprecated}");
            }
        }

        IAnsiConsole console = terminal.CreateConsole();
        if (!terminal.IsInteractive)
        {
            console.Profile.Width = 1_000;
        }

        console.Write(tree);
        if (used is not null)
        {
            terminal.Output.WriteLine($"Credentials and scopes: {(used.Credentials.Count == 0 ? "none" : string.Join(", ", used.Credentials))}");
        }

        (int files, int types, long characters) = Sizes(client, cancellationToken);
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {types} types, {characters / 1_000} kB of C#"));
    }

    private static string Json(DocumentClient client, UsedOperations? used, CancellationToken cancellationToken)
    {
        (int files, int types, long characters) = Sizes(client, cancellationToken);
        return JsonDocumentText.Of(new JsonWriterOptions { Indented = true }, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteString("client", client.Options.ClientName);
            writer.WriteString("namespace", client.Options.Namespace);
            writer.WriteNumber("files", files);
            writer.WriteNumber("types", types);
            writer.WriteNumber("characters", characters);
            writer.WriteStartArray("groups");
            foreach ((GroupModel group, OperationModel[] operations) in Groups(client, used))
            {
                writer.WriteStartObject();
                writer.WriteString("name", group.PropertyName);
                writer.WriteStartArray("operations");
                foreach (OperationModel operation in operations)
                {
                    writer.WriteStartObject();
                    writer.WriteString("method", operation.Name + "Async");
                    writer.WriteString("operationId", operation.Id);
                    writer.WriteString("http", operation.Method);
                    writer.WriteString("path", operation.PathTemplate);
                    writer.WriteBoolean("deprecated", operation.IsDeprecated);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (used is not null)
            {
                writer.WriteStartArray("credentials");
                foreach (string credential in used.Credentials)
                {
                    writer.WriteStringValue(credential);
                }

                writer.WriteEndArray();
            }

            writer.WriteStartArray("schemas");
            foreach (string name in client.Files.Where(IsSchema).Select(static file => file.Name))
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    // With a project, only the parts that it uses.
    private static IEnumerable<(GroupModel Group, OperationModel[] Operations)> Groups(DocumentClient client, UsedOperations? used) => client.Files.OfType<GroupModel>()
        .Select(group => (Group: group, Operations: group.Operations.Where(operation => used is null || used.Ids.Contains((operation.Method, operation.PathTemplate))).ToArray()))
        .Where(static group => group.Operations.Length > 0);

    private static (int Files, int Types, long Characters) Sizes(DocumentClient client, CancellationToken cancellationToken) => (
        client.Files.Count,
        client.Files.Count(IsSchema),
        client.Files.Sum(file => (long)FileOutput.TextOf(file, cancellationToken).Length));

    // Types of schemas. Clients, groups and exceptions are not.
    private static bool IsSchema(FileModel file) => file is ObjectModel or EnumModel or UnionModel or IdModel;

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
