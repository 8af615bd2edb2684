using System.Collections.Concurrent;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// The templates of pages: those in the user's folder take the place of the built-in ones of the same name. An unknown variable is an error, so
/// that a typing mistake does not drop a part of a page silently.
/// </summary>
/// <param name="folder">The user's folder, or null.</param>
internal sealed class PageTemplates(string? folder) : ITemplateLoader
{
    /// <summary>The version of what templates are given; it rises when something is renamed or removed.</summary>
    public const int ModelVersion = 1;

    private const string Extension = ".sbn-md";

    // More than the largest document needs: each member of each type is a turn of a loop.
    private const int MaximumTurns = 10_000_000;

    private const int MaximumCharacters = 32 << 20;

    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>Names of the built-in templates.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
        [.. typeof(PageTemplates).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a built-in template.</summary>
    public static string TextOf(string name)
    {
        using Stream stream = typeof(PageTemplates).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Renders a page.</summary>
    /// <param name="name">The template, without its extension.</param>
    /// <param name="model">Its input. Read-only for templates.</param>
    /// <exception cref="ToolException">The template is wrong.</exception>
    public string Render(string name, ScriptObject model, CancellationToken cancellationToken)
    {
        Template template = Parse(name + Extension);
        TemplateContext context = new()
        {
            TemplateLoader = this,
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedIndexerAccess = false,
            LoopLimit = MaximumTurns,
            LimitToString = MaximumCharacters,
            RecursiveLimit = 16,
            CancellationToken = cancellationToken,
            NewLine = "\n",
        };
        model.IsReadOnly = true;
        context.PushGlobal(model);
        try
        {
            return PageText.Normalize(template.Render(context));
        }
        catch (ScriptRuntimeException exception) when (exception.InnerException is ToolException inner)
        {
            throw new ToolException($"Template {exception.Span.FileName}({exception.Span.Start.Line + 1},{exception.Span.Start.Column + 1}): {inner.Message}");
        }
        catch (ScriptParserRuntimeException exception) when (exception.ParserMessages is [var message, ..])
        {
            throw new ToolException($"Template {message}");
        }
        catch (ScriptRuntimeException exception)
        {
            throw new ToolException($"Template {exception.Span.FileName}({exception.Span.Start.Line + 1},{exception.Span.Start.Column + 1}): {exception.OriginalMessage}");
        }
    }

    string ITemplateLoader.GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => Checked(templateName) + Extension;

    string ITemplateLoader.Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => Load(templatePath);

    ValueTask<string?> ITemplateLoader.LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(templatePath));

    private Template Parse(string file) => _parsed.GetOrAdd(file, name =>
    {
        Template template = Template.Parse(Load(name), name);
        return template.HasErrors
            ? throw new ToolException($"Template {template.Messages[0]}")
            : template;
    });

    private string Load(string file)
    {
        if (folder is not null && Path.Combine(folder, file) is var own && File.Exists(own))
        {
            return File.ReadAllText(own).ReplaceLineEndings("\n");
        }

        return BuiltIn.Contains(file) ? TextOf(file) : throw new ToolException($"There is no template '{file}'. Templates are {string.Join(", ", BuiltIn)}.");
    }

    // Templates lie in the two folders themselves, so a name with a path leads out of them.
    private static string Checked(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? name
        : throw new ToolException($"'{name}' is no name of a template. Use letters, digits, '-' and '_'.");
}
