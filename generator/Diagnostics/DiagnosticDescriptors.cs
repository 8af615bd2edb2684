using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>
/// All diagnostics of the generator. Ids are for ever. An error is a document without a usable part, or a mistake in the user's project. A
/// part that is skipped or widened is a warning. A flaw in a part that is never emitted is an information at most
/// (<c>docs/diagnostics/README.md</c>).
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "ClerkGen";

    /// <summary>Where the page of each diagnostic is.</summary>
    private const string Pages = "https://github.com/clerkgen/clerkgen/blob/main/generator/docs/diagnostics";

    public static readonly DiagnosticDescriptor InvalidSyntax = Error("CLERKGEN001", "Document is neither YAML nor JSON", "{0}");
    public static readonly DiagnosticDescriptor NotOpenApi = Error("CLERKGEN002", "Not an OpenAPI document", "{0}");
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error("CLERKGEN003", "OpenAPI version is not supported", "{0}");
    public static readonly DiagnosticDescriptor LimitExceeded = Error("CLERKGEN004", "Document exceeds a limit", "{0}");
    public static readonly DiagnosticDescriptor DuplicateKey = Warning("CLERKGEN005", "Key is not unique", "{0}");
    public static readonly DiagnosticDescriptor SecondDocument = Warning("CLERKGEN006", "File contains more than one document", "{0}");
    public static readonly DiagnosticDescriptor UnusualYaml = Warning("CLERKGEN007", "YAML has no JSON form", "{0}");
    public static readonly DiagnosticDescriptor InvalidAlias = Warning("CLERKGEN008", "YAML alias is not defined", "{0}");
    public static readonly DiagnosticDescriptor UnresolvedReference = Warning("CLERKGEN009", "Reference does not resolve", "{0}");
    public static readonly DiagnosticDescriptor ReferenceRing = Warning("CLERKGEN010", "References form a cycle", "{0}");
    public static readonly DiagnosticDescriptor UnreadablePart = Warning("CLERKGEN011", "Part of the document cannot be read", "{0}");
    public static readonly DiagnosticDescriptor RuleBroken = Warning("CLERKGEN012", "Document breaks a rule of OpenAPI", "{0}");
    public static readonly DiagnosticDescriptor InvalidOverlay = Error("CLERKGEN013", "Overlay cannot be applied", "{0}");
    public static readonly DiagnosticDescriptor OverlayWithoutTarget = Warning("CLERKGEN014", "Overlay action matches nothing", "{0}");

    public static readonly DiagnosticDescriptor QueryStringEncoding = Warning(
        "CLERKGEN134",
        "Encoding of a query string has no effect",
        "The encoding of member '{0}' of the query string '{1}' has no effect; lists are sent as a parameter for each item, and objects as JSON");

    public static readonly DiagnosticDescriptor DynamicReferenceOpen = Warning("CLERKGEN133", "Dynamic reference is not resolved", "{0}");
    public static readonly DiagnosticDescriptor KeywordNotExpressed = Info("CLERKGEN015", "Keyword is not expressed", "{0}");

    public static readonly DiagnosticDescriptor SchemaRing = Warning(
        "CLERKGEN020", "Schema refers only to itself", "Schema '{0}' refers only to itself. It accepts any JSON value.");

    public static readonly DiagnosticDescriptor SchemaTooDeep = Warning(
        "CLERKGEN021",
        "Schema is nested too deeply",
        "Schemas are nested more than {0} levels deep here. Everything below accepts any JSON value.");

    public static readonly DiagnosticDescriptor SchemaTooMuchWork = Warning(
        "CLERKGEN022",
        "Schemas exceed the work limit",
        "The document's schemas need more than {0} steps to translate. Schemas from here on accept any JSON value.");

    public static readonly DiagnosticDescriptor TypeRenamed = Info(
        "CLERKGEN023", "Type is renamed", "The type is named '{0}' because '{1}' is taken. Choose a name with 'x-clerkgen-name'.");

    public static readonly DiagnosticDescriptor MemberRenamed = Info(
        "CLERKGEN024", "Member is renamed", "Member '{0}' is named '{1}' because '{2}' is taken. Choose a name with 'x-clerkgen-name'.");

    public static readonly DiagnosticDescriptor UnusableMemberName = Warning(
        "CLERKGEN025",
        "Property name is unusable",
        "Property '{0}' is skipped because its name contains a line feed or an unpaired surrogate");

    public static readonly DiagnosticDescriptor UnusableEnumValue = Warning(
        "CLERKGEN026", "Enum value has the wrong type", "Enum value '{0}' is skipped because it is not a {1}");

    public static readonly DiagnosticDescriptor ConflictingSchemas = Warning(
        "CLERKGEN027", "Schemas contradict each other", "The combined schemas exclude each other. Any JSON value is accepted.");

    public static readonly DiagnosticDescriptor UnionRing = Warning(
        "CLERKGEN028",
        "Unions contain each other",
        "Union '{0}' omits variant '{1}' because '{1}' contains '{0}'. Values of that variant are kept as raw JSON.");

    public static readonly DiagnosticDescriptor DiscriminatorIgnored = Info(
        "CLERKGEN029", "Discriminator is not used", "Discriminator '{0}' is not used: {1}. Variants are chosen by their shape.");

    public static readonly DiagnosticDescriptor UnusableDiscriminatorValue = Warning(
        "CLERKGEN030",
        "Discriminator value is unusable",
        "Value '{0}' of discriminator '{1}' is ignored because it contains a line feed or an unpaired surrogate");

    public static readonly DiagnosticDescriptor RequiredMemberNotDescribed = Warning(
        "CLERKGEN031",
        "Required member is not described",
        "Member '{0}' is required but not described. The type has no property for it, and requests omit it.");

    public static readonly DiagnosticDescriptor IdentifierKept = Info(
        "CLERKGEN032",
        "Identifier keeps its type",
        "Identifiers of '{0}' stay {1} because 'StrongIds' only wraps strings without a format");

    public static readonly DiagnosticDescriptor NoIdentifiers = Warning(
        "CLERKGEN033",
        "StrongIds finds no identifiers",
        "'StrongIds' finds no identifiers: no path ends in an identifier and returns a component with a string 'id'. Mark "
        + "identifiers with 'x-clerkgen-id', or remove the option.");

    public static readonly DiagnosticDescriptor OperationLeftOut = Warning(
        "CLERKGEN040", "Operation is skipped", "{0} is skipped because {1}");

    public static readonly DiagnosticDescriptor DuplicateOperationId = Warning(
        "CLERKGEN041", "Operation id is not unique", "Several operations have the id '{0}'. They are named after their paths.");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Warning(
        "CLERKGEN042", "Path parameter is not declared", "Parameter '{0}' of path '{1}' is not declared. It is a required string.");

    public static readonly DiagnosticDescriptor ParameterLeftOut = Warning(
        "CLERKGEN043", "Parameter is skipped", "Parameter '{0}' is skipped because {1}");

    public static readonly DiagnosticDescriptor HeaderDescribedElsewhere = Info(
        "CLERKGEN044",
        "Header parameter has no effect",
        "Header parameter '{0}' has no effect: media types and security schemes define this header");

    public static readonly DiagnosticDescriptor UnusableMediaType = Warning(
        "CLERKGEN045", "Media type cannot be sent", "'{0}' is not a valid media type. '{1}' is sent instead.");

    public static readonly DiagnosticDescriptor MixedSuccesses = Info(
        "CLERKGEN046",
        "Successful responses have no common type",
        "The successful responses of {0} have different kinds of bodies. The method returns a stream.");

    public static readonly DiagnosticDescriptor UnknownSecurityScheme = Warning(
        "CLERKGEN047", "Security scheme is not defined", "Security scheme '{0}' is not defined, so this alternative is skipped{1}");

    public static readonly DiagnosticDescriptor UnsupportedSecurityScheme = Warning(
        "CLERKGEN048", "Security scheme is not supported", "Security scheme '{0}' is not supported: {1}");

    public static readonly DiagnosticDescriptor RefusedServer = Warning(
        "CLERKGEN049", "Server is not used", "Server '{0}' is not used because {1}");

    public static readonly DiagnosticDescriptor RelativeServer = Info(
        "CLERKGEN050", "Server URL is relative", "Server '{0}' is relative. Set the option 'BaseAddress' to an address with this path.");

    public static readonly DiagnosticDescriptor OtherServer = Warning(
        "CLERKGEN051", "Operation uses another host", "{0} is sent to '{1}', not to the client's host '{2}'");

    public static readonly DiagnosticDescriptor FilterMatchesNothing = Warning(
        "CLERKGEN052", "Filter matches nothing", "'{0}' in '{1}' matches nothing in the document{2}");

    public static readonly DiagnosticDescriptor UnusableExtension = Warning(
        "CLERKGEN053", "Extension has no effect", "'{0}' has no effect: {1}");

    public static readonly DiagnosticDescriptor FiltersApplied = Info(
        "CLERKGEN054", "Operations kept by filters", "Filters keep {0} of {1} operations: {2}");

    public static readonly DiagnosticDescriptor PartHeadersIgnored = Info(
        "CLERKGEN055", "Part headers are not sent", "The headers of part '{0}' are not sent, except for its content type");

    public static readonly DiagnosticDescriptor NoSuccess = Info(
        "CLERKGEN056", "Operation documents no success", "{0} documents no successful response. All documented responses are exceptions.");

    public static readonly DiagnosticDescriptor ResponseLeftOut = Warning(
        "CLERKGEN057", "Response is skipped", "Response '{0}' is skipped because it is not a status code, a range like 4XX, or 'default'");

    public static readonly DiagnosticDescriptor UnusableContentType = Warning(
        "CLERKGEN058",
        "Content type of a part cannot be sent",
        "'{0}', the content type of part '{1}', is not a valid media type. The part uses the content type of its schema.");

    public static readonly DiagnosticDescriptor QueryInPath = Info(
        "CLERKGEN080",
        "Path contains a query",
        "Parameter '{0}' is in the query part of path '{1}', which OpenAPI does not allow. It is sent as query parameter '{2}'.");

    public static readonly DiagnosticDescriptor FileInForm = Warning(
        "CLERKGEN081", "Form contains a file", "'{0}' is a file, which {1} cannot carry. The body is sent as multipart/form-data.");

    public static readonly DiagnosticDescriptor NothingEmitted = Warning(
        "CLERKGEN059", "Document has no operations", "The document has no operations and no webhooks, so no client is emitted");

    public static readonly DiagnosticDescriptor PartWithoutEffect = Info(
        "CLERKGEN120", "Unused part has a flaw", "{0} The part is never emitted, so nothing is missing from the client.");

    public static readonly DiagnosticDescriptor NothingLeft = Error(
        "CLERKGEN121",
        "No operations are left",
        "Every operation of the document is skipped, so there is nothing to call. The document's other diagnostics give the "
        + "reasons.");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Error(
        "CLERKGEN060",
        "C# 12 is required",
        "Emitted clients require C# 12 or later, but the project uses C# {0}. Set <LangVersion> to 12 or later.");

    public static readonly DiagnosticDescriptor RuntimeMissing = Error(
        "CLERKGEN061",
        "ClerkGen.Runtime is missing",
        "Emitted clients require the library ClerkGen.Runtime. Add <PackageReference Include=\"ClerkGen.Runtime\"> to the "
        + "project.");

    public static readonly DiagnosticDescriptor InvalidOption = Error(
        "CLERKGEN062", "Document metadata is invalid", "Metadata '{0}' of the document is '{1}', which is not {2}");

    public static readonly DiagnosticDescriptor NamespaceTaken = Error(
        "CLERKGEN063",
        "Documents share a namespace",
        "Another document already uses the namespace '{0}'. Give each ClerkGenDocument its own Namespace.");

    public static readonly DiagnosticDescriptor DocumentMissing = Error(
        "CLERKGEN064", "Document cannot be read", "The file of the document does not exist or cannot be read; its path is relative to the project");

    public static readonly DiagnosticDescriptor OverlayMissing = Error(
        "CLERKGEN065", "Overlay is missing", "Overlay '{0}' of the document does not exist or cannot be read; its path is relative to the project");

    public static readonly DiagnosticDescriptor UnusedLeftOut = Info(
        "CLERKGEN066",
        "Unused operations are not emitted",
        "{0} of {1} operations in '{2}' are not emitted because the program does not use them. Set 'ClerkGenEmit' to 'All' to emit everything.");

    public static readonly DiagnosticDescriptor ReflectionMissesUnused = Warning(
        "CLERKGEN136",
        "Reflection misses what is not emitted",
        "Reflection over {0} misses what the program does not name, because it is not emitted. Name it in code, or set 'ClerkGenEmit' to 'All'.");

    public static readonly DiagnosticDescriptor NotEmittedByProgram = Warning(
        "CLERKGEN117",
        "A program does not emit what it does not use",
        "'{0}' is not emitted, because program '{1}' does not use it. Set 'ClerkGenEmit' to 'All' in the project of '{1}'.");

    public static readonly DiagnosticDescriptor RegistrationNotEmitted = Warning(
        "CLERKGEN118",
        "Registration of the client is not emitted",
        "'{0}' is emitted only in a project that references Microsoft.Extensions.Http 8 or later. Add that package to the project.");

    public static readonly DiagnosticDescriptor MemberNotFound = Warning(
        "CLERKGEN070", "Customisation of a member matches nothing", "The document has no '{0}' in '{1}'{2}");

    public static readonly DiagnosticDescriptor TypeNotFound = Warning(
        "CLERKGEN071", "Schema name matches nothing", "The document has no schema or type '{0}'{1}");

    public static readonly DiagnosticDescriptor TypeNotSerializable = Error(
        "CLERKGEN072",
        "Property type cannot be read",
        "Property '{0}' of type '{1}' is neither read nor written: {2}add [JsonSerializable] with this type to a "
        + "JsonSerializerContext, or [JsonConverter]");

    public static readonly DiagnosticDescriptor PropertyNotAssignable = Warning(
        "CLERKGEN073", "Property cannot be assigned", "Property '{0}' {1}, so response values are not stored in it");

    public static readonly DiagnosticDescriptor PartialTypeMatchesNothing = Warning(
        "CLERKGEN074", "Partial type is not emitted", "No type '{0}' is emitted from the document{1}");

    public static readonly DiagnosticDescriptor MemberDeclaredTwice = Warning(
        "CLERKGEN075", "Two properties map to one member", "Property '{0}' has no effect because '{2}' already maps to '{1}'");

    public static readonly DiagnosticDescriptor EnumLacksValue = Warning(
        "CLERKGEN076", "Enum lacks a value of the document", "Enum '{0}' has no value for '{1}'");

    public static readonly DiagnosticDescriptor HookNotCalled = Warning(
        "CLERKGEN077", "Hook is not called", "Hook '{0}' is not called because '{1}' is overridden too. Call the hook there.");

    public static readonly DiagnosticDescriptor HookLacksUsing = Error(
        "CLERKGEN114", "Hook lacks a using directive", "Hook '{0}' is not called because the compiler does not find '{1}'. Add '{2}'.");

    public static readonly DiagnosticDescriptor HookNotPartial = Warning(
        "CLERKGEN116", "Hook is not partial", "Method '{0}' is not called because it is not partial. To make it the hook, write '{1}'.");

    public static readonly DiagnosticDescriptor NullNotSent = Warning(
        "CLERKGEN078",
        "Null is not sent",
        "Property '{0}' cannot distinguish unset from null, so null is not sent. Declare it partial (C# 13) to distinguish them.");

    public static readonly DiagnosticDescriptor OutputTooLarge = Error(
        "CLERKGEN091",
        "Client is too large",
        "The client would exceed {0} characters of C#, so nothing is emitted. Choose operations with 'IncludeTags' or "
        + "'IncludeOperations'.");

    public static readonly DiagnosticDescriptor TooMuchWork = Error(
        "CLERKGEN125",
        "Document exceeds the work limit",
        "The document needs more than {0} steps to translate, so nothing is emitted. Split it, or remove operations with an "
        + "overlay.");

    public static readonly DiagnosticDescriptor TooManyLiterals = Error(
        "CLERKGEN127",
        "Client has too much text",
        "The client's string literals exceed {0} characters, more than an assembly can hold, so nothing is emitted. Choose "
        + "operations with 'IncludeTags' or 'IncludeOperations'.");

    public static readonly DiagnosticDescriptor TooMuchCode = Error(
        "CLERKGEN115",
        "Client takes too long to compile",
        "The client would have more than {0} characters of code, which takes the compiler too long for a document of this size, so nothing is "
        + "emitted. Choose operations with 'IncludeTags' or 'IncludeOperations'.");

    public static readonly DiagnosticDescriptor TooManyVariants = Warning(
        "CLERKGEN128",
        "Union has too many variants",
        "Union '{0}' has {1} variants. The first {2} have types; values of the others are kept as raw JSON.");

    public static readonly DiagnosticDescriptor ApiRemoved = Warning(
        "CLERKGEN108",
        "API member is removed",
        "The API baseline has '{0}', which is not emitted any more: {1}. Restore it in the document, or accept the removal with "
        + "'clerkgen baseline'.");

    public static readonly DiagnosticDescriptor ApiChanged = Warning(
        "CLERKGEN109",
        "API member is changed",
        "The API baseline has '{0}' as '{1}', which is emitted as '{2}' now. Restore it in the document, or accept the change with "
        + "'clerkgen baseline'.");

    public static readonly DiagnosticDescriptor ApiAdded = Info(
        "CLERKGEN110", "API member is not in the baseline", "The API baseline lacks {0}. Add what is new with 'clerkgen baseline'.");

    public static readonly DiagnosticDescriptor BaselineUnusable = Warning("CLERKGEN111", "API baseline cannot be used", "{0}");

    public static readonly DiagnosticDescriptor MoreApiChanges = Warning(
        "CLERKGEN112",
        "Too many API changes",
        "More than {0} removed or changed API members were found. {1} of them are not listed. Accept all with 'clerkgen baseline', or compare "
        + "the documents with 'clerkgen diff'.");

    public static readonly DiagnosticDescriptor TooManyProperties = Warning(
        "CLERKGEN113",
        "Class has too many properties",
        "Schema '{0}' has {1} properties. The first {2} become members; values of the others are kept as additional properties.");

    public static readonly DiagnosticDescriptor MoreDiagnostics = Warning(
        "CLERKGEN126",
        "Too many diagnostics",
        "The document has more than {0} errors, or more than {0} warnings and informations. The rest are reported once these are "
        + "resolved.");

    public static readonly DiagnosticDescriptor PartialKindDiffers = Error(
        "CLERKGEN079", "Partial type has the wrong kind", "'{0}' is emitted as a {1}, not a {2}. Write 'partial {1} {0}'.");

    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        "CLERKGEN090", "Generator failed", "The generator failed on this document, which is a bug in ClerkGen: {0}");

    public static readonly DiagnosticDescriptor ClientReferenced = Warning(
        "CLERKGEN100",
        "Client is referenced already",
        "The project references '{0}', which has the client of '{1}'. This project uses that client and emits none. Remove the "
        + "document or the package ClerkGen from one of the two projects, or give the document another Namespace.");

    public static readonly DiagnosticDescriptor NameDeclaredTwice = Error(
        "CLERKGEN106",
        "Emitted type has the name of a type of the project",
        "'{0}' is emitted as a {2}, and the project declares the {1} '{0}' too. Write 'partial {2} {0}' to add to the emitted type, "
        + "or give one of the two another name or namespace.");

    public static readonly DiagnosticDescriptor UnknownProjectName = Warning(
        "CLERKGEN103", "Name in the project has no effect", "{0} '{1}' has no effect, because ClerkGen does not know it{2}");

    public static readonly DiagnosticDescriptor EventsByName = Info(
        "CLERKGEN130",
        "Events are identified by a guess",
        "The member '{0}' of webhook bodies is assumed to contain the webhook's name. List the names in an enum, make the member "
        + "a constant of each event, or give examples of the bodies.");

    public static readonly DiagnosticDescriptor EventsByShape = Info(
        "CLERKGEN131",
        "Events are identified by shape",
        "No member of all webhook bodies names the event, so 'WebhookEvent' identifies events by their shape. Make one member a "
        + "constant of each event.");

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
        ReadDiagnosticKind.DynamicReferenceOpen => DynamicReferenceOpen,
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
