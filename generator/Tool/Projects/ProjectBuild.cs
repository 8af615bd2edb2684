using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Projects;

/// <summary>The compiler's inputs of a project, from MSBuild. Nothing is compiled, and references are not built.</summary>
/// <param name="Path">The project file's full path.</param>
/// <param name="Arguments">The compiler's arguments.</param>
internal sealed record ProjectBuild(string Path, CSharpCommandLineArguments Arguments)
{
    // The targets of a design-time build, as editors run it. The output that does not exist keeps MSBuild from skipping the target.
    private static readonly string[] DesignTime =
    [
        "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false",
        "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
    ];

    /// <summary>Asks MSBuild about a project. The first of several target frameworks is used.</summary>
    /// <param name="path">A project file, or a folder with one.</param>
    /// <exception cref="ToolException">There is no such project, or MSBuild refuses it.</exception>
    public static async Task<ProjectBuild> LoadAsync(string path, CancellationToken cancellationToken)
    {
        string project = Find(path);
        using JsonDocument frameworks = await RunAsync(project, ["-getProperty:TargetFramework,TargetFrameworks,ProjectAssetsFile"], cancellationToken).ConfigureAwait(false);
        JsonElement properties = frameworks.RootElement.GetProperty("Properties");
        if (properties.GetProperty("ProjectAssetsFile").GetString() is { Length: > 0 } assets && !File.Exists(assets))
        {
            throw new ToolException($"'{System.IO.Path.GetFileName(project)}' is not restored. Run 'dotnet restore' first.");
        }

        string framework = properties.GetProperty("TargetFramework").GetString()!;
        string[] choice = framework.Length > 0
            ? []
            : [.. properties.GetProperty("TargetFrameworks").GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(1).Select(static name => "-p:TargetFramework=" + name)];
        using JsonDocument items = await RunAsync(project, [.. DesignTime, .. choice, "-getItem:CscCommandLineArgs"], cancellationToken).ConfigureAwait(false);
        string[] arguments =
        [
            .. items.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => Known(item.GetProperty("Identity").GetString()!)),
        ];
        return arguments.Length > 0
            ? new ProjectBuild(project, CSharpCommandLineParser.Default.Parse(arguments, System.IO.Path.GetDirectoryName(project), sdkDirectory: null))
            : throw new ToolException($"'{path}' compiles no C#.");
    }

    // A newer SDK may know a newer C#; the latest one of ours reads nearly all of it.
    private static string Known(string argument)
    {
        const string Option = "/langversion:";
        return argument.StartsWith(Option, StringComparison.Ordinal) && !LanguageVersionFacts.TryParse(argument[Option.Length..], out _) ? Option + "latest" : argument;
    }

    private static string Find(string path)
    {
        if (File.Exists(path))
        {
            return System.IO.Path.GetFullPath(path);
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException($"There is no project '{path}'.");
        }

        string[] projects = [.. Directory.EnumerateFiles(path, "*.csproj").Take(2)];
        return projects.Length switch
        {
            1 => System.IO.Path.GetFullPath(projects[0]),
            0 => throw new ToolException($"There is no project file in '{path}'. Name one with --project.", ExitCodes.Usage),
            _ => throw new ToolException($"There are several project files in '{path}'. Name one with --project.", ExitCodes.Usage),
        };
    }

    private static async Task<JsonDocument> RunAsync(string project, string[] arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            WorkingDirectory = System.IO.Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" },
        };
        foreach (string argument in new[] { "msbuild", project, "-nologo", "-v:q", "-m:1", "-nr:false" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new ToolException("A project needs the .NET SDK, but 'dotnet' cannot be started.");
        }

        using (process)
        {
            Task<string> errors = process!.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            int json = output.IndexOf('{', StringComparison.Ordinal);
            return process.ExitCode == 0 && json >= 0
                ? JsonDocument.Parse(output[json..])
                : throw new ToolException($"MSBuild refuses '{System.IO.Path.GetFileName(project)}': {FirstError(await errors.ConfigureAwait(false) + "\n" + output)}");
        }
    }

    private static string FirstError(string output)
    {
        const string Mark = "error ";
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string line = Array.Find(lines, static line => line.Contains(Mark, StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "it says nothing.";
        int mark = line.IndexOf(Mark, StringComparison.Ordinal);
        int end = line.LastIndexOf(" [", StringComparison.Ordinal);
        return line[(mark < 0 ? 0 : mark + Mark.Length)..(end > mark ? end : line.Length)];
    }
}
