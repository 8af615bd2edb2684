using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <content>As a parameter of an endpoint.</content>
public sealed partial class ClerkCaller : IBindableFromHttpContext<ClerkCaller>
{
    /// <summary>
    /// Binds a parameter of an endpoint to the request's caller. Declare it nullable where nobody need be signed in, and require authorization elsewhere.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used.</param>
    public static ValueTask<ClerkCaller?> BindAsync(HttpContext context, ParameterInfo parameter) => new(context.GetClerk());
}
