namespace ClerkGen.Package.Tests;

/// <summary>Runs the .NET command line as a user would, with a package cache of its own.</summary>
internal static class DotNet
{
    /// <summary>Runs a command.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="packages">Folder of the package cache, or null for the user's.</param>
    /// <param name="arguments">Arguments of <c>dotnet</c>.</param>
    public static Task<ProcessResult> RunAsync(string folder, string? packages, params string[] arguments) =>
        StartAsync("dotnet", folder, packages, arguments);

    /// <summary>Runs a program.</summary>
    public static Task<ProcessResult> StartAsync(string program, string folder, string? packages, params string[] arguments) =>
        ChildProcess.RunAsync(program, folder, packages is null ? [] : [KeyValuePair.Create("NUGET_PACKAGES", packages)], arguments);

    /// <summary>The result, after failing the test when the command did not succeed.</summary>
    public static ProcessResult Succeeded(this ProcessResult result)
    {
        Assert.True(result.ExitCode == 0, $"The command ended with {result.ExitCode}:\n{result.Output}");
        return result;
    }
}
