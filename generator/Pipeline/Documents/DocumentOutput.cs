using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Projects;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>The output of one document.</summary>
/// <param name="Files">The files to emit.</param>
/// <param name="Diagnostics">The diagnostics.</param>
internal sealed record DocumentOutput(EquatableArray<FileModel> Files, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    /// <summary>
    /// The samples alone, of types that a referenced client has. Diagnostics about the document are reported where the client is compiled.
    /// </summary>
    public DocumentOutput SamplesOf(ReferencedClient client)
    {
        foreach (FileModel file in Files)
        {
            if (file is SamplesModel samples)
            {
                List<SampleModel> known = [.. samples.Samples];
                known.RemoveAll(sample => !client.Types.Contains(sample.Name));
                return new DocumentOutput(
                    new EquatableArray<FileModel>([samples with { Samples = known.ToEquatableArray() }]), EquatableArray<LocatedDiagnostic>.Empty);
            }
        }

        return this;
    }

    public static DocumentOutput Failed(params LocatedDiagnostic[] diagnostics) =>
        new(EquatableArray<FileModel>.Empty, new EquatableArray<LocatedDiagnostic>(diagnostics));
}
