using System.Text.Json.Nodes;
using ClerkGen.Testing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;

namespace ClerkGen.Specs.Tests;

public sealed class SurfaceTests
{
    private const string Published = "clerk/bapi-2026-05-12.yml";

    private static readonly SpecsFolder Folder = SpecsFolder.FindFrom(AppContext.BaseDirectory);

    [SharedFact(Published)]
    public void Every_difference_from_the_published_document_is_a_refinement_with_a_reason()
    {
        IReadOnlyList<Refinement> refinements = Folder.ReadRefinements();

        IEnumerable<SurfaceDifference> unexplained =
            Differences().Where(difference => !refinements.Any(refinement => refinement.Explains(difference)));

        Assert.Equal([], unexplained.Select(difference => difference.ToString()));
    }

    [SharedFact(Published)]
    public void Every_refinement_explains_a_difference()
    {
        IReadOnlyList<SurfaceDifference> differences = Differences();

        Assert.All(Folder.ReadRefinements(), refinement => Assert.Contains(differences, refinement.Explains));
    }

    [Fact]
    public void The_whole_surface_is_there()
    {
        JsonObject document = Ours();

        Assert.Equal(249, document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count));
        Assert.Equal("2026-05-12", document["info"]!["version"]!.GetValue<string>());
    }

    [SharedFact(Published)]
    public void The_tool_writes_the_committed_document()
    {
        var remarks = new List<string>();
        Prose prose = Folder.ReadProse();

        string document = Folder.Build(File.ReadAllText(SharedDocuments.PathOf(Published)), prose, remarks);

        Assert.Equal(document, File.ReadAllText(Folder.Document));
        Assert.Equal([], remarks);
        Assert.Equal([], prose.Missing);
        Assert.Equal([], prose.Unused);
    }

    [Fact]
    public void The_document_is_valid()
    {
        ReadResult result = OpenApiDocument.Parse(Ours().ToJsonString(), "json");

        Assert.Equal([], result.Diagnostic!.Errors.Concat(result.Diagnostic.Warnings).Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_changed_fact_is_found()
    {
        JsonObject changed = Ours();
        changed["components"]!["schemas"]!["User"]!["properties"]!["banned"]!["type"] = "string";
        changed["components"]!["schemas"]!["Session"]!["properties"]!.AsObject().Remove("client_id");

        IEnumerable<SurfaceDifference> differences = SurfaceComparison.Differences(Ours(), changed, name => name);

        string[] expected = ["Session/client_id: property \"client_id\" -> (none)", "User/banned: type \"boolean\" -> \"string\""];
        Assert.Equal(expected, differences.Select(difference => difference.ToString()).Order(StringComparer.Ordinal));
    }

    private static JsonObject Ours() => YamlReader.Read(File.ReadAllText(Folder.Document), "clerk-backend.yaml");

    private static IReadOnlyList<SurfaceDifference> Differences() =>
        SurfaceComparison.Differences(YamlReader.Read(File.ReadAllText(SharedDocuments.PathOf(Published)), "published"), Ours(), Folder.ReadOrganisation().NameOf);
}
