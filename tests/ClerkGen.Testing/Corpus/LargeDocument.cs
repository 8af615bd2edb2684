using System.Globalization;
using System.Text;

namespace ClerkGen.Testing.Corpus;

/// <summary>
/// Writes documents as large as the largest public ones: per operation some 12 KB of JSON, as in GitHub's (1,100 operations, 13 MB), with
/// schemas that share parts, nest, recur, and stand inline again and again.
/// </summary>
public static class LargeDocument
{
    /// <summary>JSON text of an OpenAPI 3.1 document; the same for the same number.</summary>
    /// <param name="operations">Number of operations, from 1.</param>
    public static string Create(int operations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        StringBuilder text = new();
        text.Append("""{ "openapi": "3.1.0", "info": { "title": "Large", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], "paths": {""");
        for (int i = 0; i < operations; i += 2)
        {
            AppendPath(text, i, i + 1 < operations);
        }

        text.Append("\n}, \"components\": { \"schemas\": {");
        for (int i = 0; i < (operations + 1) / 2; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(CultureInfo.InvariantCulture, $"\"thing-{i}\": ");
            AppendThing(text, i, (operations + 1) / 2);
        }

        text.Append("""
            ,
            "basic-error": { "type": "object", "properties": { "message": { "type": "string" }, "documentation_url": { "type": "string", "format": "uri" } } }
            } } }
            """);
        return text.ToString();
    }

    private static void AppendPath(StringBuilder text, int index, bool hasSecond)
    {
        string group = Number("group", index / 40);
        int thing = index / 2;
        text.Append(index == 0 ? "\n" : ",\n").Append(CultureInfo.InvariantCulture, $"\"/{group}/{{owner}}/things-{thing}\": {{ \"get\": ");
        AppendOperation(text, group, $"{group}/list-things-{thing}", thing, hasBody: false);
        if (hasSecond)
        {
            text.Append(", \"post\": ");
            AppendOperation(text, group, $"{group}/create-thing-{thing}", thing, hasBody: true);
        }

        text.Append(" }");
    }

    private static void AppendOperation(StringBuilder text, string tag, string id, int thing, bool hasBody)
    {
        text.Append(CultureInfo.InvariantCulture, $$"""
            { "tags": ["{{tag}}"], "operationId": "{{id}}", "summary": "Works on things {{thing}}", "description": "{{Prose(thing, 6)}}",
            "parameters": [
              { "name": "owner", "in": "path", "required": true, "schema": { "type": "string" }, "description": "{{Prose(thing, 1)}}" },
              { "name": "per_page", "in": "query", "schema": { "type": "integer", "default": 30 }, "description": "{{Prose(thing + 1, 1)}}" },
              { "name": "sort", "in": "query", "schema": { "type": "string", "enum": ["created", "updated", "name"], "default": "created" } }],
            """);
        if (hasBody)
        {
            text.Append(""" "requestBody": { "required": true, "content": { "application/json": { "schema": """);
            AppendInline(text, thing, depth: 2);
            text.Append(" } } },");
        }

        text.Append(""" "responses": { "200": { "description": "Response", "content": { "application/json": { "schema": """);
        text.Append(hasBody ? "" : """{ "type": "array", "items": """).Append(CultureInfo.InvariantCulture, $$"""{ "$ref": "#/components/schemas/thing-{{thing}}" }""")
            .Append(hasBody ? "" : " }").Append(""", "examples": { "default": { "value": """);
        AppendExample(text, thing);
        text.Append("""
            } } } } },
            "404": { "description": "Resource not found", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/basic-error" } } } } } }
            """);
    }

    private static void AppendThing(StringBuilder text, int index, int count)
    {
        text.Append(CultureInfo.InvariantCulture, $$"""
            { "title": "Thing {{index}}", "description": "{{Prose(index, 2)}}", "type": "object", "required": ["id", "name", "created_at"], "properties": {
            "id": { "type": "integer", "format": "int64" }, "name": { "type": "string" }, "created_at": { "type": "string", "format": "date-time" },
            "parent": { "anyOf": [{ "$ref": "#/components/schemas/thing-{{index * 7 % count}}" }, { "type": "null" }] },
            "related": { "type": "array", "items": { "$ref": "#/components/schemas/thing-{{(index + 1) % count}}" } },
            """);
        for (int i = 0; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\"member_{i}_url\": {{ \"type\": [\"string\", \"null\"], \"description\": \"{Prose(index + i, 1)}\" }},");
        }

        text.Append("\n\"details\": ");
        AppendInline(text, index, depth: 2);
        text.Append(" } }");
    }

    private static void AppendInline(StringBuilder text, int seed, int depth)
    {
        text.Append("""{ "type": "object", "properties": {""");
        for (int i = 0; i < 8; i++)
        {
            string type = (i % 4) switch { 0 => "string", 1 => "boolean", 2 => "integer", _ => "number" };
            text.Append(CultureInfo.InvariantCulture, $"\n\"{Number("field", i)}\": {{ \"type\": \"{type}\", \"description\": \"{Prose(seed + i, 1)}\" }},");
        }

        text.Append("""
            "state": { "type": "string", "enum": ["open", "closed", "all"] }
            """);
        if (depth > 0)
        {
            text.Append(", \"nested\": ");
            AppendInline(text, seed + 1, depth - 1);
        }

        text.Append(" } }");
    }

    private static void AppendExample(StringBuilder text, int seed)
    {
        text.Append('[');
        for (int i = 0; i < 40; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $$"""{ "id": {{seed + i}}, "name": "thing {{i}}", "created_at": "2026-01-01T00:00:00Z", "url": "https://api.example.com/things/{{i}}" }""");
        }

        text.Append(']');
    }

    private static string Prose(int seed, int sentences) => string.Join(' ', Enumerable.Range(seed, sentences)
        .Select(number => Number("This is what the thing does when it is asked for its part of the work number", number) + "."));

    private static string Number(string text, int number) => string.Create(CultureInfo.InvariantCulture, $"{text} {number}").Replace(' ', text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-');
}
