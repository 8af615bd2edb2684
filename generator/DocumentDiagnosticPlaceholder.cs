namespace ClerkGen.Generator;

internal static class Placeholder;
