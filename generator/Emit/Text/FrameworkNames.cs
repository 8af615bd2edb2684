namespace ClerkGen.Generator.Emit.Text;

/// <summary>Types of .NET that several emitters name.</summary>
internal static class FrameworkNames
{
    public static readonly CSharpText Action = CSharpText.Type("System", "Action");
    public static readonly CSharpText ArgumentNullException = CSharpText.Type("System", "ArgumentNullException");
    public static readonly CSharpText CancellationToken = CSharpText.Type("System.Threading", "CancellationToken");
    public static readonly CSharpText CollectionBuilder = CSharpText.Type("System.Runtime.CompilerServices", "CollectionBuilder");
    public static readonly CSharpText DebuggerDisplay = CSharpText.Type("System.Diagnostics", "DebuggerDisplay");
    public static readonly CSharpText Dictionary = CSharpText.Type("System.Collections.Generic", "Dictionary");
    public static readonly CSharpText IDictionary = CSharpText.Type("System.Collections.Generic", "IDictionary");
    public static readonly CSharpText IEnumerator = CSharpText.Type("System.Collections.Generic", "IEnumerator");
    public static readonly CSharpText IFormatProvider = CSharpText.Type("System", "IFormatProvider");
    public static readonly CSharpText IEquatable = CSharpText.Type("System", "IEquatable");
    public static readonly CSharpText IParsable = CSharpText.Type("System", "IParsable");
    public static readonly CSharpText IJsonTypeInfoResolver =
        CSharpText.Type("System.Text.Json.Serialization.Metadata", "IJsonTypeInfoResolver");

    public static readonly CSharpText InvalidOperationException = CSharpText.Type("System", "InvalidOperationException");
    public static readonly CSharpText InvariantCulture = CSharpText.Of($"{CSharpText.Type("System.Globalization", "CultureInfo")}.InvariantCulture");
    public static readonly CSharpText IAsyncEnumerable = CSharpText.Type("System.Collections.Generic", "IAsyncEnumerable");
    public static readonly CSharpText GeneratedCode =
        Attribute("System.CodeDom.Compiler", "GeneratedCode", CSharpText.Of($"(\"ClerkGen\", {CSharpText.Literal(Version())})"));

    public static readonly CSharpText Hidden =
        Attribute("System.ComponentModel", "EditorBrowsable", CSharpText.Of($"({CSharpText.Type("System.ComponentModel", "EditorBrowsableState")}.Never)"));
    public static readonly CSharpText HttpClient = CSharpText.Type("System.Net.Http", "HttpClient");
    public static readonly CSharpText HttpRequestMessage = CSharpText.Type("System.Net.Http", "HttpRequestMessage");
    public static readonly CSharpText HttpStatusCode = CSharpText.Type("System.Net", "HttpStatusCode");
    public static readonly CSharpText HttpResponseMessage = CSharpText.Type("System.Net.Http", "HttpResponseMessage");
    public static readonly CSharpText JsonElement = CSharpText.Type("System.Text.Json", "JsonElement");
    public static readonly CSharpText JsonIgnore = Attribute("System.Text.Json.Serialization", "JsonIgnore");
    public static readonly CSharpText JsonTypeInfo = CSharpText.Type("System.Text.Json.Serialization.Metadata", "JsonTypeInfo");
    public static readonly CSharpText List = CSharpText.Type("System.Collections.Generic", "List");
    public static readonly CSharpText NotNullWhen = CSharpText.Type("System.Diagnostics.CodeAnalysis", "NotNullWhen");
    public static readonly CSharpText NumberStyles = CSharpText.Type("System.Globalization", "NumberStyles");
    public static readonly CSharpText Obsolete = CSharpText.Type("System", "Obsolete");
    public static readonly CSharpText ReadOnlyMemory = CSharpText.Type("System", "ReadOnlyMemory");
    public static readonly CSharpText ReadOnlySpan = CSharpText.Type("System", "ReadOnlySpan");
    public static readonly CSharpText SetsRequiredMembers = Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembers");
    public static readonly CSharpText Task = CSharpText.Type("System.Threading.Tasks", "Task");
    public static readonly CSharpText Type = CSharpText.Type("System", "Type");
    public static readonly CSharpText Union = Attribute("System.Runtime.CompilerServices", "Union");
    public static readonly CSharpText ValueTask = CSharpText.Type("System.Threading.Tasks", "ValueTask");
    public static readonly CSharpText Utf8JsonWriter = CSharpText.Type("System.Text.Json", "Utf8JsonWriter");

    /// <summary>A function that gives a credential.</summary>
    public static readonly CSharpText CredentialProvider =
        CSharpText.Of($"{CSharpText.Type("System", "Func")}<{CancellationToken}, {ValueTask}<string>>");

    /// <summary>An attribute in brackets.</summary>
    public static CSharpText Attribute(string @namespace, string name, CSharpText arguments = default) =>
        CSharpText.Of($"[{CSharpText.Type(@namespace, name)}{arguments}]");

    private static string Version() => typeof(FrameworkNames).Assembly.GetName().Version!.ToString(3);
}
