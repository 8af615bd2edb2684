using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>One fact in which two documents differ.</summary>
/// <param name="Place">Where, in our names: an operation or component schema, then the steps into it.</param>
/// <param name="Keyword">The keyword, or <c>property</c>, <c>parameter</c>, <c>response</c>… for a part that only one has.</param>
/// <param name="Published">The published document's value, or null.</param>
/// <param name="Ours">Our document's value, or null.</param>
internal sealed record SurfaceDifference(string Place, string Keyword, JsonNode? Published, JsonNode? Ours)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Keyword} {Text(Published)} -> {Text(Ours)}";

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "(none)";
}
