using ClerkGen.Tool.Clients;

namespace ClerkGen.Tool.Pages;

/// <summary>Decides on which page each operation is described: its group's, or one of several when they do not fit on it.</summary>
internal sealed class OperationPlaces
{
    private readonly Dictionary<EmittedOperation, string> _pages = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<EmittedOperation>>> _parts = new(StringComparer.Ordinal);

    /// <summary>The page of an operation.</summary>
    public string PageOf(EmittedOperation operation) => _pages.GetValueOrDefault(operation) ?? TypePlaces.PageOf(operation.Group);

    /// <summary>The operations of a group's further pages; none when all are on the group's page.</summary>
    public IReadOnlyList<IReadOnlyList<EmittedOperation>> PartsOf(EmittedGroup group) => _parts.GetValueOrDefault(group.Property) ?? [];

    /// <summary>The further pages of a group.</summary>
    public IEnumerable<string> PagesOf(EmittedGroup group) => PartsOf(group).Select((_, index) => PathOf(group, index + 1));

    /// <summary>The further page of a group with a number, from 1.</summary>
    public static string PathOf(EmittedGroup group, int part) => PageParts.PathOf($"{TypePlaces.Slug(group.Property)}-operations.md", part);

    /// <summary>Moves the operations of a group to further pages.</summary>
    /// <param name="group">The group.</param>
    /// <param name="sizes">Sizes of its operations, in their order.</param>
    public void Move(EmittedGroup group, IReadOnlyList<int> sizes)
    {
        IReadOnlyList<IReadOnlyList<EmittedOperation>> parts = PageParts.Split(group.Operations.Zip(sizes));
        _parts[group.Property] = parts;
        for (int i = 0; i < parts.Count; i++)
        {
            foreach (EmittedOperation operation in parts[i])
            {
                _pages[operation] = PathOf(group, i + 1);
            }
        }
    }
}
