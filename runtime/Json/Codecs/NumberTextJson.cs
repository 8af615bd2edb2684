using System.ComponentModel;
using System.Numerics;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Numbers that the document describes as strings (<c>type: string, format: decimal</c>). A number is read too.</summary>
/// <typeparam name="T">Type of the number.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NumberTextJson<T, TJson> : IApiScalar<T>
    where T : struct, INumberBase<T>
    where TJson : IApiScalar<T>
{
    /// <inheritdoc/>
    public static T ReadJson(ref ApiJsonReader reader)
    {
        if (JsonScalars.TryNumberText(ref reader, out T value))
        {
            return value;
        }

        if (reader.Json.TokenType == JsonTokenType.Number)
        {
            reader.Deviate(ApiDeviationKind.ConvertedValue);
        }

        return TJson.ReadJson(ref reader);
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T value) => writer.WriteStringValue(TJson.Format(value));

    /// <inheritdoc/>
    public static string Format(T value) => TJson.Format(value);
}
