using System.Text;
using ClerkGen.Generator;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.Fragments;

/// <summary>
/// A fragment under Roslyn's own harness for source generators: it demands that exactly the expected files are emitted and exactly the
/// expected diagnostics reported, those of the compiler included, and says by a difference what is not as expected. References come from the
/// running framework, since its own reference assemblies would be downloaded.
/// </summary>
internal sealed class FragmentTest : CSharpSourceGeneratorTest<ClerkGenerator, DefaultVerifier>
{
    public FragmentTest(Fragment fragment)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        TestState.AdditionalReferences.AddRange(SharedReferences.Framework);
        TestState.AdditionalReferences.Add(SharedReferences.Runtime);
        foreach (string reference in fragment.References)
        {
            TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(reference));
        }

        TestState.AdditionalFiles.Add((Fragment.Path, fragment.Document));
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", fragment.GlobalConfig));
        if (fragment.Source is { } source)
        {
            TestState.Sources.Add(source);
        }

        foreach ((string file, string text) in fragment.Expected.Files)
        {
            TestState.GeneratedSources.Add((typeof(ClerkGenerator), file, SourceText.From(text, Encoding.UTF8)));
        }

        TestState.ExpectedDiagnostics.AddRange(fragment.Expected.Diagnostics.Select(static diagnostic => diagnostic.ToResult()));
    }

    protected override ParseOptions CreateParseOptions() =>
        ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
}
