using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>What became of one document.</summary>
/// <param name="Files">What will be emitted.</param>
/// <param name="Diagnostics">What its user should know.</param>
internal sealed record DocumentOutput(EquatableArray<FileModel> Files, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    public static DocumentOutput Failed(params LocatedDiagnostic[] diagnostics) =>
        new(EquatableArray<FileModel>.Empty, new EquatableArray<LocatedDiagnostic>(diagnostics));
}
