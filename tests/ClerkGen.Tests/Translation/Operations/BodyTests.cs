using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class BodyTests
{
    private const string Schema = "schema: {type: object, properties: {a: {type: string}}}";
    private const string File = "schema: {type: object, properties: {a: {type: string}, file: {type: string, format: binary}}}";

    [Theory]
    [InlineData("application/json: {SCHEMA}", nameof(BodyKind.Json), "application/json")]
    [InlineData("application/vnd.acme+json: {SCHEMA}", nameof(BodyKind.Json), "application/vnd.acme+json")]
    [InlineData("application/json; charset=utf-8: {SCHEMA}", nameof(BodyKind.Json), "application/json; charset=utf-8")]
    [InlineData("'*/*': {SCHEMA}", nameof(BodyKind.Json), "application/json")]
    [InlineData("application/octet-stream: {SCHEMA}", nameof(BodyKind.Json), "application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded: {SCHEMA}", nameof(BodyKind.Form), "application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data: {SCHEMA}", nameof(BodyKind.Multipart), "multipart/form-data")]
    [InlineData("text/plain: {schema: {type: string}}", nameof(BodyKind.Text), "text/plain")]
    [InlineData("application/xml: {SCHEMA}", nameof(BodyKind.Text), "application/xml")]
    [InlineData("application/octet-stream: {schema: {type: string, format: binary}}", nameof(BodyKind.Binary), "application/octet-stream")]
    [InlineData("application/octet-stream: {}", nameof(BodyKind.Binary), "application/octet-stream")]
    [InlineData("'image/*': {}", nameof(BodyKind.Binary), "image/*")]
    [InlineData("image/png: {schema: {type: string, format: binary}}", nameof(BodyKind.Binary), "image/png")]
    [InlineData("text/csv: {schema: {type: string, format: binary}}", nameof(BodyKind.Binary), "text/csv")]
    public void The_media_type_decides_how_a_body_is_written(string content, string kind, string mediaType)
    {
        BodyModel body = Body(content)!;
        Assert.Equal((kind, mediaType), (body.Kind.ToString(), body.MediaType));
    }

    [Theory]
    [InlineData("application/json: {SCHEMA}, multipart/form-data: {SCHEMA}, application/xml: {SCHEMA}", nameof(BodyKind.Json))]
    [InlineData("application/json: {SCHEMA}, multipart/form-data: {FILE}", nameof(BodyKind.Json))]
    [InlineData("application/json: {FILE}, multipart/form-data: {FILE}", nameof(BodyKind.Multipart))]
    [InlineData("application/x-www-form-urlencoded: {SCHEMA}, multipart/form-data: {SCHEMA}", nameof(BodyKind.Form))]
    [InlineData("application/x-www-form-urlencoded: {SCHEMA}, multipart/form-data: {FILE}", nameof(BodyKind.Multipart))]
    [InlineData("text/plain: {}, application/octet-stream: {}", nameof(BodyKind.Binary))]
    public void One_of_several_media_types_is_sent(string content, string kind)
    {
        TranslatedClient client = Client(content);
        Assert.Equal(kind, client.Operation.Body!.Kind.ToString());
        Assert.Contains("the API also takes", client.Operation.Doc.Remarks);
    }

    [Theory]
    [InlineData("oneOf: [{ properties: { a: { type: string } }, required: [a] }, { properties: { b: { type: integer } } }]", "a:string b:long")]
    [InlineData("type: object, properties: { c: { type: boolean } }, anyOf: [{ properties: { a: { type: string }, c: {} } }, { $ref: '#/components/schemas/Bytes' }]", "c:bool a:string b:ApiFile")]
    [InlineData("oneOf: [{ properties: { a: { enum: [x] } } }, { oneOf: [{ properties: { a: { enum: [y, z] } } }, { $ref: '#/components/schemas/Bytes' }] }]", "a:CallThingRequestA b:ApiFile")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Bytes' }, { oneOf: [{ properties: { a: { type: string } } }, { properties: { a: { type: string, maxLength: 3 } } }] }]", "b:ApiFile a:string")]
    public void Alternatives_of_a_multipart_body_are_one_class(string schema, string expected)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            $"requestBody: {{ required: true, content: {{ multipart/form-data: {{ schema: {{ {schema} }} }} }} }}",
            "components: { schemas: { Bytes: { type: object, required: [b], properties: { b: { type: string, format: binary } } } } }",
            method: "post");

        BodyModel body = client.Operation.Body!;
        Assert.Equal(BodyKind.Multipart, body.Kind);
        Assert.Equal(expected, string.Join(" ", body.Parts.Select(static part => $"{part.WireName}:{part.Type}")));
        Assert.Empty(client.Ids);
    }

    [Fact]
    public void Plain_JSON_is_preferred_to_related_media_types() =>
        Assert.Equal("application/json", Body("application/a+json: {SCHEMA}, 'application/*+json': {SCHEMA}, application/json: {SCHEMA}")!.MediaType);

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public void Additional_members_are_fields_and_parts_too(string mediaType)
    {
        BodyModel body = Body($"{mediaType}: {{schema: {{type: object, properties: {{a: {{type: string}}}}, additionalProperties: {{type: integer}}}}}}")!;
        Assert.Equal(("long", "AdditionalProperties"), (body.AdditionalProperties?.ToString(), body.AdditionalPropertiesName));
    }

    [Theory]
    [InlineData("contentMediaType: image/png", true)]
    [InlineData("contentMediaType: application/octet-stream", true)]
    [InlineData("contentMediaType: image/png, contentEncoding: base64", false)]
    [InlineData("contentMediaType: text/html", false)]
    [InlineData("contentMediaType: application/json", false)]
    public void A_part_with_a_media_type_and_no_encoding_is_a_file(string keywords, bool isFile)
    {
        string schema = $"schema: {{type: object, properties: {{a: {{type: string, {keywords}}}}}}}";
        Assert.Equal(isFile, Body($"multipart/form-data: {{{schema}}}")!.Parts.Single().Type.IsBinary);
        Assert.Equal(isFile ? "Multipart" : "Json", Body($"application/json: {{{schema}}}, multipart/form-data: {{{schema}}}")!.Kind.ToString());
    }

    [Fact]
    public void The_content_type_of_a_file_comes_from_its_encoding_or_else_its_schema()
    {
        BodyModel body = Body(
            "multipart/form-data: {schema: {type: object, properties: {a: {type: string, contentMediaType: image/png}, "
            + "b: {type: array, items: {type: string, contentMediaType: image/png}}, c: {type: string, contentMediaType: image/png}}}, "
            + "encoding: {c: {contentType: image/gif}}}")!;
        Assert.Equal(["image/png", "image/png", "image/gif"], body.Parts.Select(part => part.ContentType));
    }

    [Fact]
    public void Headers_of_parts_are_reported_at_their_line()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            """
            requestBody:
              content:
                multipart/form-data:
                  schema: {type: object, properties: {a: {type: string}}}
                  encoding:
                    a:
                      headers:
                        Content-Type: {schema: {type: string}}
                        X-Part: {schema: {type: string}}
            """,
            method: "post");
        Assert.Equal("The headers of part 'a' are not sent, except for its content type", client.Message("CLERKGEN055"));
        Assert.Equal(14, client.Line("CLERKGEN055"));
    }

    [Theory]
    [InlineData("{required: true, content: {text/plain: {}}}", true)]
    [InlineData("{content: {text/plain: {}}}", false)]
    public void Whether_a_body_is_required_is_kept(string body, bool isRequired) =>
        Assert.Equal(isRequired, TranslatedClient.OfOperation("requestBody: " + body, method: "post").Operation.Body!.IsRequired);

    [Theory]
    [InlineData("get")]
    [InlineData("delete")]
    [InlineData("query")]
    public void Any_method_may_have_a_body(string method) =>
        Assert.NotNull(TranslatedClient.OfOperation("requestBody: {content: {application/json: {" + Schema + "}}}", method: method).Operation.Body);

    [Fact]
    public void Properties_of_a_multipart_body_are_its_parts()
    {
        TranslatedClient client = Client("""
            multipart/form-data:
              schema:
                type: object
                required: [file]
                properties:
                  file: {type: string, format: binary}
                  files: {type: array, items: {type: string, format: binary}}
                  tags: {type: array, items: {type: string}}
                  meta: {type: object, properties: {a: {type: string}}}
                  numbers: {type: array, items: {type: [integer, 'null']}}
                  id: {type: string, readOnly: true}
                  old: {type: integer, deprecated: true}
              encoding:
                file: {contentType: 'image/*, image/png'}
                meta: {contentType: application/vnd.meta+json}
            """);
        EquatableArray<PartModel> parts = client.Operation.Body!.Parts;
        Assert.Equal(["file", "files", "tags", "meta", "numbers", "old"], parts.Select(part => part.WireName));
        Assert.Equal([typeof(FileType), typeof(ListType), typeof(ListType), typeof(EmittedType), typeof(ListType), typeof(ScalarType)], parts.Select(part => part.Type.GetType()));
        Assert.Equal("image/*, image/png", parts[0].ContentType);
        Assert.IsType<FileType>(parts[0].Type);
        Assert.IsType<FileType>(parts[1].Item);
        Assert.Equal("application/vnd.meta+json", parts[3].ContentType);
        Assert.Null(parts[4].Item);
        Assert.True(parts[5].IsDeprecated);
    }

    [Fact]
    public void Objects_of_a_form_are_json_without_a_style()
    {
        TranslatedClient client = Client("""
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  plain: {type: object, properties: {a: {type: string}}}
                  deep: {type: object, properties: {b: {type: string}}}
                  list: {type: array, items: {type: string}}
                  csv: {type: array, items: {type: string}}
                  json: {type: array, items: {type: string}}
                  spread: {type: object, properties: {c: {type: string}}}
                  open: {type: array, items: {type: string}}
              encoding:
                deep: {style: deepObject}
                csv: {explode: false}
                json: {contentType: application/json}
                spread: {explode: true}
                open: {allowReserved: true}
            """);
        Assert.Equal(
            [
                "plain application/json Form True", "deep  DeepObject True", "list  Form True string", "csv  Form False string", "json application/json Form True",
                "spread  Form True", "open  Form True string reserved",
            ],
            client.Operation.Body!.Parts.Select(part =>
                $"{part.WireName} {part.ContentType} {part.Style} {part.Explode} {part.Item} {(part.AllowReserved ? "reserved" : "")}".TrimEnd()));
    }

    [Fact]
    public void Bodies_that_look_alike_stay_apart()
    {
        string operation = "operationId: ID, tags: [T], responses: {}, requestBody: {content: {application/json: {" + Schema + "}}}";
        TranslatedClient client = TranslatedClient.Of("/x: {put: {" + operation.Replace("ID", "setX") + "}, post: {" + operation.Replace("ID", "addX") + "}}");
        Assert.Equal(["AddXRequest", "SetXRequest"], client.Files.OfType<ObjectModel>().Select(model => model.Name));
    }

    [Fact]
    public void A_form_without_fields_is_not_a_body() =>
        Assert.Null(Body("application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: false}}"));

    [Fact]
    public void A_form_of_alternatives_is_sent_member_by_member()
    {
        BodyModel body = Body("""
            application/x-www-form-urlencoded: {schema: {oneOf: [
              {type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}]}}
            """)!;
        Assert.Equal((BodyKind.Form, 0), (body.Kind, body.Parts.Count));
        Assert.Equal("CallThingRequest", body.Type.ToString());
    }

    [Fact]
    public void A_form_that_is_described_as_a_list_has_any_fields()
    {
        BodyModel body = Body("application/x-www-form-urlencoded: {schema: {type: array, items: {type: object, properties: {key: {type: string}}}}}")!;
        Assert.Equal((BodyKind.Form, "JsonElement"), (body.Kind, body.Type.ToString()));
    }

    [Fact]
    public void A_multipart_body_without_described_parts_is_given_whole() =>
        Assert.Equal((BodyKind.Binary, "multipart/related"), (Body("multipart/related: {}")!.Kind, Body("multipart/related: {}")!.MediaType));

    [Fact]
    public void A_reference_gives_the_body_of_its_component()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "requestBody: {$ref: '#/components/requestBodies/Thing'}",
            "components: {requestBodies: {Thing: {required: true, description: The thing., content: {application/json: {" + Schema + "}}}}}",
            "post");
        BodyModel body = client.Operation.Body!;
        Assert.Equal(("The thing.", true, "CallThingRequest"), (body.Doc.Summary, body.IsRequired, body.Type.ToString()));
    }

    [Theory]
    [InlineData("'not a media type'")]
    [InlineData("\"application/json\\r\\nX-Evil: 1\"")]
    [InlineData("a/b/c")]
    public void A_media_type_that_no_header_can_hold_is_not_sent(string mediaType)
    {
        TranslatedClient client = Client(mediaType + ": {SCHEMA}");
        Assert.Equal("application/json", client.Operation.Body!.MediaType);
        Assert.Contains("CLERKGEN045", client.Ids);
    }

    [Fact]
    public void A_required_member_without_a_schema_is_reported_at_its_owner()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Check'}}}}",
            "components:\n  schemas:\n    Check: {type: object, required: [methd], properties: {method: {type: string}}}",
            "post");
        Assert.Equal(["CLERKGEN031"], client.Ids);
        Assert.Equal(
            "Member 'methd' is required but not described. The type has no property for it, and requests omit it.", client.Message("CLERKGEN031"));
        Assert.Equal(5, client.Line("CLERKGEN031"));
    }

    private static BodyModel? Body(string content) => Client(content).Operation.Body;

    private static TranslatedClient Client(string content)
    {
        string text = content.Replace("{SCHEMA}", "{" + Schema + "}").Replace("{FILE}", "{" + File + "}");
        return TranslatedClient.OfOperation(
            "requestBody:\n  content:\n" + (text.Contains('\n') && !text.StartsWith("application/x-www-form-urlencoded: {", StringComparison.Ordinal)
                ? string.Concat(text.Split('\n').Select(line => "    " + line + "\n"))
                : "    {" + text.ReplaceLineEndings(" ") + "}"),
            method: "post");
    }
}
