using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using ClerkGen.Http;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    private readonly ConcurrentDictionary<string, bool> _deprecated = new(StringComparer.Ordinal);

    /// <summary>Notifies the listener of each deprecated operation once.</summary>
    private void ReportDeprecation(ApiCall call, HttpResponseMessage response)
    {
        string? deprecation = Field(response, "Deprecation");
        string? sunset = Field(response, "Sunset");
        bool isDeprecated = deprecation is not null && deprecation is not ("false" or "?0");
        if ((isDeprecated || sunset is not null) && _deprecated.TryAdd(call.OperationId, true))
        {
            Settings.Options.OnDeprecation!(new ApiDeprecation(
                call.OperationId, call.Method, call.PathTemplate, DateOf(deprecation), DateOf(sunset)));
        }
    }

    private static string? Field(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString().Trim() : null;

    // RFC 9745: a date of structured fields, @1688169599. Its drafts had HTTP's dates.
    private static DateTimeOffset? DateOf(string? text) =>
        text is ['@', .. string digits] && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
            && seconds is > -62_135_596_800 and < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : HttpDate.Parse(text);
}
