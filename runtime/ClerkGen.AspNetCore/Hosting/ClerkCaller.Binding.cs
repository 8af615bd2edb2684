using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <content>As a parameter of an endpoint.</content>
public sealed partial class ClerkCaller : IBindableFromHttpContext<ClerkCaller>
{
    /// <summary>Binds a parameter of an endpoint to the request's caller.</summary>
    /// <remarks>Declare the parameter nullable where anonymous requests are allowed, and require authorization elsewhere.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used.</param>
    public static ValueTask<ClerkCaller?> BindAsync(HttpContext context, ParameterInfo parameter) => new(context.GetClerk());
}
