using ClerkGen.OldestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

// A stand-in for csc.dll, which is not to be had in this version: the library it is made of, 4.8, which came with the first .NET 8 SDK, behind
// the same command line. Reads what a build hands over, runs generators (no analyzers), and writes the assembly and its reference assembly.
CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(args, Environment.CurrentDirectory, sdkDirectory: null);
CompilerOptions options = CompilerOptions.Read(arguments);

Compilation compilation = CSharpCompilation.Create(
    arguments.CompilationName,
    arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(CompilerOptions.Text(file.Path), arguments.ParseOptions, file.Path)),
    arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
    arguments.CompilationOptions.WithSyntaxTreeOptionsProvider(options));

var loader = new FolderLoader();
var generators = new List<ISourceGenerator>();
var failures = new List<string>();
foreach (CommandLineAnalyzerReference analyzer in arguments.AnalyzerReferences)
{
    var reference = new AnalyzerFileReference(analyzer.FilePath, loader);
    reference.AnalyzerLoadFailed += (_, failure) => failures.Add($"{analyzer.FilePath}: error CS8034: {failure.Message}");
    generators.AddRange(reference.GetGenerators(LanguageNames.CSharp));
}

GeneratorDriver driver = CSharpGeneratorDriver.Create(
    generators,
    arguments.AdditionalFiles.Select(file => new FileText(file.Path)),
    arguments.ParseOptions,
    options);
driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var reported);

string output = Path.Combine(arguments.OutputDirectory, arguments.OutputFileName!);
using var image = new MemoryStream();
using var documentation = new MemoryStream();
EmitResult result = compilation.Emit(image, xmlDocumentationStream: documentation, options: arguments.EmitOptions);

Diagnostic[] shown = [.. reported.Concat(result.Diagnostics).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)];
foreach (string line in failures.Concat(shown.Select(diagnostic => diagnostic.ToString())))
{
    Console.WriteLine(line);
}

if (failures.Count > 0 || shown.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
{
    return 1;
}

File.WriteAllBytes(output, image.ToArray());
if (arguments.DocumentationPath is { } documentationPath)
{
    File.WriteAllBytes(documentationPath, documentation.ToArray());
}

if (arguments.OutputRefFilePath is { } referencePath)
{
    using FileStream reference = File.Create(referencePath);
    compilation.Emit(reference, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
}

Console.WriteLine($"{typeof(Compilation).Assembly.GetName().Version!.ToString(2)}: {compilation.SyntaxTrees.Count()} files");
return 0;
