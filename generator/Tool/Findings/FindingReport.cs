using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace ClerkGen.Tool.Findings;

/// <summary>Prints findings in one of the forms that <c>--format</c> names. Same findings, same bytes.</summary>
internal static class FindingReport
{
    /// <summary>The names that <c>--format</c> takes.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "sarif", "github"];

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints findings.</summary>
    public static void Print(IReadOnlyList<Finding> findings, string format, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                terminal.Output.WriteLine(Json(findings));
                break;
            case "sarif":
                terminal.Output.WriteLine(SarifLog.Of(findings, Indented));
                break;
            case "github":
                foreach (Finding finding in findings)
                {
                    terminal.Output.WriteLine(GitHub(finding));
                }

                break;
            default:
                Text(findings, terminal);
                break;
        }
    }

    private static void Text(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        IAnsiConsole console = terminal.CreateConsole();
        foreach (Finding finding in findings)
        {
            string place = finding.Line == 0
                ? finding.Path
                : string.Create(CultureInfo.InvariantCulture, $"{finding.Path}({finding.Line},{finding.Column})");
            if (!terminal.IsInteractive)
            {
                terminal.Output.WriteLine($"{place}: {LevelName(finding.Level)} {finding.Id}: {finding.Message}{Suffix(finding)}");
                continue;
            }

            string color = finding.Level switch { FindingLevel.Error => "red", FindingLevel.Warning => "yellow", _ => "grey" };
            console.MarkupLineInterpolated($"{place}: [{color}]{LevelName(finding.Level)} {finding.Id}[/]: {finding.Message}[grey]{Suffix(finding)}[/]");
        }

        int Count(FindingLevel level) => findings.Count(finding => finding.Level == level);
        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(FindingLevel.Error)} errors, {Count(FindingLevel.Warning)} warnings, {Count(FindingLevel.Info)} notes"));

        static string Suffix(Finding finding) => (finding.Pointer.Length > 0 ? $" [{finding.Pointer}]" : "") + (finding.HelpLink.Length > 0 ? $" {finding.HelpLink}" : "");
    }

    private static string Json(IReadOnlyList<Finding> findings)
    {
        return JsonDocumentText.Of(Indented, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteStartArray("findings");
            foreach (Finding finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("id", finding.Id);
                writer.WriteString("level", LevelName(finding.Level));
                writer.WriteString("message", finding.Message);
                writer.WriteString("file", finding.Path);
                writer.WriteNumber("line", finding.Line);
                writer.WriteNumber("column", finding.Column);
                writer.WriteString("pointer", finding.Pointer);
                writer.WriteString("help", finding.HelpLink);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    // Workflow commands of GitHub Actions: values of properties escape ',' and ':' as well.
    private static string GitHub(Finding finding)
    {
        string command = finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "notice" };
        string place = finding.Line == 0
            ? $"file={Property(finding.Path)}"
            : string.Create(CultureInfo.InvariantCulture, $"file={Property(finding.Path)},line={finding.Line},col={finding.Column}");
        return $"::{command} {place},title={Property(finding.Id)}::{Data(finding.Message)}";

        static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }

    /// <summary>A level as text and JSON name it.</summary>
    public static string LevelName(FindingLevel level) => level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "info" };
}
