using System.Globalization;
using System.Text;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace ClerkGen.Tests.Fragments;

/// <summary>The output for a fragment as one text: diagnostics, then each file under its name.</summary>
internal sealed record FragmentOutput(IReadOnlyList<FragmentDiagnostic> Diagnostics, IReadOnlyList<KeyValuePair<string, string>> Files)
{
    private const string Mark = "======== ";

    public static FragmentOutput Of(GeneratorRun run) => new(
        [.. run.Diagnostics.Select(FragmentDiagnostic.Of)],
        [.. run.Result.GeneratedSources.Select(static source => KeyValuePair.Create(source.HintName, source.SourceText.ToString()))]);

    public static FragmentOutput Parse(string text)
    {
        string[] sections = text.Split(Mark);
        return new FragmentOutput(
            [.. sections[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FragmentDiagnostic.Parse)],
            [.. sections.Skip(1).Select(static section => section.Split('\n', 2)).Select(static parts => KeyValuePair.Create(parts[0], parts[1]))]);
    }

    public override string ToString()
    {
        StringBuilder text = new();
        foreach (FragmentDiagnostic diagnostic in Diagnostics)
        {
            text.Append(diagnostic.ToString()).Append('\n');
        }

        foreach ((string file, string content) in Files)
        {
            text.Append(Mark).Append(file).Append('\n').Append(content);
        }

        return text.ToString();
    }
}

/// <summary>A diagnostic at the document: id, severity, the lines and columns that are underlined, counted from one, and the message.</summary>
internal sealed record FragmentDiagnostic(string Id, DiagnosticSeverity Severity, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    public static FragmentDiagnostic Of(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return new FragmentDiagnostic(
            diagnostic.Id,
            diagnostic.Severity,
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    public static FragmentDiagnostic Parse(string line)
    {
        string[] parts = line.Split(' ', 4);
        int[] place = [.. parts[2].Split(',', '-').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new FragmentDiagnostic(parts[0], Enum.Parse<DiagnosticSeverity>(parts[1]), place[0], place[1], place[2], place[3], parts[3]);
    }

    public DiagnosticResult ToResult() =>
        new DiagnosticResult(Id, Severity).WithSpan(Fragment.Path, Line, Column, EndLine, EndColumn).WithMessage(Message);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id} {Severity} {Line},{Column}-{EndLine},{EndColumn} {Message}");
}
