using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>Every type of the runtime that emitted code names, once.</summary>
internal static class RuntimeNames
{
    /// <summary>The namespace of the types that users meet.</summary>
    public const string Namespace = "ClerkGen";

    private const string Support = "ClerkGen.GeneratedSupport";

    public static readonly CSharpText ApiAttempt = CSharpText.Type("ClerkGen", "ApiAttempt");
    public static readonly CSharpText ApiCallContext = CSharpText.Type("ClerkGen", "ApiCallContext");
    public static readonly CSharpText ApiClient = CSharpText.Type("ClerkGen", "ApiClient");
    public static readonly CSharpText ApiClientOptions = CSharpText.Type("ClerkGen", "ApiClientOptions");
    public static readonly CSharpText ApiDocument = CSharpText.Type("ClerkGen", "ApiDocument");
    public static readonly CSharpText ApiEventStream = CSharpText.Type("ClerkGen", "ApiEventStream");
    public static readonly CSharpText ApiException = CSharpText.Type("ClerkGen", "ApiException");
    public static readonly CSharpText ApiJsonAttribute = CSharpText.Type("ClerkGen", "ApiJson");
    public static readonly CSharpText ApiJsonTypeInfoResolver = CSharpText.Type("ClerkGen", "ApiJsonTypeInfoResolver");
    public static readonly CSharpText ApiOperationGroup = CSharpText.Type("ClerkGen", "ApiOperationGroup");
    public static readonly CSharpText ApiResponse = CSharpText.Type("ClerkGen", "ApiResponse");
    public static readonly CSharpText ApiScalarAttribute = CSharpText.Type("ClerkGen", "ApiScalar");
    public static readonly CSharpText RequestOptions = CSharpText.Type("ClerkGen", "RequestOptions");
    public static readonly CSharpText StubTransport = CSharpText.Type("ClerkGen", "StubTransport");
    public static readonly CSharpText WebhookEvents = CSharpText.Type("ClerkGen", "WebhookEvents");
    public static readonly CSharpText WebhookException = CSharpText.Type("ClerkGen", "WebhookException");
    public static readonly CSharpText WebhookHeaders = CSharpText.Type("ClerkGen", "WebhookHeaders");
    public static readonly CSharpText WebhookVerifier = CSharpText.Type("ClerkGen", "WebhookVerifier");

    public static readonly CSharpText ApiAnswer = CSharpText.Type(Support, "ApiAnswer");
    public static readonly CSharpText ApiModel = CSharpText.Type(Support, "ApiModel");
    public static readonly CSharpText ApiClientParameter = CSharpText.Type(Support, "ApiClientParameter");
    public static readonly CSharpText ApiDescription = CSharpText.Type(Support, "ApiDescription");
    public static readonly CSharpText ApiErrorContext = CSharpText.Type(Support, "ApiErrorContext");
    public static readonly CSharpText ApiErrorEntry = CSharpText.Type(Support, "ApiErrorEntry");
    public static readonly CSharpText ApiErrors = CSharpText.Type(Support, "ApiErrors");
    public static readonly CSharpText ApiEvents = CSharpText.Type(Support, "ApiEvents");
    public static readonly CSharpText BoundOptions = CSharpText.Type(Support, "BoundOptions");
    public static readonly CSharpText ApiHttpHandler = CSharpText.Type(Support, "ApiHttpHandler");
    public static readonly CSharpText ApiJsonReader = CSharpText.Type(Support, "ApiJsonReader");
    public static readonly CSharpText ApiOperation = CSharpText.Type(Support, "ApiOperation");
    public static readonly CSharpText ApiPaging = CSharpText.Type(Support, "ApiPaging");
    public static readonly CSharpText ApiRequest = CSharpText.Type(Support, "ApiRequest");
    public static readonly CSharpText ApiResults = CSharpText.Type(Support, "ApiResults");
    public static readonly CSharpText ApiSecurity = CSharpText.Type(Support, "ApiSecurity");
    public static readonly CSharpText ApiSecurityScheme = CSharpText.Type(Support, "ApiSecurityScheme");
    public static readonly CSharpText ElementJson = CSharpText.Type(Support, "ElementJson");
    public static readonly CSharpText FileJson = CSharpText.Type(Support, "FileJson");
    public static readonly CSharpText IApiEnum = CSharpText.Type(Support, "IApiEnum");
    public static readonly CSharpText IApiJson = CSharpText.Type(Support, "IApiJson");
    public static readonly CSharpText IApiModel = CSharpText.Type(Support, "IApiModel");
    public static readonly CSharpText IApiScalar = CSharpText.Type(Support, "IApiScalar");
    public static readonly CSharpText IdJson = CSharpText.Type(Support, "IdJson");
    public static readonly CSharpText JsonConverterAttribute =
        CSharpText.Of($"{CSharpText.Type("System.Text.Json.Serialization", "JsonConverter")}(typeof({CSharpText.Type(Support, "ApiJsonConverterFactory")}))");

    public static readonly CSharpText JsonDiscriminator = CSharpText.Type(Support, "JsonDiscriminator");
    public static readonly CSharpText JsonEnumNames = CSharpText.Type(Support, "JsonEnumNames");
    public static readonly CSharpText JsonInt32Enum = Numeric("int", "Int32Json");
    public static readonly CSharpText JsonIntegerEnum = Numeric("long", "Int64Json");
    public static readonly CSharpText JsonKept = CSharpText.Type(Support, "JsonKept");
    public static readonly CSharpText JsonKinds = CSharpText.Type(Support, "JsonKinds");
    public static readonly CSharpText JsonMembers = CSharpText.Type(Support, "JsonMembers");
    public static readonly CSharpText JsonNumberEnum = Numeric("double", "DoubleJson");
    public static readonly CSharpText JsonReading = CSharpText.Type(Support, "JsonReading");
    public static readonly CSharpText JsonSample = CSharpText.Type(Support, "JsonSample");
    public static readonly CSharpText JsonSeed = CSharpText.Type(Support, "JsonSeed");
    public static readonly CSharpText JsonSerializerValue = CSharpText.Type(Support, "JsonSerializerValue");
    public static readonly CSharpText JsonStringEnum = CSharpText.Type(Support, "JsonStringEnum");
    public static readonly CSharpText JsonUnion = CSharpText.Type(Support, "JsonUnion");
    public static readonly CSharpText JsonVariant = CSharpText.Type(Support, "JsonVariant");
    public static readonly CSharpText JsonWriting = CSharpText.Type(Support, "JsonWriting");
    public static readonly CSharpText LazyElement = CSharpText.Type(Support, "LazyElement");
    public static readonly CSharpText ListJson = CSharpText.Type(Support, "ListJson");
    public static readonly CSharpText MapJson = CSharpText.Type(Support, "MapJson");
    public static readonly CSharpText NullableReferenceJson = CSharpText.Type(Support, "NullableReferenceJson");
    public static readonly CSharpText NumberOrTextJson = CSharpText.Type(Support, "NumberOrTextJson");
    public static readonly CSharpText NumberTextJson = CSharpText.Type(Support, "NumberTextJson");
    public static readonly CSharpText NullableJson = CSharpText.Type(Support, "NullableJson");
    public static readonly CSharpText UnixMillisecondsJson = CSharpText.Type(Support, "UnixMillisecondsJson");
    public static readonly CSharpText ParameterStyle = CSharpText.Type(Support, "ParameterStyle");

    /// <summary>The codec of a row of the table of scalars.</summary>
    public static CSharpText CodecOf(Scalar scalar) => CSharpText.Type(Support, scalar.VariantName + "Json");

    private static CSharpText Numeric(string type, string codec) =>
        CSharpText.Of($"{CSharpText.Type(Support, "JsonNumericEnum")}<{CSharpText.Type(type)}, {CSharpText.Type(Support, codec)}>");
}
