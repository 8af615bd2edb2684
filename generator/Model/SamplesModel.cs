namespace ClerkGen.Generator.Model;

/// <summary>Values for tests, emitted as a static class with a method for each class and union that is JSON.</summary>
/// <param name="Name">Unescaped identifier of the class (<c>Samples</c>).</param>
/// <param name="Samples">In ordinal order of their names.</param>
/// <param name="DocumentName">Unescaped identifier of the property with the document.</param>
/// <param name="Document">The document's part by which stubs check requests and responses, as JSON.</param>
/// <param name="Places">The line and column of each value of <paramref name="Document"/>, as JSON; for messages of stubs only.</param>
internal sealed record SamplesModel(
    string HintName, string Namespace, string Name, EquatableArray<SampleModel> Samples, string DocumentName, string Document, string Places)
    : FileModel(HintName, Namespace, EmittedAccessibility.Internal, Name);

/// <summary>A value of one type.</summary>
/// <param name="Name">Unescaped identifier of the type, and of the method.</param>
/// <param name="Type">The type.</param>
/// <param name="HasMembers">Whether it has members that a test can set.</param>
/// <param name="IsDeprecated">Whether the document has deprecated the type.</param>
/// <param name="Json">The value.</param>
internal sealed record SampleModel(string Name, TypeReference Type, bool HasMembers, bool IsDeprecated, string Json);
