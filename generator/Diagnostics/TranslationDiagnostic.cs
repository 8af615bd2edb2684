using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>Something about a part of the document that its user should know; the place is found again from the pointer.</summary>
/// <param name="Descriptor">The descriptor.</param>
/// <param name="Pointer">JSON pointer of the part, without <c>#</c>.</param>
/// <param name="Arguments">Arguments of the descriptor's message, safe to print.</param>
internal sealed record TranslationDiagnostic(DiagnosticDescriptor Descriptor, string Pointer, EquatableArray<string> Arguments);
