using System.Reflection;

namespace ClerkGen.Tool;

/// <summary>The tool's version, without the commit it was built from.</summary>
internal static class ToolVersion
{
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
