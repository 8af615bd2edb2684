using System.Runtime.InteropServices;

namespace ClerkGen.Benchmarks;

/// <summary>Where the .NET that runs this program, its compiler and its libraries are.</summary>
internal static class DotNetInstallation
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The program <c>dotnet</c>.</summary>
    public static string Host { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The compiler of the newest SDK, as <c>dotnet</c> takes it.</summary>
    public static string Compiler { get; } = Directory.GetDirectories(Path.Combine(Root, "sdk"))
        .Where(static folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out _))
        .OrderByDescending(static folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))
        .Select(static folder => Path.Combine(folder, "Roslyn", "bincore", "csc.dll"))
        .First(File.Exists);

    /// <summary>The framework's assemblies.</summary>
    public static IReadOnlyList<string> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)),
    ];
}
