namespace ClerkGen;

internal static class Placeholder;
