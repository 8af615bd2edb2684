using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>A form in which a success can be had. Each that an operation documents is a method.</summary>
internal enum AnswerForm
{
    /// <summary>One value: JSON or text.</summary>
    Value,

    /// <summary>Items that are read while they arrive: events or JSON lines.</summary>
    Sequence,

    /// <summary>Bytes as a stream: files, and everything that no type describes.</summary>
    Bytes,
}

/// <summary>A documented success in one media type.</summary>
/// <param name="Range">Its statuses.</param>
/// <param name="Entry">The media type.</param>
/// <param name="Form">The form in which it can be had.</param>
internal sealed record DocumentedAnswer(StatusRange Range, MediaTypeEntry Entry, AnswerForm Form);

/// <summary>
/// The successes of an operation by status and media type, and the forms in which they can be had. A form that every status with a body has
/// comes first: a value, else a sequence, else bytes. The other forms are separate methods.
/// </summary>
internal sealed class DocumentedAnswers
{
    private readonly List<StatusRange> _withBody = [];
    private readonly Func<StatusRange, MediaTypeEntry, bool> _isBinary;

    private DocumentedAnswers(Func<StatusRange, MediaTypeEntry, bool> isBinary) => _isBinary = isBinary;

    /// <summary>All responds with a body, most specific status first, then by media type.</summary>
    public List<DocumentedAnswer> All { get; } = [];

    /// <summary>Statuses without a body.</summary>
    public List<StatusRange> Bodiless { get; } = [];

    /// <summary>Media types that no method asks for: other ways to write the same value.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>The forms, first the form of the operation's own method. Empty if no success has a body.</summary>
    public List<AnswerForm> Forms { get; } = [];

    /// <summary>Whether no form but bytes covers all statuses, though some have a value or a sequence.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Reads the successes.</summary>
    /// <param name="method">HTTP method; a response to <c>HEAD</c> has no body.</param>
    /// <param name="successes">The statuses.</param>
    /// <param name="isBinary">Whether the schema of a JSON media type describes a file.</param>
    public static DocumentedAnswers Read(string method, List<StatusRange> successes, Func<StatusRange, MediaTypeEntry, bool> isBinary)
    {
        DocumentedAnswers answers = new(isBinary);
        foreach (StatusRange range in successes)
        {
            if (range.Content.Count == 0 || range.IsBodiless || method == "HEAD")
            {
                answers.Bodiless.Add(range);
            }
            else
            {
                answers._withBody.Add(range);
                answers.Add(range, range.Content);
            }
        }

        answers.Decide();
        return answers;
    }

    /// <summary>The responses that can be had in a form.</summary>
    public List<DocumentedAnswer> Of(AnswerForm form) => All.FindAll(answer => answer.Form == form);

    private void Decide()
    {
        if (_withBody.Count == 0)
        {
            return;
        }

        AnswerForm[] forms = [AnswerForm.Value, AnswerForm.Sequence];
        foreach (AnswerForm form in forms)
        {
            if (_withBody.TrueForAll(range => All.Exists(answer => answer.Form == form && answer.Range == range)))
            {
                Forms.Add(form);
            }
        }

        if (Forms.Count == 0)
        {
            // Values and sequences have no common type except bytes.
            Forms.Add(AnswerForm.Bytes);
            IsMixed = All.Exists(static answer => answer.Form != AnswerForm.Bytes);
            return;
        }

        foreach (AnswerForm form in new[] { AnswerForm.Value, AnswerForm.Sequence, AnswerForm.Bytes })
        {
            if (!Forms.Contains(form) && All.Exists(answer => answer.Form == form))
            {
                Forms.Add(form);
            }
        }
    }

    private void Add(StatusRange range, List<MediaTypeEntry> entries)
    {
        // Frameworks add JSON without a schema to the real responses of an operation.
        List<MediaTypeEntry> described = entries.FindAll(static entry => entry.Kind != MediaTypeKind.Json || !SchemaShapes.SaysNothing(entry.Content.Schema));
        if (described.Exists(static entry => !IsRepresentation(entry)))
        {
            LeftOut.UnionWith(entries.Except(described).Select(static entry => entry.Name));
            entries = described;
        }

        MediaTypeEntry? json = entries.Find(entry => IsJson(range, entry));
        foreach (MediaTypeEntry entry in entries)
        {
            if (FormOf(range, entry, json, entries) is { } form)
            {
                All.Add(new DocumentedAnswer(range, entry, form));
            }
            else
            {
                LeftOut.Add(entry.Name);
            }
        }
    }

    // Frameworks describe a download by the members of the class that writes it (FileContentHttpResult, StreamingResponseBody).
    private bool IsJson(StatusRange range, MediaTypeEntry entry) =>
        entry.Kind == MediaTypeKind.Json && entry.Name != "application/octet-stream" && !_isBinary(range, entry);

    // A page or a document without a description shows the JSON's content, for people or for other programs.
    private static bool IsRepresentation(MediaTypeEntry entry) =>
        entry.Kind == MediaTypeKind.Form
        || (entry.Kind == MediaTypeKind.Text && entry.Content.Schema is null && (entry.Name == "text/html" || MediaTypes.IsMarkup(entry.Name)));

    private AnswerForm? FormOf(StatusRange range, MediaTypeEntry entry, MediaTypeEntry? json, List<MediaTypeEntry> entries) => entry.Kind switch
    {
        MediaTypeKind.Json => IsJson(range, entry) ? AnswerForm.Value : AnswerForm.Bytes,
        MediaTypeKind.JsonLines or MediaTypeKind.ServerSentEvents when (entry.Content.Schema ?? entry.Content.ItemSchema) is not null => AnswerForm.Sequence,
        MediaTypeKind.Text or MediaTypeKind.Form when json is not null => FormOfText(entry, json),
        MediaTypeKind.Text or MediaTypeKind.Form when entries.TrueForAll(static other => other.Kind is MediaTypeKind.Text or MediaTypeKind.Form) => AnswerForm.Value,

        // Elysia writes every response in all media types that a request may have. Nobody answers with a form of parts.
        MediaTypeKind.Multipart when json is not null && entry.Name == "multipart/form-data" => null,
        _ => AnswerForm.Bytes,
    };

    // Text next to JSON is the same string, the same value in another notation, or something else, such as a table.
    private static AnswerForm? FormOfText(MediaTypeEntry entry, MediaTypeEntry json)
    {
        if (IsRepresentation(entry) || SchemaShapes.IsStructured(entry.Content.Schema))
        {
            return null;
        }

        bool isSameString = (entry.Name == "text/plain" || entry.IsRange) && SchemaShapes.IsString(json.Content.Schema)
            && SchemaShapes.IsString(entry.Content.Schema);
        return isSameString ? AnswerForm.Value : AnswerForm.Bytes;
    }
}
