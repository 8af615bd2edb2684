namespace ClerkGen.Benchmarks;

/// <summary>The programs that are measured: builds of one that calls five operations, native code of one that calls one.</summary>
internal static class ConsumerProgram
{
    public const string Empty = """
        internal static class Program
        {
            private static void Main() => System.Console.WriteLine("hello");
        }
        """;

    public const string OneCall = """
        using System;
        using System.Threading.Tasks;
        using Clerk.Backend;

        internal static class Program
        {
            private static async Task Main(string[] args)
            {
                var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1", BaseAddress = new Uri(args[0]) });
                Console.WriteLine((await clerk.OrganizationInvitations.GetAsync("org_1", "inv_1")).Id);
            }
        }
        """;

    public const string FiveCalls = """
        using System;
        using System.Threading.Tasks;
        using Clerk.Backend;

        internal static class Program
        {
            private static async Task Main(string[] args)
            {
                var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1", BaseAddress = new Uri(args[0]) });
                Console.WriteLine((await clerk.OrganizationInvitations.GetAsync("org_1", "inv_1")).Id);
                if (args.Length > 1)
                {
                    Console.WriteLine((await clerk.Users.ListAsync(new() { Limit = 10 })).Count);
                    Console.WriteLine((await clerk.Users.GetAsync("user_1")).Id);
                    Console.WriteLine((await clerk.Invitations.CreateAsync(new() { EmailAddress = "ada@example.com" })).Id);
                    await foreach (OrganizationMembership membership in clerk.OrganizationMemberships.ListAllAsync("org_1"))
                    {
                        Console.WriteLine(membership.Role);
                    }
                }
            }
        }
        """;

    /// <summary>Writes a project that has the generator as a reference to the package gives it.</summary>
    /// <param name="folder">Folder of the project, outside the repository.</param>
    /// <param name="properties">Further properties.</param>
    /// <param name="analyzers">Paths of the generator and of what it needs; none for a program without a client.</param>
    /// <param name="source">Its program.</param>
    public static void Write(string folder, string properties, IReadOnlyList<string> analyzers, string source)
    {
        string build = Path.Combine(Testing.Repository.Root, "generator", "build");
        string references = string.Join("\n    ", analyzers.Select(static path => $"""<Analyzer Include="{path}" />"""));
        // The runtime beside this program is for the newest .NET; for another one it is built.
        bool isNewest = !properties.Contains("<TargetFramework>", StringComparison.Ordinal);
        string framework = isNewest ? "<TargetFramework>net10.0</TargetFramework>" : "";
        string runtime = isNewest
            ? $"""<Reference Include="{Compiler.Runtime}" />"""
            : $"""<ProjectReference Include="{Path.Combine(Testing.Repository.Root, "runtime", "ClerkGen.Runtime.csproj")}" />""";
        string client = analyzers.Count > 0
            ? $"""
                <Import Project="{Path.Combine(build, "ClerkGen.props")}" />
                <PropertyGroup>
                  <ClerkGenBundledDocument>{BenchmarkDocuments.BundledPath}</ClerkGenBundledDocument>
                </PropertyGroup>
                <ItemGroup>
                  {references}
                  {runtime}
                </ItemGroup>
                <Import Project="{Path.Combine(build, "ClerkGen.targets")}" />
                <Import Project="{Path.Combine(Testing.Repository.Root, "runtime", "buildTransitive", "ClerkGen.Runtime.targets")}" />
              """
            : "";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                {framework}
                {properties}
              </PropertyGroup>
              {client}
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);
    }
}
