using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>A document's files after the user's declarations were taken over.</summary>
/// <param name="Files">The same models where nothing was declared.</param>
/// <param name="Diagnostics">Diagnostics about these declarations.</param>
internal sealed record CustomisedFiles(EquatableArray<FileModel> Files, EquatableArray<UserDiagnostic> Diagnostics);
