using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Declarations;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Translation.Customising;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Hostile;

/// <summary>
/// The output of the generator's stages for one document, without the compiler. Thousands of documents fit into the time of one
/// compilation. Runs on the calling thread.
/// </summary>
/// <param name="Files">Emitted files: hint name and text.</param>
/// <param name="Diagnostics">The generator's diagnostics, as the compiler would get them.</param>
/// <param name="Failures">Faults that must never occur: exceptions, and diagnostics that report one.</param>
/// <param name="Steps">The work that was counted, without optional help.</param>
public sealed record DirectRun(
    IReadOnlyList<KeyValuePair<string, string>> Files, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Failures, long Steps)
{
    /// <summary>Whether the generator reported a diagnostic.</summary>
    public bool Reports(string id) => Diagnostics.Any(diagnostic => diagnostic.Id == id);

    /// <summary>Runs the generator on the first document of an input; the other files are what it may refer to.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DirectRun Of(GeneratorInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var options = new InMemoryOptions(input);
        InputFile[] files = [.. input.Files.Select(file => InputFile.Read(new InMemoryText(file), options, cancellationToken)!)];
        var reader = new OptionsReader(files[0], input.RootNamespace);
        DocumentOptions documentOptions = reader.Read();
        WorkBudget budget = new(cancellationToken);
        DeclaredTypes declared = DeclaredIn(input.Sources, documentOptions.Namespace, cancellationToken);
        ConsumerFacts facts = new(false, ChosenTypeNames.In(ChosenTypeNames.Of(declared.Types), documentOptions.Namespace));
        DocumentOutput output = reader.Diagnostics.Count > 0
            ? DocumentOutput.Failed([.. reader.Diagnostics])
            : DocumentGenerator.Generate(
                new DocumentKey(files[0], documentOptions, facts), new OtherFiles(files[0], new EquatableArray<InputFile>(files)), budget);
        CustomisedFiles customised = Customiser.Apply(output.Files, new UserDeclarations(declared.Types, EquatableArray<JsonContextModel>.Empty), budget);
        return Print(
            new DocumentOutput(
                customised.Files,
                new EquatableArray<LocatedDiagnostic>([.. output.Diagnostics, .. UserDiagnostics.Locate(customised.Diagnostics, declared)])),
            budget);
    }

    // What the compiler's driver does for the generator.
    private static DeclaredTypes DeclaredIn(IReadOnlyList<string> sources, string @namespace, CancellationToken cancellationToken)
    {
        SyntaxTree[] trees = [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"Source{index}.cs", cancellationToken: cancellationToken))];
        DeclaredTypeName[] names =
        [
            .. trees.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().Where(DeclaredTypeName.IsCandidate).Select(DeclaredTypeName.Of)),
        ];
        return DeclaredTypes.Read(
            DeclaredTypes.Select(new EquatableArray<DeclaredTypeName>(names), new EquatableArray<string>([@namespace])),
            GeneratorHarness.Compilation("Consumer", trees),
            cancellationToken);
    }

    /// <summary>Runs the generator on one document.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DirectRun Of(string document, string path = "document.json", CancellationToken cancellationToken = default) =>
        Of(GeneratorInput.Of(document, path), cancellationToken);

    private static DirectRun Print(DocumentOutput output, WorkBudget budget)
    {
        CancellationToken cancellationToken = budget.CancellationToken;
        List<string> failures = [];
        List<KeyValuePair<string, string>> files = [];
        foreach (FileModel file in output.Files)
        {
            // The compiler asks between two outputs.
            cancellationToken.ThrowIfCancellationRequested();
            Attempt(file.HintName, () => files.Add(new(file.HintName, FileOutput.TextOf(file, cancellationToken).ToString())));
        }

        List<Diagnostic> diagnostics = [];
        foreach (LocatedDiagnostic diagnostic in output.Diagnostics)
        {
            Attempt(diagnostic.Descriptor.Id, () => diagnostics.Add(diagnostic.ToDiagnostic()));
        }

        failures.AddRange(diagnostics.Where(diagnostic => diagnostic.Id == DiagnosticDescriptors.GeneratorFailed.Id).Select(diagnostic => diagnostic.GetMessage()));
        failures.AddRange(files.GroupBy(file => file.Key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{group.Key}: hint name stands twice"));
        return new DirectRun(files, diagnostics, failures, budget.Spent - budget.Help);

        void Attempt(string what, Action action)
        {
            try
            {
                action();
            }
#pragma warning disable CA1031 // Any exception is a defect of the generator, which the caller reports.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Add($"{what}: {exception.GetType().Name}: {exception.Message}");
            }
        }
    }
}
