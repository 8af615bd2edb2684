using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>The folder <c>specs/</c>: where its files are and how the bundled document comes out of them.</summary>
internal sealed class SpecsFolder(string path)
{
    /// <summary>Gets the path of the bundled document.</summary>
    public string Document => Path.Combine(path, "clerk-backend.yaml");

    /// <summary>Finds the folder upwards from <paramref name="start"/>.</summary>
    /// <exception cref="SpecsException">There is none.</exception>
    public static SpecsFolder FindFrom(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "specs");
            if (File.Exists(Path.Combine(candidate, "organisation.yaml")))
                return new SpecsFolder(candidate);
        }

        throw new SpecsException("No specs/organisation.yaml in this folder or above it");
    }

    /// <summary>Reads <c>organisation.yaml</c>.</summary>
    public Organisation ReadOrganisation() => Organisation.Read(File.ReadAllText(Path.Combine(path, "organisation.yaml")));

    /// <summary>Reads <c>refinements.yaml</c>.</summary>
    public IReadOnlyList<Refinement> ReadRefinements() =>
        [.. YamlReader.Read(File.ReadAllText(Path.Combine(path, "refinements.yaml")), "refinements.yaml")["refinements"]!.AsArray()
            .Select(entry => new Refinement(entry!.AsObject()))];

    /// <summary>Reads the files of <c>prose/</c>.</summary>
    public Prose ReadProse() => Prose.Read(Path.Combine(path, "prose"));

    /// <summary>Builds our document from a published one; <paramref name="remarks"/> gets what a maintainer should look at.</summary>
    public string Build(string published, Prose prose, ICollection<string> remarks)
    {
        Organisation organisation = ReadOrganisation();
        JsonObject document = Organiser.Organise(PublishedDocument.Read(published, "published"), organisation, ReadRefinements(), remarks);
        ProseWeaver.Weave(document, organisation, prose, remarks);
        return YamlWriter.Write(document);
    }
}
