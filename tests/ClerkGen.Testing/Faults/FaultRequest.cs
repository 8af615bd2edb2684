using System.Text;

namespace ClerkGen.Testing.Faults;

/// <summary>A request as it stood on the wire. A request that was received whole is delivered.</summary>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="IndexOnConnection">How many requests came before on the same connection.</param>
/// <param name="Method">Method of the request line.</param>
/// <param name="Target">Target of the request line, byte for byte.</param>
/// <param name="Headers">The header lines, as they came.</param>
/// <param name="Body">The body without its chunks; empty when it was not read.</param>
public sealed record FaultRequest(
    int Connection,
    int IndexOnConnection,
    string Method,
    string Target,
    IReadOnlyList<string> Headers,
    byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header field, or null.</summary>
    public string? Header(string name)
    {
        foreach (string line in Headers)
        {
            int colon = line.IndexOf(':');
            if (colon > 0 && line.AsSpan(0, colon).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
