using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Projects;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>
/// Names in a document's namespace that emitted files then do not use for types of other namespaces. There are hardly ever any.
/// </summary>
/// <param name="Namespace">The document's namespace.</param>
/// <param name="Names">The names, in ordinal order.</param>
internal sealed record TakenNames(string Namespace, EquatableArray<string> Names)
{
    // The first words of using directives.
    private static readonly string[] Roots = ["System", "ClerkGen"];

    private static readonly HashSet<string> Known = new(SimpleNames.All.Concat(Roots), StringComparer.Ordinal);

    /// <summary>The names that the project and its references declare. Computed anew for every edit, so it only looks names up.</summary>
    public static EquatableArray<TakenNames> Find(EquatableArray<string> namespaces, Compilation compilation, CancellationToken cancellationToken)
    {
        List<TakenNames> found = [];
        HashSet<string> ambiguous = Ambiguous(compilation.Assembly.GlobalNamespace);
        foreach (string name in namespaces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            HashSet<string> taken = new(ambiguous, StringComparer.Ordinal);
            AddDeclared(name, compilation.GlobalNamespace, taken);
            foreach (string other in namespaces)
            {
                AddSegments(name, other, taken);
            }

            if (taken.Count > 0)
            {
                found.Add(new TakenNames(name, Sort(taken)));
            }
        }

        return found.ToEquatableArray();
    }

    /// <summary>The files of a document, which know the names that its own types have taken.</summary>
    public static EquatableArray<FileModel> Apply(EquatableArray<FileModel> files) =>
        Apply(files, files.Select(static file => file.Name).Concat(files.OfType<ClientFileModel>().Select(static client => client.Name + "Options")).Where(Known.Contains));

    /// <summary>The files of a document, which know the names that the project has taken.</summary>
    public static UsedOutput Apply(UsedOutput output, EquatableArray<TakenNames> declared) => output with
    {
        Files = Apply(output.Files, declared
            .Where(taken => output.Files.Count > 0 && taken.Namespace == output.Files[0].Namespace)
            .SelectMany(static taken => taken.Names)),
    };

    private static EquatableArray<FileModel> Apply(EquatableArray<FileModel> files, IEnumerable<string> names)
    {
        HashSet<string> taken = [.. names];
        if (taken.Count == 0)
        {
            return files;
        }

        taken.UnionWith(files[0].TakenNames);
        EquatableArray<string> sorted = Sort(taken);
        return files.Select(file => file with { TakenNames = sorted }).ToList().ToEquatableArray();
    }

    private static EquatableArray<string> Sort(HashSet<string> names) =>
        names.OrderBy(static name => name, StringComparer.Ordinal).ToList().ToEquatableArray();

    private static void AddDeclared(string name, INamespaceSymbol global, HashSet<string> taken)
    {
        INamespaceSymbol own = global;
        foreach (INamespaceSymbol? symbol in NamespacePath.Of(global, name))
        {
            if (symbol is null)
            {
                return;
            }

            // A directive's first name is looked up in all namespaces around it.
            taken.UnionWith(Roots.Where(root => symbol.GetMembers(root).Any()));
            own = symbol;
        }

        taken.UnionWith(Known.Where(known => own.GetMembers(known).Any()));
    }

    // Other documents' namespaces, and the document's own, are not declared before their files are emitted.
    private static void AddSegments(string name, string other, HashSet<string> taken)
    {
        string[] own = name.Split('.');
        string[] segments = other.Split('.');
        for (int i = 0; i < segments.Length; i++)
        {
            bool isNext = i == own.Length;
            if ((isNext && Known.Contains(segments[i])) || (i > 0 && Array.IndexOf(Roots, segments[i]) >= 0))
            {
                taken.Add(segments[i]);
            }

            if (isNext || own[i] != segments[i])
            {
                return;
            }
        }
    }

    // A type of the project in a namespace that files use, called like a type of another.
    private static HashSet<string> Ambiguous(INamespaceSymbol project)
    {
        HashSet<string> ambiguous = new(StringComparer.Ordinal);
        foreach (string name in SimpleNames.Namespaces)
        {
            if (NamespacePath.Find(project, name) is { } symbol)
            {
                ambiguous.UnionWith(Known.Where(known => SimpleNames.Find(name, known) is null && symbol.GetTypeMembers(known).Length > 0));
            }
        }

        return ambiguous;
    }
}
