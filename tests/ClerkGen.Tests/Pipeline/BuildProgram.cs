using System.Reflection;
using System.Runtime.Loader;

namespace ClerkGen.Tests.Pipeline;

/// <summary>
/// What this assembly does when it is started as a program: it runs MSBuild for each line that it reads, a folder and arguments between tabs. The
/// SDK's own build server does the same: one process, and a run of the command line for each build.
/// </summary>
internal static class BuildProgram
{
    /// <summary>Begins the line that ends the output of a build; the exit code follows.</summary>
    public const string End = "Build ended: ";

    private static int Main()
    {
        string folder = typeof(BuildProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "MSBuildFolder").Value!;
        string program = Path.Combine(folder, "MSBuild.dll");
        Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", program);
        var context = new BuildContext(folder);
        AssemblyLoadContext.Default.Resolving += (_, name) => context.Find(name);
        MethodInfo execute = context.LoadFromAssemblyPath(program)
            .GetType("Microsoft.Build.CommandLine.MSBuildApp", throwOnError: true)!.GetMethod("Execute", [typeof(string[])])!;
        while (Console.ReadLine() is { } line)
        {
            string[] parts = line.Split('\t');
            Environment.CurrentDirectory = parts[0];
            object exit = execute.Invoke(null, [parts[1..]])!;
            Console.WriteLine(End + Convert.ToInt32(exit, null));
        }

        return 0;
    }

    // Some of these assemblies belong to this program too, in other versions.
    private sealed class BuildContext(string folder) : AssemblyLoadContext("MSBuild")
    {
        internal Assembly? Find(AssemblyName name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;

        protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);
    }
}
