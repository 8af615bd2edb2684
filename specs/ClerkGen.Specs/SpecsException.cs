namespace ClerkGen.Specs;

/// <summary>A file under <c>specs/</c>, or the published document, says something that cannot be followed.</summary>
internal sealed class SpecsException(string message) : Exception(message);
