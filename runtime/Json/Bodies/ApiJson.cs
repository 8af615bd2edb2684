using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;

namespace ClerkGen;

/// <summary>Reads and writes emitted types as JSON text, as it is on the wire. Thread-safe.</summary>
/// <remarks>For tests, caches and logs. From C# 14 on, <c>User.Parse(json)</c> reads a value; before, <c>ApiJson.Parse&lt;User&gt;(json)</c>.</remarks>
public static class ApiJson
{
    extension<T>(T value)
        where T : IApiJson<T>
    {
        /// <summary>Reads a value as the body of a response is read. Differences from the document are tolerated.</summary>
        /// <param name="json">The text, with any white space.</param>
        /// <returns>The value; null for the JSON <c>null</c> of a reference type.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
        /// <exception cref="ApiReadException">The text is not JSON, or of a kind from which no such value can be read.</exception>
        public static T Parse(string json)
        {
            ArgumentNullException.ThrowIfNull(json);
            return ApiJsonBody.Read<T, T>(Encoding.UTF8.GetBytes(json), default);
        }

        /// <summary>Reads a value strictly: an unknown member, a missing one or another type is an exception.</summary>
        /// <param name="json">The text, with any white space.</param>
        /// <returns>The value; null for the JSON <c>null</c> of a reference type.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
        /// <exception cref="ApiReadException">The text is not JSON, or differs from the document. Its path is the place.</exception>
        public static T ParseStrictly(string json)
        {
            ArgumentNullException.ThrowIfNull(json);
            return ApiJsonBody.Read<T, T>(Encoding.UTF8.GetBytes(json), new JsonReadOptions { Strict = true });
        }

        /// <summary>Returns the JSON that the value of a call was read from, unknown members included.</summary>
        /// <returns>The JSON; null unless <see cref="ApiClientOptions.KeepJson"/> is set, and null for a part of a call's value.</returns>
        /// <exception cref="ArgumentNullException">There is no value.</exception>
        public JsonElement? RawJson()
        {
            ArgumentNullException.ThrowIfNull(value);
            return KeptJson.Of(value);
        }

        /// <summary>Writes the value as the body of a request is written.</summary>
        /// <exception cref="ArgumentNullException">There is no value.</exception>
        public string ToJson()
        {
            ArgumentNullException.ThrowIfNull(value);
            using var buffer = new PooledBufferWriter();
            ApiJsonBody.Write<T, T>(buffer, value);
            return Encoding.UTF8.GetString(buffer.Written.Span);
        }
    }
}
