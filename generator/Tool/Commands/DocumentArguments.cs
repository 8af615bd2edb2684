using System.CommandLine;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Projects;

namespace ClerkGen.Tool.Commands;

/// <summary>The document of a command, and options for the metadata of its <c>ClerkGenDocument</c> item.</summary>
internal sealed class DocumentArguments
{
    // In the order of the help. Each option sets the metadata of the same meaning; a flag sets it to true.
    private readonly (string Metadata, Option Option)[] _options =
    [
        ("Namespace", Text("--namespace", "Namespace of the emitted types.")),
        ("ClientName", Text("--client-name", "Name of the client class.")),
        ("IncludeTags", Text("--include-tags", "Tags or groups to keep, separated by ';'.")),
        ("ExcludeTags", Text("--exclude-tags", "Tags or groups to exclude, separated by ';'.")),
        ("IncludeOperations", Text("--include-operations", "Operation ids to keep, separated by ';'. '*' matches any text.")),
        ("ExcludeOperations", Text("--exclude-operations", "Operation ids to exclude, separated by ';'. '*' matches any text.")),
        ("ExcludeDeprecated", Flag("--exclude-deprecated", "Excludes deprecated operations.")),
        ("ExcludeInternal", Flag("--exclude-internal", "Excludes operations with 'x-internal: true'.")),
        ("Overlay", Text("--overlay", "Overlay document to apply first.")),
        ("StrongIds", Flag("--strong-ids", "Gives identifiers types of their own.")),
        ("RequiredByDefault", Flag("--required-by-default", "Treats members of responses that are not nullable as required.")),
        ("Samples", Flag("--samples", "Emits 'Samples', which creates values for tests.")),
        ("Accessibility", Text("--accessibility", "Accessibility of the emitted types: 'public' or 'internal'.")),
    ];

    /// <summary>Names of the metadata that options set.</summary>
    public IEnumerable<string> MetadataNames => _options.Select(static option => option.Metadata);

    /// <summary>The document's path.</summary>
    public Argument<string> Document { get; } = new("document")
    {
        Description = "An OpenAPI document: a file, or a file of a git revision such as 'v1.2:specs/api.yaml'.",
    };

    /// <summary>The project that has the document, in commands that take one.</summary>
    public Option<string?> Project { get; } = new("--project")
    {
        Description = "Project file, or folder with one: takes the document with the filters of its item and the names of its partial types.",
    };

    /// <summary>Adds the argument and the options to a command that takes a document, a project, or a document of a project.</summary>
    public void AddWithProjectTo(Command command)
    {
        AddTo(command);
        Document.Arity = ArgumentArity.ZeroOrOne;
        command.Options.Add(Project);
    }

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Document);
        foreach ((_, Option option) in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The client of the document, or of the project's only one.</summary>
    /// <exception cref="ToolException">There is no such document, or it is not clear which is meant.</exception>
    public async Task<DocumentClient> LoadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? path = parsed.GetValue(Document);
        if (parsed.GetValue(Project) is { } project)
        {
            return await LoadAsync(parsed, project, cancellationToken).ConfigureAwait(false);
        }

        return path is not null
            ? await DocumentClient.LoadAsync(path, MetadataOf(parsed), cancellationToken).ConfigureAwait(false)
            : throw new ToolException("Name a document, or a project with --project.", ExitCodes.Usage);
    }

    /// <summary>The client of a project's document, of the only one if none is named.</summary>
    /// <exception cref="ToolException">There is no such document, or it is not clear which is meant.</exception>
    public async Task<DocumentClient> LoadAsync(ParseResult parsed, string project, CancellationToken cancellationToken)
    {
        if (MetadataOf(parsed).Keys.FirstOrDefault() is { } name)
        {
            throw new ToolException($"--project takes '{name}' from the project. Change it there, or leave out --project.", ExitCodes.Usage);
        }

        IReadOnlyList<DocumentClient> clients = (await ProjectClients.LoadAsync(project, cancellationToken).ConfigureAwait(false)).Clients;
        string? path = parsed.GetValue(Document);
        DocumentClient[] wanted = path is null ? [.. clients] : [.. clients.Where(client => Path.GetFullPath(client.Path) == Path.GetFullPath(path))];
        return wanted.Length switch
        {
            1 => wanted[0],
            0 => throw new ToolException($"The project has no document '{path}'.", ExitCodes.Usage),
            _ => throw new ToolException($"The project has several documents. Name one: {string.Join(", ", clients.Select(static client => $"'{client.Path}'"))}.", ExitCodes.Usage),
        };
    }

    /// <summary>The metadata that was given, by name.</summary>
    public IReadOnlyDictionary<string, string> MetadataOf(ParseResult parsed)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        foreach ((string name, Option option) in _options)
        {
            string? value = option is Option<bool> flag ? (parsed.GetValue(flag) ? "true" : null) : parsed.GetValue((Option<string?>)option);
            if (value is not null)
            {
                metadata[name] = value;
            }
        }

        return metadata;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}
