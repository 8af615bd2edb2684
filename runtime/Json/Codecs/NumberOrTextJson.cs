using System.ComponentModel;
using System.Numerics;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Numbers where the document allows a string with a number as well (<c>type: [integer, string]</c>): both are read, numbers are written.
/// </summary>
/// <typeparam name="T">Type of the number.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NumberOrTextJson<T, TJson> : IApiScalar<T>
    where T : struct, INumberBase<T>
    where TJson : IApiScalar<T>
{
    /// <inheritdoc/>
    public static T ReadJson(ref ApiJsonReader reader) =>
        JsonScalars.TryNumberText(ref reader, out T value) ? value : TJson.ReadJson(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T value) => TJson.WriteJson(writer, value);

    /// <inheritdoc/>
    public static string Format(T value) => TJson.Format(value);
}
