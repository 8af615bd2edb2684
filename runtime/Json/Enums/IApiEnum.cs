using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Provides the value of an emitted enum as it is on the wire, known or not. Two are equal if their values
/// are; strings are compared ordinally.
/// </summary>
/// <typeparam name="TSelf">The enum.</typeparam>
/// <typeparam name="TValue">Type of the values: <see cref="string"/>, <see cref="long"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiEnum<TSelf, TValue> : IApiScalar<TSelf>, IEquatable<TSelf>, ISpanParsable<TSelf>
    where TSelf : struct, IApiEnum<TSelf, TValue>
{
    /// <summary>The text or number on the wire.</summary>
    TValue Value { get; }

    /// <summary>Whether the document knows the value.</summary>
    bool IsKnown { get; }

    /// <inheritdoc/>
    static void IApiJson<TSelf>.WriteJson(Utf8JsonWriter writer, TSelf value)
    {
        // The just-in-time compiler keeps one branch for each enum.
        if (value.Value is string text)
        {
            writer.WriteStringValue(text);
        }
        else if (value.Value is double number)
        {
            writer.WriteNumberValue(number);
        }
        else if (value.Value is int small)
        {
            writer.WriteNumberValue(small);
        }
        else
        {
            writer.WriteNumberValue((long)(object)value.Value!);
        }
    }

    /// <inheritdoc/>
    static string IApiScalar<TSelf>.Format(TSelf value) => value.ToString()!;

    /// <inheritdoc/>
    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParseText(s, provider, out TSelf value) ? value : throw new FormatException($"The text is not a value of {typeof(TSelf).Name}.");
    }

    /// <inheritdoc/>
    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => ParseText<TSelf>(s.ToString(), provider);

    /// <inheritdoc/>
    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        TryParseText(s.ToString(), provider, out result);

    // With IParsable alone as constraint, a string binds to its own overload and not to the one for spans.
    private static bool TryParseText<T>(string s, IFormatProvider? provider, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T> => T.TryParse(s, provider, out value);

    private static T ParseText<T>(string s, IFormatProvider? provider)
        where T : IParsable<T> => T.Parse(s, provider);
}
