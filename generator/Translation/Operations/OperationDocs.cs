using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Documents operations and their parts in the document's own words.</summary>
internal static class OperationDocs
{
    /// <summary>Docs of a method.</summary>
    public static DocModel OfOperation(NamedOperation named, IEnumerable<string> notes)
    {
        OpenApiOperation operation = named.Source.Operation;
        StringBuilder remarks = new();
        string? summary = Text(operation.Summary) ?? Text(named.Source.Item.Summary);
        string? description = Text(operation.Description) ?? Text(named.Source.Item.Description);
        if (summary is null && description is not null)
        {
            summary = FirstParagraph(description);
        }

        if (description is not null && description != summary)
        {
            Append(remarks, description);
        }

        foreach (string note in notes)
        {
            Append(remarks, note);
        }

        if (operation.ExternalDocs?.Url is { } url)
        {
            Append(remarks, (Text(operation.ExternalDocs.Description) ?? "More") + ": " + url.OriginalString);
        }

        // Method and path lead to the place in the document. A JSON pointer would be unreadable in a tooltip.
        string title = "`" + named.Source.Title + "`";
        string id = named.Source.Id is { Length: > 0 } given ? "`" + given + "`" : "";
        string place = summary is null ? id : id.Length == 0 ? title : id + ": " + title;
        Append(remarks, place);

        return new DocModel(summary ?? $"Sends {title}.", remarks.Length == 0 ? null : remarks.ToString())
        {
            Deprecation = operation.Deprecated ? DeprecationText.Of(summary, description, TagsText(operation)) : null,
        };
    }

    /// <summary>The description of a success, from the first response that has one.</summary>
    public static string? OfResult(List<StatusRange> successes)
    {
        foreach (StatusRange success in successes)
        {
            if (Text(success.Description) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Docs of the client.</summary>
    /// <param name="document">The document.</param>
    /// <param name="filterNote">The part that filters kept, or nothing.</param>
    public static DocModel OfClient(OpenApiDocument document, string filterNote)
    {
        StringBuilder remarks = new();
        Append(remarks, Text(document.Info?.Description) ?? "");
        Append(remarks, filterNote);
        if (document.ExternalDocs?.Url is { } url)
        {
            Append(remarks, (Text(document.ExternalDocs.Description) ?? "More") + ": " + url.OriginalString);
        }

        string title = Text(document.Info?.Title) ?? "API";
        string version = Text(document.Info?.Version) is { } known ? ", version " + known : "";
        return new DocModel($"Client of {title}{version}.", remarks.Length == 0 ? null : remarks.ToString());
    }

    /// <summary>Docs of a parameter.</summary>
    public static DocModel OfParameter(ParameterSource source)
    {
        string fallback = source.Place switch
        {
            ParameterPlace.Path => "Sent in the path.",
            ParameterPlace.Query => "Sent in the query.",
            ParameterPlace.Header => "Sent as a header.",
            _ => "Sent as a cookie.",
        };
        DocModel doc = SchemaDocs.Of(Text(source.Parameter.Description) ?? Text(source.Parameter.Schema?.Description), fallback);
        List<string> facts = [];
        if (SchemaShapes.Resolve(source.Parameter.Schema) is { } schema)
        {
            SchemaDocs.AddFacts(schema, facts);
        }

        return doc with
        {
            Remarks = SchemaDocs.Remarks(doc.Remarks, facts),
            Deprecation = DeprecationText.Of(doc.Summary, doc.Remarks),
        };
    }

    /// <summary>A text, or null when it is missing or blank.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    /// <summary>The text before the first empty line.</summary>
    public static string? FirstParagraph(string? text)
    {
        if (Text(text) is not { } trimmed)
        {
            return null;
        }

        string normal = trimmed.Replace("\r\n", "\n").Replace('\r', '\n');
        int end = normal.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? normal : normal.Substring(0, end).TrimEnd();
    }

    private static string? TagsText(OpenApiOperation operation)
    {
        foreach (OpenApiTagReference tag in operation.Tags ?? (IEnumerable<OpenApiTagReference>)[])
        {
            if (Text(tag.Description) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    internal static void Append(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append(paragraph);
        }
    }
}
