namespace ClerkGen.Responses;

/// <summary>A body that ends before its end, by its length or its compression.</summary>
internal sealed class CutOffException() : IOException("The body ends before its end.");
