using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Counts what will be emitted while it is being decided, and stops as soon as that is too much: a document of some kilobytes can ask for
/// gigabytes, by types that share a large base or texts that share an anchor. The count is less than what is printed; whoever prints knows
/// the rest.
/// </summary>
internal sealed class OutputSize
{
    /// <summary>The most that is emitted for one document, in characters.</summary>
    public const int Maximum = 64 * 1024 * 1024;

    // Measured on members of the shortest names: declaration, reader and writer of a property are 118 characters beside the docs, those of a variant
    // 400. A type and the methods of an operation come to more.
    private const int LeastOfMember = 100;
    private const int LeastOfType = 1000;
    private const int LeastOfOperation = 1000;
    private const int LeastOfPart = 10;

    /// <summary>What was counted.</summary>
    public int Characters { get; private set; }

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
        if (characters > Maximum - Characters)
        {
            throw new OutputTooLargeException();
        }

        Characters += characters;
    }

    /// <summary>Begins anew, since operations are translated twice.</summary>
    public void Restart() => Characters = 0;

    private static int LengthOf(TypeReference? type) => type is null ? 0 : type.Name.Length + type.Json.Length;

    private void Add(int characters, DocModel doc) => Add(characters + doc.Summary.Length + (doc.Remarks?.Length ?? 0));
}

/// <summary>A document asks for more than is emitted for one.</summary>
internal sealed class OutputTooLargeException : Exception;
