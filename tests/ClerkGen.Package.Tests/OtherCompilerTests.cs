namespace ClerkGen.Package.Tests;

/// <summary>The generator is loaded by whatever compiler a project has, not only by that of the SDK that built it.</summary>
[Collection(SharedPackages.Name)]
public sealed class OtherCompilerTests(PackageFeed feed)
{
    // Of a year before the SDK's. With net8.0, because the libraries of a later .NET bring analyzers for later compilers.
    private const string Version = "4.14.0";

    [Fact]
    public async Task An_older_compiler_emits_the_client()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The stand-in for the compiler's executable is a shell script.
        }

        Consumer consumer = new Consumer(feed, feed.NewFolder("Older"))
            .Project(
                "<LangVersion>12</LangVersion><EnableNETAnalyzers>false</EnableNETAnalyzers><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                $"""
                <ClerkGenDocument Include="weather.yaml" />
                <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="{Version}" PrivateAssets="all" ExcludeAssets="all" />
                """,
                "net8.0")
            .Source("weather.yaml", Programs.Weather)
            .Source("Uses.cs", "internal static class Uses { public static System.Type Client => typeof(Older.Weather.WeatherClient); }");
        string compiler = Path.Combine(feed.Cache, "microsoft.net.compilers.toolset", Version, "tasks", "netcore", "bincore", "csc.dll");
        string script = Path.Combine(consumer.Folder, "compiler", "csc");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, $"#!/bin/sh\ntouch \"$0.ran\"\nexec dotnet \"{compiler}\" \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        (await consumer.DotNetAsync("build", "-p:CscToolPath=" + Path.GetDirectoryName(script), "-p:UseSharedCompilation=false")).Succeeded();

        Assert.True(File.Exists(script + ".ran"), "The compiler of the SDK was used instead.");
    }
}
