using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>
/// Limits the diagnostics of one document. Ten thousand of one kind are no more useful than a thousand. Errors are counted apart from the
/// rest, so that no number of remarks hides the one that fails the build.
/// </summary>
internal sealed class DiagnosticLimit
{
    /// <summary>How many errors, and how many others, are reported for one document.</summary>
    public const int Maximum = 1_000;

    private int _errors;
    private int _others;

    /// <summary>Whether something was not taken.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Counts a diagnostic; false when there are enough like it.</summary>
    public bool TryAdd(DiagnosticDescriptor descriptor)
    {
        ref int count = ref CountOf(descriptor);
        if (count == Maximum)
        {
            IsExceeded = true;
            return false;
        }

        count++;
        return true;
    }

    /// <summary>Counts a diagnostic no longer, because it was taken back.</summary>
    public void Remove(DiagnosticDescriptor descriptor) => CountOf(descriptor)--;

    private ref int CountOf(DiagnosticDescriptor descriptor) =>
        ref descriptor.DefaultSeverity == DiagnosticSeverity.Error ? ref _errors : ref _others;
}
