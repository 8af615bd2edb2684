namespace ClerkGen;

/// <summary>Contains one server-sent event (WHATWG HTML, section 9.2).</summary>
/// <typeparam name="T">Type of the data.</typeparam>
/// <param name="Data">The data.</param>
/// <param name="Name">The field <c>event</c>, or null for an event without one.</param>
/// <param name="Id">The field <c>id</c> of this event, else of the last one that had it; null before the first.</param>
/// <param name="Retry">Time that the server asks to wait before reconnecting (<c>retry</c>), as last received, or null.</param>
public readonly record struct ApiEvent<T>(T Data, string? Name = null, string? Id = null, TimeSpan? Retry = null);
