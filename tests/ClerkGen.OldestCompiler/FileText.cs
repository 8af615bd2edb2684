using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.OldestCompiler;

/// <summary>A file of <c>/additionalfile</c>.</summary>
internal sealed class FileText(string path) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => CompilerOptions.Text(path);
}
