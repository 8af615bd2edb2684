namespace ClerkGen.Json;

/// <summary>Marks codecs, all of them structs, that stand where the document allows <c>null</c>: for items of lists and values of dictionaries.</summary>
internal interface INullableJson;
