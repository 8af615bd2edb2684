using System.Globalization;
using System.Text;

namespace ClerkGen.Testing.Hostile;

/// <summary>A small document that has every kind of string of OpenAPI once, each replaceable on its own.</summary>
public static class HostileFields
{
    // <name> is a hole for the string of that kind; the name without hyphens is the plain word that stands there otherwise.
    private const string Template = """
        { "openapi": "3.1.0",
          "info": { "title": "<title>", "description": "<description>", "version": "<version>", "summary": "<info-summary>", "termsOfService": "<terms>",
            "contact": { "name": "<contact>", "url": "<contact-url>" }, "license": { "name": "<license>", "identifier": "<license-identifier>" } },
          "externalDocs": { "description": "<external-docs>", "url": "https://docs.example.com/<external-docs-url>" },
          "servers": [{ "url": "https://api.example.com/<server-path>", "description": "<server-description>" },
            { "url": "https://{<server-variable-key>}.example.com", "variables": { "<server-variable-key>": { "default": "<server-default>", "enum": ["<server-default>", "other"], "description": "<server-variable-description>" } } }],
          "security": [{ "<scheme-key>": [] }],
          "tags": [{ "name": "<tag>", "description": "<tag-description>", "x-displayName": "<tag-display>", "externalDocs": { "url": "https://docs.example.com/<tag-docs-url>" } }],
          "paths": {
            "/things/<path-segment>/{<path-parameter>}": {
              "summary": "<path-summary>", "description": "<path-description>",
              "post": {
                "operationId": "<operation-id>", "tags": ["<tag>"], "summary": "<operation-summary>", "description": "<operation-description>",
                "externalDocs": { "description": "<operation-docs>", "url": "https://docs.example.com/<operation-docs-url>" },
                "parameters": [
                  { "name": "<path-parameter>", "in": "path", "required": true, "description": "<parameter-description>", "schema": { "type": "string" } },
                  { "name": "<query-parameter>", "in": "query", "schema": { "type": "string", "default": "<parameter-default>" }, "example": "<parameter-example>" },
                  { "name": "<header-parameter>", "in": "header", "schema": { "type": "string" } },
                  { "name": "<cookie-parameter>", "in": "cookie", "schema": { "type": "string" } },
                  { "name": "filter", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { "<deep-property>": { "type": "string" } } } }],
                "requestBody": { "description": "<body-description>", "required": true, "content": { "application/json": {
                  "schema": { "$ref": "#/components/schemas/<schema-key>" }, "examples": { "<example-key>": { "summary": "<example-summary>", "value": "<example-value>" } } } } },
                "responses": {
                  "200": { "description": "<response-description>", "headers": { "<response-header>": { "description": "<header-description>", "schema": { "type": "string" } } },
                    "content": { "application/json": { "schema": { "type": "object", "title": "<inline-title>", "required": ["<required-property>"],
                      "properties": { "<required-property>": { "type": "string" }, "union": { "$ref": "#/components/schemas/Union" }, "number": { "type": "integer", "format": "<format>" },
                        "named": { "type": "string", "x-clerkgen-name": "<chosen-name>" } } } } } },
                  "404": { "description": "<error-description>", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } } } },
                "deprecated": true, "x-codeSamples": [{ "lang": "<sample-language>", "source": "<sample-source>" }] },
              "put": { "operationId": "grouped", "x-speakeasy-group": "<speakeasy-group>", "x-speakeasy-name-override": "<speakeasy-name>",
                "parameters": [{ "name": "<path-parameter>", "in": "path", "required": true, "schema": { "type": "string" } }],
                "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "<form-field>": { "type": "string", "format": "binary" }, "text": { "type": "string" } },
                  "oneOf": [{ "required": ["<alternative-part>"], "properties": { "<alternative-part>": { "type": "string" } } }, { "properties": { "other": { "type": "string" } } }] },
                  "encoding": { "text": { "contentType": "<encoding-type>" } } } } },
                "responses": { "200": { "description": "OK", "content": { "text/<response-media-type>": { "schema": { "type": "string" } } } } } },
              "patch": { "operationId": "typed", "x-clerkgen-group": "<clerkgen-group>", "x-clerkgen-name": "<clerkgen-name>",
                "parameters": [{ "name": "<path-parameter>", "in": "path", "required": true, "schema": { "type": "string" } }],
                "requestBody": { "content": { "text/<request-media-type>": { "schema": { "type": "string" } } } },
                "responses": { "204": { "description": "Done" } } } } },
          "webhooks": { "<webhook>": { "post": { "summary": "<webhook-summary>", "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "hook": { "type": "string" } } } } } },
            "responses": { "204": { "description": "Done" } } } } },
          "components": {
            "schemas": {
              "<schema-key>": { "type": "object", "title": "<schema-title>", "description": "<schema-description>", "externalDocs": { "description": "<schema-docs>", "url": "https://docs.example.com" },
                "properties": { "<property>": { "type": "string", "description": "<property-description>", "pattern": "<pattern>", "example": "<property-example>", "default": "<property-default>" },
                  "inline": { "type": "object", "properties": { "nested": { "type": "string", "title": "<nested-title>" } } },
                  "status": { "type": "string", "enum": ["first", "<enum-value>"], "description": "<enum-description>" },
                  "named": { "type": "string", "enum": ["one", "two"], "x-enum-varnames": ["One", "<enum-name>"], "x-enum-descriptions": ["One.", "<enum-value-description>"] },
                  "constant": { "const": "<constant>" }, "map": { "type": "object", "additionalProperties": { "type": "string", "description": "<map-description>" } } } },
              "Union": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
                "discriminator": { "propertyName": "<discriminator>", "mapping": { "<mapping-value>": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog" } } },
              "Cat": { "type": "object", "required": ["<discriminator>"], "properties": { "<discriminator>": { "type": "string" }, "purrs": { "type": "boolean" } } },
              "Dog": { "type": "object", "required": ["<discriminator>"], "properties": { "<discriminator>": { "type": "string" }, "barks": { "type": "boolean" } } },
              "Error": { "type": "object", "properties": { "code": { "type": "string" } } } },
            "securitySchemes": { "<scheme-key>": { "type": "apiKey", "in": "header", "name": "<api-key-header>", "description": "<scheme-description>" } } } }
        """;

    // Separate documents test fields that decide a shape or have special rules.
    private static readonly Dictionary<string, FieldSink> Sinks = new(StringComparer.Ordinal)
    {
        ["version"] = FieldSink.Literal,
        ["title"] = FieldSink.Literal,
        ["query-parameter"] = FieldSink.Literal,
        ["header-parameter"] = FieldSink.Literal,
        ["cookie-parameter"] = FieldSink.Literal,
        ["deep-property"] = FieldSink.Literal,
        ["required-property"] = FieldSink.Literal,
        ["property"] = FieldSink.Literal,
        ["enum-value"] = FieldSink.Literal,
        ["constant"] = FieldSink.Literal,
        ["discriminator"] = FieldSink.Literal,
        ["mapping-value"] = FieldSink.Literal,
        ["form-field"] = FieldSink.Literal,
        ["alternative-part"] = FieldSink.Literal,
        ["encoding-type"] = FieldSink.Literal,
        ["request-media-type"] = FieldSink.Literal,
        ["response-media-type"] = FieldSink.Literal,
        ["api-key-header"] = FieldSink.Literal,
        ["operation-id"] = FieldSink.Literal,
        ["path-segment"] = FieldSink.Literal,
        ["server-path"] = FieldSink.Literal,
        ["scheme-key"] = FieldSink.Literal,
        ["path-parameter"] = FieldSink.Name,
        ["tag"] = FieldSink.Name,
        ["schema-key"] = FieldSink.Name,
        ["schema-title"] = FieldSink.Name,
        ["inline-title"] = FieldSink.Name,
        ["enum-name"] = FieldSink.Name,
        ["chosen-name"] = FieldSink.Name,
        ["clerkgen-group"] = FieldSink.Name,
        ["clerkgen-name"] = FieldSink.Name,
        ["speakeasy-group"] = FieldSink.Name,
        ["speakeasy-name"] = FieldSink.Name,
        ["webhook"] = FieldSink.Name,
        ["server-variable-key"] = FieldSink.Name,
    };

    /// <summary>All kinds, in ordinal order.</summary>
    public static IReadOnlyList<FieldKind> All { get; } =
    [
        .. Holes().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new FieldKind(name, Sinks.GetValueOrDefault(name, FieldSink.Text))),
    ];

    /// <summary>The document with plain words in all places.</summary>
    public static string Plain { get; } = Fill(static _ => null);

    /// <summary>The document with a string in the places of one kind.</summary>
    public static string With(FieldKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Fill(name => name == kind.Name ? value : null);
    }

    /// <summary>The document with strings in the places of several kinds.</summary>
    /// <param name="valueOf">The string of a kind by its name; null for the plain word.</param>
    public static string Fill(Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        StringBuilder text = new(Template.Length);
        int position = 0;
        foreach ((int start, int end) in Places())
        {
            text.Append(Template, position, start - position);
            string name = Template[(start + 1)..end];
            string value = valueOf(name) ?? PlainWord(name);

            // Inside a reference the key of a component is written as a JSON pointer in a URI.
            bool isReference = Template[..start].EndsWith("#/components/schemas/", StringComparison.Ordinal);
            AppendJson(text, isReference ? value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("%", "%25", StringComparison.Ordinal) : value);
            position = end + 1;
        }

        return text.Append(Template, position, Template.Length - position).ToString();
    }

    /// <summary>The default text of a kind's places.</summary>
    public static string PlainWord(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string word = name.Replace("-", "", StringComparison.Ordinal);
        return name switch
        {
            "request-media-type" or "response-media-type" => "plain",
            "encoding-type" => "text/csv",
            "mapping-value" => "cat",
            _ => word,
        };
    }

    // Everything outside of ASCII as an escape, so that half a surrogate pair is what the reader gets.
    private static void AppendJson(StringBuilder text, string value)
    {
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                text.Append(c);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }
    }

    private static IEnumerable<string> Holes() => Places().Select(static place => Template[(place.Start + 1)..place.End]);

    private static IEnumerable<(int Start, int End)> Places()
    {
        for (int start = Template.IndexOf('<', StringComparison.Ordinal); start >= 0; start = Template.IndexOf('<', start + 1))
        {
            yield return (start, Template.IndexOf('>', start));
        }
    }
}
