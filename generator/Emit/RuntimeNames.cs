namespace ClerkGen.Generator.Emit;

/// <summary>Every type of the runtime that emitted code names, once.</summary>
internal static class RuntimeNames
{
    public static readonly CSharpText Root = CSharpText.Template("global::ClerkGen.");

    /// <summary>What translation writes before the names of codecs.</summary>
    public const string SupportNamespace = "global::ClerkGen.GeneratedSupport.";

    /// <summary>
    /// What stands for it in emitted files: an alias, since it is a quarter of them otherwise. <c>::</c> finds nothing but an alias, so no
    /// type or member gets in its way.
    /// </summary>
    public const string SupportAlias = "CG::";

    public static readonly CSharpText Support = CSharpText.Template("CG::");

    public static readonly CSharpText ApiAttempt = Root + CSharpText.Template("ApiAttempt");
    public static readonly CSharpText ApiCallContext = Root + CSharpText.Template("ApiCallContext");
    public static readonly CSharpText ApiClient = Root + CSharpText.Template("ApiClient");
    public static readonly CSharpText ApiClientOptions = Root + CSharpText.Template("ApiClientOptions");
    public static readonly CSharpText ApiException = Root + CSharpText.Template("ApiException");
    public static readonly CSharpText ApiJsonAttribute = Root + CSharpText.Template("ApiJson");
    public static readonly CSharpText ApiJsonTypeInfoResolver = Root + CSharpText.Template("ApiJsonTypeInfoResolver");
    public static readonly CSharpText ApiOperationGroup = Root + CSharpText.Template("ApiOperationGroup");
    public static readonly CSharpText ApiResponse = Root + CSharpText.Template("ApiResponse");
    public static readonly CSharpText ApiScalarAttribute = Root + CSharpText.Template("ApiScalar");
    public static readonly CSharpText RequestOptions = Root + CSharpText.Template("RequestOptions");

    public static readonly CSharpText ApiDescription = Support + CSharpText.Template("ApiDescription");
    public static readonly CSharpText ApiErrorContext = Support + CSharpText.Template("ApiErrorContext");
    public static readonly CSharpText ApiErrors = Support + CSharpText.Template("ApiErrors");
    public static readonly CSharpText ApiHttpHandler = Support + CSharpText.Template("ApiHttpHandler");
    public static readonly CSharpText ApiJsonReader = Support + CSharpText.Template("ApiJsonReader");
    public static readonly CSharpText ApiOperation = Support + CSharpText.Template("ApiOperation");
    public static readonly CSharpText ApiPaging = Support + CSharpText.Template("ApiPaging");
    public static readonly CSharpText ApiRequest = Support + CSharpText.Template("ApiRequest");
    public static readonly CSharpText ApiRequestBuilder = Support + CSharpText.Template("ApiRequestBuilder");
    public static readonly CSharpText ApiResults = Support + CSharpText.Template("ApiResults");
    public static readonly CSharpText ApiSecurity = Support + CSharpText.Template("ApiSecurity");
    public static readonly CSharpText ApiSecurityScheme = Support + CSharpText.Template("ApiSecurityScheme");
    public static readonly CSharpText IApiJson = Support + CSharpText.Template("IApiJson");
    public static readonly CSharpText IApiScalar = Support + CSharpText.Template("IApiScalar");
    public static readonly CSharpText IdJson = Support + CSharpText.Template("IdJson");
    public static readonly CSharpText JsonConverterAttribute = CSharpText.Template(
        "global::System.Text.Json.Serialization.JsonConverter(typeof(CG::ApiJsonConverterFactory))");

    public static readonly CSharpText JsonEnumNames = Support + CSharpText.Template("JsonEnumNames");
    public static readonly CSharpText JsonIntegerEnum = Support + CSharpText.Template("JsonNumericEnum<long, CG::Int64Json>");
    public static readonly CSharpText JsonKinds = Support + CSharpText.Template("JsonKinds");
    public static readonly CSharpText JsonMembers = Support + CSharpText.Template("JsonMembers");
    public static readonly CSharpText JsonNumberEnum = Support + CSharpText.Template("JsonNumericEnum<double, CG::DoubleJson>");
    public static readonly CSharpText JsonReading = Support + CSharpText.Template("JsonReading");
    public static readonly CSharpText JsonSeed = Support + CSharpText.Template("JsonSeed");
    public static readonly CSharpText JsonSerializerValue = Support + CSharpText.Template("JsonSerializerValue");
    public static readonly CSharpText JsonStringEnum = Support + CSharpText.Template("JsonStringEnum");
    public static readonly CSharpText JsonUnion = Support + CSharpText.Template("JsonUnion");
    public static readonly CSharpText JsonVariant = Support + CSharpText.Template("JsonVariant");
    public static readonly CSharpText JsonWriting = Support + CSharpText.Template("JsonWriting");
    public static readonly CSharpText LazyElement = Support + CSharpText.Template("LazyElement");
    public static readonly CSharpText NullableJson = Support + CSharpText.Template("NullableJson");
    public static readonly CSharpText ParameterStyle = Support + CSharpText.Template("ParameterStyle");
    public static readonly CSharpText StatusResult = Support + CSharpText.Template("StatusResult");
}
