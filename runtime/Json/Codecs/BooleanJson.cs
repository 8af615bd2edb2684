using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Booleans. The strings <c>true</c> and <c>false</c> in any case, and 0 and 1 as number or string, are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanJson : IApiScalar<bool>
{
    /// <inheritdoc/>
    public static bool ReadJson(ref ApiJsonReader reader) => reader.Json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => ReadOther(ref reader),
    };

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public static string Format(bool value) => value ? "true" : "false";

    private static bool ReadOther(ref ApiJsonReader reader)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return false;
        }

        bool isTrue = Ascii.EqualsIgnoreCase(text, "true"u8) || text.SequenceEqual("1"u8);
        bool isFalse = Ascii.EqualsIgnoreCase(text, "false"u8) || text.SequenceEqual("0"u8);
        reader.Deviate(isTrue || isFalse ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.MalformedValue);
        return isTrue;
    }
}
