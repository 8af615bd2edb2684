using System.Diagnostics.CodeAnalysis;

namespace ClerkGen.Requests;

/// <summary>
/// Carries the exception of a caller's file or stream through the handler, which would report it as a broken connection. Never
/// reaches the caller: its cause does.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "Only made around a cause.")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the library.")]
internal sealed class UnreadableSourceException(Exception cause) : Exception(null, cause);
