using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Usage;

/// <summary>The names by which a program can mention emitted code.</summary>
internal static class EmittedNames
{
    /// <summary>Endings of an operation's methods.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["WithResponseAsync", "Async"];

    /// <summary>All names of a document's files by which <see cref="UsedFiles"/> decides.</summary>
    public static HashSet<string> Of(EquatableArray<FileModel> files)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (FileModel file in files)
        {
            names.Add(file.Name);
            if (file is OpenApiFileModel description)
            {
                names.Add(description.MethodName);
            }

            if (file is GroupModel group)
            {
                names.Add(group.PropertyName);
                foreach (OperationModel operation in group.Operations)
                {
                    names.UnionWith(MethodsOf(operation));
                }
            }
        }

        return names;
    }

    /// <summary>The methods of an operation, those that the user's have pushed aside included.</summary>
    public static IEnumerable<string> MethodsOf(OperationModel operation)
    {
        foreach (string ending in Endings)
        {
            yield return operation.Name + ending;
            yield return operation.Name + ending.Replace("Async", "CoreAsync");
        }

        if (operation.Paging is { } paging)
        {
            yield return paging.Name + "Async";
            yield return paging.Name + "CoreAsync";
        }
    }
}
