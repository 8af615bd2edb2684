using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading;

/// <summary>Detects the OpenAPI version of a document.</summary>
internal static class OpenApiVersions
{
    // Patterns such as specs/**/*.yaml find the parts of a document too.
    private const string IfPart = " If other documents refer to it, make it an AdditionalFiles item instead of a ClerkGenDocument.";

    /// <summary>20, 30, 31 or 32; 0 after a diagnostic when it is none of them.</summary>
    public static int Read(DocumentNode root, ReadContext context)
    {
        if (root is not ObjectNode document)
        {
            context.Report(
                ReadDiagnosticKind.NotOpenApi, "", root,
                "This is not an OpenAPI document: it is not an object with a field 'openapi' or 'swagger'." + IfPart);
            return 0;
        }

        string field = document["openapi"] is not null ? "openapi" : "swagger";
        if (document[field] is not { } node)
        {
            context.Report(
                ReadDiagnosticKind.NotOpenApi, "", root,
                "This is not an OpenAPI document: it has neither a field 'openapi' nor 'swagger'." + IfPart);
            return 0;
        }

        string version = ScalarForms.Text(node) is { } text ? text.Text.Trim() : "";
        int known = field == "swagger" ? (Is(version, "2.0") || version == "2" ? 20 : 0)
            : Is(version, "3.0") || version == "3" ? 30
            : Is(version, "3.1") ? 31
            : Is(version, "3.2") ? 32
            : 0;
        if (known == 0)
        {
            context.Report(
                ReadDiagnosticKind.UnsupportedVersion,
                "/" + field, node, $"OpenAPI '{version}' is not supported. Versions 2.0, 3.0, 3.1 and 3.2 are.");
        }

        return known;
    }

    private static bool Is(string version, string known) =>
        version.StartsWith(known, StringComparison.Ordinal) && (version.Length == known.Length || version[known.Length] is '.' or '-');
}
