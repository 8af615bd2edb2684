using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Surface;

/// <summary>Where the document describes types and members: their JSON pointers, by the names that a surface has for them.</summary>
internal sealed class ApiPointers
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Member), string> _members = [];

    /// <param name="files">All files of a client.</param>
    public ApiPointers(IEnumerable<FileModel> files)
    {
        foreach (FileModel file in files)
        {
            if (OfType(file) is ({ } name, { } pointer))
            {
                _types[name] = pointer;
            }

            switch (file)
            {
                case ObjectModel { Doc.Pointer: { } schema } model:
                    foreach (PropertyModel property in model.Properties)
                    {
                        _members[(model.Name, property.Name)] = JsonPointers.Join(schema, "properties", property.JsonName);
                    }

                    break;
                case GroupModel model:
                    foreach (OperationModel operation in model.Operations)
                    {
                        AddOperation(model.Name, operation);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The type of a file and its schema; null for a file without one.</summary>
    public static (string? Name, string? Pointer) OfType(FileModel file) => file switch
    {
        ObjectModel model => (model.Name, model.Doc.Pointer),
        EnumModel model => (model.Name, model.Doc.Pointer),
        UnionModel model => (model.Name, model.Doc.Pointer),
        _ => (null, null),
    };

    /// <summary>The pointer of a member, or of its type when the document has no such member, or null.</summary>
    /// <param name="type">Simple name of the type; nested types with their owner's.</param>
    /// <param name="member">Name of the member; empty for the type itself.</param>
    public string? Find(string type, string member) =>
        _members.TryGetValue((type, member), out string? pointer) || _types.TryGetValue(type, out pointer) ? pointer : null;

    private void AddOperation(string group, OperationModel operation)
    {
        string pointer = JsonPointers.Join("/paths", operation.PathTemplate, operation.Method.ToLowerInvariant());
        _members[(group, operation.Name + "Async")] = pointer;
        _members[(group, operation.Name + "WithResponseAsync")] = pointer;
        if (operation.Paging is { } paging)
        {
            _members[(group, paging.Name + "Async")] = pointer;
        }

        if (operation.Parameters is { } parameters)
        {
            _types[parameters.Type.ToString()] = pointer;
        }
    }
}
