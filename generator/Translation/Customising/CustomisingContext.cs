using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Shared by all steps that customise the files of one document.</summary>
internal sealed class CustomisingContext
{
    // Nobody reads more guesses, and each looks at all names.
    private const int MaximumOfGuesses = 100;

    private readonly FileModel[] _files;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), ChangedProperty> _changed = [];
    private readonly Dictionary<string, string> _contexts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    private int _guesses;

    /// <param name="files">The files as translation made them; read only while types are looked up.</param>
    /// <param name="user">The user's declarations.</param>
    /// <param name="budget">Counts the work; guesses of names end with its part for them.</param>
    public CustomisingContext(FileModel[] files, UserDeclarations user, WorkBudget budget)
    {
        _files = files;
        Budget = budget;
        foreach (JsonContextModel json in user.Contexts)
        {
            foreach (string type in json.Types)
            {
                if (!_contexts.ContainsKey(type))
                {
                    _contexts.Add(type, json.Name);
                }
            }
        }

        for (int i = 0; i < files.Length; i++)
        {
            _indexes[files[i].Name] = i;
            if (files[i] is GroupModel group)
            {
                NoteShared(group);
            }
        }

        Namespace = files.Length == 0 ? "" : files[0].Namespace;
    }

    /// <summary>The work of customising.</summary>
    public WorkBudget Budget { get; }

    public List<UserDiagnostic> Diagnostics { get; } = [];

    public IEnumerable<string> TypeNames => _indexes.Keys;

    /// <summary>The namespace of all emitted types.</summary>
    public string Namespace { get; }

    /// <summary>Index of the file with a type, or -1.</summary>
    public int IndexOf(string typeName) => _indexes.TryGetValue(typeName, out int index) ? index : -1;

    /// <summary>The file with a type, or null for types that are not emitted.</summary>
    public FileModel? Find(TypeReference type) => type is EmittedType emitted ? Find(emitted.Name) : null;

    /// <inheritdoc cref="Find(TypeReference)"/>
    public FileModel? Find(QualifiedTypeName name) => name.Namespace == Namespace && IndexOf(name.Name) is >= 0 and int index ? _files[index] : null;

    /// <summary>Whether other emitted types read the properties of a class: its codecs must be visible to them.</summary>
    public bool IsShared(string typeName) => _shared.Contains(typeName);

    /// <summary>The first <c>JsonSerializerContext</c> that knows a type, qualified, or null.</summary>
    public string? FindJsonContext(string type) => _contexts.TryGetValue(type, out string? name) ? name : null;

    /// <summary>Notes that a property is the user's now.</summary>
    public void NoteChanged(string typeName, ChangedProperty property)
    {
        foreach (string name in (string[])[property.EmittedName, property.WireName])
        {
            if (!_changed.ContainsKey((typeName, name)))
            {
                _changed.Add((typeName, name), property);
            }
        }
    }

    /// <summary>The outcome for a property, by its C# name or its name on the wire; null if it is unchanged.</summary>
    public ChangedProperty? FindChanged(TypeReference type, string name) =>
        type is EmittedType emitted ? FindChanged(emitted.Name.Name, name) : null;

    /// <inheritdoc cref="FindChanged(TypeReference, string)"/>
    public ChangedProperty? FindChanged(string typeName, string name) =>
        _changed.TryGetValue((typeName, name), out ChangedProperty? property) ? property : null;

    public void Report(DiagnosticDescriptor descriptor, UserTypeModel type, string part, params string[] arguments) =>
        Diagnostics.Add(new UserDiagnostic(
            descriptor,
            type.Namespace,
            type.Name,
            part,
            new EquatableArray<string>(Array.ConvertAll(arguments, DiagnosticBag.Printable)),
            Similar: null));

    /// <summary>Reports something whose message ends in "did you mean".</summary>
    /// <param name="similar">The name that was probably meant, or null.</param>
    /// <param name="type">The type at whose declaration it is.</param>
    /// <param name="part">The part of the declaration.</param>
    /// <param name="arguments">Arguments of the message, without the last.</param>
    public void ReportSimilar(DiagnosticDescriptor descriptor, UserTypeModel type, string part, string? similar, params string[] arguments)
    {
        Report(descriptor, type, part, [.. arguments, DidYouMean(similar)]);
        Diagnostics[Diagnostics.Count - 1] = Diagnostics[Diagnostics.Count - 1] with { Similar = similar };
    }

    /// <summary>Reports a name that the document does not know in a type.</summary>
    public void ReportNoMember(UserTypeModel type, string part, string wireName, IEnumerable<string> known) =>
        ReportSimilar(DiagnosticDescriptors.MemberNotFound, type, part, Guess(wireName, known), wireName, type.Name);

    /// <summary>The name that was probably meant, or null.</summary>
    public string? Guess(string name, IEnumerable<string> known) =>
        _guesses++ < MaximumOfGuesses ? SimilarNames.Find(name, known, Budget) : null;

    /// <summary>The end of a message.</summary>
    private static string DidYouMean(string? similar) => similar is null ? "" : SimilarNames.Question(similar);

    private void NoteShared(GroupModel group)
    {
        foreach (OperationModel operation in group.Operations)
        {
            if (operation.Parameters is { } parameters)
            {
                _shared.Add(parameters.Type.Name.Name);
            }

            if (operation.Body is { Parts.Count: > 0, Type: EmittedType body })
            {
                _shared.Add(body.Name.Name);
            }
        }
    }
}

/// <summary>A property of an emitted class that the user declares, or leaves out.</summary>
/// <param name="WireName">Name on the wire.</param>
/// <param name="EmittedName">Identifier that it had.</param>
/// <param name="Name">Identifier that it has.</param>
/// <param name="Type">Its type, or null when it is left out.</param>
/// <param name="IsRetyped">Whether the type is another than the emitted one.</param>
internal sealed record ChangedProperty(
    string WireName,
    string EmittedName,
    string Name,
    TypeReference? Type,
    bool IsRetyped);
