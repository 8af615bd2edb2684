using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Declarations;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Pipeline.Projects;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>Everything that the output of one document depends on.</summary>
/// <param name="File">The document.</param>
/// <param name="All">All documents and the files that they may refer to, in the project's order.</param>
/// <param name="RootNamespace">The project's root namespace, or its assembly's name.</param>
/// <param name="Project">Facts of the project.</param>
/// <param name="Names">Names that the user chose.</param>
/// <param name="Referenced">Clients that the project has from elsewhere.</param>
internal sealed record DocumentInput(
    InputFile File,
    EquatableArray<InputFile> All,
    string RootNamespace,
    ProjectFacts Project,
    EquatableArray<ChosenTypeNames> Names,
    EquatableArray<ReferencedClient> Referenced)
{
    /// <summary>Reads and translates the document, unless the project or the item rules that out.</summary>
    public DocumentOutput Generate(CancellationToken cancellationToken)
    {
        OptionsReader reader = new(File, RootNamespace);
        DocumentOptions options = reader.Read();
        ReferencedClient? client = FindClient(options);
        if (Refusal(options, client) is { } refusal)
        {
            return DocumentOutput.Failed(refusal);
        }

        if (reader.Diagnostics.Count > 0)
        {
            return DocumentOutput.Failed([.. reader.Diagnostics]);
        }

        DocumentOutput output = DocumentCache.Process.Get(new DocumentKey(File, options, Facts(options, client)), All, cancellationToken);
        return client is null ? output : output.SamplesOf(client);
    }

    private ReferencedClient? FindClient(DocumentOptions options)
    {
        foreach (ReferencedClient client in Referenced)
        {
            if (client.Namespace == options.Namespace)
            {
                return client;
            }
        }

        return null;
    }

    private ConsumerFacts Facts(DocumentOptions options, ReferencedClient? client) =>
        Project.ToConsumerFacts(client?.Names ?? ChosenTypeNames.In(Names, options.Namespace));

    private LocatedDiagnostic? Refusal(DocumentOptions options, ReferencedClient? client)
    {
        if (Project.LanguageVersion < LanguageVersion.CSharp12)
        {
            string version = Project.LanguageVersion.ToDisplayString();
            return LocatedDiagnostic.OfFile(DiagnosticDescriptors.LanguageVersionTooLow, File.Path, version);
        }

        if (!Project.HasRuntime)
        {
            return LocatedDiagnostic.OfFile(DiagnosticDescriptors.RuntimeMissing, File.Path);
        }

        if (File.Text is null)
        {
            return LocatedDiagnostic.OfFile(DiagnosticDescriptors.DocumentMissing, File.Path);
        }

        if (client is not null && !options.Samples)
        {
            return LocatedDiagnostic.OfFile(DiagnosticDescriptors.ClientReferenced, File.Path, client.Assembly, client.Namespace);
        }

        foreach (InputFile other in All)
        {
            if (other.Equals(File))
            {
                break;
            }

            // Files are named after namespaces, and names that differ in case only are one to the compiler.
            if (other.Metadata is not null
                && new OptionsReader(other, RootNamespace).Read().Namespace.Equals(options.Namespace, StringComparison.OrdinalIgnoreCase))
            {
                return LocatedDiagnostic.OfFile(DiagnosticDescriptors.NamespaceTaken, File.Path, options.Namespace);
            }
        }

        return null;
    }
}
