using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>Something about a declaration of the user.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Namespace">Namespace of the declared type.</param>
/// <param name="Type">The declared type.</param>
/// <param name="Part">Empty for the type itself, else a property's name or what an attribute of the type names.</param>
/// <param name="Arguments">Of the descriptor's message.</param>
/// <param name="Similar">What the document has and was probably meant, or null.</param>
internal sealed record UserDiagnostic(
    DiagnosticDescriptor Descriptor,
    string Namespace,
    string Type,
    string Part,
    EquatableArray<string> Arguments,
    string? Similar);
