using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen.Json;

/// <summary>Describes an emitted type and collections of it to <see cref="JsonSerializer"/>.</summary>
internal static class JsonTypeInfos
{
    /// <summary>Describes a type; null when it is neither <typeparamref name="T"/> nor a collection of it.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="type">Type to describe.</param>
    /// <param name="options">The options that ask.</param>
    /// <param name="converter">Reads and writes <typeparamref name="T"/>.</param>
    internal static JsonTypeInfo? Describe<T>(Type type, JsonSerializerOptions options, JsonConverter<T> converter)
    {
        if (type == typeof(T))
        {
            return JsonMetadataServices.CreateValueInfo<T>(options, converter);
        }

        if (type == typeof(T[]))
        {
            return JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());
        }

        if (type == typeof(List<T>))
        {
            return JsonMetadataServices.CreateListInfo<List<T>, T>(
                options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });
        }

        if (type == typeof(IReadOnlyList<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(
                options, new JsonCollectionInfoValues<IReadOnlyList<T>>());
        }

        if (type == typeof(IEnumerable<T>))
        {
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new JsonCollectionInfoValues<IEnumerable<T>>());
        }

        if (type == typeof(IAsyncEnumerable<T>))
        {
            return JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(
                options, new JsonCollectionInfoValues<IAsyncEnumerable<T>>());
        }

        if (type == typeof(Dictionary<string, T>))
        {
            return JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(
                options,
                new JsonCollectionInfoValues<Dictionary<string, T>> { ObjectCreator = static () => [], KeyInfo = StringKey(options) });
        }

        if (type == typeof(IReadOnlyDictionary<string, T>))
        {
            return JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(
                options, new JsonCollectionInfoValues<IReadOnlyDictionary<string, T>> { KeyInfo = StringKey(options) });
        }

        return null;
    }

    private static JsonTypeInfo<string> StringKey(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
}
