using System.Collections.Concurrent;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Surface;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Clients;

/// <summary>The types of emitted files, each file printed and read once. Two documents share most of their files. Safe for several threads.</summary>
internal sealed class EmittedTypes
{
    private readonly ConcurrentDictionary<FileModel, Lazy<IReadOnlyList<ApiType>>> _files = new();

    /// <summary>The types of a file.</summary>
    /// <param name="file">The file's model.</param>
    /// <param name="accessibility">The accessibility of the whole client.</param>
    /// <param name="cancellationToken">Cancels the printing.</param>
    public IReadOnlyList<ApiType> Of(FileModel file, EmittedAccessibility accessibility, CancellationToken cancellationToken) => _files.GetOrAdd(
        file,
        model => new Lazy<IReadOnlyList<ApiType>>(() => ApiSurface.TypesOf(
            FileOutput.TextOf(model, cancellationToken).ToString(),
            accessibility == EmittedAccessibility.Internal ? SyntaxKind.InternalKeyword : SyntaxKind.PublicKeyword))).Value;
}
