using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Values of a user's own type by the user's own <see cref="JsonSerializerContext"/>, with its options. Emitted types inside are
/// read and written by their own code. Values that the type refuses are reported and left out.
/// </summary>
/// <typeparam name="T">The user's type.</typeparam>
/// <typeparam name="TContext">A context with <c>[JsonSerializable(typeof(T))]</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ContextJson<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TContext> : IApiJson<T>
    where TContext : JsonSerializerContext
{
    private static readonly JsonTypeInfo<T> Info = Describe();

    /// <inheritdoc/>
    public static T ReadJson(ref ApiJsonReader reader) => UserTypes.Read(ref reader, Info);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, Info);

    private static JsonTypeInfo<T> Describe()
    {
        // A context has its options only through this property, which System.Text.Json's generator writes into every one.
        var context = (TContext?)typeof(TContext).GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? throw new InvalidOperationException($"{typeof(TContext)} has no static property Default.");
        var options = new JsonSerializerOptions(context.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(context, ApiJsonTypeInfoResolver.Default),
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
