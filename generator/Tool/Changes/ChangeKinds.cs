using System.Collections.Frozen;

namespace ClerkGen.Tool.Changes;

/// <summary>All kinds of changes, with what each does to a program. Letters behind a number are directions of one kind.</summary>
internal static class ChangeKinds
{
    private const string Regenerate = "Compile against the new document. No code changes.";
    private const string Compiler = "Compile against the new document, and fix the errors of the compiler.";
    private const string None = "";

    // Effects in the order wire, source, binary, behavior: '-' none, '~' some, 'x' all.
    private static readonly ChangeKind[] Table =
    [
        Of("O01", ChangeLevel.Notice, "----", "An operation was added", None),
        Of("O02", ChangeLevel.Breaking, "-xx-", "An added operation has the same short method name, so both methods get longer names", "Call the method by its new name, or set its name with 'x-clerkgen-name'."),
        Of("O03", ChangeLevel.Breaking, "xxx-", "An operation was removed", "Remove the calls."),
        Of("O04", ChangeLevel.Breaking, "xxx-", "A deprecated operation was removed after its sunset date", "Remove the calls."),
        Of("O05", ChangeLevel.Notice, "-~--", "An operation is deprecated", "Use the operation that the description names. With warnings as errors, calls no longer compile."),
        Of("O06", ChangeLevel.Notice, "----", "The sunset date of an operation changed", "Use its successor before that date."),
        Of("O07", ChangeLevel.Notice, "----", "An operation is no longer deprecated", None),
        Of("O08", ChangeLevel.Breaking, "-xx~", "The operation id changed", "Rename the calls, and the id in stubs, logs and metrics."),
        Of("O09", ChangeLevel.Breaking, "-xx~", "The operation id changed, and the method keeps its name", "Rename the types that are named after the id, and the id in stubs."),
        Of("O10", ChangeLevel.Notice, "---~", "The operation id changed in case or separators only", "Rename the id in stubs, logs and metrics."),
        Of("O11", ChangeLevel.Breaking, "-xx-", "An operation moved to another group", "Call it through the other group."),
        Of("O12", ChangeLevel.Silent, "---~", "An operation has another tag after its first", None),
        Of("O13", ChangeLevel.Silent, "----", "A description or an example changed", None),
        Of("O14", ChangeLevel.Breaking, "x---", "The path of an operation changed", Regenerate),
        Of("O15", ChangeLevel.Risky, "-~-~", "A path parameter was renamed", "Rename named arguments."),
        Of("O16", ChangeLevel.Breaking, "x---", "The HTTP method of an operation changed", Regenerate),
        Of("O17", ChangeLevel.Breaking, "x--~", "The HTTP method of an operation changed, and so does the rule for retries", "Compile against the new document, and check how failed calls are handled."),
        Of("O18", ChangeLevel.Silent, "----", "The order of operations or paths changed", None),
        Of("O19", ChangeLevel.Notice, "----", "The stability level of an operation was lowered", None),

        Of("P01", ChangeLevel.Notice, "----", "An optional parameter was added", None),
        Of("P02", ChangeLevel.Risky, "-~x-", "An operation has its first optional parameter", "Name the arguments 'options' and 'cancellationToken' where they are passed by position."),
        Of("P03", ChangeLevel.Breaking, "xx~-", "A required parameter was added", "Set it."),
        Of("P04", ChangeLevel.Breaking, "-x~-", "A required parameter with a default was added", "Set it, for example to its default."),
        Of("P05", ChangeLevel.Breaking, "~xx-", "A parameter was removed", "Remove the code that sets it."),
        Of("P06", ChangeLevel.Breaking, "~xx-", "The last parameter was removed, and the parameters class with it", "Remove the argument."),
        Of("P07", ChangeLevel.Breaking, "xx~-", "A parameter is required now", "Set it."),
        Of("P08", ChangeLevel.Risky, "-~x-", "A parameter is no longer required", "Expect null where code reads the value back."),
        Of("P09", ChangeLevel.Breaking, "xxx-", "The type of a parameter changed", Compiler),
        Of("P10", ChangeLevel.Breaking, "~xx-", "A parameter changed between one value and a list", Compiler),
        Of("P11", ChangeLevel.Notice, "----", "A parameter accepts another value", None),
        Of("P12", ChangeLevel.Breaking, "xxx-", "A parameter no longer accepts a value", "Send another value."),
        Of("P13", ChangeLevel.Risky, "~~x-", "A parameter is an enum now", "Strings still convert. Use '.Value' where code reads the value back."),
        Of("P14", ChangeLevel.Breaking, "x---", "A parameter moved, for example from the query to a header", Regenerate),
        Of("P15", ChangeLevel.Breaking, "x---", "The serialization of a parameter changed", Regenerate),
        Of("P16", ChangeLevel.Risky, "~--~", "The percent-encoding of a parameter changed", "Compile against the new document, and check values with reserved characters."),
        Of("P17", ChangeLevel.Risky, "---x", "The server's default of a parameter changed", "Set the value where the old default matters."),
        Of("P18", ChangeLevel.Risky, "x---", "A limit of a parameter is stricter", "Check the values that are sent."),
        Of("P19", ChangeLevel.Silent, "----", "A limit of a parameter is wider", None),
        Of("P20", ChangeLevel.Breaking, "~xx-", "The method that enumerates all pages was removed", "Request page after page."),
        Of("P21", ChangeLevel.Notice, "----", "A method that enumerates all pages was added", None),
        Of("P22", ChangeLevel.Notice, "-~--", "A parameter is deprecated", "Use the parameter that the description names."),
        Of("P23", ChangeLevel.Breaking, "x---", "The wire name of a parameter changed, and its C# name did not", Regenerate),
        Of("P24", ChangeLevel.Silent, "----", "A parameter is described in another place", None),

        Of("R01", ChangeLevel.Notice, "----", "A request body has another optional member", None),
        Of("R02", ChangeLevel.Breaking, "xx~-", "A request body has another required member", "Set it."),
        Of("R03", ChangeLevel.Breaking, "~xx-", "A member of a request body was removed", "Remove the code that sets it."),
        Of("R04", ChangeLevel.Breaking, "xxx-", "A member of a request body is required now", "Set it."),
        Of("R05", ChangeLevel.Risky, "-~x-", "A member of a request body is optional now", "Expect null where code reads the value back."),
        Of("R06", ChangeLevel.Risky, "---x", "Null clears a member of a request body now; before, null left it unset", "Do not assign null to keep the member as it is."),
        Of("R07", ChangeLevel.Breaking, "x~xx", "Null no longer clears a member of a request body; it leaves the member unset", "Find another way to clear it."),
        Of("R08", ChangeLevel.Breaking, "xxx-", "An operation requires a request body now", "Pass the body."),
        Of("R09", ChangeLevel.Risky, "-~x-", "An operation accepts a request body now", "Name the arguments after the body where they are passed by position."),
        Of("R10", ChangeLevel.Breaking, "xx--", "A request body is required now", "Pass the body."),
        Of("R11", ChangeLevel.Notice, "----", "A request body is optional now", None),
        Of("R12", ChangeLevel.Breaking, "~xx-", "An operation no longer accepts a request body", "Remove the argument."),
        Of("R13", ChangeLevel.Breaking, "x~~-", "The media type of the request was removed", Compiler),
        Of("R14", ChangeLevel.Risky, "-~~x", "The client sends another media type", "Compile against the new document, and check that the server treats both the same."),
        Of("R15", ChangeLevel.Breaking, "~xx-", "A type no longer accepts additional members", "Remove the code that sets them."),
        Of("R16", ChangeLevel.Risky, "-~-x", "A member of a request body is read-only now, and is no longer sent", "Remove the code that sets it."),
        Of("R17", ChangeLevel.Breaking, "x---", "A constant in requests changed", Regenerate),
        Of("R18a", ChangeLevel.Notice, "----", "A member of a request body accepts another value", None),
        Of("R18b", ChangeLevel.Breaking, "xxx-", "A member of a request body no longer accepts a value", "Send another value."),
        Of("R19", ChangeLevel.Notice, "-~--", "A union in requests has another variant", None),
        Of("R20", ChangeLevel.Breaking, "xxx-", "A union in requests lost a variant", "Send another variant."),
        Of("R21", ChangeLevel.Risky, "-~x-", "An object in requests became a union", "Typed values still convert. Write the type after 'new'."),
        Of("R22", ChangeLevel.Breaking, "-xx-", "A type moved into or out of the components, and was renamed", "Use the new name, or set the old one with '[ApiName]'."),
        Of("R23", ChangeLevel.Breaking, "~xx-", "A member of a request body was probably renamed", "Set the new member."),
        Of("R24a", ChangeLevel.Risky, "x---", "A limit of a member of a request body is stricter", "Check the values that are sent."),
        Of("R24b", ChangeLevel.Silent, "----", "A limit of a member of a request body is wider", None),
        Of("R25", ChangeLevel.Risky, "---x", "The server's default of a member changed", "Set the value where the old default matters."),
        Of("R26", ChangeLevel.Breaking, "xxx-", "A part of a multipart request changed between a value and a file", Compiler),
        Of("R27", ChangeLevel.Breaking, "x--x", "The encoding of a form's part changed", Regenerate),
        Of("R28", ChangeLevel.Breaking, "xxx-", "The type of a value in requests changed", Compiler),
        Of("R29", ChangeLevel.Risky, "~~x-", "A string in requests is an enum now", "Strings still convert. Use '.Value' where code reads the value back."),

        Of("A01", ChangeLevel.Notice, "----", "A response has another optional member", None),
        Of("A02", ChangeLevel.Risky, "-~--", "A response has another required member", "Set it where tests create the object."),
        Of("A03", ChangeLevel.Breaking, "-xx-", "An optional member of a response was removed", "Remove the code that reads it."),
        Of("A04", ChangeLevel.Breaking, "~xx~", "A required member of a response was removed", "Remove the code that reads it. A program with the old client reads the type's default."),
        Of("A05", ChangeLevel.Breaking, "~xx-", "A member of a response is optional now", "Expect null."),
        Of("A06", ChangeLevel.Risky, "-xx-", "A member of a response is required now", "Remove '.Value' and '.HasValue', and set it where tests create the object."),
        Of("A07", ChangeLevel.Breaking, "~xx-", "A member of a response is nullable now", "Expect null."),
        Of("A08", ChangeLevel.Risky, "-xx-", "A member of a response is no longer nullable", "Remove '.Value' and '.HasValue', and set it where tests create the object."),
        Of("A09", ChangeLevel.Notice, "---~", "An enum in responses has another value", "Check the default branches of switches."),
        Of("A10", ChangeLevel.Breaking, "-xx-", "An enum in responses lost a value", "Remove the code that names it."),
        Of("A11", ChangeLevel.Breaking, "-xx-", "An enum in responses became a string", Compiler),
        Of("A12", ChangeLevel.Breaking, "-xx-", "A string in responses became an enum", "Write '.Value' where a string is needed."),
        Of("A13", ChangeLevel.Breaking, "~xx-", "An integer in responses became a number", Compiler),
        Of("A14", ChangeLevel.Risky, "-~x-", "A number in responses became an integer", Compiler),
        Of("A15", ChangeLevel.Breaking, "~xx-", "The type of a value in responses changed", Compiler),
        Of("A16", ChangeLevel.Breaking, "-xx-", "The format of a value in responses changed, and so does its C# type", Compiler),
        Of("A17", ChangeLevel.Breaking, "xxx-", "A response changed between one value and a list", Compiler),
        Of("A18", ChangeLevel.Breaking, "-xx-", "An object in responses became a union", Compiler),
        Of("A19", ChangeLevel.Notice, "---~", "A union in responses has another variant", "Check the code for values that match no known variant."),
        Of("A20", ChangeLevel.Breaking, "-xx-", "A union in responses lost a variant", "Remove the code that names it."),
        Of("A21", ChangeLevel.Risky, "~--~", "The discriminator of a union changed", Regenerate),
        Of("A22", ChangeLevel.Risky, "---~", "The status code of a success changed", "Check comparisons with 'StatusCode'."),
        Of("A23", ChangeLevel.Breaking, "~xx-", "A success has another response body", "Test which of the bodies the result has."),
        Of("A24", ChangeLevel.Risky, "-~--", "A success has no response body for some status codes", "Expect null."),
        Of("A25", ChangeLevel.Breaking, "x~~-", "A success status code was removed", Compiler),
        Of("A26", ChangeLevel.Notice, "---x", "An error response was added", "Catch the typed exception where its members are needed."),
        Of("A27", ChangeLevel.Risky, "~~-x", "The type of an error changed, so handlers of the old exception never run", "Catch the new exception."),
        Of("A28", ChangeLevel.Risky, "-~~x", "An error response was removed", "Catch 'ApiException' where the typed exception is no longer thrown."),
        Of("A29", ChangeLevel.Breaking, "xxx-", "The media type of a response changed, for example from JSON to text", Compiler),
        Of("A30a", ChangeLevel.Notice, "----", "A response has another header", None),
        Of("A30b", ChangeLevel.Notice, "---~", "A response header was removed", "Check the code that reads it by name."),
        Of("A31", ChangeLevel.Notice, "---~", "Additional members are kept", None),
        Of("A32", ChangeLevel.Breaking, "~xx-", "A member of a response was probably renamed", "Read the new member."),
        Of("A33", ChangeLevel.Breaking, "~---", "The wire name of a member changed, and its C# name did not", Regenerate),
        Of("A34", ChangeLevel.Silent, "----", "A limit of a value in responses changed", None),
        Of("A35", ChangeLevel.Notice, "-~--", "A member is deprecated", "Use the member that the description names."),
        Of("A36", ChangeLevel.Silent, "----", "The order of members changed", None),

        Of("N01", ChangeLevel.Breaking, "-xx-", "A component was renamed", "Use the new name, or keep the old one with '[ApiName]'."),
        Of("N02", ChangeLevel.Breaking, "-xx-", "A new component has the name of a type", "Use the new name, or keep the old one with '[ApiName]'."),
        Of("N03", ChangeLevel.Breaking, "-xx-", "A type that several places share is named after another place", "Use the new name, or set one with '[ApiName]'."),
        Of("N04", ChangeLevel.Breaking, "-xx-", "Places that shared a type have separate types", "Use the new names."),
        Of("N05", ChangeLevel.Risky, "-~~-", "The C# name of a member changed because its own is taken", "Use the new name, or set one with 'x-clerkgen-name'."),
        Of("N06", ChangeLevel.Risky, "-~~-", "The key of a component changed in case only", "Use the new name."),
        Of("N07", ChangeLevel.Silent, "----", "The same schema is composed differently", None),
        Of("N08", ChangeLevel.Silent, "----", "Null or an example is written differently", None),
        Of("N09", ChangeLevel.Silent, "----", "The same document in another version, notation or number of files", None),
        Of("N10", ChangeLevel.Breaking, "-xx-", "The document sets another C# name", "Use the new name."),
        Of("N11", ChangeLevel.Notice, "-~~-", "An unused component was added or removed", None),
        Of("N12", ChangeLevel.Breaking, "-xx-", "The emitted API changed, and the document explains no reason", Compiler),

        Of("G01", ChangeLevel.Risky, "x--~", "An operation requires credentials now", "Give the client a key."),
        Of("G02", ChangeLevel.Notice, "---~", "An operation no longer requires credentials", None),
        Of("G03", ChangeLevel.Breaking, "-xx-", "Another security scheme changes the name of the credential's option", "Use the new option."),
        Of("G04", ChangeLevel.Breaking, "-xxx", "The key of a security scheme changed", "Use the new option, and rename the configuration's key: the old one binds to nothing, without an error."),
        Of("G05", ChangeLevel.Notice, "~---", "The required scopes changed", "Check the scopes of the key."),
        Of("G06", ChangeLevel.Risky, "~--x", "Requests and keys go to another host", "Make sure that the new host is trusted, or set 'BaseAddress'."),
        Of("G07", ChangeLevel.Risky, "---x", "Every call requests another version of the API", "Read the release notes of that version, or set the version in the options."),
        Of("G08", ChangeLevel.Notice, "---~", "A server variable changed", None),
        Of("G09a", ChangeLevel.Notice, "----", "A webhook was added", None),
        Of("G09b", ChangeLevel.Breaking, "-xx-", "A webhook was removed", "Remove its handler."),
        Of("G10", ChangeLevel.Breaking, "~xx-", "The type of a webhook's body changed", Compiler),
        Of("G11", ChangeLevel.Breaking, "~xx-", "The type of a callback's body changed", Compiler),
        Of("G12", ChangeLevel.Breaking, "-xx-", "A security scheme was removed, and its option with it", "Remove the option."),
        Of("G13", ChangeLevel.Breaking, "x~~-", "A credential is sent in another way", Regenerate),

        Of("C01", ChangeLevel.Risky, "-~--", "An attribute of the project matches nothing any more", "Use the new name, or remove the attribute."),
        Of("C02", ChangeLevel.Risky, "-~--", "An action of the overlay matches nothing any more", "Correct the action, or remove it."),
        Of("C03", ChangeLevel.Risky, "-~--", "A pattern of a filter matches nothing any more", "Correct the pattern, or remove it."),
        Of("C04", ChangeLevel.Risky, "---x", "A property of the project is now the C# property of a member in the document", "Rename the property unless that is intended."),
        Of("C05", ChangeLevel.Risky, "-x-x", "The signature of a method that the project replaces changed", "Give the replacement the new signature."),
        Of("C06", ChangeLevel.Risky, "---x", "The JSON type of a member that the project retyped changed", "Check that the project's type still fits."),
    ];

    private static readonly FrozenDictionary<string, ChangeKind> ById = Table.ToFrozenDictionary(static kind => kind.Id, StringComparer.Ordinal);

    /// <summary>All kinds, in the order of their families.</summary>
    public static IReadOnlyList<ChangeKind> All => Table;

    /// <summary>The kind of an id.</summary>
    public static ChangeKind Get(string id) => ById[id];

    private static ChangeKind Of(string id, ChangeLevel level, string effects, string title, string advice) =>
        new(id, level, Effect(effects[0]), Effect(effects[1]), Effect(effects[2]), Effect(effects[3]), title, advice);

    private static ChangeEffect Effect(char letter) => letter switch { 'x' => ChangeEffect.All, '~' => ChangeEffect.Some, _ => ChangeEffect.None };
}
