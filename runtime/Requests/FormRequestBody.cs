using System.Text;

namespace ClerkGen.Requests;

/// <summary>
/// Name and value pairs, percent-encoded (<c>application/x-www-form-urlencoded</c>; a space is <c>%20</c>, never <c>+</c>).
/// </summary>
internal sealed class FormRequestBody(string contentType) : RequestBody
{
    private UriText _text;
    private byte[]? _bytes;

    /// <inheritdoc/>
    internal override string ContentType { get; } = contentType;

    /// <inheritdoc/>
    internal override long? Length => Bytes.Length;

    /// <summary>Adds a pair.</summary>
    internal void Add(string name, string value, bool allowReserved = false)
    {
        if (!_text.Text.IsEmpty)
        {
            _text.Append('&');
        }

        _text.AppendEncoded(name);
        _text.Append('=');
        _text.AppendEncoded(value, allowReserved);
    }

    /// <summary>Adds an item to the last pair.</summary>
    internal void AddItem(string delimiter, string value, bool allowReserved)
    {
        _text.Append(delimiter);
        _text.AppendEncoded(value, allowReserved);
    }

    // Ends the text at the first use: nothing is added afterwards.
    private byte[] Bytes
    {
        get
        {
            if (_bytes is null)
            {
                _bytes = Encoding.ASCII.GetBytes(_text.Text.ToArray());
                _text.Release();
            }

            return _bytes;
        }
    }

    /// <inheritdoc/>
    internal override ReadOnlyMemory<byte>? Text => Bytes;

    /// <inheritdoc/>
    internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) =>
        destination.WriteAsync(Bytes, cancellationToken);
}
