namespace ClerkGen.Generator.Emit;

/// <summary>Types of .NET that several emitters name.</summary>
internal static class FrameworkNames
{
    public static readonly CSharpText ArgumentNullException = CSharpText.Template("global::System.ArgumentNullException");
    public static readonly CSharpText CancellationToken = CSharpText.Template("global::System.Threading.CancellationToken");
    public static readonly CSharpText CredentialProvider = CSharpText.Template(
        "global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<string>>");

    public static readonly CSharpText DebuggerDisplay = CSharpText.Template("global::System.Diagnostics.DebuggerDisplay");
    public static readonly CSharpText Dictionary = CSharpText.Template("global::System.Collections.Generic.Dictionary");
    public static readonly CSharpText IDictionary = CSharpText.Template("global::System.Collections.Generic.IDictionary");
    public static readonly CSharpText IAsyncEnumerable = CSharpText.Template("global::System.Collections.Generic.IAsyncEnumerable");
    public static readonly CSharpText HttpClient = CSharpText.Template("global::System.Net.Http.HttpClient");
    public static readonly CSharpText HttpRequestMessage = CSharpText.Template("global::System.Net.Http.HttpRequestMessage");
    public static readonly CSharpText HttpResponseMessage = CSharpText.Template("global::System.Net.Http.HttpResponseMessage");
    public static readonly CSharpText JsonElement = CSharpText.Template("global::System.Text.Json.JsonElement");
    public static readonly CSharpText JsonIgnore = CSharpText.Template("[global::System.Text.Json.Serialization.JsonIgnore]");
    public static readonly CSharpText JsonTypeInfo = CSharpText.Template("global::System.Text.Json.Serialization.Metadata.JsonTypeInfo");
    public static readonly CSharpText NotNullWhen = CSharpText.Template("global::System.Diagnostics.CodeAnalysis.NotNullWhen");
    public static readonly CSharpText Obsolete = CSharpText.Template("global::System.Obsolete");
    public static readonly CSharpText SetsRequiredMembers =
        CSharpText.Template("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
    public static readonly CSharpText Task = CSharpText.Template("global::System.Threading.Tasks.Task");
    public static readonly CSharpText ValueTask = CSharpText.Template("global::System.Threading.Tasks.ValueTask");
    public static readonly CSharpText Utf8JsonWriter = CSharpText.Template("global::System.Text.Json.Utf8JsonWriter");
}
