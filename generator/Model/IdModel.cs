namespace ClerkGen.Generator.Model;

/// <summary>The identifiers of one kind of thing, emitted as a <c>readonly partial struct</c> around a string.</summary>
/// <param name="Name">Unescaped C# identifier of the type.</param>
internal sealed record IdModel(string HintName, string Namespace, EmittedAccessibility Accessibility, string Name, DocModel Doc)
    : FileModel(HintName, Namespace, Accessibility, Name);
