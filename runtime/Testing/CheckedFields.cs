using System.Text;
using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>Checks the names of a form's fields and of a multipart body's parts. Their values have too many forms to be checked here.</summary>
/// <param name="root">The document.</param>
/// <param name="differences">Takes what differs.</param>
internal sealed class CheckedFields(JsonElement root, List<StubDifference> differences)
{
    private const int MaximumDepth = 16;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _required = new(StringComparer.Ordinal);
    private bool _isOpen;

    /// <summary>Names of a form's fields (<c>application/x-www-form-urlencoded</c>).</summary>
    public static HashSet<string> OfForm(byte[] body)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            names.Add(Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')));
        }

        return names;
    }

    /// <summary>Names of a multipart body's parts (RFC 7578, section 4.2).</summary>
    public static HashSet<string> OfParts(byte[] body)
    {
        const string Disposition = "Content-Disposition:";
        const string Name = " name=\"";
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(body).Split("\r\n"))
        {
            if (line.StartsWith(Disposition, StringComparison.OrdinalIgnoreCase)
                && line.IndexOf(Name, StringComparison.OrdinalIgnoreCase) is > 0 and int start
                && line.IndexOf('"', start + Name.Length) is > 0 and int end)
            {
                names.Add(line[(start + Name.Length)..end].Replace("%22", "\"", StringComparison.Ordinal));
            }
        }

        return names;
    }

    /// <summary>Checks names.</summary>
    public void Check(HashSet<string> names, SchemaPlace schema)
    {
        Look(schema, 0);
        HashSet<string> bases = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            bases.Add(BaseOf(name));
        }

        foreach ((string name, string pointer) in _required)
        {
            if (!bases.Contains(name))
            {
                differences.Add(new StubDifference(name, pointer, "required field is missing"));
            }
        }

        foreach (string name in _isOpen || _known.Count == 0 ? [] : bases)
        {
            if (!_known.Contains(name))
            {
                differences.Add(new StubDifference(name, schema.Resolve(root).Pointer, "unknown field"));
            }
        }
    }

    // Items and members of one field have brackets behind its name.
    private string BaseOf(string name) =>
        !_known.Contains(name) && name.IndexOf('[', StringComparison.Ordinal) is > 0 and int bracket ? name[..bracket] : name;

    private void Look(SchemaPlace schema, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        schema = schema.Resolve(root);
        foreach ((string name, SchemaPlace property) in schema.Members("properties"))
        {
            _known.Add(name);

            // An object's members may be separate fields.
            _isOpen |= property.Resolve(root).Child("properties") is not null;
        }

        foreach (SchemaPlace required in schema.Items("required"))
        {
            if (required.Schema.GetString() is { } name && schema.Child("properties")?.Child(name)?.IsTrue("readOnly") != true)
            {
                _required[name] = required.Pointer;
            }
        }

        _isOpen |= schema.Child("additionalProperties") is { Schema.ValueKind: not JsonValueKind.False }
            || schema.Child("oneOf") is not null || schema.Child("anyOf") is not null;
        foreach (SchemaPlace part in schema.Items("allOf"))
        {
            Look(part, depth + 1);
        }
    }
}
