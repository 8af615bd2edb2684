using System.Text.Json.Nodes;

namespace ClerkGen.Testing.Hostile;

/// <summary>The documents that fuzzing breaks.</summary>
public static class FuzzDocuments
{
    /// <summary>Fragments of the bundled document, of the document with every kind of string, and of Clerk's own documents where they are.</summary>
    public static List<JsonObject> Load()
    {
        List<JsonObject> fragments = [(JsonObject)JsonNode.Parse(HostileFields.Plain)!];
        fragments.AddRange(DocumentFragments.Of(File.ReadAllText(Path.Combine(Repository.Root, "specs", "clerk-backend.yaml")), "clerk-backend.yaml"));
        foreach (string path in SharedDocuments.All().Where(path => path.StartsWith("clerk/", StringComparison.Ordinal)))
        {
            fragments.AddRange(DocumentFragments.Of(File.ReadAllText(SharedDocuments.Find(path)!), path));
        }

        return fragments;
    }
}
