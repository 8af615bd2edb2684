using System.CommandLine;

namespace ClerkGen.Tool.Commands;

/// <summary>The document of a command, and options for the metadata of its <c>ClerkGenDocument</c> item.</summary>
internal sealed class DocumentArguments
{
    private readonly (string Metadata, Option<string?> Option)[] _options =
    [
        ("Namespace", Text("--namespace", "Namespace of the emitted types.")),
        ("ClientName", Text("--client-name", "Name of the client class.")),
        ("IncludeTags", Text("--include-tags", "Tags or groups to keep, separated by ';'.")),
        ("ExcludeTags", Text("--exclude-tags", "Tags or groups to exclude, separated by ';'.")),
        ("IncludeOperations", Text("--include-operations", "Operation ids to keep, separated by ';'. '*' matches any text.")),
        ("ExcludeOperations", Text("--exclude-operations", "Operation ids to exclude, separated by ';'. '*' matches any text.")),
        ("Overlay", Text("--overlay", "Overlay document to apply first.")),
    ];

    private readonly Option<bool> _excludeDeprecated = new("--exclude-deprecated") { Description = "Excludes deprecated operations." };

    private readonly Option<bool> _strongIds = new("--strong-ids") { Description = "Gives identifiers types of their own." };

    /// <summary>The document's path.</summary>
    public Argument<string> Document { get; } = new("document")
    {
        Description = "An OpenAPI document: a file, or a file of a git revision such as 'v1.2:specs/api.yaml'.",
    };

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Document);
        foreach ((_, Option<string?> option) in _options)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_excludeDeprecated);
        command.Options.Add(_strongIds);
    }

    /// <summary>The metadata that was given, by name.</summary>
    public IReadOnlyDictionary<string, string> MetadataOf(ParseResult parsed)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        foreach ((string name, Option<string?> option) in _options)
        {
            if (parsed.GetValue(option) is { } value)
            {
                metadata[name] = value;
            }
        }

        if (parsed.GetValue(_excludeDeprecated))
        {
            metadata["ExcludeDeprecated"] = "true";
        }

        if (parsed.GetValue(_strongIds))
        {
            metadata["StrongIds"] = "true";
        }

        return metadata;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
