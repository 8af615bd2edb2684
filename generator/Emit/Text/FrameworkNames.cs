namespace ClerkGen.Generator.Emit.Text;

/// <summary>Types of .NET that several emitters name.</summary>
internal static class FrameworkNames
{
    public static readonly CSharpText Action = CSharpText.Type("global::System.Action");
    public static readonly CSharpText ArgumentNullException = CSharpText.Type("global::System.ArgumentNullException");
    public static readonly CSharpText CancellationToken = CSharpText.Type("global::System.Threading.CancellationToken");
    public static readonly CSharpText CollectionBuilder = CSharpText.Type("global::System.Runtime.CompilerServices.CollectionBuilder");
    public static readonly CSharpText CredentialProvider = CSharpText.Type(
        "global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<string>>");

    public static readonly CSharpText DebuggerDisplay = CSharpText.Type("global::System.Diagnostics.DebuggerDisplay");
    public static readonly CSharpText Dictionary = CSharpText.Type("global::System.Collections.Generic.Dictionary");
    public static readonly CSharpText IDictionary = CSharpText.Type("global::System.Collections.Generic.IDictionary");
    public static readonly CSharpText IEnumerator = CSharpText.Type("global::System.Collections.Generic.IEnumerator");
    public static readonly CSharpText IFormatProvider = CSharpText.Type("global::System.IFormatProvider");
    public static readonly CSharpText IEquatable = CSharpText.Type("global::System.IEquatable");
    public static readonly CSharpText IParsable = CSharpText.Type("global::System.IParsable");
    public static readonly CSharpText IJsonTypeInfoResolver =
        CSharpText.Type("global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver");

    public static readonly CSharpText InvariantCulture = CSharpText.Type("global::System.Globalization.CultureInfo.InvariantCulture");
    public static readonly CSharpText IAsyncEnumerable = CSharpText.Type("global::System.Collections.Generic.IAsyncEnumerable");
    public static readonly CSharpText GeneratedCode =
        CSharpText.Template("[") + CSharpText.Type("global::System.CodeDom.Compiler.GeneratedCode") + CSharpText.Template("(\"ClerkGen\", ")
        + CSharpText.Literal(typeof(FrameworkNames).Assembly.GetName().Version!.ToString(3)) + CSharpText.Template(")]");
    public static readonly CSharpText Hidden =
        CSharpText.Template("[") + CSharpText.Type("global::System.ComponentModel.EditorBrowsable") + CSharpText.Template("(")
        + CSharpText.Type("global::System.ComponentModel.EditorBrowsableState.Never") + CSharpText.Template(")]");
    public static readonly CSharpText HttpClient = CSharpText.Type("global::System.Net.Http.HttpClient");
    public static readonly CSharpText HttpRequestMessage = CSharpText.Type("global::System.Net.Http.HttpRequestMessage");
    public static readonly CSharpText HttpStatusCode = CSharpText.Type("global::System.Net.HttpStatusCode");
    public static readonly CSharpText HttpResponseMessage = CSharpText.Type("global::System.Net.Http.HttpResponseMessage");
    public static readonly CSharpText JsonElement = CSharpText.Type("global::System.Text.Json.JsonElement");
    public static readonly CSharpText JsonIgnore =
        CSharpText.Template("[") + CSharpText.Type("global::System.Text.Json.Serialization.JsonIgnore") + CSharpText.Template("]");
    public static readonly CSharpText JsonTypeInfo = CSharpText.Type("global::System.Text.Json.Serialization.Metadata.JsonTypeInfo");
    public static readonly CSharpText List = CSharpText.Type("global::System.Collections.Generic.List");
    public static readonly CSharpText NotNullWhen = CSharpText.Type("global::System.Diagnostics.CodeAnalysis.NotNullWhen");
    public static readonly CSharpText NumberStyles = CSharpText.Type("global::System.Globalization.NumberStyles");
    public static readonly CSharpText Obsolete = CSharpText.Type("global::System.Obsolete");
    public static readonly CSharpText ReadOnlySpan = CSharpText.Type("global::System.ReadOnlySpan");
    public static readonly CSharpText SetsRequiredMembers =
        CSharpText.Template("[") + CSharpText.Type("global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers") + CSharpText.Template("]");
    public static readonly CSharpText Task = CSharpText.Type("global::System.Threading.Tasks.Task");
    public static readonly CSharpText Union =
        CSharpText.Template("[") + CSharpText.Type("global::System.Runtime.CompilerServices.Union") + CSharpText.Template("]");
    public static readonly CSharpText ValueTask = CSharpText.Type("global::System.Threading.Tasks.ValueTask");
    public static readonly CSharpText Utf8JsonWriter = CSharpText.Type("global::System.Text.Json.Utf8JsonWriter");
}
