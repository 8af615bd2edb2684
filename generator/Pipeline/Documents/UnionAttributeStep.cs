using System.Text;
using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>
/// Emits the attribute by which the compiler of C# 15 recognises a union (its specification, section "Union types"). Only projects with
/// unions and without the attribute of .NET 11 need it.
/// </summary>
internal static class UnionAttributeStep
{
    private const string MetadataName = "System.Runtime.CompilerServices.UnionAttribute";
    private const string HintName = "ClerkGen.UnionAttribute.g.cs";

    private const string Text = FileEmitter.Start + """
        namespace System.Runtime.CompilerServices;

        /// <summary>Marks a union, so that the compiler knows its cases from C# 15 on. Part of .NET from version 11 on.</summary>
        [global::System.AttributeUsage(global::System.AttributeTargets.Class | global::System.AttributeTargets.Struct, Inherited = false)]
        internal sealed class UnionAttribute : global::System.Attribute
        {
        }

        """;

    /// <param name="context">The generator's context.</param>
    /// <param name="used">The emitted files of each document.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<UsedOutput> used)
    {
        IncrementalValueProvider<Items<string>> unions = used
            .Where(static document => HasUnion(document.Files))
            .Select(static (_, _) => "")
            .CollectItems();
        IncrementalValueProvider<bool> isNeeded = unions
            .Join(context.CompilationProvider)
            .Select(static (pair, _) => pair.Left.Values.Count > 0 && !IsKnown(pair.Right));
        context.RegisterSourceOutput(isNeeded, static (output, isNeeded) =>
        {
            if (isNeeded)
            {
                output.AddSource(HintName, SourceText.From(Text, Encoding.UTF8));
            }
        });
    }

    private static bool HasUnion(EquatableArray<FileModel> files)
    {
        foreach (FileModel file in files)
        {
            if (file is UnionModel { IsCSharpUnion: true })
            {
                return true;
            }
        }

        return false;
    }

    // One that another assembly keeps to itself does not count, and of two that are visible the compiler would take neither.
    private static bool IsKnown(Compilation compilation)
    {
        int count = 0;
        foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(MetadataName))
        {
            count += compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? 1 : 0;
        }

        return count == 1;
    }
}
