using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>Something about a declaration of the user.</summary>
/// <param name="Descriptor">The descriptor.</param>
/// <param name="Namespace">Namespace of the declared type.</param>
/// <param name="Type">The declared type.</param>
/// <param name="Part">Empty for the type itself, else a property's name or what an attribute of the type names.</param>
/// <param name="Arguments">Arguments of the descriptor's message.</param>
/// <param name="Similar">The name in the document that was probably meant, or null.</param>
internal sealed record UserDiagnostic(
    DiagnosticDescriptor Descriptor,
    string Namespace,
    string Type,
    string Part,
    EquatableArray<string> Arguments,
    string? Similar);
