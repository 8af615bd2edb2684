using System.Globalization;
using System.Text.RegularExpressions;
using ClerkGen.Testing;

namespace ClerkGen.Benchmarks;

/// <summary>Runs the SDK's compiler in processes of its own, as a build does that has no compiler server.</summary>
internal sealed partial class Compiler(string folder)
{
    /// <summary><c>Release</c> or <c>Debug</c>, whichever this program was built as.</summary>
    private static string Configuration { get; } = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>The generator as this repository builds it, and what it needs beside it.</summary>
    public static IReadOnlyList<string> Analyzers { get; } =
    [
        .. ((string[])["ClerkGen.dll", "Microsoft.OpenApi.dll", "YamlDotNet.dll"]).Select(static name => Path.Combine(
            Repository.Root, "generator", "bin", Configuration, "netstandard2.0", name)),
    ];

    /// <summary>The runtime that emitted code is compiled against.</summary>
    public static string Runtime { get; } = typeof(ApiClient).Assembly.Location;

    /// <summary>Where <see cref="CompileAsync"/> puts the assembly.</summary>
    public string AssemblyPath => Path.Combine(folder, "out.dll");

    /// <summary>Compiles sources.</summary>
    public Task<MeasuredResult> CompileAsync(IEnumerable<string> sources) => RunAsync(sources, []);

    /// <summary>Compiles sources with the client of a document.</summary>
    /// <param name="sources">Paths of C# files.</param>
    /// <param name="document">Path of the document.</param>
    /// <param name="emit">Value of <c>ClerkGenEmit</c>.</param>
    /// <param name="analyzers">Paths of the generator and of what it needs.</param>
    public Task<MeasuredResult> GenerateAsync(IEnumerable<string> sources, string document, string emit, IReadOnlyList<string> analyzers)
    {
        string configuration = Path.Combine(folder, "generator.globalconfig");
        File.WriteAllText(configuration, $"""
            is_global = true
            build_property.RootNamespace = Consumer
            build_property.ClerkGenEmit = {emit}

            [{document.Replace('\\', '/')}]
            build_metadata.AdditionalFiles.ClerkGenDocument = true
            build_metadata.AdditionalFiles.ClerkGenNamespace = Clerk.Backend
            build_metadata.AdditionalFiles.ClerkGenClientName = ClerkClient
            """);
        return RunAsync(
            sources,
            ["-reportanalyzer", $"-additionalfile:{document}", $"-analyzerconfig:{configuration}", .. analyzers.Select(static path => $"-analyzer:{path}")]);
    }

    /// <summary>Seconds that the compiler says its generators took.</summary>
    public static double GeneratorSeconds(MeasuredResult result) =>
        double.Parse(GeneratorTime().Match(result.Output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: ([0-9.]+) seconds")]
    private static partial Regex GeneratorTime();

    private Task<MeasuredResult> RunAsync(IEnumerable<string> sources, IEnumerable<string> more)
    {
        string response = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(
            response,
            [
                "-nologo", "-target:library", "-nullable:enable", "-optimize+", "-deterministic+", "-langversion:latest", $"-out:\"{AssemblyPath}\"",
                .. DotNetInstallation.Framework.Select(static path => $"-r:\"{path}\""),
                $"-r:\"{Runtime}\"",
                .. more.Select(static argument => $"\"{argument}\""),
                .. sources.Select(static path => $"\"{path}\""),
            ]);
        return MeasuredProcess.DotNetAsync(folder, "exec", DotNetInstallation.Compiler, "-noconfig", "@" + response);
    }
}
