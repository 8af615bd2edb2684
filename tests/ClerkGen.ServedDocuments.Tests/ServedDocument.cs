using System.Reflection;
using System.Text.Json;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>The documents that the clients are made of, beside the project.</summary>
internal static class ServedDocument
{
    /// <summary>The folder of the project.</summary>
    public static string ProjectFolder { get; } =
        typeof(ServedDocument).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ProjectFolder").Value!;

    /// <summary>Where a document is.</summary>
    public static string PathOf(string file) => Path.Combine(ProjectFolder, "Documents", file);

    /// <summary>Method and path of each operation.</summary>
    public static IReadOnlyList<string> Operations(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select $"{method.Name.ToUpperInvariant()} {path.Name}",
        ];
    }
}
