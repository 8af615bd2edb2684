using System.Runtime.Versioning;

namespace ClerkGen.Package.Tests;

/// <summary>The generator is loaded by whatever compiler a project has, not only by that of the SDK that built it.</summary>
public sealed class OtherCompilerTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    // A compiler of a year before the SDK's. With net8.0, because the libraries of a later .NET bring analyzers for later compilers.
    private const string Older = "4.14.0";

    // The stand-in for the compiler's executable is a shell script.
    [SupportedOSPlatformGuard("linux"), SupportedOSPlatformGuard("macos")]
    private static bool CanStandIn => !OperatingSystem.IsWindows();

    [Fact]
    public async Task An_older_compiler_emits_a_client()
    {
        if (!CanStandIn)
        {
            return;
        }

        Consumer consumer = Project("Older",
            $"""
            <ClerkGenDocument Include="weather.yaml" />
            <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="{Older}" PrivateAssets="all" ExcludeAssets="all" />
            """)
            .Source("weather.yaml", Programs.Weather)
            .Source("Uses.cs", "internal static class Uses { public static System.Type Client => typeof(Older.Weather.WeatherClient); }");

        await CompileAsync(consumer, Path.Combine(feed.Cache, "microsoft.net.compilers.toolset", Older, "tasks", "netcore", "bincore", "csc.dll"));
    }

    [Fact]
    public async Task The_oldest_compiler_emits_all_of_the_bundled_document()
    {
        if (!CanStandIn)
        {
            return;
        }

        Consumer consumer = Project("Oldest", "").Source("Program.cs", Programs.Console);

        string log = await CompileAsync(consumer, Path.Combine(AppContext.BaseDirectory, "ClerkGen.OldestCompiler.dll"));

        // Hundreds of files, by Roslyn 4.8.
        Assert.Matches("4\\.8: [0-9]{3} files", log);
    }

    private Consumer Project(string name, string items) => new Consumer(feed, feed.NewFolder(name)).Project(
        """
        <LangVersion>12</LangVersion><EnableNETAnalyzers>false</EnableNETAnalyzers>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors><GenerateDocumentationFile>true</GenerateDocumentationFile><NoWarn>$(NoWarn);CS1591</NoWarn>
        """,
        items,
        "net8.0");

    [UnsupportedOSPlatform("windows")]
    private static async Task<string> CompileAsync(Consumer consumer, string compiler)
    {
        string script = Path.Combine(consumer.Folder, "compiler", "csc");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, $"#!/bin/sh\ndotnet \"{compiler}\" \"$@\" >\"$0.log\"\ncode=$?\ncat \"$0.log\"\nexit $code\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        (await consumer.DotNetAsync(
            "build", "-p:CscToolPath=" + Path.GetDirectoryName(script), "-p:UseSharedCompilation=false")).Succeeded();

        Assert.True(File.Exists(script + ".log"), "The compiler of the SDK was used instead.");
        return File.ReadAllText(script + ".log");
    }
}
