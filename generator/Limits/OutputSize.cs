using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Limits;

/// <summary>
/// Counts the text to emit while it is decided, and stops as soon as it is too much. A document of some kilobytes can ask for gigabytes, by
/// types that share a large base or texts that share an anchor. The count is a lower bound of the printed text.
/// </summary>
/// <param name="read">How many characters the document has, with its overlay and all files that it refers to.</param>
internal sealed class OutputSize(long read)
{
    /// <summary>The most that is emitted for any document, in characters.</summary>
    public const int Maximum = 64 * 1024 * 1024;

    /// <summary>
    /// The most that string literals of one client have, in characters. An assembly holds 16 MiB of them, two bytes for each character
    /// (ECMA-335, section II.24.2.4), and the compiler's error (CS8103) names no place. The rest is the consumer's.
    /// </summary>
    public const int MaximumOfLiterals = 6 * 1024 * 1024;

    /// <summary>
    /// The most code that is emitted for a small document, in characters without indentation, comments and the content of literals. The
    /// compiler takes three to four seconds for it, and 300 MB.
    /// </summary>
    public const int LeastCode = 5 * 512 * 1024;

    // Large public documents come to one to three.
    private const int CodeOfCharacter = 4;

    // Public documents come to three to four times their length, small ones to up to ten times. The compiler takes two to three seconds for what
    // the smallest may come to, and 300 MB.
    private const int Least = 2 * 1024 * 1024;
    private const int CharactersOfCharacter = 8;

    // Filters and equal types leave out what was planned.
    private const int PlannedOfEmitted = 2;

    // Measured on members of the shortest names: declaration, reader and writer of a property are 118 characters without the docs, those of
    // a variant 400. A type and the methods of an operation come to more.
    private const int LeastOfMember = 100;
    private const int LeastOfType = 1000;
    private const int LeastOfOperation = 1000;
    private const int LeastOfPart = 10;

    private readonly long _mostPlanned = PlannedOfEmitted * (Least + (CharactersOfCharacter * read));
    private long _planned;

    /// <summary>The most that is emitted for this document, in characters.</summary>
    public int Limit { get; } = (int)Math.Min(Maximum, Least + (CharactersOfCharacter * read));

    /// <summary>The most code of it; larger documents may cost the compiler more, in proportion.</summary>
    public int CodeLimit { get; } = (int)Math.Min(Maximum, Math.Max(LeastCode, CodeOfCharacter * read));

    /// <summary>The count.</summary>
    public int Characters { get; private set; }

    /// <summary>
    /// Counts the members of a type that may be emitted, so that types which share a large base are stopped before all of them are there.
    /// </summary>
    /// <exception cref="OutputTooLargeException">This is too much, whatever is left out of it.</exception>
    public void AddPlanned(int members)
    {
        _planned += (long)LeastOfMember * members;
        if (_planned > _mostPlanned)
        {
            throw new OutputTooLargeException();
        }
    }

    /// <summary>Counts a type without its members.</summary>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void AddType(DocModel doc) => Add(LeastOfType, doc);

    /// <summary>Counts a member of a type.</summary>
    /// <param name="doc">Its docs.</param>
    /// <param name="type">Its type, or null for a value; lists of lists have long names.</param>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void AddMember(DocModel doc, TypeReference? type) => Add(LeastOfMember + LengthOf(type), doc);

    /// <summary>Counts the methods of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void AddOperation(OperationModel operation)
    {
        int characters = LeastOfOperation + operation.Id.Length + (LeastOfPart * operation.Path.Count) + LengthOf(operation.Result.Type) + LengthOf(operation.Body?.Type);
        foreach (SecurityAlternativeModel alternative in operation.Security)
        {
            characters += LeastOfPart * (1 + alternative.Schemes.Count);
        }

        foreach (ErrorDocModel error in operation.ErrorDocs)
        {
            characters += error.Text.Length;
        }

        Add(characters, operation.Doc);
    }

    /// <summary>Counts a part of a body.</summary>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void AddPart(PartModel part) => Add((5 * LeastOfPart) + part.WireName.Length);

    /// <summary>Counts the client without its operations.</summary>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void AddClient(ClientFileModel client) => Add(LeastOfType * (1 + client.Schemes.Count + client.ServerVariables.Count), client.Doc);

    /// <summary>Counts a text.</summary>
    /// <exception cref="OutputTooLargeException">This is too much.</exception>
    public void Add(int characters)
    {
        if (characters > Limit - Characters)
        {
            throw new OutputTooLargeException();
        }

        Characters += characters;
    }

    private static int LengthOf(TypeReference? type)
    {
        if (type is null)
        {
            return 0;
        }

        (int name, int codec) = LengthsOf(type);
        return name + codec;
    }

    // Without namespaces. A list or dictionary has its items twice in its codec, as a type and as a codec.
    private static (int Name, int Codec) LengthsOf(TypeReference type)
    {
        const int brackets = 2;
        if ((type is ListType list ? list.Item : type is MapType map ? map.Value : null) is not { } item)
        {
            int length = type.Definition?.Name.Length ?? 0;
            return (length, length);
        }

        (int name, int codec) = LengthsOf(item);
        return ("IReadOnlyList".Length + brackets + name, "ListJson".Length + brackets + name + codec);
    }

    private void Add(int characters, DocModel doc) => Add(characters + doc.Summary.Length + (doc.Remarks?.Length ?? 0));
}

/// <summary>A document asks for more than is emitted for it.</summary>
internal sealed class OutputTooLargeException : Exception;
