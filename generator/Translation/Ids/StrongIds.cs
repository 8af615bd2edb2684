using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Ids;

/// <summary>
/// Finds the strings of a document that identify something, and gives each kind of thing a type for its identifiers. Careful rather than
/// complete. A component has such a type if operations at a path that ends in its identifier return it. A name that paths use for several
/// kinds of resources decides nothing. Uncertain identifiers stay strings.
/// </summary>
internal sealed class StrongIds : IIdentifierTypes
{
    private const string Extension = "x-clerkgen-id";

    // OAuth (RFC 6749) defines this name, whatever else in a document is a client.
    private const string OAuthClient = "CLIENT";

    private readonly SchemaPlanner _planner;
    private readonly DiagnosticBag _diagnostics;
    private readonly WorkBudget _budget;
    private readonly Dictionary<ComponentSchema, IdPlan> _byComponent = [];

    // By their path up to its last parameter.
    private readonly ILookup<string, OperationSource> _byLastParameter;

    // Paths that end in an identifier, up to and including it; null where it identifies something that has no such type.
    private readonly Dictionary<string, IdPlan?> _byPath = new(StringComparer.Ordinal);

    // By the folded name of the resource; null where paths disagree.
    private readonly Dictionary<string, IdPlan?> _byName = new(StringComparer.Ordinal);

    // By the pointer of the property, which other components may have taken over by allOf; null where they disagree.
    private readonly Dictionary<string, IdPlan?> _byPointer = new(StringComparer.Ordinal);

    public StrongIds(SchemaPlanner planner, TranslationContext context)
    {
        _planner = planner;
        _diagnostics = context.Diagnostics;
        _budget = context.Budget;
        List<OperationSource> called = OperationFinder.FindCalled(context.Document);
        ILookup<string, OperationSource> operations = called.ToLookup(static source => source.Path);
        _byLastParameter = called.ToLookup(static source => UpToLastParameter(source.Path));
        foreach (string path in operations.SelectMany(static operation => Identifying(operation.Key)).Distinct())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (FindIdentified(path, operations) is { } component)
            {
                _byPath.Add(path, GetPlan(component));
                continue;
            }

            ReportKept(path, operations);
            if (operations[path].Any(source => source.Method == "GET" && AnswersWithAnother(source, LastParameter(path))))
            {
                _byPath.Add(path, null);
            }
        }

        foreach (IdPlan plan in _byPath.Values.OfType<IdPlan>().Distinct())
        {
            Note(_byName, Fold(Words.Split(plan.Subject.Key)), plan);
            foreach (SchemaPart part in FindId(plan.Subject)?.Parts ?? [])
            {
                Note(_byPointer, part.Pointer, plan);
            }
        }

        foreach (KeyValuePair<string, IdPlan?> path in _byPath)
        {
            // A parameter that is called like one thing and identifies another: its name decides nothing elsewhere.
            if (Subject(LastParameter(path.Key), isList: false) is { Count: > 0 } subject
                && (path.Value is null || Fold(subject) != Fold(Words.Split(path.Value.Subject.Key))))
            {
                _byName[Fold(subject)] = null;
            }
        }

        _byName[OAuthClient] = null;
    }

    /// <inheritdoc/>
    public bool IsEmpty => _byComponent.Count == 0;

    /// <inheritdoc/>
    public TypePlan OfProperty(ObjectPlan owner, PropertyView property, TypePlan type)
    {
        if (!HoldsStrings(type, out bool isList))
        {
            return type;
        }

        foreach (SchemaPart part in property.Parts)
        {
            if (FindStated(part.Schema, part.Pointer) is { } stated)
            {
                return As(stated.Plan, type);
            }

            if (_byPointer.TryGetValue(part.Pointer, out IdPlan? taken) && taken is not null)
            {
                return taken;
            }
        }

        if (property.Name == "id")
        {
            return owner.Component is { } component && _byComponent.TryGetValue(component, out IdPlan? own) && !isList ? own : type;
        }

        return As(FindByName(property.Name, isList), type);
    }

    /// <inheritdoc/>
    public TypePlan OfParameter(IOpenApiSchema schema, string pointer, string name, string? path, TypePlan type)
    {
        if (!HoldsStrings(type, out bool isList))
        {
            return type;
        }

        if (FindStated(schema, pointer) is { } stated)
        {
            return As(stated.Plan, type);
        }

        int end = path?.IndexOf("{" + name + "}", StringComparison.Ordinal) ?? -1;
        return end >= 0 && !isList && _byPath.TryGetValue(path!.Substring(0, end + name.Length + 2), out IdPlan? plan)
            ? plan ?? type
            : As(FindByName(name, isList), type);
    }

    private static TypePlan As(IdPlan? id, TypePlan type) =>
        id is null ? type : type is ListPlan list ? new ListPlan(id, list.IsItemNullable) : id;

    private bool HoldsStrings(TypePlan type, out bool isList)
    {
        isList = type is ListPlan;
        TypePlan value = type is ListPlan list ? list.Item : type;
        return _planner.Resolve(value, 0) is ScalarPlan { Constant: null, IsSecret: false } scalar && scalar.Type == ScalarType.String;
    }

    private IdPlan? FindByName(string name, bool isList) =>
        Subject(name, isList) is { Count: > 0 } subject && _byName.TryGetValue(Fold(subject), out IdPlan? plan) ? plan : null;

    // The explicit choice of the document's author or an overlay: the key of a component, or false.
    private (IdPlan? Plan, bool IsStated)? FindStated(IOpenApiSchema schema, string pointer)
    {
        if (ChosenNames.Node(schema, Extension) is not { } node)
        {
            return null;
        }

        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.False)
        {
            return (null, true);
        }

        if (ChosenNames.Text(node) is { } key && _planner.Schemas.Components.Find(key) is { } component)
        {
            return (GetPlan(component), true);
        }

        string? similar = ChosenNames.Text(node) is { } text ? SimilarNames.Find(text, _planner.Schemas.Components.All.Select(static known => known.Key), _budget) : null;
        _diagnostics.Report(
            DiagnosticDescriptors.UnusableExtension,
            pointer,
            Extension,
            "it is neither false nor the key of a schema under components" + (similar is null ? "" : SimilarNames.Question(similar)));
        return null;
    }

    private IdPlan GetPlan(ComponentSchema component)
    {
        if (!_byComponent.TryGetValue(component, out IdPlan? plan))
        {
            plan = _planner.Emit(new IdPlan(component));
            _byComponent.Add(component, plan);
        }

        return plan;
    }

    private ComponentSchema? FindIdentified(string path, ILookup<string, OperationSource> operations)
    {
        if (Subject(LastParameter(path), isList: false) is not { } subject)
        {
            return null;
        }

        foreach (string method in (string[])["GET", "PATCH", "PUT"])
        {
            if (operations[path].FirstOrDefault(source => source.Method == method) is { } operation && FindAnswer(operation) is { } answer)
            {
                return IsCalled(answer, subject) ? answer : null;
            }
        }

        // No operation exists at the path itself. Operations that create the resource count, or act on it (POST
        // /invitations/{invitation_id}/revoke), if the response is named exactly like the parameter. A RevokedInvitation is no Invitation.
        string name = Fold(subject);
        string collection = path.Substring(0, path.LastIndexOf('/'));
        IEnumerable<OperationSource> others = _byLastParameter[path].Where(source => source.Path != path).Concat(operations[collection]);
        return others.Where(static source => source.Method != "GET").OrderBy(static source => source.Path, StringComparer.Ordinal)
            .Select(FindAnswer).FirstOrDefault(IsNamed);

        bool IsNamed(ComponentSchema? answer) => answer is not null && Fold(Words.Split(answer.Key)) == name;
    }

    // A path that leads to a component as a path to something identified does, but by a number or a UUID: those keep their types.
    private void ReportKept(string path, ILookup<string, OperationSource> operations)
    {
        if (Subject(LastParameter(path), isList: false) is { } subject
            && operations[path].FirstOrDefault(static source => source.Method == "GET") is { } operation
            && FindSuccess(operation) is { } answer && IsCalled(answer, subject) && FindId(answer) is { } id
            && _planner.Resolve(PlanOf(answer, id), 0) is ScalarPlan { Constant: null } scalar && scalar.Type != ScalarType.String)
        {
            _diagnostics.Report(DiagnosticDescriptors.IdentifierKept, id.Parts[0].Pointer, answer.Key, scalar.Type.ToString());
        }
    }

    // The component that a success is, when it has an identifier.
    private ComponentSchema? FindAnswer(OperationSource operation) =>
        FindSuccess(operation) is { } component && FindId(component) is { } id && HoldsStrings(PlanOf(component, id), out bool isList) && !isList
            ? component
            : null;

    private TypePlan PlanOf(ComponentSchema component, PropertyView property) => _planner.Plan(property.Parts, component.Part.Name, 0);

    private ComponentSchema? FindSuccess(OperationSource operation)
    {
        foreach (StatusRange range in StatusRange.Successes(operation.Responses))
        {
            if (MediaTypes.Find(range.Content, MediaTypeKind.Json) is { } json
                && json.Content.Schema is { } reference && _planner.Schemas.Components.Find(reference) is { } component)
            {
                return _planner.Schemas.Follow(component, 0);
            }
        }

        return null;
    }

    // Whether a path that ends in a parameter leads to a resource with another identifier, such as a received mail at {email_id}. A
    // resource with a property of the parameter's name does not count.
    private bool AnswersWithAnother(OperationSource operation, string parameter)
    {
        foreach (StatusRange range in StatusRange.Successes(operation.Responses))
        {
            if (MediaTypes.Find(range.Content, MediaTypeKind.Json) is { Content.Schema: { } schema } json)
            {
                SchemaPart part = new(schema, json.Pointer + "/schema", SuggestedName.From("Answer"));
                SchemaView view = _planner.Schemas.Views.View(_planner.Schemas.Views.Significant([part], 0), root: null, 0);
                return view.FindProperty("id") is not null && view.FindProperty(parameter) is null;
            }
        }

        return false;
    }

    private PropertyView? FindId(ComponentSchema component) =>
        _planner.PlanComponent(component, 0) is ObjectPlan plan ? plan.View.FindProperty("id") : null;

    // Organization for {organization_id} and {id}, OrganizationInvitation for {invitation_id}.
    private static bool IsCalled(ComponentSchema component, List<string> subject)
    {
        string name = Fold(subject);
        List<string> words = Words.Split(component.Key);
        for (int i = 0; i < words.Count; i++)
        {
            if (name.Length == 0 || Fold(words.GetRange(i, words.Count - i)) == name)
            {
                return true;
            }
        }

        return false;
    }

    // The words of the resource in a name: user for user_id, nothing for id; null if the name is no identifier.
    private static List<string>? Subject(string name, bool isList)
    {
        List<string> words = Words.Split(name);
        string last = words.Count == 0 ? "" : words[words.Count - 1].ToUpperInvariant();
        return last == "ID" || (isList && last == "IDS") ? words.GetRange(0, words.Count - 1) : null;
    }

    // The beginnings of a path that end in a segment which is a parameter.
    private static IEnumerable<string> Identifying(string path)
    {
        for (int end = path.IndexOf('}'); end >= 0; end = path.IndexOf('}', end + 1))
        {
            bool isSegment = end + 1 == path.Length || path[end + 1] == '/';
            int start = path.LastIndexOf('{', end);
            if (isSegment && start > 0 && path[start - 1] == '/')
            {
                yield return path.Substring(0, end + 1);
            }
        }
    }

    private static string UpToLastParameter(string path) =>
        path.LastIndexOf('}') is int end and >= 0 && (end + 1 == path.Length || path[end + 1] == '/') ? path.Substring(0, end + 1) : "";

    private static string LastParameter(string path) => path.Substring(path.LastIndexOf('{') + 1).TrimEnd('}');

    private static string Fold(List<string> words) => string.Concat(words).ToUpperInvariant();

    private static void Note(Dictionary<string, IdPlan?> plans, string key, IdPlan plan) =>
        plans[key] = plans.TryGetValue(key, out IdPlan? other) && other != plan ? null : plan;
}
