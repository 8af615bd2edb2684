using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Usage;

/// <summary>
/// Names that a program's build leaves out: types, the client's properties (<c>ShopClient.Orders</c>), and operations without the
/// endings of their methods (<c>OrdersOperations.List</c>). Operations of a group that is left out itself are not among them.
/// </summary>
internal static class UnusedNames
{
    /// <summary>The names, in ordinal order.</summary>
    /// <param name="all">The files of the whole client.</param>
    /// <param name="used">Those that are emitted.</param>
    public static EquatableArray<string> Of(EquatableArray<FileModel> all, EquatableArray<FileModel> used)
    {
        Dictionary<string, FileModel> emitted = new(StringComparer.Ordinal);
        foreach (FileModel file in used)
        {
            emitted[file.Name] = file;
        }

        List<string> names = [];
        foreach (FileModel file in all)
        {
            if (!emitted.TryGetValue(file.Name, out FileModel? rest))
            {
                names.Add(file.Name);
            }
            else if (!ReferenceEquals(file, rest))
            {
                HashSet<string> members = [.. MembersOf(rest)];
                names.AddRange(MembersOf(file).Where(member => !members.Contains(member)).Select(member => file.Name + "." + member));
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names.Distinct().ToList().ToEquatableArray();
    }

    private static IEnumerable<string> MembersOf(FileModel file) => file switch
    {
        GroupModel group => group.Operations.Select(static operation => operation.Name)
            .Concat(group.Operations.Select(static operation => operation.Paging?.Name).OfType<string>()),
        ClientFileModel client => client.Groups.Select(static group => group.PropertyName),
        _ => [],
    };
}
