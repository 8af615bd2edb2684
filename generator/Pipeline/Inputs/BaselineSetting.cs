using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>The project's setting of its API baseline.</summary>
/// <param name="Path">Where the file is, as the project names it; empty when there shall be none.</param>
internal sealed record BaselineSetting(string Path)
{
    /// <summary>The build property, which the targets derive from <c>ClerkGenApiBaseline</c>.</summary>
    public const string Property = "build_property.ClerkGenApiBaselineFile";

    /// <summary>Whether the emitted API is compared.</summary>
    public bool IsOn => Path.Length > 0;

    /// <summary>The setting of a project.</summary>
    public static BaselineSetting Of(AnalyzerConfigOptionsProvider options) =>
        new(options.GlobalOptions.TryGetValue(Property, out string? path) ? path.Replace("%23", "#").Replace("%3B", ";").Trim() : "");
}
