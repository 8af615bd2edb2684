using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Surface;

namespace ClerkGen.Generator.Pipeline.Baselines;

/// <summary>Where documents describe the members of their clients. Documents are read again for it, and only when there is something to place.</summary>
internal sealed class BaselinePlaces(IReadOnlyList<BaselineClient> clients)
{
    /// <summary>The place of a member that is emitted, or of its type, or null.</summary>
    public BaselinePlace? Find(ApiLine line) => Find(line.Name, line.Type, line.Member);

    /// <summary>The place of the type that a removed member was in, or null.</summary>
    public BaselinePlace? FindOwner(ApiLine line)
    {
        int end = line.Name.LastIndexOf('.');
        foreach (BaselineClient client in clients)
        {
            string prefix = client.Namespace + ".";
            if (end > prefix.Length && line.Name.StartsWith(prefix, StringComparison.Ordinal)
                && Find(line.Name, line.Name.Substring(prefix.Length, end - prefix.Length), "") is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private BaselinePlace? Find(string name, string type, string member)
    {
        foreach (BaselineClient client in clients)
        {
            if (name.StartsWith($"{client.Namespace}.{type}", StringComparison.Ordinal)
                && client.Pointers.Find(type, member) is { } pointer
                && client.Document is { } document)
            {
                return new BaselinePlace(document.Locate(pointer), pointer);
            }
        }

        return null;
    }
}

/// <summary>A place of a difference.</summary>
/// <param name="Position">Where it is.</param>
/// <param name="Pointer">JSON pointer in the document; empty for a line of the baseline.</param>
internal readonly record struct BaselinePlace(Position Position, string Pointer);

/// <summary>A client with its document, which is read on demand.</summary>
internal sealed class BaselineClient(string @namespace, Func<ApiPointers> pointers, Func<ReadDocument?> document)
{
    private readonly Lazy<ApiPointers> _pointers = new(pointers);
    private readonly Lazy<ReadDocument?> _document = new(document);

    public string Namespace => @namespace;

    public ApiPointers Pointers => _pointers.Value;

    public ReadDocument? Document => _document.Value;
}
