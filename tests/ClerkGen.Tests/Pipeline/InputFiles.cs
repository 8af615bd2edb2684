using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Files as the pipeline sees them.</summary>
internal static class InputFiles
{
    /// <summary>A document as a project without metadata has it.</summary>
    public static InputFile Document(string path, string text)
    {
        InMemoryText file = new(new GeneratorFile(path, text, new Dictionary<string, string>()));
        GeneratorInput input = new() { Files = [file.File] };
        return InputFile.Read(file, new InMemoryOptions(input), CancellationToken.None)!;
    }
}
