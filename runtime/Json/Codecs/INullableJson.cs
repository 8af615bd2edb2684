namespace ClerkGen.Json;

/// <summary>Marks codecs for items of lists and values of dictionaries that may be <c>null</c>. All are structs.</summary>
internal interface INullableJson;
