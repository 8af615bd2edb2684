namespace ClerkGen.Generator.Model;

/// <summary>A group of operations, emitted as a <c>partial class</c> that a property of the client returns.</summary>
/// <param name="Name">Unescaped identifier of the class (<c>UsersOperations</c>).</param>
/// <param name="PropertyName">Unescaped identifier of the client's property (<c>Users</c>).</param>
/// <param name="ClientName">Unescaped identifier of the client class.</param>
internal sealed record GroupModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    string PropertyName,
    string ClientName,
    DocModel Doc,
    EquatableArray<OperationModel> Operations)
    : FileModel(HintName, Namespace, Accessibility, Name)
{
    /// <summary>Unescaped identifier of the class with calls that leave out parameters.</summary>
    public string CallsName { get; init; } = "";

    /// <summary>Its hooks.</summary>
    public HooksModel Hooks { get; init; } = HooksModel.Declared;
}

/// <summary>One operation, in one of the forms in which its success can be had: two methods, its request and its descriptor.</summary>
/// <param name="Name">Method stem without <c>Async</c> (<c>List</c>), unique in the group.</param>
/// <param name="Id">Operation id of the document, or the made-up one; goes to telemetry and errors.</param>
/// <param name="Method">HTTP method in upper case.</param>
/// <param name="PathTemplate">Path as the document writes it.</param>
/// <param name="Path">The template, cut into literals and parameters.</param>
/// <param name="PathParameters">In template order.</param>
/// <param name="Body">The request body, or null.</param>
/// <param name="Parameters">Query, header and cookie parameters as one object, or null.</param>
/// <param name="Result">The result of a success.</param>
/// <param name="Errors">Name of the client's error table for this operation, or null for none.</param>
/// <param name="Security">Alternatives, each a set of schemes; an empty array sends no credential.</param>
/// <param name="Server">The operation's server (path or operation level), or null for the client's.</param>
/// <param name="Paging">How all items are enumerated, or null.</param>
internal sealed record OperationModel(
    string Name,
    string Id,
    string Method,
    string PathTemplate,
    EquatableArray<PathPartModel> Path,
    EquatableArray<ParameterModel> PathParameters,
    BodyModel? Body,
    ParametersReference? Parameters,
    ResultModel Result,
    string? Errors,
    EquatableArray<SecurityAlternativeModel> Security,
    string? Server,
    PagingModel? Paging,
    bool IsDeprecated,
    DocModel Doc,
    EquatableArray<ErrorDocModel> ErrorDocs)
{
    /// <summary>Value of <c>Accept</c>, or null for the result's default.</summary>
    public string? Accept { get; init; }

    /// <summary>Name of the method that gives the first form of the same operation, or null when this is it. They share the request.</summary>
    public string? FormOf { get; init; }

    /// <summary>Unescaped identifier of the constant with the id, unique in the group.</summary>
    public string IdName { get; init; } = "";

    /// <summary>Whether each call has a key for the header <c>Idempotency-Key</c>.</summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>The document's description of a success, or null without one or without a value.</summary>
    public string? Returns { get; init; }

    /// <summary>Lower than the type's if it mentions a hidden type.</summary>
    public EmittedAccessibility Accessibility { get; init; }

    /// <summary>Methods that the user's partial declares itself: the emitted ones step aside, and are there for it to call.</summary>
    public OperationMethods Replaced { get; init; }

    /// <summary>Whether there are other methods called as the emitted one: of the user, or of the base class.</summary>
    public bool IsOverloaded { get; init; }
}

/// <summary>The methods of an operation.</summary>
[Flags]
internal enum OperationMethods
{
    None = 0,

    /// <summary><c>XAsync</c></summary>
    Plain = 1,

    /// <summary><c>XWithResponseAsync</c></summary>
    WithResponse = 2,

    /// <summary><c>XAllAsync</c></summary>
    All = 4,
}

/// <summary>A piece of a path template.</summary>
/// <param name="Literal">Literal text, already percent-encoded, or null for a parameter.</param>
/// <param name="Parameter">Index into <see cref="OperationModel.PathParameters"/> when <paramref name="Literal"/> is null.</param>
internal sealed record PathPartModel(string? Literal, int Parameter);

/// <summary>The parameters object of an operation, as its methods see it.</summary>
/// <param name="Type">The class.</param>
/// <param name="IsRequired">Whether one of the parameters is required.</param>
/// <param name="Parameters">Query, header and cookie parameters, in document order.</param>
internal sealed record ParametersReference(EmittedType Type, bool IsRequired, EquatableArray<ParameterModel> Parameters);

/// <summary>One way to authenticate: all of the schemes together, as indexes into the client's schemes.</summary>
internal sealed record SecurityAlternativeModel(EquatableArray<int> Schemes);

/// <summary>A documented error status, for the XML docs of the methods.</summary>
/// <param name="Exception">The exception's type.</param>
/// <param name="Text">Status and the document's words about it.</param>
internal sealed record ErrorDocModel(QualifiedTypeName Exception, string Text);
