using ClerkGen.Generator.Model;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Documents;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Clients;

/// <summary>
/// A document as a server's promise, and the client that is emitted for it: what everything is called in C#. The only file that looks into
/// the generator's models; what types members have is read from the emitted C#.
/// </summary>
internal sealed class EmittedClient
{
    private readonly Dictionary<string, Dictionary<string, string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Method, string Path), EmittedOperation> _operations = [];
    private readonly Dictionary<string, string> _typesByPointer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Value), string> _valueTexts = [];
    private readonly HashSet<string> _companions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private EmittedClient(DocumentClient client, WireDocument wire, ApiSurface surface)
    {
        Client = client;
        Wire = wire;
        Surface = surface;
        foreach (FileModel file in client.Files)
        {
            if (ApiPointers.OfType(file) is ({ } name, { } pointer) && surface.Find(name) is not null)
            {
                _typesByPointer.TryAdd(pointer, name);
                _pointers[name] = pointer;
            }

            Add(file);
        }
    }

    public DocumentClient Client { get; }

    /// <summary>The server in examples, where the document names none.</summary>
    public const string ExampleServer = "https://api.example.com";

    public WireDocument Wire { get; }

    public ApiSurface Surface { get; }

    /// <summary>Name of the client's class.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Header that carries the version, or null.</summary>
    public string? VersionHeader { get; private set; }

    /// <summary>The address of requests, or null.</summary>
    public string? Server { get; private set; }

    /// <summary>Variables of the address with their defaults.</summary>
    public IReadOnlyDictionary<string, string> ServerVariables { get; private set; } = new Dictionary<string, string>();

    /// <summary>Options for credentials, by the scheme's key.</summary>
    public IReadOnlyDictionary<string, string> Credentials { get; private set; } = new Dictionary<string, string>();

    /// <summary>Security schemes that a credential can be set for, in the order that operations index them.</summary>
    public IReadOnlyList<SecuritySchemeModel> Schemes { get; private set; } = [];

    /// <summary>Groups, in the order of their names, as long as no other order is asked for.</summary>
    public List<EmittedGroup> Groups { get; } = [];

    /// <summary>Operations, in the order of the document's client.</summary>
    public IEnumerable<EmittedOperation> Operations => _operations.Values;

    /// <summary>Reads the client of a document.</summary>
    /// <param name="client">The client's models.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="known">Types of files that were read for another client, if there is one: files that both have are read once.</param>
    public static EmittedClient Of(DocumentClient client, CancellationToken cancellationToken, EmittedTypes? known = null)
    {
        WireDocument wire = new(client.Document);
        EmittedTypes emitted = known ?? new EmittedTypes();
        IReadOnlyList<ApiType>[] types = new IReadOnlyList<ApiType>[client.Files.Count];
        Parallel.For(
            0, types.Length, new ParallelOptions { CancellationToken = cancellationToken },
            i => types[i] = emitted.Of(client.Files[i], client.Options.Accessibility, cancellationToken));
        return new EmittedClient(client, wire, ApiSurface.Of(types.SelectMany(static file => file)));
    }

    /// <summary>Puts groups and operations into the order of the document: its tags first, then its paths.</summary>
    public void OrderAsDocument()
    {
        Dictionary<EmittedOperation, int> places = [];
        Dictionary<EmittedGroup, (int Tag, int Place)> groups = [];
        string[] tags = [.. (Wire.Root["tags"] as System.Text.Json.Nodes.JsonArray ?? []).Select(static tag => Json.Text(tag?["name"])).OfType<string>()];
        foreach (WireOperation wire in Wire.Operations)
        {
            if (Find(wire) is { } operation)
            {
                places.TryAdd(operation, places.Count);
                int tag = wire.Tags.Count > 0 ? Array.IndexOf(tags, wire.Tags[0]) : -1;
                groups.TryAdd(operation.Group, (tag < 0 ? tags.Length : tag, places.Count));
            }
        }

        EmittedGroup[] ordered = [.. Groups.OrderBy(group => groups.GetValueOrDefault(group, (int.MaxValue, 0)))];
        Groups.Clear();
        Groups.AddRange(ordered);
        foreach (EmittedGroup group in Groups)
        {
            EmittedOperation[] operations = [.. group.Operations.OrderBy(operation => places.GetValueOrDefault(operation, int.MaxValue))];
            group.Operations.Clear();
            group.Operations.AddRange(operations);
        }
    }

    /// <summary>The methods of an operation, or null when it was not emitted.</summary>
    public EmittedOperation? Find(WireOperation operation) => _operations.GetValueOrDefault((operation.Method, operation.Path));

    /// <summary>The type of a schema, or null.</summary>
    public string? TypeAt(string pointer) => _typesByPointer.GetValueOrDefault(pointer);

    /// <summary>The type of the body of a webhook or callback, or null.</summary>
    public string? TypeOfBody(WireOperation operation) =>
        operation.Body?.Contents is [{ Schema: { } schema }, ..] ? TypeAt(Wire.Schema(schema).Pointer) : null;

    /// <summary>The schema of a type, or null.</summary>
    public string? PointerOf(string type) => _pointers.GetValueOrDefault(type);

    /// <summary>The member of a name on the wire, a value of an enum or a parameter, or null.</summary>
    public ApiMember? Member(string? type, string wireName) =>
        type is not null && _members.TryGetValue(type, out Dictionary<string, string>? names) && names.TryGetValue(wireName, out string? name)
            ? Surface.Find(type)?.Find(name)
            : null;

    /// <summary>The document's description of a value of an enum, or null.</summary>
    public string? ValueText(string type, string value) => _valueTexts.GetValueOrDefault((type, value));

    /// <summary>Whether a type is one of identifiers.</summary>
    public bool IsId(string type) => _ids.Contains(type);

    /// <summary>Names on the wire and their members.</summary>
    public IReadOnlyDictionary<string, string> MembersOf(string type) => _members.GetValueOrDefault(type) ?? [];

    /// <summary>Whether a type only repeats the operations of a group: their ids and short calls.</summary>
    public bool IsCompanion(ApiType type) => _companions.Contains(type.Name);

    private void Add(FileModel file)
    {
        switch (file)
        {
            case ObjectModel model:
                AddMembers(model.Name, model.Properties.Select(static property => (property.JsonName, property.Name)));
                break;
            case EnumModel model:
                AddMembers(model.Name, model.Members.Select(static member => (member.Value, member.Name)));
                foreach (EnumMemberModel member in model.Members)
                {
                    // Without a description, the summary is the value itself.
                    if (member.Doc.Summary.Trim('`', '"') != member.Value && member.Value.Length > 0)
                    {
                        _valueTexts[(model.Name, member.Value)] = member.Doc.Summary;
                    }
                }

                break;
            case UnionModel model:
                AddMembers(model.Name, model.Members.Select(static member => (member.JsonName, member.Name)));
                break;
            case IdModel model:
                _ids.Add(model.Name);
                break;
            case ParametersModel model:
                AddMembers(model.Name, model.Parameters.Select(static parameter => (parameter.WireName, parameter.Name)));
                break;
            case ClientFileModel model:
                Name = model.Name;
                VersionHeader = model.VersionHeader;
                Server = model.Server;
                ServerVariables = model.ServerVariables.ToDictionary(static variable => variable.WireName, static variable => variable.Default, StringComparer.Ordinal);
                Schemes = [.. model.Schemes];
                Credentials = model.Schemes.ToDictionary(static scheme => scheme.Key, static scheme => scheme.Name, StringComparer.Ordinal);
                break;
            case GroupModel model:
                AddGroup(model);
                break;
            default:
                break;
        }
    }

    private void AddMembers(string type, IEnumerable<(string WireName, string Name)> members)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach ((string wireName, string name) in members)
        {
            names.TryAdd(wireName, name);
        }

        _members[type] = names;
    }

    private void AddGroup(GroupModel group)
    {
        EmittedGroup emitted = new(group.Name, group.PropertyName, Text(group.Doc));
        Groups.Add(emitted);
        _companions.Add(group.Name + ".OperationIds");
        _companions.Add(group.CallsName);
        foreach (OperationModel model in group.Operations)
        {
            if (_operations.TryGetValue((model.Method, model.PathTemplate), out EmittedOperation? first))
            {
                first.Methods.Add(model.Name + "Async");
                continue;
            }

            List<string> methods = [model.Name + "Async"];
            EmittedOperation operation = new(emitted, model.Id, model.Method, model.PathTemplate, methods)
            {
                All = model.Paging is { } paging ? paging.Name + "Async" : null,
                ParametersType = model.Parameters?.Type.ToString(),
                RequiresParameters = model.Parameters is { IsRequired: true },
                PathParameters = [.. model.PathParameters.Select(static parameter => (parameter.WireName, parameter.Name))],
                BodyName = model.Body?.Name,
                BodyType = model.Body?.Type.ToString(),
                BodyMediaType = model.Body?.MediaType,
                Result = model.Result.Type?.ToString(),
                ResultForm = model.Result.Kind.ToString(),
                IsDeprecated = model.IsDeprecated,
                Deprecation = model.Doc.Deprecation,
                Errors = [.. model.ErrorDocs.Select(static error => (error.Exception.Name, error.Text))],
                HasIdempotencyKey = model.HasIdempotencyKey,
                Security = [.. model.Security.Select(static alternative => alternative.Schemes)],
                Doc = Text(model.Doc),
                Returns = model.Returns,
            };
            emitted.Operations.Add(operation);
            _operations.Add((model.Method, model.PathTemplate), operation);
        }
    }

    private static string Text(DocModel doc) => doc.Summary;
}

/// <summary>A group of operations in C#.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Property">The client's property.</param>
/// <param name="Doc">Its purpose.</param>
internal sealed record EmittedGroup(string Type, string Property, string Doc)
{
    public List<EmittedOperation> Operations { get; } = [];
}

/// <summary>An operation in C#.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Id">Its name in logs and stubs.</param>
/// <param name="HttpMethod">HTTP method in upper case.</param>
/// <param name="Path">The path as the document writes it.</param>
/// <param name="Methods">Names of its methods, the usual one first.</param>
internal sealed record EmittedOperation(EmittedGroup Group, string Id, string HttpMethod, string Path, List<string> Methods)
{
    /// <summary>The method that enumerates all pages, or null.</summary>
    public string? All { get; init; }

    /// <summary>Class of the query and header parameters, or null.</summary>
    public string? ParametersType { get; init; }

    public bool RequiresParameters { get; init; }

    public IReadOnlyList<(string WireName, string Name)> PathParameters { get; init; } = [];

    public string? BodyName { get; init; }

    public string? BodyType { get; init; }

    public string? BodyMediaType { get; init; }

    /// <summary>Type of the value, or null for none.</summary>
    public string? Result { get; init; }

    /// <summary>How the value is read.</summary>
    public string ResultForm { get; init; } = "";

    public bool IsDeprecated { get; init; }

    public string? Deprecation { get; init; }

    /// <summary>Exceptions by status.</summary>
    public IReadOnlyList<(string Exception, string Text)> Errors { get; init; } = [];

    public bool HasIdempotencyKey { get; init; }

    /// <summary>Alternatives of credentials: indexes of the client's schemes. An empty list sends none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Security { get; init; } = [];

    public string Doc { get; init; } = "";

    public string? Returns { get; init; }

    public string Method => Methods[0];

    /// <summary>Group and method, as programs call it.</summary>
    public string Call => $"{Group.Property}.{Method}";
}
