using ClerkGen.GeneratedSupport;

namespace ClerkGen.Requests;

/// <summary>Separator between items of one parameter, percent-encoded where RFC 3986 requires it.</summary>
internal static class FormText
{
    /// <summary>The delimiter of a style without <c>explode</c>.</summary>
    internal static string Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        _ => ",",
    };
}
