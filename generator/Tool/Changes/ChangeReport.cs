using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Tool.Findings;
using Spectre.Console;

namespace ClerkGen.Tool.Changes;

/// <summary>Prints changes in one of the forms that <c>--format</c> names. Same changes, same bytes.</summary>
/// <param name="result">The changes.</param>
/// <param name="oldPath">The old document, as the caller named it.</param>
/// <param name="newPath">The new document, as the caller named it.</param>
/// <param name="least">The least level that is printed in full.</param>
internal sealed class ChangeReport(SuppressedChanges result, string oldPath, string newPath, ChangeLevel least)
{
    private const int LinesOfCode = 6;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names that <c>--format</c> takes.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "markdown", "json", "sarif", "github"];

    private static readonly string[] Headings = ["Compiles but behaves differently", "Breaking", "Risky", "Notice"];

    private IReadOnlyList<Change> Printed => [.. result.Changes.Where(change => change.Kind.Level >= least)];

    /// <summary>Prints the changes.</summary>
    public void Print(string format, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                terminal.Output.WriteLine(Json());
                break;
            case "sarif":
                terminal.Output.WriteLine(SarifLog.Of(Findings(), Indented));
                break;
            case "github":
                FindingReport.Print(Findings(), "github", terminal);
                break;
            case "markdown":
                terminal.Output.Write(Markdown());
                break;
            default:
                Text(terminal);
                break;
        }
    }

    private static int Section(Change change) => change.Kind.IsHidden ? 0 : change.Kind.Level switch { ChangeLevel.Breaking => 1, ChangeLevel.Risky => 2, _ => 3 };

    private IEnumerable<(string Heading, IGrouping<int, Change> Changes)> Sections() =>
        Printed.GroupBy(Section).OrderBy(static section => section.Key).Select(static section => (Headings[section.Key], section));

    private string Summary()
    {
        int Count(int section) => result.Changes.Count(change => Section(change) == section);
        string summary = string.Create(
            CultureInfo.InvariantCulture, $"{Count(0)} compile but behave differently, {Count(1)} breaking, {Count(2)} risky, {Count(3)} notices");
        return result.Suppressed.Count == 0 ? summary : string.Create(CultureInfo.InvariantCulture, $"{summary}, {result.Suppressed.Count} suppressed");
    }

    // Changes of one kind follow one line with the kind.
    private void Text(Terminal terminal)
    {
        IAnsiConsole console = terminal.CreateConsole();
        void Line(string text, string style)
        {
            if (terminal.IsInteractive)
            {
                console.Write(new Spectre.Console.Text(text + "\n", Style.Parse(style)));
            }
            else
            {
                terminal.Output.WriteLine(text);
            }
        }

        foreach ((string heading, IGrouping<int, Change> section) in Sections())
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{heading} ({section.Count()})"), section.Key switch { 0 => "bold red", 1 => "red", 2 => "yellow", _ => "grey" });
            foreach (IGrouping<ChangeKind, Change> kind in section.GroupBy(static change => change.Kind))
            {
                Line($"  {kind.Key.Id} {kind.Key.Title}.{(kind.Key.Advice.Length > 0 ? " " + kind.Key.Advice : "")}", "bold");
                foreach (Change change in kind)
                {
                    Line($"    {Place(change)}{change.Subject}: {change.Detail}", "default");
                    foreach (string line in Code(change))
                    {
                        Line("      " + line, line[0] == '-' ? "red" : "green");
                    }
                }
            }
        }

        foreach ((string message, _) in Remarks())
        {
            Line(message, "yellow");
        }

        terminal.Output.WriteLine(Summary());
        int hidden = result.Changes.Count - Printed.Count;
        if (hidden > 0)
        {
            terminal.Output.WriteLine("'--level notice' shows the notices.");
        }
    }

    private static string Place(Change change)
    {
        string Of(Position? position) => position is { Path: not null } place ? (place.Line + 1).ToString(CultureInfo.InvariantCulture) : "";
        string old = Of(change.OldPosition);
        string current = Of(change.NewPosition);
        return old == current ? $"{old}  " : $"{old}→{current}  ";
    }

    private static string[] Code(Change change)
    {
        if (change.Kind.Level < ChangeLevel.Risky)
        {
            return [];
        }

        string[] lines = [.. change.CSharpBefore.Select(static line => "- " + line), .. change.CSharpAfter.Select(static line => "+ " + line)];
        return lines.Length <= LinesOfCode
            ? lines
            : [.. change.CSharpBefore.Take(LinesOfCode / 2).Select(static line => "- " + line), .. change.CSharpAfter.Take(LinesOfCode / 2).Select(static line => "+ " + line)];
    }

    private IEnumerable<(string Message, string Id)> Remarks() =>
    [
        .. result.Expired.Select(static suppression => (string.Create(CultureInfo.InvariantCulture, $"Suppression '{suppression.Id}' expired on {suppression.Until:yyyy-MM-dd}."), suppression.Id)),
        .. result.Unused.Select(static suppression => ($"Suppression '{suppression.Id}' matches no change. Remove it.", suppression.Id)),
    ];

    /// <summary>The changes as a page.</summary>
    public string Markdown()
    {
        StringBuilder text = new();
        text.Append("# Changes\n\n").Append(Summary()).Append(".\n");
        foreach ((string heading, IGrouping<int, Change> section) in Sections())
        {
            text.Append("\n## ").Append(heading).Append('\n');
            foreach (IGrouping<ChangeKind, Change> kind in section.GroupBy(static change => change.Kind))
            {
                text.Append("\n### ").Append(kind.Key.Title).Append(" (").Append(kind.Key.Id).Append(")\n\n");
                if (kind.Key.Advice.Length > 0)
                {
                    text.Append(kind.Key.Advice).Append("\n\n");
                }

                foreach (Change change in kind)
                {
                    text.Append("- ").Append(Pages.MarkdownText.Code(change.Subject)).Append(": ").Append(Pages.MarkdownText.Inline(change.Detail)).Append('\n');
                    if (Code(change) is { Length: > 0 } lines)
                    {
                        text.Append("\n  ```diff\n");
                        foreach (string line in lines)
                        {
                            text.Append("  ").Append(line).Append('\n');
                        }

                        text.Append("  ```\n\n");
                    }
                }
            }
        }

        foreach ((string message, _) in Remarks())
        {
            text.Append("\n> ").Append(Pages.MarkdownText.Inline(message)).Append('\n');
        }

        return text.Replace("\n\n\n", "\n\n").ToString();
    }

    private string Json() => JsonDocumentText.Of(Indented, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://raw.githubusercontent.com/clerkgen/clerkgen/main/generator/Tool/Changes/changes.schema.json");
        writer.WriteNumber("version", 1);
        writer.WriteString("old", oldPath);
        writer.WriteString("new", newPath);
        writer.WriteStartArray("changes");
        foreach (Change change in Printed)
        {
            Write(writer, change, null);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("suppressed");
        foreach ((Change change, string reason) in result.Suppressed)
        {
            Write(writer, change, reason);
        }

        writer.WriteEndArray();
        WriteTexts(writer, "unusedSuppressions", result.Unused.Select(static suppression => suppression.Id));
        WriteTexts(writer, "expiredSuppressions", result.Expired.Select(static suppression => suppression.Id));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Change change, string? reason)
    {
        writer.WriteStartObject();
        writer.WriteString("id", change.Id);
        writer.WriteString("kind", change.Kind.Id);
        writer.WriteString("level", LevelName(change.Kind.Level));
        writer.WriteBoolean("meansSomethingElse", change.Kind.IsHidden);
        writer.WriteString("title", change.Kind.Title);
        writer.WriteString("detail", change.Detail);
        writer.WriteString("advice", change.Kind.Advice);
        writer.WriteStartObject("effects");
        writer.WriteString("wire", EffectName(change.Kind.Wire));
        writer.WriteString("source", EffectName(change.Kind.Source));
        writer.WriteString("binary", EffectName(change.Kind.Binary));
        writer.WriteString("behavior", EffectName(change.Kind.Behavior));
        writer.WriteEndObject();
        WritePlace(writer, "old", change.Old, change.OldPosition);
        WritePlace(writer, "new", change.New, change.NewPosition);
        WriteTexts(writer, "csharpBefore", change.CSharpBefore);
        WriteTexts(writer, "csharpAfter", change.CSharpAfter);
        if (reason is not null)
        {
            writer.WriteString("reason", reason);
        }

        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, string name, string? pointer, Position? position)
    {
        if (pointer is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("pointer", pointer);
        if (position is { Path: not null } place)
        {
            writer.WriteString("file", place.Path);
            writer.WriteNumber("line", place.Line + 1);
            writer.WriteNumber("column", place.Column + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    // Code scanning shows findings at the new document: that is the one under review.
    private List<Finding> Findings() =>
    [
        .. Printed.Select(change =>
        {
            Position place = change.NewPosition ?? change.OldPosition ?? default;
            return new Finding(
                change.Kind.Id,
                change.Kind.Title,
                change.Kind.Level switch { ChangeLevel.Breaking => FindingLevel.Error, ChangeLevel.Risky => FindingLevel.Warning, _ => FindingLevel.Info },
                $"{change.Kind.Title}: {change.Subject}: {change.Detail}.{(change.Kind.Advice.Length > 0 ? " " + change.Kind.Advice : "")}",
                change.NewPosition is null ? oldPath : place.Path ?? newPath,
                place.Path is null ? 0 : place.Line + 1,
                place.Path is null ? 0 : place.Column + 1,
                change.New ?? change.Old ?? "",
                "");
        }),
        .. Remarks().Select(remark => new Finding("suppression", "A suppression has no effect", FindingLevel.Warning, remark.Message, newPath, 0, 0, "", "")),
    ];

    /// <summary>A level as JSON and <c>--fail-on</c> name it.</summary>
    public static string LevelName(ChangeLevel level) => level switch { ChangeLevel.Breaking => "breaking", ChangeLevel.Risky => "risky", ChangeLevel.Notice => "notice", _ => "silent" };

    private static string EffectName(ChangeEffect effect) => effect switch { ChangeEffect.All => "breaks", ChangeEffect.Some => "depends", _ => "none" };
}
