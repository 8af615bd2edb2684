using System.Text.Json;

namespace ClerkGen.Tool.Findings;

/// <summary>Findings as SARIF 2.1.0 (OASIS Standard), which code scanning of GitHub and Azure DevOps reads.</summary>
internal static class SarifLog
{
    public static string Of(IReadOnlyList<Finding> findings, JsonWriterOptions options)
    {
        List<string> rules = [.. findings.Select(static finding => finding.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return JsonDocumentText.Of(options, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, findings, rules);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (Finding finding in findings)
            {
                WriteResult(writer, finding, rules.IndexOf(finding.Id));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter writer, IReadOnlyList<Finding> findings, List<string> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "clerkgen");
        writer.WriteString("semanticVersion", ToolVersion.Current);
        writer.WriteString("informationUri", "https://github.com/clerkgen/clerkgen");
        writer.WriteStartArray("rules");
        foreach (string id in rules)
        {
            Finding first = findings.First(finding => finding.Id == id);
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteStartObject("shortDescription");
            writer.WriteString("text", first.Title);
            writer.WriteEndObject();
            if (first.HelpLink.Length > 0)
            {
                writer.WriteString("helpUri", first.HelpLink);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Finding finding, int rule)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Id);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "note" });
        writer.WriteStartObject("message");
        writer.WriteString("text", finding.Message);
        writer.WriteEndObject();
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(finding.Path));
        writer.WriteEndObject();
        if (finding.Line > 0)
        {
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", finding.Line);
            writer.WriteNumber("startColumn", finding.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (finding.Pointer.Length > 0)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", finding.Pointer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string UriOf(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
