using System.Runtime.CompilerServices;

namespace ClerkGen.GeneratedSupport;

/// <content>
/// Short names for the codecs that most members have. They are inlined, so that a member costs what its codec does.
/// </content>
public ref partial struct ApiJsonReader
{
    /// <summary>Reads a string as <see cref="StringJson"/> does.</summary>
    /// <returns>The string; null for a JSON <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string ReadString() => StringJson.ReadJson(ref this);

    /// <summary>Reads a boolean as <see cref="BooleanJson"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBoolean() => BooleanJson.ReadJson(ref this);

    /// <summary>Reads an integer as <see cref="Int64Json"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInt64() => Int64Json.ReadJson(ref this);

    /// <summary>Reads a moment as <see cref="UnixMillisecondsJson"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTimeOffset ReadUnixMilliseconds() => UnixMillisecondsJson.ReadJson(ref this);

    /// <summary>Reads a list of strings.</summary>
    /// <returns>The list; null for a JSON <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IReadOnlyList<string> ReadStrings() => ListJson<string, StringJson>.ReadJson(ref this);

    /// <summary>Reads a list of values that are their own codec.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <returns>The list; null for a JSON <c>null</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IReadOnlyList<T> ReadList<T>()
        where T : IApiJson<T> =>
        ListJson<T, T>.ReadJson(ref this);

    /// <summary>Reads a value where none is allowed too.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <returns>The value; null when nothing can be read from it, rather than a value that was never there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? ReadOptional<T, TJson>()
        where T : struct
        where TJson : IApiJson<T>
    {
        _isUnreadable = false;
        T value = TJson.ReadJson(ref this);
        return _isUnreadable ? null : value;
    }

    /// <summary>Reads a value that is its own codec where none is allowed too.</summary>
    /// <inheritdoc cref="ReadOptional{T, TJson}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? ReadOptional<T>()
        where T : struct, IApiJson<T> =>
        ReadOptional<T, T>();

    /// <summary>Reads a boolean where none is allowed too.</summary>
    /// <inheritdoc cref="ReadOptional{T, TJson}" path="/returns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? ReadOptionalBoolean() => ReadOptional<bool, BooleanJson>();

    /// <summary>Reads an integer where none is allowed too.</summary>
    /// <inheritdoc cref="ReadOptional{T, TJson}" path="/returns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? ReadOptionalInt64() => ReadOptional<long, Int64Json>();

    /// <summary>Reads a moment in milliseconds where none is allowed too.</summary>
    /// <inheritdoc cref="ReadOptional{T, TJson}" path="/returns"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTimeOffset? ReadOptionalUnixMilliseconds() => ReadOptional<DateTimeOffset, UnixMillisecondsJson>();
}
