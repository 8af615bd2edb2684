using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Clients;

/// <summary>
/// The parts of a client that a project uses, by the identifiers in its C#. It errs towards use: an operation counts when its group and one
/// of its methods are named anywhere, as with <c>ClerkGenEmit=Used</c>.
/// </summary>
internal sealed class ProjectUse
{
    private const int MaximumFiles = 50_000;

    private readonly HashSet<string> _words;

    private ProjectUse(HashSet<string> words, IReadOnlyList<ProjectPart> parts)
    {
        _words = words;
        Parts = parts;
    }

    /// <summary>The project's partial types.</summary>
    public IReadOnlyList<ProjectPart> Parts { get; }

    /// <summary>Reads a project.</summary>
    /// <param name="path">A project file, or a folder.</param>
    /// <exception cref="ToolException">There is no such project, or it has no C#.</exception>
    public static ProjectUse Read(string path, CancellationToken cancellationToken)
    {
        string? folder = Directory.Exists(path) ? path : File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
        if (folder is null)
        {
            throw new ToolException($"There is no project '{path}'.");
        }

        string[] files = [.. Files(folder).Take(MaximumFiles)];
        if (files.Length == 0)
        {
            throw new ToolException($"There is no C# below '{folder}'.");
        }

        HashSet<string> words = new(StringComparer.Ordinal);
        List<ProjectPart> parts = [];
        foreach (string file in files)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: cancellationToken).GetRoot(cancellationToken);
            parts.AddRange(ProjectPart.In(root));
            foreach (SyntaxToken token in root.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                {
                    words.Add(token.ValueText);
                }
            }
        }

        return new ProjectUse(words, parts);
    }

    /// <summary>Whether the project calls an operation.</summary>
    public bool Uses(EmittedOperation operation) =>
        (_words.Contains(operation.Group.Property) || _words.Contains(operation.Group.Type))
        && operation.Methods.SelectMany(static name => new[] { name, name[..^"Async".Length] + "WithResponseAsync" }).Append(operation.All).OfType<string>().Any(_words.Contains);

    /// <summary>Whether the project names something.</summary>
    public bool Names(string name) => _words.Contains(name);

    /// <summary>The types that the calls of the project send and receive, and those that it names.</summary>
    public IReadOnlySet<string> TypesOf(EmittedClient client)
    {
        HashSet<string> types = new(StringComparer.Ordinal);
        Queue<string> open = new(client.Operations.Where(Uses)
            .SelectMany(static operation => new[] { operation.BodyType, operation.ParametersType, operation.Result }.Concat(operation.Errors.Select(static error => error.Exception)))
            .OfType<string>()
            .SelectMany(TypeNames.In)
            .Concat(client.Surface.Types.Select(static type => type.Name).Where(_words.Contains)));
        while (open.TryDequeue(out string? name))
        {
            if (client.Surface.Find(name) is { } type && types.Add(name))
            {
                foreach (string below in type.Members.SelectMany(static member => TypeNames.In(member.Name == ".ctor" ? member.Text : member.Value)).Concat(TypeNames.In(type.Text)))
                {
                    open.Enqueue(below);
                }
            }
        }

        return types;
    }

    // Build output is not source. Links are not followed, because they may form a cycle.
    private static IEnumerable<string> Files(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        return Directory.EnumerateFiles(folder, "*.cs", options)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }
}
