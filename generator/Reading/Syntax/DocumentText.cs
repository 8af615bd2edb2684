using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>Chooses between JSON and YAML.</summary>
internal static class DocumentText
{
    /// <summary>Reads a text; null when it holds nothing.</summary>
    /// <exception cref="DocumentSyntaxException">The text is neither JSON nor YAML, or goes over a limit.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode? Read(SourceFile file, ReadContext context)
    {
        if (file.Text.Length > context.Limits.InputLength)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"The file is longer than {context.Limits.InputLength} characters.", file, 0);
        }

        context.Read(file);
        char first = FirstCharacter(file.Content);
        if (first == '\0')
        {
            return null;
        }

        bool isCalledJson = file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (isCalledJson || first is '{' or '[')
        {
            int noted = context.Diagnostics.Count;
            try
            {
                return JsonTextReader.Read(file, context);
            }
            catch (DocumentSyntaxException exception) when (exception.Kind == ReadDiagnosticKind.InvalidSyntax && !isCalledJson)
            {
                // Not JSON by its name: '{' also begins YAML's flow mappings, which may hold what JSON does not allow.
            }

            context.Discard(noted);
        }

        return SimpleYamlReader.Read(file, context) ?? YamlTextReader.Read(file, context);
    }

    private static char FirstCharacter(string text)
    {
        foreach (char c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return c;
            }
        }

        return '\0';
    }
}
