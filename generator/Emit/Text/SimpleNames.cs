using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>The types of .NET and the runtime that a file names without their namespace, where nothing else has the name.</summary>
internal static class SimpleNames
{
    // A private character of Unicode for each type: what follows a mark in the text of a type.
    private const char First = '\uE000';

    private static readonly (string Namespace, string[] Names)[] Table =
    [
        ("System",
        [
            "Action", "ArgumentNullException", "DateOnly", "DateTimeOffset", "Func", "Guid", "IEquatable", "IFormatProvider", "IParsable",
            "InvalidOperationException", "Obsolete", "ReadOnlyMemory", "ReadOnlySpan", "TimeOnly", "TimeSpan", "Uri",
        ]),
        ("System.CodeDom.Compiler", ["GeneratedCode"]),
        ("System.Collections.Generic", ["Dictionary", "IAsyncEnumerable", "IDictionary", "IEnumerator", "IReadOnlyDictionary", "IReadOnlyList", "List"]),
        ("System.ComponentModel", ["EditorBrowsable", "EditorBrowsableState"]),
        ("System.Diagnostics", ["DebuggerBrowsable", "DebuggerBrowsableState", "DebuggerDisplay"]),
        ("System.Diagnostics.CodeAnalysis", ["NotNullWhen", "SetsRequiredMembers"]),
        ("System.Globalization", ["CultureInfo", "NumberStyles"]),
        ("System.IO", ["Stream"]),
        ("System.Net", ["HttpStatusCode"]),
        ("System.Net.Http", ["HttpClient", "HttpRequestMessage", "HttpResponseMessage"]),
        ("System.Runtime.CompilerServices", ["CollectionBuilder", "Union"]),
        ("System.Text.Json", ["JsonElement", "Utf8JsonWriter"]),
        ("System.Text.Json.Serialization", ["JsonConverter", "JsonIgnore"]),
        ("System.Text.Json.Serialization.Metadata", ["IJsonTypeInfoResolver", "JsonTypeInfo"]),
        ("System.Threading", ["CancellationToken"]),
        ("System.Threading.Tasks", ["Task", "ValueTask"]),
        ("ClerkGen",
        [
            "ApiAttempt", "ApiCallContext", "ApiClient", "ApiClientOptions", "ApiDocument", "ApiEventStream", "ApiException", "ApiFile", "ApiJson",
            "ApiJsonTypeInfoResolver", "ApiOperationGroup", "ApiRedirectException", "ApiResponse", "ApiScalar", "RequestOptions", "StubTransport", "WebhookEvents",
            "WebhookException", "WebhookHeaders", "WebhookVerifier",
        ]),
        ("ClerkGen.GeneratedSupport",
        [
            "ApiAnswer", "ApiClientParameter", "ApiDescription", "ApiErrorContext", "ApiErrorEntry", "ApiErrors", "ApiEvents", "ApiHttpHandler",
            "ApiJsonConverterFactory", "ApiJsonReader", "ApiModel", "ApiOperation", "ApiPaging", "ApiRequest", "ApiResults",
            "ApiSecurity", "ApiSecurityScheme", "BoundOptions", "ElementJson", "FileJson", "IApiEnum", "IApiJson", "IApiModel", "IApiScalar", "IdJson",
            "JsonDiscriminator", "JsonEnumNames", "JsonKept", "JsonKinds", "JsonMembers", "JsonNumericEnum", "JsonReading", "JsonSample", "JsonSeed",
            "JsonSerializerValue", "JsonStringEnum", "JsonUnion", "JsonVariant", "JsonWriting", "LazyElement", "ListJson", "MapJson", "NullableJson",
            "NullableReferenceJson", "NumberOrTextJson", "NumberTextJson", "ParameterStyle", .. Scalar.All.Select(static scalar => scalar.VariantName + "Json"),
        ]),
    ];

    private static readonly (string Namespace, string Name)[] Types =
        [.. Table.SelectMany(static entry => entry.Names.Select(name => (entry.Namespace, name)))];

    private static readonly Dictionary<(string Namespace, string Name), char> Codes =
        Enumerable.Range(0, Types.Length).ToDictionary(static index => Types[index], static index => (char)(First + index));

    /// <summary>The namespaces, those of .NET first.</summary>
    public static IEnumerable<string> Namespaces => Table.Select(static entry => entry.Namespace);

    /// <summary>All names that a type of the document or the user may have too, those of attributes with and without the suffix.</summary>
    public static IEnumerable<string> All => Types.SelectMany(static type => new[] { type.Name, type.Name + "Attribute" });

    /// <summary>The code of a type, or null if a file always names its namespace.</summary>
    public static char? Find(string @namespace, string name) => Codes.TryGetValue((@namespace, name), out char code) ? code : null;

    /// <summary>The type of a code.</summary>
    public static (string Namespace, string Name) Of(char code) => Types[code - First];
}
