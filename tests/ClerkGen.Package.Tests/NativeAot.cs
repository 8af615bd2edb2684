using System.Runtime.InteropServices;

namespace ClerkGen.Package.Tests;

/// <summary>How a native program is published here.</summary>
internal static class NativeAot
{
    /// <summary>Arguments of <c>dotnet</c>: the linker is clang where there is one, as the SDK wants, else gcc.</summary>
    public static IReadOnlyList<string> PublishArguments =>
    [
        "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, .. OnPath("clang") ? Array.Empty<string>() : ["-p:CppCompilerAndLinker=gcc"],
    ];

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
