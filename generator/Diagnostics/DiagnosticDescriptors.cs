using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>
/// Everything the generator can say. Ids are for ever. Errors are for documents of which nothing usable is left and for mistakes in the
/// user's own project; a part that is left out or widened is a warning; what is never emitted is an information at most
/// (<c>docs/README.md</c>).
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "ClerkGen";

    /// <summary>Where the page of each diagnostic is.</summary>
    private const string Pages = "https://github.com/clerkgen/clerkgen/blob/main/generator/docs";

    public static readonly DiagnosticDescriptor InvalidSyntax = Error("CLERKGEN001", "Document is neither YAML nor JSON", "{0}");
    public static readonly DiagnosticDescriptor NotOpenApi = Error("CLERKGEN002", "Not an OpenAPI document", "{0}");
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error("CLERKGEN003", "Version of OpenAPI is not supported", "{0}");
    public static readonly DiagnosticDescriptor LimitExceeded = Error("CLERKGEN004", "Document exceeds a limit", "{0}");
    public static readonly DiagnosticDescriptor DuplicateKey = Warning("CLERKGEN005", "Key stands twice", "{0}");
    public static readonly DiagnosticDescriptor SecondDocument = Warning("CLERKGEN006", "File holds more than one document", "{0}");
    public static readonly DiagnosticDescriptor UnusualYaml = Warning("CLERKGEN007", "YAML has no JSON form", "{0}");
    public static readonly DiagnosticDescriptor InvalidAlias = Warning("CLERKGEN008", "YAML alias leads nowhere", "{0}");
    public static readonly DiagnosticDescriptor UnresolvedReference = Warning("CLERKGEN009", "Reference leads nowhere", "{0}");
    public static readonly DiagnosticDescriptor ReferenceRing = Warning("CLERKGEN010", "References lead to each other", "{0}");
    public static readonly DiagnosticDescriptor UnreadablePart = Warning("CLERKGEN011", "Part of the document cannot be read", "{0}");
    public static readonly DiagnosticDescriptor RuleBroken = Warning("CLERKGEN012", "Document breaks a rule of OpenAPI", "{0}");
    public static readonly DiagnosticDescriptor InvalidOverlay = Error("CLERKGEN013", "Overlay cannot be applied", "{0}");
    public static readonly DiagnosticDescriptor OverlayWithoutTarget =
        Warning("CLERKGEN014", "Action of an overlay matches nothing", "{0}");

    public static readonly DiagnosticDescriptor KeywordNotExpressed = Info("CLERKGEN015", "Keyword is not expressed", "{0}");

    public static readonly DiagnosticDescriptor SchemaRing = Warning(
        "CLERKGEN020", "Schema is defined by itself", "Schema '{0}' is defined by itself alone; any JSON value is taken to be allowed");

    public static readonly DiagnosticDescriptor SchemaTooDeep = Warning(
        "CLERKGEN021",
        "Schema is nested too deeply",
        "Schemas are nested more than {0} levels deep here; any JSON value is taken to be allowed below");

    public static readonly DiagnosticDescriptor SchemaTooMuchWork = Warning(
        "CLERKGEN022",
        "Schemas are too much work",
        "The document's schemas take more than {0} steps to translate; from here on any JSON value is taken to be allowed");

    public static readonly DiagnosticDescriptor TypeRenamed = Info(
        "CLERKGEN023",
        "Type has another name than expected",
        "The type is called '{0}', because '{1}' is taken; choose a name with 'x-clerkgen-name'");

    public static readonly DiagnosticDescriptor MemberRenamed = Info(
        "CLERKGEN024",
        "Member has another name than expected",
        "Member '{0}' is called '{1}', because '{2}' is taken; choose a name with 'x-clerkgen-name'");

    public static readonly DiagnosticDescriptor UnusableMemberName = Warning(
        "CLERKGEN025",
        "Property has a name that cannot be read",
        "Property '{0}' is left out, because its name holds a line feed or an unpaired surrogate");

    public static readonly DiagnosticDescriptor UnusableEnumValue = Warning(
        "CLERKGEN026", "Enum value is not of its type", "Enum value '{0}' is left out, because it is not a {1}");

    public static readonly DiagnosticDescriptor ConflictingSchemas = Warning(
        "CLERKGEN027",
        "Schemas contradict each other",
        "Schemas that must hold together exclude each other; any JSON value is taken to be allowed");

    public static readonly DiagnosticDescriptor UnionRing = Warning(
        "CLERKGEN028",
        "Unions hold each other",
        "Union '{0}' goes without its variant '{1}', which holds '{0}' in turn; values that are only of that variant are kept as JSON");

    public static readonly DiagnosticDescriptor DiscriminatorIgnored = Info(
        "CLERKGEN029", "Discriminator cannot be used", "Discriminator '{0}' is not used: {1}; variants are told apart by their shape");

    public static readonly DiagnosticDescriptor UnusableDiscriminatorValue = Warning(
        "CLERKGEN030",
        "Discriminator has a value that cannot be read",
        "Value '{0}' of discriminator '{1}' is ignored, because it holds a line feed or an unpaired surrogate");

    public static readonly DiagnosticDescriptor RequiredMemberNotDescribed = Warning(
        "CLERKGEN031",
        "Required member is not described",
        "Member '{0}' is required and described nowhere: the type has no property for it, and requests go without it");

    public static readonly DiagnosticDescriptor IdentifierKept = Info(
        "CLERKGEN032",
        "Identifier keeps its type",
        "Identifiers of '{0}' stay {1}: 'StrongIds' gives types of their own to strings without a format only");

    public static readonly DiagnosticDescriptor NoIdentifiers = Warning(
        "CLERKGEN033",
        "StrongIds finds nothing",
        "'StrongIds' finds no string that surely identifies something: no path ends in an identifier and answers with a component that has a "
        + "string 'id'; say what identifies what with 'x-clerkgen-id', or leave the option out");

    public static readonly DiagnosticDescriptor OperationLeftOut = Warning(
        "CLERKGEN040", "Operation is left out", "{0} is left out, because {1}");

    public static readonly DiagnosticDescriptor DuplicateOperationId = Warning(
        "CLERKGEN041",
        "Operation id stands twice",
        "Operation id '{0}' stands at several operations; their types are called after their paths");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Warning(
        "CLERKGEN042", "Path parameter is not declared", "Parameter '{0}' of the path '{1}' is not declared; it is taken to be a string");

    public static readonly DiagnosticDescriptor ParameterLeftOut = Warning(
        "CLERKGEN043", "Parameter is left out", "Parameter '{0}' is left out, because {1}");

    public static readonly DiagnosticDescriptor HeaderDescribedElsewhere = Info(
        "CLERKGEN044",
        "Header is described elsewhere",
        "Header parameter '{0}' has no effect: OpenAPI describes this header by media types and security schemes");

    public static readonly DiagnosticDescriptor UnusableMediaType = Warning(
        "CLERKGEN045", "Media type cannot be sent", "'{0}' is not a media type that can be sent; '{1}' is sent");

    public static readonly DiagnosticDescriptor MixedSuccesses = Info(
        "CLERKGEN046", "Successes have no common type", "The successes of {0} have bodies of different kinds; its result is a stream");

    public static readonly DiagnosticDescriptor UnknownSecurityScheme = Warning(
        "CLERKGEN047", "Security scheme does not exist", "There is no security scheme '{0}', so this alternative is left out{1}");

    public static readonly DiagnosticDescriptor UnsupportedSecurityScheme = Warning(
        "CLERKGEN048", "Security scheme is not supported", "Security scheme '{0}' is not supported: {1}");

    public static readonly DiagnosticDescriptor RefusedServer = Warning(
        "CLERKGEN049", "Server is not used", "Server '{0}' is not used, because {1}");

    public static readonly DiagnosticDescriptor RelativeServer = Info(
        "CLERKGEN050", "Server is relative", "Server '{0}' is relative: set the option 'BaseAddress', with this path");

    public static readonly DiagnosticDescriptor OtherServer = Warning(
        "CLERKGEN051", "Operation goes to another host", "{0} goes to '{1}', another host than the client's '{2}'");

    public static readonly DiagnosticDescriptor FilterMatchesNothing = Warning(
        "CLERKGEN052", "Filter matches nothing", "'{0}' in '{1}' matches nothing in the document{2}");

    public static readonly DiagnosticDescriptor UnusableExtension = Warning(
        "CLERKGEN053", "Extension has no effect", "'{0}' has no effect: {1}");

    public static readonly DiagnosticDescriptor FiltersApplied = Info(
        "CLERKGEN054", "What filters keep", "Filters keep {0} of {1} operations: {2}");

    public static readonly DiagnosticDescriptor PartHeadersIgnored = Info(
        "CLERKGEN055", "Headers of a part are not sent", "The headers of the part '{0}' are not sent; its content type is");

    public static readonly DiagnosticDescriptor NoSuccess = Info(
        "CLERKGEN056", "Operation has no success", "{0} documents no success: the answers that it documents are exceptions");

    public static readonly DiagnosticDescriptor ResponseLeftOut = Warning(
        "CLERKGEN057", "Response is left out", "Response '{0}' is left out, because it is neither a status, a range like 4XX, nor 'default'");

    public static readonly DiagnosticDescriptor UnusableContentType = Warning(
        "CLERKGEN058",
        "Content type of a part cannot be sent",
        "'{0}', the content type of part '{1}', is not a media type that can be sent; the part is sent as its schema says");

    public static readonly DiagnosticDescriptor QueryInPath = Info(
        "CLERKGEN080",
        "Path has a query",
        "Parameter '{0}' stands in the query of the path '{1}', where OpenAPI has no place for it; it is sent as '{2}' in the query");

    public static readonly DiagnosticDescriptor FileInForm = Warning(
        "CLERKGEN081",
        "Form cannot carry a file",
        "'{0}' is a file, which {1} cannot carry; the body is sent as multipart/form-data");

    public static readonly DiagnosticDescriptor NothingEmitted = Warning(
        "CLERKGEN059", "Document describes nothing", "The document has no operation and no webhook, so no client is emitted");

    public static readonly DiagnosticDescriptor PartWithoutEffect = Info(
        "CLERKGEN120", "Part that is never emitted has a flaw", "{0} The part is never emitted, so the client lacks nothing.");

    public static readonly DiagnosticDescriptor NothingLeft = Error(
        "CLERKGEN121",
        "No operation of the document is left",
        "Every operation of the document is left out, so there is nothing to call; the other diagnostics of the document give the reasons");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Error(
        "CLERKGEN060",
        "C# 12 is needed",
        "Emitted clients need C# 12 or later, but the project compiles with C# {0}; set <LangVersion> to 12 or later");

    public static readonly DiagnosticDescriptor RuntimeMissing = Error(
        "CLERKGEN061",
        "ClerkGen.Runtime is missing",
        "Emitted clients need the library ClerkGen.Runtime; add <PackageReference Include=\"ClerkGen.Runtime\"> to the project");

    public static readonly DiagnosticDescriptor InvalidOption = Error(
        "CLERKGEN062", "Metadata of a document cannot be used", "Metadata '{0}' of the document is '{1}', which is not {2}");

    public static readonly DiagnosticDescriptor NamespaceTaken = Error(
        "CLERKGEN063",
        "Two documents have one namespace",
        "Another document has the namespace '{0}' already; give each ClerkGenDocument a Namespace of its own");

    public static readonly DiagnosticDescriptor DocumentMissing = Error(
        "CLERKGEN064", "Document cannot be read", "The file of the document does not exist or cannot be read; {0}");

    public static readonly DiagnosticDescriptor OverlayMissing = Error(
        "CLERKGEN065", "Overlay is missing", "Overlay '{0}' of the document does not exist or cannot be read; {1}");

    public static readonly DiagnosticDescriptor UnusedLeftOut = Info(
        "CLERKGEN066",
        "Operations are not emitted",
        "{0} of {1} operations in '{2}' are not emitted, because 'ClerkGenEmit' is 'Used' and nothing in the project names them");

    public static readonly DiagnosticDescriptor MemberNotFound = Warning(
        "CLERKGEN070", "Customisation of a member matches nothing", "The document has no '{0}' in '{1}'{2}");

    public static readonly DiagnosticDescriptor TypeNotFound = Warning(
        "CLERKGEN071", "Name of a schema matches nothing", "The document has no schema or type '{0}'{1}");

    public static readonly DiagnosticDescriptor TypeNotSerializable = Error(
        "CLERKGEN072",
        "Type of a property cannot be read",
        "Property '{0}' of type '{1}' is neither read nor written: {2}add [JsonSerializable] with this type to a JsonSerializerContext, or "
        + "[JsonConverter]");

    public static readonly DiagnosticDescriptor PropertyNotAssignable = Warning(
        "CLERKGEN073", "Property cannot be assigned", "Property '{0}' has no setter that can be called, so what the server answers is not kept in it");

    public static readonly DiagnosticDescriptor PartialTypeMatchesNothing = Warning(
        "CLERKGEN074", "Partial type is not emitted", "No type '{0}' is emitted from the document{1}");

    public static readonly DiagnosticDescriptor MemberDeclaredTwice = Warning(
        "CLERKGEN075", "Two properties stand for one member", "Property '{0}' has no effect, because '{2}' already stands for '{1}'");

    public static readonly DiagnosticDescriptor EnumLacksValue = Warning(
        "CLERKGEN076", "Enum lacks a value of the document", "Enum '{0}' has no value for '{1}'");

    public static readonly DiagnosticDescriptor HookNotCalled = Warning(
        "CLERKGEN077", "Hook is not called", "Hook '{0}' is not called, because '{1}' is overridden too; call it there");

    public static readonly DiagnosticDescriptor NullNotSent = Info(
        "CLERKGEN078",
        "Null is not sent",
        "Property '{0}' cannot tell unset from null, so null is not sent; declare it partial (C# 13) to keep them apart");

    public static readonly DiagnosticDescriptor OutputTooLarge = Error(
        "CLERKGEN091",
        "Client is too large",
        "The document asks for more than {0} characters of C#, so nothing is emitted; say with 'IncludeTags' or 'IncludeOperations' what you call");

    public static readonly DiagnosticDescriptor TooMuchWork = Error(
        "CLERKGEN125",
        "Document is too much work",
        "The document takes more than {0} steps to translate, so nothing is emitted; split it, or exclude what you do not call with an overlay");

    public static readonly DiagnosticDescriptor TooManyLiterals = Error(
        "CLERKGEN127",
        "Client has too much text",
        "The client has more than {0} characters in string literals, which an assembly cannot hold, so nothing is emitted; "
        + "choose what you call with 'IncludeTags' or 'IncludeOperations'");

    public static readonly DiagnosticDescriptor TooManyVariants = Warning(
        "CLERKGEN128",
        "Union has too many variants",
        "Union '{0}' has {1} variants, of which the first {2} have types; values of the others are kept as raw JSON");

    public static readonly DiagnosticDescriptor MoreDiagnostics = Warning(
        "CLERKGEN126",
        "More diagnostics than are reported",
        "The document has more than {0} errors or more than {0} warnings and informations; the others are not reported until these are solved");

    public static readonly DiagnosticDescriptor PartialKindDiffers = Error(
        "CLERKGEN079",
        "Partial type is of another kind",
        "'{0}' is emitted as a {1}, which a {2} cannot be a part of: write 'partial {1} {0}'");

    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        "CLERKGEN090", "Generator failed", "The generator failed on this document, which is a defect of its own: {0}");

    public static readonly DiagnosticDescriptor ClientReferenced = Warning(
        "CLERKGEN100",
        "Client is referenced already",
        "The project references '{0}', which has the client of '{1}': this project uses that client and emits none; "
        + "remove the document or the package ClerkGen from one of the two projects, or give the document another Namespace");

    public static readonly DiagnosticDescriptor UnknownProjectName = Warning(
        "CLERKGEN103", "Name in the project has no effect", "{0} '{1}' has no effect, because ClerkGen does not know it{2}");

    public static readonly DiagnosticDescriptor EventsByName = Info(
        "CLERKGEN130",
        "Events are told apart by a guess",
        "Events of webhooks are told apart by their member '{0}', whose values are taken to be the webhooks' names; list them in an enum, "
        + "make it a constant of each event, or give examples of the bodies");

    public static readonly DiagnosticDescriptor EventsByShape = Info(
        "CLERKGEN131",
        "Events are told apart by shape",
        "No member of all webhooks' events names the event, so 'WebhookEvent' tells them apart by their shape; "
        + "make one member a constant of each event");

    public static readonly DiagnosticDescriptor WebhookWithoutEvent = Info(
        "CLERKGEN132",
        "Webhook has no event",
        "Webhook '{0}' has no JSON body with a schema, so it has no type and is not part of 'WebhookEvent'");

    /// <summary>The descriptor of a kind of reading diagnostics; its one argument is the message.</summary>
    public static DiagnosticDescriptor Of(ReadDiagnosticKind kind) => kind switch
    {
        ReadDiagnosticKind.InvalidSyntax => InvalidSyntax,
        ReadDiagnosticKind.NotOpenApi => NotOpenApi,
        ReadDiagnosticKind.UnsupportedVersion => UnsupportedVersion,
        ReadDiagnosticKind.LimitExceeded => LimitExceeded,
        ReadDiagnosticKind.DuplicateKey => DuplicateKey,
        ReadDiagnosticKind.SecondDocument => SecondDocument,
        ReadDiagnosticKind.UnusualYaml => UnusualYaml,
        ReadDiagnosticKind.InvalidAlias => InvalidAlias,
        ReadDiagnosticKind.UnresolvedReference => UnresolvedReference,
        ReadDiagnosticKind.ReferenceRing => ReferenceRing,
        ReadDiagnosticKind.UnreadablePart => UnreadablePart,
        ReadDiagnosticKind.InvalidOverlay => InvalidOverlay,
        ReadDiagnosticKind.OverlayWithoutTarget => OverlayWithoutTarget,
        ReadDiagnosticKind.KeywordNotExpressed => KeywordNotExpressed,
        ReadDiagnosticKind.PartWithoutEffect => PartWithoutEffect,
        _ => RuleBroken,
    };

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}/{id}.md");
}
