using System.Collections.Frozen;

namespace ClerkGen.Tool.Changes;

/// <summary>All kinds of changes, with what each does to a program. Letters behind a number are directions of one kind.</summary>
internal static class ChangeKinds
{
    private const string Regenerate = "Compile against the new document. No code changes.";
    private const string Compiler = "Compile against the new document and follow the compiler's errors.";
    private const string None = "";

    // Effects in the order wire, source, binary, behavior: '-' none, '~' some, 'x' all.
    private static readonly ChangeKind[] Table =
    [
        Of("O01", ChangeLevel.Notice, "----", "An operation is new", None),
        Of("O02", ChangeLevel.Breaking, "-xx-", "A new operation shares the method's short name, so both get longer ones", "Call the method by its new name, or choose the name with 'x-clerkgen-name'."),
        Of("O03", ChangeLevel.Breaking, "xxx-", "An operation is gone", "Remove the calls."),
        Of("O04", ChangeLevel.Breaking, "xxx-", "A deprecated operation is gone after its announced end", "Remove the calls."),
        Of("O05", ChangeLevel.Notice, "-~--", "An operation is deprecated", "Move to what the description names. With warnings as errors, calls no longer compile."),
        Of("O06", ChangeLevel.Notice, "----", "The announced end of an operation moved", "Move to its successor before that date."),
        Of("O07", ChangeLevel.Notice, "----", "An operation is no longer deprecated", None),
        Of("O08", ChangeLevel.Breaking, "-xx~", "An operation has another id", "Rename the calls, and the id in stubs, logs and metrics."),
        Of("O09", ChangeLevel.Breaking, "-xx~", "An operation has another id, while its method keeps its name", "Rename types that are named after the id, and the id in stubs."),
        Of("O10", ChangeLevel.Notice, "---~", "An operation's id is written differently", "Rename the id in stubs, logs and metrics."),
        Of("O11", ChangeLevel.Breaking, "-xx-", "An operation moved to another group", "Call it through the other group."),
        Of("O12", ChangeLevel.Silent, "---~", "An operation has another tag besides its first", None),
        Of("O13", ChangeLevel.Silent, "----", "A text or an example changed", None),
        Of("O14", ChangeLevel.Breaking, "x---", "An operation has another path", Regenerate),
        Of("O15", ChangeLevel.Risky, "-~-~", "A parameter of the path is named differently", "Rename named arguments."),
        Of("O16", ChangeLevel.Breaking, "x---", "An operation has another HTTP method", Regenerate),
        Of("O17", ChangeLevel.Breaking, "x--~", "An operation has another HTTP method, and is repeated under other circumstances", "Compile against the new document, and look at what happens when a call fails."),
        Of("O18", ChangeLevel.Silent, "----", "Operations or paths are in another order", None),
        Of("O19", ChangeLevel.Notice, "----", "An operation is less stable than it was", None),

        Of("P01", ChangeLevel.Notice, "----", "An optional parameter is new", None),
        Of("P02", ChangeLevel.Risky, "-~x-", "An operation has its first optional parameter", "Name the arguments 'options' and 'cancellationToken' where they are given by position."),
        Of("P03", ChangeLevel.Breaking, "xx~-", "A required parameter is new", "Give it a value."),
        Of("P04", ChangeLevel.Breaking, "-x~-", "A required parameter with a default is new", "Give it a value, such as its default."),
        Of("P05", ChangeLevel.Breaking, "~xx-", "A parameter is gone", "Remove what sets it."),
        Of("P06", ChangeLevel.Breaking, "~xx-", "The last parameter is gone, and the parameters object with it", "Remove the argument."),
        Of("P07", ChangeLevel.Breaking, "xx~-", "A parameter is required now", "Give it a value."),
        Of("P08", ChangeLevel.Risky, "-~x-", "A parameter is no longer required", "Expect null where the value is read back."),
        Of("P09", ChangeLevel.Breaking, "xxx-", "A parameter has another type", Compiler),
        Of("P10", ChangeLevel.Breaking, "~xx-", "A parameter is a list now, or no longer", Compiler),
        Of("P11", ChangeLevel.Notice, "----", "A parameter takes another value", None),
        Of("P12", ChangeLevel.Breaking, "xxx-", "A parameter no longer takes a value", "Send another value."),
        Of("P13", ChangeLevel.Risky, "~~x-", "A parameter takes listed values now", "Strings still convert. Compare with '.Value' where the value is read back."),
        Of("P14", ChangeLevel.Breaking, "x---", "A parameter moved, such as from the query to a header", Regenerate),
        Of("P15", ChangeLevel.Breaking, "x---", "A parameter is written differently", Regenerate),
        Of("P16", ChangeLevel.Risky, "~--~", "Characters of a parameter are encoded differently", "Compile against the new document, and look at values with reserved characters."),
        Of("P17", ChangeLevel.Risky, "---x", "The server's default of a parameter changed", "Give the value where the old default matters."),
        Of("P18", ChangeLevel.Risky, "x---", "A parameter has tighter limits", "Check the values that are sent."),
        Of("P19", ChangeLevel.Silent, "----", "A parameter has wider limits", None),
        Of("P20", ChangeLevel.Breaking, "~xx-", "The method that enumerates all pages is gone", "Read page by page."),
        Of("P21", ChangeLevel.Notice, "----", "There is a method that enumerates all pages", None),
        Of("P22", ChangeLevel.Notice, "-~--", "A parameter is deprecated", "Move to what the description names."),
        Of("P23", ChangeLevel.Breaking, "x---", "A parameter has another name on the wire and the same in C#", Regenerate),
        Of("P24", ChangeLevel.Silent, "----", "A parameter is described in another place", None),

        Of("R01", ChangeLevel.Notice, "----", "A body has another optional member", None),
        Of("R02", ChangeLevel.Breaking, "xx~-", "A body has another required member", "Give it a value."),
        Of("R03", ChangeLevel.Breaking, "~xx-", "A body no longer has a member", "Remove what sets it."),
        Of("R04", ChangeLevel.Breaking, "xxx-", "A member of a body is required now", "Give it a value."),
        Of("R05", ChangeLevel.Risky, "-~x-", "A member of a body may be left out now", "Expect null where the value is read back."),
        Of("R06", ChangeLevel.Risky, "---x", "Null clears a member of a body now; it left the member out before", "Do not assign null where the member is to stay as it is."),
        Of("R07", ChangeLevel.Breaking, "x~xx", "A member of a body can no longer be cleared by null; null leaves it out now", "Find another way to clear it."),
        Of("R08", ChangeLevel.Breaking, "xxx-", "An operation requires a body now", "Give the body."),
        Of("R09", ChangeLevel.Risky, "-~x-", "An operation takes a body now", "Name the arguments behind the body where they are given by position."),
        Of("R10", ChangeLevel.Breaking, "xx--", "A body is required now", "Give the body."),
        Of("R11", ChangeLevel.Notice, "----", "A body may be left out now", None),
        Of("R12", ChangeLevel.Breaking, "~xx-", "An operation no longer takes a body", "Remove the argument."),
        Of("R13", ChangeLevel.Breaking, "x~~-", "The media type that was sent is gone", Compiler),
        Of("R14", ChangeLevel.Risky, "-~~x", "Another media type is sent than before", "Compile against the new document, and check that the server treats both alike."),
        Of("R15", ChangeLevel.Breaking, "~xx-", "A type takes no members beside its own any more", "Remove what sets them."),
        Of("R16", ChangeLevel.Risky, "-~-x", "A member of a body is read-only now, and is no longer sent", "Remove what sets it."),
        Of("R17", ChangeLevel.Breaking, "x---", "A constant that is sent changed", Regenerate),
        Of("R18a", ChangeLevel.Notice, "----", "A member of a body takes another value", None),
        Of("R18b", ChangeLevel.Breaking, "xxx-", "A member of a body no longer takes a value", "Send another value."),
        Of("R19", ChangeLevel.Notice, "-~--", "A union that is sent has another variant", None),
        Of("R20", ChangeLevel.Breaking, "xxx-", "A union that is sent lost a variant", "Send another variant."),
        Of("R21", ChangeLevel.Risky, "-~x-", "An object that is sent is one of several possibilities now", "Typed values still convert. Write the type behind 'new'."),
        Of("R22", ChangeLevel.Breaking, "-xx-", "A type moved into the components or out of them, and has another name", "Use the new name, or choose the old one with '[ApiName]'."),
        Of("R23", ChangeLevel.Breaking, "~xx-", "A member of a body seems to be renamed", "Set the new member."),
        Of("R24a", ChangeLevel.Risky, "x---", "A member of a body has tighter limits", "Check the values that are sent."),
        Of("R24b", ChangeLevel.Silent, "----", "A member of a body has wider limits", None),
        Of("R25", ChangeLevel.Risky, "---x", "The server's default of a member changed", "Give the value where the old default matters."),
        Of("R26", ChangeLevel.Breaking, "xxx-", "A part of a body is a file now, or no longer", Compiler),
        Of("R27", ChangeLevel.Breaking, "x--x", "A part of a body is encoded differently", Regenerate),
        Of("R28", ChangeLevel.Breaking, "xxx-", "Something that is sent has another type", Compiler),
        Of("R29", ChangeLevel.Risky, "~~x-", "A string that is sent takes listed values now", "Strings still convert. Compare with '.Value' where the value is read back."),

        Of("A01", ChangeLevel.Notice, "----", "An answer has another optional member", None),
        Of("A02", ChangeLevel.Risky, "-~--", "An answer has another required member", "Set it where tests make the object."),
        Of("A03", ChangeLevel.Breaking, "-xx-", "An answer no longer has an optional member", "Remove what reads it."),
        Of("A04", ChangeLevel.Breaking, "~xx~", "An answer no longer has a required member", "Remove what reads it. A program of the old client reads the type's default."),
        Of("A05", ChangeLevel.Breaking, "~xx-", "A member of an answer may be missing now", "Expect null."),
        Of("A06", ChangeLevel.Risky, "-xx-", "A member of an answer is always there now", "Remove '.Value' and '.HasValue', and set it where tests make the object."),
        Of("A07", ChangeLevel.Breaking, "~xx-", "A member of an answer may be null now", "Expect null."),
        Of("A08", ChangeLevel.Risky, "-xx-", "A member of an answer is never null now", "Remove '.Value' and '.HasValue', and set it where tests make the object."),
        Of("A09", ChangeLevel.Notice, "---~", "An answer has another value", "Look at the default branches of switches."),
        Of("A10", ChangeLevel.Breaking, "-xx-", "An answer no longer has a value", "Remove what names it."),
        Of("A11", ChangeLevel.Breaking, "-xx-", "Listed values of an answer are any string now", Compiler),
        Of("A12", ChangeLevel.Breaking, "-xx-", "A string of an answer has listed values now", "Write '.Value' where a string is needed."),
        Of("A13", ChangeLevel.Breaking, "~xx-", "An integer of an answer may have a fraction now", Compiler),
        Of("A14", ChangeLevel.Risky, "-~x-", "A number of an answer is an integer now", Compiler),
        Of("A15", ChangeLevel.Breaking, "~xx-", "A value of an answer has another type", Compiler),
        Of("A16", ChangeLevel.Breaking, "-xx-", "The format of a value gives it another C# type", Compiler),
        Of("A17", ChangeLevel.Breaking, "xxx-", "An answer is a list now, or no longer", Compiler),
        Of("A18", ChangeLevel.Breaking, "-xx-", "An object of an answer is one of several possibilities now", Compiler),
        Of("A19", ChangeLevel.Notice, "---~", "A union of an answer has another variant", "Look at what happens to values that are none of the known variants."),
        Of("A20", ChangeLevel.Breaking, "-xx-", "A union of an answer lost a variant", "Remove what names it."),
        Of("A21", ChangeLevel.Risky, "~--~", "The variants of a union are told apart differently", Regenerate),
        Of("A22", ChangeLevel.Risky, "---~", "A success has another status", "Look at comparisons with 'StatusCode'."),
        Of("A23", ChangeLevel.Breaking, "~xx-", "A success may have another body", "Ask the result which body it is."),
        Of("A24", ChangeLevel.Risky, "-~--", "A success may have no body", "Expect null."),
        Of("A25", ChangeLevel.Breaking, "x~~-", "A status of a success is gone", Compiler),
        Of("A26", ChangeLevel.Notice, "---x", "An error is described", "Catch the typed exception where its members are needed."),
        Of("A27", ChangeLevel.Risky, "~~-x", "An error has another type, so handlers of the old exception never run", "Catch the new exception."),
        Of("A28", ChangeLevel.Risky, "-~~x", "An error is no longer described", "Catch 'ApiException' where the typed exception is no longer thrown."),
        Of("A29", ChangeLevel.Breaking, "xxx-", "An answer has another form, such as text in place of JSON", Compiler),
        Of("A30a", ChangeLevel.Notice, "----", "An answer has another header", None),
        Of("A30b", ChangeLevel.Notice, "---~", "An answer lost a header", "Look at what reads it by name."),
        Of("A31", ChangeLevel.Notice, "---~", "Members that the document does not name are kept", None),
        Of("A32", ChangeLevel.Breaking, "~xx-", "A member of an answer seems to be renamed", "Read the new member."),
        Of("A33", ChangeLevel.Breaking, "~---", "A member has another name on the wire and the same in C#", Regenerate),
        Of("A34", ChangeLevel.Silent, "----", "Limits of an answer changed", None),
        Of("A35", ChangeLevel.Notice, "-~--", "A member is deprecated", "Move to what the description names."),
        Of("A36", ChangeLevel.Silent, "----", "Members are in another order", None),

        Of("N01", ChangeLevel.Breaking, "-xx-", "A component is renamed", "Use the new name, or keep the old one with '[ApiName]'."),
        Of("N02", ChangeLevel.Breaking, "-xx-", "A new component takes a type's name", "Use the new name, or keep the old one with '[ApiName]'."),
        Of("N03", ChangeLevel.Breaking, "-xx-", "A type that several places share is named after another place", "Use the new name, or choose one with '[ApiName]'."),
        Of("N04", ChangeLevel.Breaking, "-xx-", "Places that shared a type have a type each", "Use the new names."),
        Of("N05", ChangeLevel.Risky, "-~~-", "A member gets another C# name because its own is taken", "Use the new name, or choose one with 'x-clerkgen-name'."),
        Of("N06", ChangeLevel.Risky, "-~~-", "A component's key differs in case only", "Use the new name."),
        Of("N07", ChangeLevel.Silent, "----", "The same schema is composed differently", None),
        Of("N08", ChangeLevel.Silent, "----", "Null or an example is written differently", None),
        Of("N09", ChangeLevel.Silent, "----", "The same document in another version, notation or number of files", None),
        Of("N10", ChangeLevel.Breaking, "-xx-", "The document chooses another C# name", "Use the new name."),
        Of("N11", ChangeLevel.Notice, "-~~-", "A component that nothing uses comes or goes", None),
        Of("N12", ChangeLevel.Breaking, "-xx-", "The emitted API changed where the document is alike", Compiler),

        Of("G01", ChangeLevel.Risky, "x--~", "An operation needs credentials now", "Give the client a key."),
        Of("G02", ChangeLevel.Notice, "---~", "An operation no longer needs credentials", None),
        Of("G03", ChangeLevel.Breaking, "-xx-", "Another security scheme gives the credential's option another name", "Use the new option."),
        Of("G04", ChangeLevel.Breaking, "-xxx", "A security scheme has another key", "Use the new option, and rename the configuration's key: the old one binds to nothing, without an error."),
        Of("G05", ChangeLevel.Notice, "~---", "An operation needs other scopes", "Check what the key may do."),
        Of("G06", ChangeLevel.Risky, "~--x", "Requests and keys go to another address", "Make sure that the new address is trusted, or set 'BaseAddress'."),
        Of("G07", ChangeLevel.Risky, "---x", "Every call asks for another version of the API", "Read the release notes of that version, or set the version in the options."),
        Of("G08", ChangeLevel.Notice, "---~", "A variable of the address changed", None),
        Of("G09a", ChangeLevel.Notice, "----", "A webhook is new", None),
        Of("G09b", ChangeLevel.Breaking, "-xx-", "A webhook is gone", "Remove what handles it."),
        Of("G10", ChangeLevel.Breaking, "~xx-", "A webhook's body is another type", Compiler),
        Of("G11", ChangeLevel.Breaking, "~xx-", "A callback's body is another type", Compiler),
        Of("G12", ChangeLevel.Breaking, "-xx-", "A security scheme is gone, and so is its option", "Remove the option."),
        Of("G13", ChangeLevel.Breaking, "x~~-", "A credential is sent in another way", Regenerate),

        Of("C01", ChangeLevel.Risky, "-~--", "An attribute of the project matches nothing any more", "Name what it is called now, or remove the attribute."),
        Of("C02", ChangeLevel.Risky, "-~--", "An action of the overlay matches nothing any more", "Mend the action, or remove it."),
        Of("C03", ChangeLevel.Risky, "-~--", "A pattern of a filter matches nothing any more", "Mend the pattern, or remove it."),
        Of("C04", ChangeLevel.Risky, "---x", "A property of the project stands for a member of the document now", "Rename the property unless that is meant."),
        Of("C05", ChangeLevel.Risky, "-x-x", "A method that the project replaces has another signature", "Give the replacement the new signature."),
        Of("C06", ChangeLevel.Risky, "---x", "A member that the project gave a type of its own has another JSON type", "Check that the type still fits."),
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
