using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClerkGen.Json;

/// <summary>
/// Finds the JSONPath (RFC 9535) of tokens by walking the body again: readers keep no path, so that reading well-formed bodies
/// pays nothing for it. Offsets are asked for in ascending order.
/// </summary>
internal ref struct JsonPath
{
    private const int MaxNameLength = 64;

    private const int BeforeItems = -1;
    private const int BeforeMembers = -2;

    // One entry per open container: the name of the current member, or the index of the current item.
    private readonly List<(string? Name, int Index)> _open = [];
    private Utf8JsonReader _json;

    /// <summary>Starts at the beginning of a body.</summary>
    internal JsonPath(ReadOnlySpan<byte> body, int maxDepth) =>
        _json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = maxDepth });

    /// <summary>Path of one token.</summary>
    internal static string At(ReadOnlySpan<byte> body, long offset, ReadOnlySpan<byte> member, int maxDepth) =>
        new JsonPath(body, maxDepth).Find(offset, member);

    /// <summary>Path of the token that begins at an offset, or of a member of the object that ends there.</summary>
    internal string Find(long offset, ReadOnlySpan<byte> member)
    {
        while (_json.TokenType == JsonTokenType.None || _json.TokenStartIndex < offset)
        {
            if (!_json.Read())
            {
                break;
            }

            Enter();
        }

        var path = new StringBuilder("$");
        foreach ((string? name, int index) in _open)
        {
            if (name is not null)
            {
                AppendName(path, name);
            }
            else if (index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
        }

        if (!member.IsEmpty)
        {
            AppendName(path, Encoding.UTF8.GetString(member));
        }

        return path.ToString();
    }

    private void Enter()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.PropertyName:
                _open[^1] = (JsonText.Read(ref _json), BeforeMembers);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                // The container itself is where it began: its own entry goes, its parent's stays.
                _open.RemoveAt(_open.Count - 1);
                return;
        }

        if (_open.Count > 0 && _open[^1] is (null, >= BeforeItems and int index))
        {
            _open[^1] = (null, index + 1);
        }

        if (_json.TokenType == JsonTokenType.StartObject)
        {
            _open.Add((null, BeforeMembers));
        }
        else if (_json.TokenType == JsonTokenType.StartArray)
        {
            _open.Add((null, BeforeItems));
        }
    }

    private static void AppendName(StringBuilder path, string name)
    {
        if (name.Length > MaxNameLength)
        {
            name = name[..MaxNameLength];
        }

        if (IsPlain(name))
        {
            path.Append('.').Append(name);
            return;
        }

        path.Append("['");
        foreach (char c in name)
        {
            // Names come from the response: quotes, line ends and other invisible characters must not reach a log as they are.
            if (c is '\'' or '\\' or < ' ' or > '~')
            {
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                path.Append(c);
            }
        }

        path.Append("']");
    }

    private static bool IsPlain(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
