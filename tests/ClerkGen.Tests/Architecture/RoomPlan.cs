using System.Text;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Architecture;

/// <summary>
/// The rooms of a project, which are its folders, and the arrows between them: which file names a type, or a member of it, of
/// another room. Read from symbols, so that inferred types and equal names mislead nobody.
/// </summary>
public sealed class RoomPlan
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows = [];
    private readonly Dictionary<string, HashSet<string>> _files = new(StringComparer.Ordinal);
    private readonly bool _hasRoomsInRooms;

    private RoomPlan(bool hasRoomsInRooms)
    {
        _hasRoomsInRooms = hasRoomsInRooms;
    }

    /// <summary>Arrows from room to room, each with what it is for, as <c>File → Type</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Arrows => _arrows;

    /// <summary>Groups of files that reach each other, largest first, each in ordinal order.</summary>
    public IReadOnlyList<string[]> FileKnots => Knots(_files);

    /// <summary>The types that only the project itself sees.</summary>
    public List<(string Room, string Namespace, string Name)> InternalTypes { get; } = [];

    /// <summary>Reads the plan of a folder of sources.</summary>
    /// <param name="folder">The project's folder, relative to the repository.</param>
    /// <param name="hasRoomsInRooms">Whether a folder in a folder is a room of its own; else only the top folders are.</param>
    /// <param name="globalUsings">Namespaces that every file sees.</param>
    public static RoomPlan Of(string folder, bool hasRoomsInRooms, params string[] globalUsings)
    {
        string root = Path.Combine(Repository.Root, folder);
        string usings = string.Concat(globalUsings.Select(static name => $"global using {name};\n"));
        CSharpParseOptions options = new(LanguageVersion.Preview, DocumentationMode.None);
        List<SyntaxTree> trees = [CSharpSyntaxTree.ParseText(usings, options, "")];

        // A folder with a project is another assembly, which sees this one from outside.
        string[] projects =
        [
            .. Directory.GetDirectories(root).Where(static folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
                .Select(static folder => folder + Path.DirectorySeparatorChar),
        ];
        foreach (string file in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (!path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
                && !projects.Any(project => file.StartsWith(project, StringComparison.Ordinal)))
            {
                trees.Add(CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, path));
            }
        }

        var compilation = CSharpCompilation.Create(
            "Plan",
            trees,
            SharedReferences.Where(static path => !Path.GetFileName(path).StartsWith("ClerkGen", StringComparison.Ordinal)),
            // Names mean the same without the analysis of null, which is half of the work.
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var plan = new RoomPlan(hasRoomsInRooms);
        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (BaseTypeDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(type) is { ContainingType: null, DeclaredAccessibility: Accessibility.Internal } symbol)
                {
                    plan.InternalTypes.Add((plan.RoomOf(tree.FilePath), symbol.ContainingNamespace.ToDisplayString(), symbol.Name));
                }
            }

            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                plan.Add(tree.FilePath, model.GetSymbolInfo(name).Symbol);
            }
        }

        return plan;
    }

    /// <summary>The rooms that reach each other over arrows, largest group first.</summary>
    public IReadOnlyList<string[]> Knots() => Knots(_arrows.Keys.GroupBy(static arrow => arrow.From, static arrow => arrow.To)
        .ToDictionary(static room => room.Key, static room => room.ToHashSet()));

    /// <summary>One line a room: where its arrows go, with the number of uses.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var room in _arrows.GroupBy(static arrow => arrow.Key.From))
        {
            text.Append(room.Key).Append(" → ").AppendJoin(", ", room.Select(static arrow => $"{arrow.Key.To} {arrow.Value.Count}")).AppendLine();
        }

        return text.Append("Rooms in the largest knot: ").Append(Knots()[0].Length).AppendLine()
            .Append("Files in the largest knot: ").AppendJoin(", ", FileKnots[0]).AppendLine().ToString();
    }

    // Members that reach each other: for each new one, those that it reaches and that reach it.
    private static List<string[]> Knots(Dictionary<string, HashSet<string>> arrows)
    {
        Dictionary<string, HashSet<string>> reach = [];
        foreach (string start in arrows.Keys)
        {
            HashSet<string> reached = [start];
            Stack<string> open = new([start]);
            while (open.TryPop(out string? next))
            {
                foreach (string target in arrows.GetValueOrDefault(next, []).Where(reached.Add))
                {
                    open.Push(target);
                }
            }

            reach.Add(start, reached);
        }

        return
        [
            .. arrows.Keys.Order(StringComparer.Ordinal)
                .Select(name => reach[name].Where(other => reach.TryGetValue(other, out HashSet<string>? back) && back.Contains(name))
                    .Order(StringComparer.Ordinal).ToArray())
                .DistinctBy(static knot => knot[0])
                .OrderByDescending(static knot => knot.Length),
        ];
    }

    private string RoomOf(string path) =>
        !path.Contains('/') ? "(root)" : path[..(_hasRoomsInRooms ? path.LastIndexOf('/') : path.IndexOf('/'))];

    private void Add(string file, ISymbol? symbol)
    {
        INamedTypeSymbol? type = (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
        while (type?.ContainingType is INamedTypeSymbol outer)
        {
            type = outer;
        }

        // A type in several parts belongs to the room of its first.
        string? place = type?.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree.FilePath).Min(StringComparer.Ordinal);
        if (place is not null && place != file)
        {
            _files.TryAdd(file, []);
            _files[file].Add(place);
        }

        if (place is not null && RoomOf(place) != RoomOf(file))
        {
            (string, string) arrow = (RoomOf(file), RoomOf(place));
            if (!_arrows.TryGetValue(arrow, out SortedSet<string>? uses))
            {
                _arrows.Add(arrow, uses = new SortedSet<string>(StringComparer.Ordinal));
            }

            uses.Add($"{Path.GetFileNameWithoutExtension(file)} → {type!.Name}");
        }
    }
}
