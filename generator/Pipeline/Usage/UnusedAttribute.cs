using System.Text;
using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Projects;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Usage;

/// <summary>
/// The attribute with which a program's assembly says what its client has not. Its tests are compiled against that assembly, and
/// <see cref="UnusedStep"/> explains what they miss.
/// </summary>
/// <param name="Program">Name of the program's assembly.</param>
/// <param name="Namespace">Namespace of the client.</param>
/// <param name="Names">The names, by <see cref="UnusedNames"/>.</param>
internal sealed record UnusedAttribute(string Program, string Namespace, HashSet<string> Names)
{
    private const string Key = "ClerkGen.Unused:";

    /// <summary>Emits the attribute for each client of which something is left out.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<UsedOutput> used)
    {
        IncrementalValuesProvider<UnusedClient> unused = used
            .Where(static output => output.Unused.Count > 0 && output.Files.Count > 0)
            .Select(static (output, _) => new UnusedClient(output.Files[0].Namespace, output.Unused));

        // No type's file has this name: a hyphen is no part of an identifier.
        context.RegisterSourceOutput(unused, static (output, client) => output.AddSource(
            client.Namespace + "-Unused.g.cs", SourceText.From(TextOf(client), Encoding.UTF8)));
    }

    /// <summary>The attributes of the assemblies that a project references.</summary>
    public static IReadOnlyList<UnusedAttribute> Find(Compilation compilation)
    {
        List<UnusedAttribute> found = [];
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (ReferencedClient.ReferencesRuntime(assembly))
            {
                found.AddRange(assembly.GetAttributes().Select(attribute => Read(assembly, attribute)).OfType<UnusedAttribute>());
            }
        }

        return found;
    }

    private static string TextOf(UnusedClient client)
    {
        CSharpText key = CSharpText.Literal(Key + client.Namespace);
        CSharpText names = CSharpText.Literal(string.Join(" ", client.Names));
        return FileEmitter.Start + CSharpText.Of($"[assembly: global::System.Reflection.AssemblyMetadata({key}, {names})]") + "\n";
    }

    private static UnusedAttribute? Read(IAssemblySymbol assembly, AttributeData attribute) =>
        attribute.AttributeClass?.Name == "AssemblyMetadataAttribute"
        && attribute.ConstructorArguments.Length == 2
        && attribute.ConstructorArguments[0].Value is string key && key.StartsWith(Key, StringComparison.Ordinal)
        && attribute.ConstructorArguments[1].Value is string names
            ? new UnusedAttribute(assembly.Name, key.Substring(Key.Length), new HashSet<string>(names.Split(' '), StringComparer.Ordinal))
            : null;

    private sealed record UnusedClient(string Namespace, EquatableArray<string> Names);
}
