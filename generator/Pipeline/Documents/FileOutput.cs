using System.Runtime.CompilerServices;
using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>Hands emitted files to the compiler. The text of a model that is still in memory is printed once per process.</summary>
internal static class FileOutput
{
    private static readonly ConditionalWeakTable<FileModel, SourceText> Texts = new();

    /// <summary>The text of a file.</summary>
    /// <exception cref="OperationCanceledException">The compiler wants to stop; nothing is remembered.</exception>
    public static SourceText TextOf(FileModel file, CancellationToken cancellationToken) =>
        Texts.TryGetValue(file, out SourceText? text) ? text : Print(file, cancellationToken);

    private static SourceText Print(FileModel file, CancellationToken cancellationToken) =>
        Texts.GetValue(file, model => SourceText.From(FileEmitter.Emit(model, cancellationToken), Encoding.UTF8));

    public static void Add(SourceProductionContext context, FileModel file)
    {
        try
        {
            context.AddSource(file.HintName, TextOf(file, context.CancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            string message = DiagnosticBag.Printable($"{file.HintName}: {exception.GetType().Name}: {exception.Message}");
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.GeneratorFailed, Location.None, message));
        }
    }
}
