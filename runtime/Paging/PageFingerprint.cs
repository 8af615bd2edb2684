using System.Security.Cryptography;
using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Paging;

/// <summary>
/// Distinguishes the pages of a list by their items. Other members (times, ids of requests, totals) may differ although a server repeats a
/// page. So only arrays count: the body itself, or the arrays among its members and theirs.
/// </summary>
internal static class PageFingerprint
{
    private const int DeepestArray = 2;
    private const int Size = 16;

    /// <summary>The hash of a page.</summary>
    internal static Guid Of(ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!TryAppendArrays(hash, body))
        {
            hash.AppendData(body);
        }

        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return new Guid(bytes[..Size]);
    }

    private static bool TryAppendArrays(IncrementalHash hash, ReadOnlySpan<byte> body)
    {
        bool isFound = false;
        try
        {
            ReadOnlySpan<byte> text = BodyText.WithoutMark(body);
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth <= DeepestArray)
                {
                    int start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    hash.AppendData(text[start..(int)reader.BytesConsumed]);
                    isFound = true;
                }
                else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth >= DeepestArray)
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // With another charset, for example, the whole body counts in addition.
            return false;
        }

        return isFound;
    }
}
