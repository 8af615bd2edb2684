using static ClerkGen.Generator.Reading.NormalForm.ElementKind;
using static ClerkGen.Generator.Reading.NormalForm.FieldForm;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// The objects of OpenAPI 3.2 and their fields, which hold those of 3.0 and 3.1. Microsoft.OpenApi rejects a whole document if one number
/// is too large. This table keeps everything from it that it could not read.
/// </summary>
internal static class OpenApiGrammar
{
    private static readonly ElementGrammar[] Grammars = Build();

    /// <summary>The methods that are fields of a path item.</summary>
    public static HashSet<string> Methods { get; } =
        new(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The kinds of objects that can be referenced, in the order in which their sections are written.</summary>
    public static ElementKind[] Referenceable { get; } =
        [Schema, Response, Parameter, Example, RequestBody, Header, SecurityScheme, Link, Callback, PathItem, MediaType];

    /// <summary>The fields of a kind of object.</summary>
    public static ElementGrammar Of(ElementKind kind) => Grammars[(int)kind];

    private static ElementGrammar[] Build()
    {
        ElementGrammar[] grammars = new ElementGrammar[(int)SecurityRequirement + 1];
        DescribeSurroundings(grammars);
        DescribeOperations(grammars);
        DescribeMessages(grammars);
        DescribeSecurity(grammars);
        DescribeSchemas(grammars);
        return grammars;
    }

    private static void DescribeSurroundings(ElementGrammar[] grammars)
    {
        grammars[(int)Info] = new("Info Object")
        {
            Required = ["title", "version"],
            Fields =
            {
                ["title"] = new(Text), ["version"] = new(Text), ["summary"] = new(Text), ["description"] = new(Text),
                ["termsOfService"] = new(FieldForm.Uri), ["contact"] = new(One, Contact), ["license"] = new(One, License),
            },
        };
        grammars[(int)Contact] = new("Contact Object")
        {
            HasEffect = false,
            Fields = { ["name"] = new(Text), ["url"] = new(FieldForm.Uri), ["email"] = new(Text) },
        };
        grammars[(int)License] = new("License Object")
        {
            HasEffect = false,
            Required = ["name"],
            Fields = { ["name"] = new(Text), ["identifier"] = new(Text), ["url"] = new(FieldForm.Uri) },
        };
        grammars[(int)Server] = new("Server Object")
        {
            Essential = ["url"],
            Fields = { ["url"] = new(Text), ["description"] = new(Text), ["name"] = new(Text), ["variables"] = new(Map, ServerVariable) },
        };
        grammars[(int)ServerVariable] = new("Server Variable Object")
        {
            Required = ["default"],
            Fields = { ["enum"] = new(TextList), ["default"] = new(Text), ["description"] = new(Text) },
        };
        grammars[(int)ExternalDocs] = new("External Documentation Object")
        {
            Required = ["url"],
            Fields = { ["url"] = new(FieldForm.Uri), ["description"] = new(Text) },
        };
        grammars[(int)Tag] = new("Tag Object")
        {
            Essential = ["name"],
            Fields =
            {
                ["name"] = new(Text), ["summary"] = new(Text), ["description"] = new(Text),
                ["externalDocs"] = new(One, ExternalDocs), ["parent"] = new(Text), ["kind"] = new(Text),
            },
        };
    }

    private static void DescribeOperations(ElementGrammar[] grammars)
    {
        grammars[(int)PathItem] = new("Path Item Object")
        {
            Section = "pathItems",
            Fields =
            {
                ["summary"] = new(Text), ["description"] = new(Text), ["servers"] = new(List, Server), ["parameters"] = new(List, Parameter),
                ["get"] = new(One, Operation), ["put"] = new(One, Operation), ["post"] = new(One, Operation), ["delete"] = new(One, Operation),
                ["options"] = new(One, Operation), ["head"] = new(One, Operation), ["patch"] = new(One, Operation),
                ["trace"] = new(One, Operation), ["query"] = new(One, Operation), ["additionalOperations"] = new(Map, Operation),
            },
        };
        grammars[(int)Operation] = new("Operation Object")
        {
            Fields =
            {
                ["tags"] = new(TextList), ["summary"] = new(Text), ["description"] = new(Text), ["externalDocs"] = new(One, ExternalDocs),
                ["operationId"] = new(Text), ["parameters"] = new(List, Parameter), ["requestBody"] = new(One, RequestBody),
                ["responses"] = new(One, Responses), ["callbacks"] = new(Map, Callback), ["deprecated"] = new(Flag),
                ["security"] = new(List, SecurityRequirement), ["servers"] = new(List, Server),
            },
        };
        grammars[(int)Parameter] = new("Parameter Object")
        {
            Section = "parameters",
            Essential = ["name", "in"],
            Fields =
            {
                ["name"] = new(Text), ["in"] = new(Text), ["description"] = new(Text), ["required"] = new(Flag), ["deprecated"] = new(Flag),
                ["allowEmptyValue"] = new(Flag), ["allowReserved"] = new(Flag), ["style"] = new(Text), ["explode"] = new(Flag),
                ["schema"] = new(One, Schema), ["content"] = new(Map, MediaType), ["example"] = new(ExampleValue), ["examples"] = new(Map, Example),
            },
        };
        grammars[(int)Callback] = new("Callback Object") { Section = "callbacks", Pattern = new(One, PathItem) };
    }

    private static void DescribeMessages(ElementGrammar[] grammars)
    {
        grammars[(int)RequestBody] = new("Request Body Object")
        {
            Section = "requestBodies",
            Required = ["content"],
            Fields = { ["description"] = new(Text), ["content"] = new(Map, MediaType), ["required"] = new(Flag) },
        };
        grammars[(int)MediaType] = new("Media Type Object")
        {
            Section = "mediaTypes",
            Fields =
            {
                ["schema"] = new(One, Schema), ["itemSchema"] = new(One, Schema), ["example"] = new(ExampleValue), ["examples"] = new(Map, Example),
                ["encoding"] = new(Map, Encoding), ["itemEncoding"] = new(One, Encoding), ["prefixEncoding"] = new(List, Encoding),
            },
        };
        grammars[(int)Encoding] = new("Encoding Object")
        {
            Fields =
            {
                ["contentType"] = new(Text), ["headers"] = new(Map, Header), ["style"] = new(Text), ["explode"] = new(Flag),
                ["allowReserved"] = new(Flag), ["encoding"] = new(Map, Encoding), ["itemEncoding"] = new(One, Encoding),
                ["prefixEncoding"] = new(List, Encoding),
            },
        };
        grammars[(int)Responses] = new("Responses Object") { Pattern = new(One, Response) };
        grammars[(int)Response] = new("Response Object")
        {
            Section = "responses",
            Required = ["description"],
            Fields =
            {
                ["summary"] = new(Text), ["description"] = new(Text), ["headers"] = new(Map, Header), ["content"] = new(Map, MediaType),
                ["links"] = new(Map, Link),
            },
        };
        grammars[(int)Header] = new("Header Object")
        {
            Section = "headers",
            Fields =
            {
                ["description"] = new(Text), ["required"] = new(Flag), ["deprecated"] = new(Flag), ["allowEmptyValue"] = new(Flag),
                ["style"] = new(Text), ["explode"] = new(Flag), ["schema"] = new(One, Schema), ["content"] = new(Map, MediaType),
                ["example"] = new(ExampleValue), ["examples"] = new(Map, Example),
            },
        };
        grammars[(int)Link] = new("Link Object")
        {
            HasEffect = false,
            Section = "links",
            Fields =
            {
                ["operationRef"] = new(Text), ["operationId"] = new(Text), ["parameters"] = new(Ignored), ["requestBody"] = new(Ignored),
                ["description"] = new(Text), ["server"] = new(One, Server),
            },
        };
        grammars[(int)Example] = new("Example Object")
        {
            HasEffect = false,
            Section = "examples",
            Fields =
            {
                ["summary"] = new(Text), ["description"] = new(Text), ["value"] = new(Any), ["externalValue"] = new(Text),
                ["dataValue"] = new(Any), ["serializedValue"] = new(Text),
            },
        };
    }

    private static void DescribeSecurity(ElementGrammar[] grammars)
    {
        grammars[(int)SecurityScheme] = new("Security Scheme Object")
        {
            Section = "securitySchemes",
            Essential = ["type"],
            Fields =
            {
                ["type"] = new(Text), ["description"] = new(Text), ["name"] = new(Text), ["in"] = new(Text), ["scheme"] = new(Text),
                ["bearerFormat"] = new(Text), ["openIdConnectUrl"] = new(FieldForm.Uri), ["oauth2MetadataUrl"] = new(FieldForm.Uri),
                ["flows"] = new(One, OAuthFlows), ["deprecated"] = new(Flag),
            },
        };
        grammars[(int)OAuthFlows] = new("OAuth Flows Object")
        {
            Fields =
            {
                ["implicit"] = new(One, OAuthFlow), ["password"] = new(One, OAuthFlow), ["clientCredentials"] = new(One, OAuthFlow),
                ["authorizationCode"] = new(One, OAuthFlow), ["deviceAuthorization"] = new(One, OAuthFlow),
            },
        };
        grammars[(int)OAuthFlow] = new("OAuth Flow Object")
        {
            Fields =
            {
                ["authorizationUrl"] = new(FieldForm.Uri), ["tokenUrl"] = new(FieldForm.Uri), ["refreshUrl"] = new(FieldForm.Uri),
                ["deviceAuthorizationUrl"] = new(FieldForm.Uri), ["scopes"] = new(TextMap),
            },
        };
        grammars[(int)SecurityRequirement] = new("Security Requirement Object") { Pattern = new(TextList) };
    }

    private static void DescribeSchemas(ElementGrammar[] grammars)
    {
        grammars[(int)Schema] = new("Schema Object")
        {
            Section = "schemas",
            Fields =
            {
                ["title"] = new(Text), ["description"] = new(Text), ["format"] = new(Text), ["pattern"] = new(Text),
                ["contentEncoding"] = new(Text), ["contentMediaType"] = new(Text), ["contentSchema"] = new(One, Schema),
                ["multipleOf"] = new(FieldForm.Decimal), ["maximum"] = new(Number), ["minimum"] = new(Number),
                ["maxLength"] = new(Count), ["minLength"] = new(Count), ["maxItems"] = new(Count), ["minItems"] = new(Count),
                ["maxProperties"] = new(Count), ["minProperties"] = new(Count), ["maxContains"] = new(Count), ["minContains"] = new(Count),
                ["uniqueItems"] = new(Flag), ["readOnly"] = new(Flag), ["writeOnly"] = new(Flag), ["deprecated"] = new(Flag),
                ["required"] = new(TextList), ["enum"] = new(AnyList), ["default"] = new(Any), ["example"] = new(ExampleValue), ["examples"] = new(ExampleList),
                ["allOf"] = new(List, Schema), ["oneOf"] = new(List, Schema), ["anyOf"] = new(List, Schema), ["not"] = new(One, Schema),
                ["items"] = new(One, Schema), ["contains"] = new(One, Schema), ["properties"] = new(Map, Schema),
                ["patternProperties"] = new(Map, Schema), ["propertyNames"] = new(One, Schema), ["additionalProperties"] = new(FlagOrOne, Schema),
                ["unevaluatedProperties"] = new(FlagOrOne, Schema), ["dependentRequired"] = new(TextListMap), ["dependentSchemas"] = new(Map, Schema),
                ["if"] = new(One, Schema), ["then"] = new(One, Schema), ["else"] = new(One, Schema),
                ["discriminator"] = new(One, Discriminator), ["xml"] = new(One, Xml), ["externalDocs"] = new(One, ExternalDocs),
            },
        };
        grammars[(int)Discriminator] = new("Discriminator Object")
        {
            Essential = ["propertyName"],
            Fields = { ["propertyName"] = new(Text), ["mapping"] = new(TextMap), ["defaultMapping"] = new(Text) },
        };
        grammars[(int)Xml] = new("XML Object")
        {
            HasEffect = false,
            Fields =
            {
                ["name"] = new(Text), ["namespace"] = new(FieldForm.Uri), ["prefix"] = new(Text), ["nodeType"] = new(Text),
                ["attribute"] = new(Ignored), ["wrapped"] = new(Ignored),
            },
        };
    }
}
