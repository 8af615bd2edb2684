using System.Text;

namespace ClerkGen.Generator.Reading.References;

/// <summary>Combines paths and addresses as text. Nothing here asks the file system or the current directory.</summary>
internal static class FilePaths
{
    /// <summary>A path with forward slashes and without <c>.</c> and <c>..</c> segments where they can be resolved.</summary>
    public static string Normalize(string path)
    {
        path = path.Replace('\\', '/');
        if (path.IndexOf("./", StringComparison.Ordinal) < 0 && path.IndexOf("//", StringComparison.Ordinal) < 0
            && !path.EndsWith("/.", StringComparison.Ordinal) && !path.EndsWith("/..", StringComparison.Ordinal))
        {
            return path;
        }

        List<string> segments = [];
        foreach (string segment in path.Split('/'))
        {
            if (segment is ".." && segments.Count > 0 && segments[segments.Count - 1] is not ("" or ".."))
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not "." && (segment.Length > 0 || segments.Count == 0))
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }

    /// <summary>The path that a relative reference in a file names.</summary>
    public static string Combine(string file, string relative)
    {
        relative = Unescape(relative.Replace('\\', '/'));
        int slash = file.LastIndexOf('/');
        return relative.StartsWith("/", StringComparison.Ordinal) || slash < 0
            ? Normalize(relative)
            : Normalize(file.Substring(0, slash + 1) + relative);
    }

    /// <summary>The address that a relative identifier means inside another; only the last segment is replaced.</summary>
    public static string CombineAddress(string address, string relative)
    {
        int slash = address.LastIndexOf('/');
        return HasScheme(relative) || slash < 0 ? relative : address.Substring(0, slash + 1) + relative;
    }

    /// <summary>Whether a reference begins with a scheme such as <c>https:</c>, <c>file:</c> or a drive letter.</summary>
    public static bool HasScheme(string reference)
    {
        int colon = reference.IndexOf(':');
        if (colon <= 0)
        {
            return false;
        }

        for (int i = 0; i < colon; i++)
        {
            if (reference[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last segment of a path or address, without its extension.</summary>
    public static string Stem(string path)
    {
        int slash = path.LastIndexOf('/');
        string name = path.Substring(slash + 1);
        int dot = name.IndexOf('.', Math.Min(1, name.Length));
        return dot < 0 ? name : name.Substring(0, dot);
    }

    /// <summary>Undoes percent-encoding; text that is not percent-encoded properly stays as it is.</summary>
    public static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    /// <summary>Turns text into a key that a reference can contain without escapes.</summary>
    public static string ToComponentName(string text)
    {
        bool isPlain = text.Length > 0;
        foreach (char c in text)
        {
            isPlain &= !MustBeReplaced(c);
        }

        if (isPlain)
        {
            return text;
        }

        StringBuilder name = new(text.Length);
        foreach (char c in text)
        {
            name.Append(MustBeReplaced(c) ? '_' : c);
        }

        return name.Length == 0 ? "_" : name.ToString();
    }

    private static bool MustBeReplaced(char c) => c is '/' or '~' or '#' or '%' or '?' or '\\' or '"' or '{' or '}' or '[' or ']' || char.IsControl(c);
}
