using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>The facts about the project that the pipeline needs. Computed anew for every edit, so it asks for nothing that costs.</summary>
/// <param name="LanguageVersion">Version of C# that the project compiles with.</param>
/// <param name="HasRuntime">Whether <c>ClerkGen.Runtime</c> is referenced.</param>
/// <param name="HasHttpClientFactory">Whether <c>Microsoft.Extensions.Http</c> 8 or later is referenced: with it come keyed services.</param>
/// <param name="AssemblyName">Stands in for a missing root namespace.</param>
internal sealed record ProjectFacts(LanguageVersion LanguageVersion, bool HasRuntime, bool HasHttpClientFactory, string AssemblyName)
{
    private const string OpenApi = "Microsoft.AspNetCore.OpenApi";
    private const string SwaggerGen = "Swashbuckle.AspNetCore.SwaggerGen";

    // Both describe documents by the second version of Microsoft.OpenApi from here on.
    private const int OpenApiVersion = 10;
    private const string Runtime = "ClerkGen.Runtime";
    private const string HttpClientFactory = "Microsoft.Extensions.Http";
    private const int HttpClientFactoryVersion = 8;

    // LanguageVersion.CSharp15, which the Roslyn that this is built against does not know. Previews are later ones.
    private const int FirstWithUnions = 1500;

    /// <summary>Whether <c>Microsoft.AspNetCore.OpenApi</c> 10 or later is referenced.</summary>
    public bool HasOpenApi { get; init; }

    /// <summary>Whether <c>Swashbuckle.AspNetCore.SwaggerGen</c> 10 or later is referenced.</summary>
    public bool HasSwaggerGen { get; init; }

    /// <param name="compilation">The project's facts.</param>
    /// <param name="options">How it is parsed: without a file the compilation knows no version.</param>
    public static ProjectFacts Of(Compilation compilation, ParseOptions options)
    {
        bool hasRuntime = false;
        bool hasHttpClientFactory = false;
        bool hasOpenApi = false;
        bool hasSwaggerGen = false;
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            hasRuntime |= reference.Name == Runtime;
            hasHttpClientFactory |= IsHttpClientFactory(reference);
            hasOpenApi |= reference.Name == OpenApi && reference.Version.Major >= OpenApiVersion;
            hasSwaggerGen |= reference.Name == SwaggerGen && reference.Version.Major >= OpenApiVersion;
        }

        LanguageVersion version = options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.CSharp12;
        return new ProjectFacts(version, hasRuntime, hasHttpClientFactory, compilation.AssemblyName ?? "") { HasOpenApi = hasOpenApi, HasSwaggerGen = hasSwaggerGen };
    }

    /// <summary>Whether a project references <c>Microsoft.Extensions.Http</c> 8 or later.</summary>
    public static bool HasHttpClientFactoryIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(IsHttpClientFactory);

    private static bool IsHttpClientFactory(AssemblyIdentity reference) =>
        reference.Name == HttpClientFactory && reference.Version.Major >= HttpClientFactoryVersion;

    /// <summary>The part of it that emitted code depends on.</summary>
    /// <param name="names">Names that the user chose.</param>
    public ConsumerFacts ToConsumerFacts(EquatableArray<UserTypeNames> names) =>
        new(HasHttpClientFactory, names) { HasUnions = (int)LanguageVersion >= FirstWithUnions, HasOpenApi = HasOpenApi, HasSwaggerGen = HasSwaggerGen };
}
