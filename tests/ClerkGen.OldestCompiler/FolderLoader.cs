using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace ClerkGen.OldestCompiler;

/// <summary>Loads analyzers as the compiler does: a context per folder, which has its own files first and shares the compiler's libraries.</summary>
internal sealed class FolderLoader : IAnalyzerAssemblyLoader
{
    private readonly Dictionary<string, FolderContext> _folders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
        // Every assembly in an analyzer's folder is found there.
    }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath)
    {
        string folder = Path.GetDirectoryName(fullPath)!;
        if (!_folders.TryGetValue(folder, out FolderContext? context))
        {
            _folders.Add(folder, context = new FolderContext(folder));
        }

        return context.LoadFromAssemblyPath(fullPath);
    }

    private sealed class FolderContext(string folder) : AssemblyLoadContext
    {
        // Libraries of the compiler that a package may bring too.
        private static readonly HashSet<string> s_compilers = new(StringComparer.Ordinal)
        {
            "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
            "System.Reflection.Metadata", "System.Runtime.CompilerServices.Unsafe",
        };

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return s_compilers.Contains(assemblyName.Name!) || !File.Exists(path) ? null : LoadFromAssemblyPath(path);
        }
    }
}
