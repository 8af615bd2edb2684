using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>
/// How arrays and objects are put into text (OpenAPI 3.2, section 4.12.2.3). A style that a place does not
/// allow counts as the place's default.
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
    /// The <c>explode</c> of an encoding, or null. The library returns the style's default for an absent value. A value that does not
    /// change with the style was written.
    /// </summary>
    public static bool? StatedExplode(OpenApiEncoding encoding)
    {
        bool? asForm = new OpenApiEncoding(encoding) { Style = ParameterStyle.Form }.Explode;
        return asForm == new OpenApiEncoding(encoding) { Style = ParameterStyle.PipeDelimited }.Explode ? asForm : null;
    }

    /// <summary>Whether items or members are separate by default.</summary>
    public static bool DefaultExplode(ParameterSerialization style) => style is ParameterSerialization.Form or ParameterSerialization.DeepObject;
}
