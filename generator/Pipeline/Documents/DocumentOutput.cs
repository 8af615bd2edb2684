using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>The output of one document.</summary>
/// <param name="Files">The files to emit.</param>
/// <param name="Diagnostics">The diagnostics.</param>
internal sealed record DocumentOutput(EquatableArray<FileModel> Files, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    public static DocumentOutput Failed(params LocatedDiagnostic[] diagnostics) =>
        new(EquatableArray<FileModel>.Empty, new EquatableArray<LocatedDiagnostic>(diagnostics));
}
