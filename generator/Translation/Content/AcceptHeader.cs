using System.Text;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>
/// Writes <c>Accept</c> (RFC 9110, section 12.5.1): the documented successes first, then the documented errors with a lower weight. So a
/// strict server can still send an error. It never ends in <c>*/*</c> unless the document does: servers like ASP.NET Core ignore the whole
/// field then, and choose by themselves.
/// </summary>
internal static class AcceptHeader
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    private const string LessThanFirst = ";q=0.9";
    private const string Undocumented = ";q=0.5";

    /// <summary>The requested media types.</summary>
    /// <param name="answers">The successes that the method reads.</param>
    /// <param name="errors">The documented errors.</param>
    /// <param name="isChoice">Whether the media types hold different types, so that the plainest is preferred.</param>
    /// <returns>Null for JSON alone, and when the document names no media type.</returns>
    public static string? Of(IEnumerable<MediaTypeEntry> answers, IEnumerable<StatusRange> errors, bool isChoice)
    {
        List<string> names = [];
        List<string> ranges = [];
        foreach (MediaTypeEntry entry in answers)
        {
            AddTo(entry.IsRange && entry.Name.IndexOf("/*+", StringComparison.Ordinal) < 0 ? ranges : names, entry);
        }

        // JSON is the default of types that declare no other media type.
        if (ranges.Count > 0 && names.Count == 0 && answers.All(static entry => entry.Kind == MediaTypeKind.Json))
        {
            names.Add(Json);
        }

        bool hasFirst = names.Remove(Json);
        StringBuilder text = new(hasFirst ? Json : "");
        names.ForEach(name => Append(text, name, hasFirst && isChoice ? LessThanFirst : ""));
        ranges.ForEach(range => Append(text, range, text.Length > 0 ? LessThanFirst : ""));
        List<string> known = [.. names, .. ranges];
        if (hasFirst)
        {
            known.Add(Json);
        }

        List<string> others = [];
        foreach (StatusRange error in errors)
        {
            error.Content.ForEach(entry => AddTo(others, entry));
        }

        bool hasSuccess = text.Length > 0;
        others.RemoveAll(known.Contains);
        others.ForEach(name => Append(text, name, hasSuccess ? LessThanFirst : ""));
        known.AddRange(others);
        if (text.Length > 0 && !known.Exists(static name => name is Json or Problem or "*/*" or "application/*"))
        {
            Append(text, Problem, Undocumented);
        }

        string accept = text.ToString();
        return accept.Length == 0 || accept == Json ? null : accept;
    }

    /// <summary>A media type for <c>Accept</c> and for choosing by response: without parameters about notation.</summary>
    public static string NameOf(MediaTypeEntry entry)
    {
        string sent = entry.IsRange && entry.Name.IndexOf("/*+", StringComparison.Ordinal) < 0 ? entry.Key : entry.Sent;
        if (sent.IndexOf(';') < 0)
        {
            return sent.Trim().ToLowerInvariant();
        }

        string[] parts = sent.Split(';');
        StringBuilder name = new(parts[0].Trim().ToLowerInvariant());
        for (int i = 1; i < parts.Length; i++)
        {
            string parameter = parts[i].Trim();
            int end = parameter.IndexOf('=');
            if (end > 0 && HeaderNames.IsToken(parameter.Substring(0, end)) && parameter.IndexOfAny([',', '"']) < 0
                && parameter.Substring(0, end).ToLowerInvariant() is not ("charset" or "boundary" or "q"))
            {
                name.Append(';').Append(parameter);
            }
        }

        return name.ToString();
    }

    /// <summary>The preferred media type, or null.</summary>
    public static string? First(string? accept) => accept?.Split(',')[0];

    private static void AddTo(List<string> names, MediaTypeEntry entry)
    {
        string name = NameOf(entry);
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }

    private static void Append(StringBuilder text, string name, string weight) => text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(weight);
}
