using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>
/// How arrays and objects are put into text (OpenAPI 3.2, section 4.12.2.3). A style that a place does not allow counts as the place's
/// default.
/// </summary>
internal static class ParameterStyles
{
    /// <summary>The style of a parameter.</summary>
    public static ParameterSerialization Of(ParameterPlace place, ParameterStyle? style) => (place, style) switch
    {
        (ParameterPlace.Path, ParameterStyle.Label) => ParameterSerialization.Label,
        (ParameterPlace.Path, ParameterStyle.Matrix) => ParameterSerialization.Matrix,
        (ParameterPlace.Path or ParameterPlace.Header, _) => ParameterSerialization.Simple,
        (ParameterPlace.Query, ParameterStyle.SpaceDelimited) => ParameterSerialization.SpaceDelimited,
        (ParameterPlace.Query, ParameterStyle.PipeDelimited) => ParameterSerialization.PipeDelimited,
        (ParameterPlace.Query, ParameterStyle.DeepObject) => ParameterSerialization.DeepObject,
        (ParameterPlace.Cookie, ParameterStyle.Cookie) => ParameterSerialization.Cookie,
        _ => ParameterSerialization.Form,
    };

    /// <summary>
    /// What an encoding says of <c>explode</c>, or null. The library answers with the default of its style where the document says nothing:
    /// what stays the same whatever the style is said.
    /// </summary>
    public static bool? StatedExplode(OpenApiEncoding encoding)
    {
        bool? asForm = new OpenApiEncoding(encoding) { Style = ParameterStyle.Form }.Explode;
        return asForm == new OpenApiEncoding(encoding) { Style = ParameterStyle.PipeDelimited }.Explode ? asForm : null;
    }

    /// <summary>Whether items or members stand on their own when the document does not say.</summary>
    public static bool DefaultExplode(ParameterSerialization style) => style is ParameterSerialization.Form or ParameterSerialization.DeepObject;
}
