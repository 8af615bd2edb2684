using System.Reflection;
using ClerkGen.Generator;
using ClerkGen.Tests.Customising;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Tests.CodeFixes;

/// <summary>The small document and the user's sources in an editor.</summary>
internal static class ShopWorkspace
{
    /// <param name="language">Sources of the project.</param>
    /// <param name="sources">The user's files; a <c>|</c> in the first is where the cursor is.</param>
    public static EditorWorkspace Open(LanguageVersion language, params string[] sources) => new(
        new AnalyzerFileReference(typeof(ClerkGenerator).Assembly.Location, new LoadedGenerator()),
        typeof(ApiClient).Assembly.Location,
        ShopDocument.Text,
        language,
        sources);

    /// <summary>Gives the generator that is loaded already.</summary>
    private sealed class LoadedGenerator : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(ClerkGenerator).Assembly;
    }
}
