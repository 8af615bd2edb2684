namespace ClerkGen.Generator.Emit.Text;

/// <summary>Every type of the runtime that emitted code names, once.</summary>
internal static class RuntimeNames
{
    public const string SupportNamespace = "global::ClerkGen.GeneratedSupport.";

    public static readonly CSharpText ApiAttempt = CSharpText.Type("global::ClerkGen.ApiAttempt");
    public static readonly CSharpText ApiCallContext = CSharpText.Type("global::ClerkGen.ApiCallContext");
    public static readonly CSharpText ApiClient = CSharpText.Type("global::ClerkGen.ApiClient");
    public static readonly CSharpText ApiClientOptions = CSharpText.Type("global::ClerkGen.ApiClientOptions");
    public static readonly CSharpText ApiDocument = CSharpText.Type("global::ClerkGen.ApiDocument");
    public static readonly CSharpText ApiEventStream = CSharpText.Type("global::ClerkGen.ApiEventStream");
    public static readonly CSharpText ApiException = CSharpText.Type("global::ClerkGen.ApiException");
    public static readonly CSharpText ApiJsonAttribute = CSharpText.Type("global::ClerkGen.ApiJson");
    public static readonly CSharpText ApiJsonTypeInfoResolver = CSharpText.Type("global::ClerkGen.ApiJsonTypeInfoResolver");
    public static readonly CSharpText ApiOperationGroup = CSharpText.Type("global::ClerkGen.ApiOperationGroup");
    public static readonly CSharpText ApiResponse = CSharpText.Type("global::ClerkGen.ApiResponse");
    public static readonly CSharpText ApiScalarAttribute = CSharpText.Type("global::ClerkGen.ApiScalar");
    public static readonly CSharpText RequestOptions = CSharpText.Type("global::ClerkGen.RequestOptions");
    public static readonly CSharpText StubTransport = CSharpText.Type("global::ClerkGen.StubTransport");
    public static readonly CSharpText WebhookEvents = CSharpText.Type("global::ClerkGen.WebhookEvents");
    public static readonly CSharpText WebhookException = CSharpText.Type("global::ClerkGen.WebhookException");
    public static readonly CSharpText WebhookHeaders = CSharpText.Type("global::ClerkGen.WebhookHeaders");
    public static readonly CSharpText WebhookVerifier = CSharpText.Type("global::ClerkGen.WebhookVerifier");

    public static readonly CSharpText ApiAnswer = CSharpText.Type(SupportNamespace + "ApiAnswer");
    public static readonly CSharpText ApiModel = CSharpText.Type(SupportNamespace + "ApiModel");
    public static readonly CSharpText ApiClientParameter = CSharpText.Type(SupportNamespace + "ApiClientParameter");
    public static readonly CSharpText ApiDescription = CSharpText.Type(SupportNamespace + "ApiDescription");
    public static readonly CSharpText ApiErrorContext = CSharpText.Type(SupportNamespace + "ApiErrorContext");
    public static readonly CSharpText ApiErrorEntry = CSharpText.Type(SupportNamespace + "ApiErrorEntry");
    public static readonly CSharpText ApiErrors = CSharpText.Type(SupportNamespace + "ApiErrors");
    public static readonly CSharpText ApiEvents = CSharpText.Type(SupportNamespace + "ApiEvents");
    public static readonly CSharpText BoundOptions = CSharpText.Type(SupportNamespace + "BoundOptions");
    public static readonly CSharpText ApiHttpHandler = CSharpText.Type(SupportNamespace + "ApiHttpHandler");
    public static readonly CSharpText ApiJsonReader = CSharpText.Type(SupportNamespace + "ApiJsonReader");
    public static readonly CSharpText ApiOperation = CSharpText.Type(SupportNamespace + "ApiOperation");
    public static readonly CSharpText ApiPaging = CSharpText.Type(SupportNamespace + "ApiPaging");
    public static readonly CSharpText ApiRequest = CSharpText.Type(SupportNamespace + "ApiRequest");
    public static readonly CSharpText ApiRequestBuilder = CSharpText.Type(SupportNamespace + "ApiRequestBuilder");
    public static readonly CSharpText ApiResults = CSharpText.Type(SupportNamespace + "ApiResults");
    public static readonly CSharpText ApiSecurity = CSharpText.Type(SupportNamespace + "ApiSecurity");
    public static readonly CSharpText ApiSecurityScheme = CSharpText.Type(SupportNamespace + "ApiSecurityScheme");
    public static readonly CSharpText ElementJson = CSharpText.Type(SupportNamespace + "ElementJson");
    public static readonly CSharpText FileJson = CSharpText.Type(SupportNamespace + "FileJson");
    public static readonly CSharpText IApiEnum = CSharpText.Type(SupportNamespace + "IApiEnum");
    public static readonly CSharpText IApiJson = CSharpText.Type(SupportNamespace + "IApiJson");
    public static readonly CSharpText IApiScalar = CSharpText.Type(SupportNamespace + "IApiScalar");
    public static readonly CSharpText IdJson = CSharpText.Type(SupportNamespace + "IdJson");
    public static readonly CSharpText JsonConverterAttribute =
        CSharpText.Type("global::System.Text.Json.Serialization.JsonConverter") + CSharpText.Template("(typeof(")
        + CSharpText.Type(SupportNamespace + "ApiJsonConverterFactory") + CSharpText.Template("))");

    public static readonly CSharpText JsonDiscriminator = CSharpText.Type(SupportNamespace + "JsonDiscriminator");
    public static readonly CSharpText JsonEnumNames = CSharpText.Type(SupportNamespace + "JsonEnumNames");
    public static readonly CSharpText JsonInt32Enum = CSharpText.Type($"{SupportNamespace}JsonNumericEnum<int, {SupportNamespace}Int32Json>");
    public static readonly CSharpText JsonIntegerEnum = CSharpText.Type($"{SupportNamespace}JsonNumericEnum<long, {SupportNamespace}Int64Json>");
    public static readonly CSharpText JsonKept = CSharpText.Type(SupportNamespace + "JsonKept");
    public static readonly CSharpText JsonKinds = CSharpText.Type(SupportNamespace + "JsonKinds");
    public static readonly CSharpText JsonMembers = CSharpText.Type(SupportNamespace + "JsonMembers");
    public static readonly CSharpText JsonNumberEnum = CSharpText.Type($"{SupportNamespace}JsonNumericEnum<double, {SupportNamespace}DoubleJson>");
    public static readonly CSharpText JsonReading = CSharpText.Type(SupportNamespace + "JsonReading");
    public static readonly CSharpText JsonSample = CSharpText.Type(SupportNamespace + "JsonSample");
    public static readonly CSharpText JsonSeed = CSharpText.Type(SupportNamespace + "JsonSeed");
    public static readonly CSharpText JsonSerializerValue = CSharpText.Type(SupportNamespace + "JsonSerializerValue");
    public static readonly CSharpText JsonStringEnum = CSharpText.Type(SupportNamespace + "JsonStringEnum");
    public static readonly CSharpText JsonUnion = CSharpText.Type(SupportNamespace + "JsonUnion");
    public static readonly CSharpText JsonVariant = CSharpText.Type(SupportNamespace + "JsonVariant");
    public static readonly CSharpText JsonWriting = CSharpText.Type(SupportNamespace + "JsonWriting");
    public static readonly CSharpText LazyElement = CSharpText.Type(SupportNamespace + "LazyElement");
    public static readonly CSharpText ListJson = CSharpText.Type(SupportNamespace + "ListJson");
    public static readonly CSharpText MapJson = CSharpText.Type(SupportNamespace + "MapJson");
    public static readonly CSharpText NullableReferenceJson = CSharpText.Type(SupportNamespace + "NullableReferenceJson");
    public static readonly CSharpText NumberOrTextJson = CSharpText.Type(SupportNamespace + "NumberOrTextJson");
    public static readonly CSharpText NumberTextJson = CSharpText.Type(SupportNamespace + "NumberTextJson");
    public static readonly CSharpText NullableJson = CSharpText.Type(SupportNamespace + "NullableJson");
    public static readonly CSharpText UnixMillisecondsJson = CSharpText.Type(SupportNamespace + "UnixMillisecondsJson");
    public static readonly CSharpText ParameterStyle = CSharpText.Type(SupportNamespace + "ParameterStyle");
}
