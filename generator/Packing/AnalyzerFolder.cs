using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ClerkGen.Packing;

/// <summary>
/// The assemblies that the package carries for the compiler: ours, and everything that they need and the compiler does not have.
/// <para> Analyzers of one project share a compiler, which identifies an assembly by its file name. If two of them bring a
/// <c>YamlDotNet.dll</c>, the SDK keeps the file with the higher version for both (<c>ResolvePackageFileConflicts</c>). So a library of
/// which one version is no substitute for another gets a name that only we use. System libraries keep theirs: any higher version will do,
/// and where the compiler has one itself, that one is compiled ahead of time.
/// </para>
/// </summary>
internal static class AnalyzerFolder
{
    private const string Prefix = "ClerkGen.";

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">Folder to write. Its previous content is deleted.</param>
    /// <param name="assemblies">Paths of our assemblies. Their dependencies are next to them.</param>
    /// <exception cref="FileNotFoundException">Something is needed that is neither there nor in every compiler.</exception>
    public static void Write(string folder, IEnumerable<string> assemblies)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        SortedDictionary<string, string> files = Needed(assemblies);
        Dictionary<string, AssemblyNameDefinition> identities = [];
        foreach ((string name, string file) in files)
        {
            using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file);
            identities[name] = IsRenamed(name) ? new AssemblyNameDefinition(Prefix + name, assembly.Name.Version) : assembly.Name;
        }

        foreach ((string name, string file) in files)
        {
            string target = Path.Combine(folder, identities[name].Name + ".dll");
            if (IsSystem(name))
            {
                File.Copy(file, target);
            }
            else
            {
                Rewrite(file, target, identities);
            }
        }
    }

    private static void Rewrite(string file, string target, Dictionary<string, AssemblyNameDefinition> identities)
    {
        bool hasSymbols = File.Exists(Path.ChangeExtension(file, ".pdb"));
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(
            file,
            new ReaderParameters { ReadSymbols = hasSymbols, SymbolReaderProvider = hasSymbols ? new PortablePdbReaderProvider() : null });
        AssemblyNameDefinition identity = identities[assembly.Name.Name];
        if (assembly.Name.Name != identity.Name)
        {
            // A changed assembly cannot keep the signature of the people who made it.
            assembly.Name.PublicKey = [];
            assembly.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
            assembly.Name.Name = identity.Name;
            assembly.MainModule.Name = Path.GetFileName(target);
        }

        foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences)
        {
            if (identities.TryGetValue(reference.Name, out AssemblyNameDefinition? carried))
            {
                // Also the version: no host of an analyzer has binding redirects for its dependencies.
                reference.Name = carried.Name;
                reference.Version = carried.Version;
                reference.PublicKeyToken = carried.PublicKeyToken;
            }
        }

        using SymbolFile? symbols = hasSymbols ? new SymbolFile(Path.ChangeExtension(target, ".pdb")) : null;
        assembly.Write(
            target,
            new WriterParameters
            {
                DeterministicMvid = true,
                WriteSymbols = hasSymbols,
                SymbolStream = symbols,
                SymbolWriterProvider = hasSymbols ? new PortablePdbWriterProvider() : null,
            });
    }

    private static SortedDictionary<string, string> Needed(IEnumerable<string> assemblies)
    {
        var needed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(assemblies);
        while (open.TryDequeue(out string? file))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (!needed.TryAdd(name, file))
            {
                continue;
            }

            using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file);
            foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences.Where(reference => !IsInEveryCompiler(reference.Name)))
            {
                open.Enqueue(Path.Combine(Path.GetDirectoryName(file)!, reference.Name + ".dll"));
            }
        }

        return needed;
    }

    private static bool IsRenamed(string name) => !IsSystem(name) && !IsOurs(name);

    private static bool IsOurs(string name) => name == "ClerkGen" || name.StartsWith(Prefix, StringComparison.Ordinal);

    private static bool IsSystem(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Bcl.", StringComparison.Ordinal);

    private static bool IsInEveryCompiler(string name) =>
        name is "netstandard" or "System.Collections.Immutable" or "System.Reflection.Metadata" or "System.Composition.AttributedModel"
        || name == "Microsoft.CodeAnalysis"
        || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);
}
