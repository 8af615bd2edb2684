using System.Text.RegularExpressions;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Other generators of C# clients, at pinned versions: their tools are installed into a folder, and make a client of the bundled document there.
/// Installing needs a package source; nothing of it stays.
/// </summary>
internal static partial class PeerTools
{
    /// <summary>The additions that a project needs.</summary>
    /// <param name="Name">Name and version of the generator.</param>
    /// <param name="Packages">Packages that its client refers to.</param>
    /// <param name="Source">A program with the five calls of <see cref="ConsumerProgram.FiveCalls"/>.</param>
    /// <param name="Work">File with the work of <see cref="PeerProcess"/>.</param>
    /// <param name="Tool">Package and command of the tool, and its version.</param>
    /// <param name="Arguments">Arguments of the tool, which is run in the folder of the project.</param>
    internal sealed record Peer(string Name, IReadOnlyList<(string Id, string Version)> Packages, string Source, string Work, (string Package, string Command, string Version) Tool, IReadOnlyList<string> Arguments);

    private const string KiotaVersion = "1.38.0";
    private const string KiotaPackages = "2.1.6";
    private const string NSwagVersion = "14.8.0";

    /// <summary>The generators that are compared with.</summary>
    public static IReadOnlyList<Peer> All { get; } =
    [
        new(
            "Kiota " + KiotaVersion,
            [
                ("Microsoft.Kiota.Abstractions", KiotaPackages),
                ("Microsoft.Kiota.Http.HttpClientLibrary", KiotaPackages),
                ("Microsoft.Kiota.Serialization.Form", KiotaPackages),
                ("Microsoft.Kiota.Serialization.Json", KiotaPackages),
                ("Microsoft.Kiota.Serialization.Multipart", KiotaPackages),
                ("Microsoft.Kiota.Serialization.Text", KiotaPackages),
            ],
            KiotaCalls,
            "Kiota.cs",
            ("Microsoft.OpenApi.Kiota", "kiota", KiotaVersion),
            ["generate", "-l", "CSharp", "-d", BenchmarkDocuments.BundledPath, "-o", "Client", "-n", "Peer", "-c", "PeerClient", "--exclude-backward-compatible", "--log-level", "Error"]),
        new(
            "NSwag " + NSwagVersion,
            [],
            NSwagCalls,
            "NSwag.cs",
            ("NSwag.ConsoleCore", "nswag", NSwagVersion),
            ["openapi2csclient", "/input:" + BenchmarkDocuments.BundledPath, "/output:Client/PeerClient.cs", "/namespace:Peer", "/className:PeerClient", "/jsonLibrary:SystemTextJson"]),
    ];

    private const string KiotaCalls = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Microsoft.Kiota.Http.HttpClientLibrary;
        using Peer;

        internal static class Program
        {
            private static async Task Main(string[] args)
            {
                using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] };
                var client = new PeerClient(adapter);
                Console.WriteLine((await client.Organizations["org_1"].Invitations["inv_1"].GetAsync())?.Id);
                if (args.Length > 1)
                {
                    Console.WriteLine((await client.Users.GetAsync(request => request.QueryParameters.Limit = 10))?.Count);
                    Console.WriteLine((await client.Users["user_1"].GetAsync())?.Id);
                    Console.WriteLine((await client.Invitations.PostAsync(new() { EmailAddress = "ada@example.com" }))?.Id);
                    foreach (var membership in (await client.Organizations["org_1"].Memberships.GetAsync())?.Data ?? [])
                    {
                        Console.WriteLine(membership.Role);
                    }
                }
            }
        }
        """;

    private const string NSwagCalls = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Peer;

        internal static class Program
        {
            private static async Task Main(string[] args)
            {
                using var http = new HttpClient();
                var client = new PeerClient(http) { BaseUrl = args[0] };
                Console.WriteLine((await client.GetOrganizationInvitationAsync("org_1", "inv_1")).Id);
                if (args.Length > 1)
                {
                    Console.WriteLine((await client.GetUserAsync("user_1")).Id);
                    Console.WriteLine((await client.CreateInvitationAsync(new() { Email_address = "ada@example.com" })).Id);
                    Console.WriteLine((await client.ListInvitationsAsync(null, null, null, null, 10, null)).Count);
                    foreach (var membership in (await client.InstanceGetOrganizationMembershipsAsync(null, 10, 0)).Data)
                    {
                        Console.WriteLine(membership.Role);
                    }
                }
            }
        }
        """;

    /// <summary>Installs a tool and writes a project with the client that it makes.</summary>
    /// <param name="peer">The generator.</param>
    /// <param name="tools">Folder of the tools.</param>
    /// <param name="folder">Folder of the project, which exists.</param>
    /// <exception cref="InvalidOperationException">The tool could not be installed, or failed.</exception>
    public static async Task WriteAsync(Peer peer, string tools, string folder)
    {
        await MeasuredProcess.DotNetAsync(folder, "tool", "install", peer.Tool.Package, "--version", peer.Tool.Version, "--tool-path", tools);
        await MeasuredProcess.RunAsync(Path.Combine(tools, peer.Tool.Command), folder, [.. peer.Arguments]);
        await WriteProjectAsync(folder, peer.Packages);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), peer.Source);
    }

    /// <summary>Writes a project.</summary>
    /// <param name="folder">Its folder, which exists.</param>
    /// <param name="packages">Packages that it refers to.</param>
    public static Task WriteProjectAsync(string folder, IReadOnlyList<(string Id, string Version)> packages)
    {
        string references = string.Join("\n    ", packages.Select(static package => $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />"""));
        return File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TargetFramework>net10.0</TargetFramework>
                <WarningLevel>0</WarningLevel>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Builds a restored project, and adds an empty class for each type that its client refers to and does not have.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> CompleteAsync(string folder)
    {
        try
        {
            await MeasuredProcess.DotNetAsync(folder, "build", "--no-restore", "-nologo", "-v", "q");
            return 0;
        }
        catch (InvalidOperationException exception) when (MissingType().IsMatch(exception.Message))
        {
            string[] missing = [.. MissingType().Matches(exception.Message).Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Missing.cs"),
                "namespace Peer;\n" + string.Concat(missing.Select(static name => $"public class {name} {{ }}\n")));
            return missing.Length;
        }
    }

    [GeneratedRegex("error CS0246: The type or namespace name '(\\w+)'")]
    private static partial Regex MissingType();
}
