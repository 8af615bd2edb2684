using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("in: query", nameof(ParameterSerialization.Form), true)]
    [InlineData("in: query, explode: false", nameof(ParameterSerialization.Form), false)]
    [InlineData("in: query, style: spaceDelimited", nameof(ParameterSerialization.SpaceDelimited), false)]
    [InlineData("in: query, style: pipeDelimited, explode: true", nameof(ParameterSerialization.PipeDelimited), true)]
    [InlineData("in: query, style: deepObject", nameof(ParameterSerialization.DeepObject), true)]
    [InlineData("in: query, style: matrix", nameof(ParameterSerialization.Form), false)]
    [InlineData("in: header", nameof(ParameterSerialization.Simple), false)]
    [InlineData("in: header, explode: true", nameof(ParameterSerialization.Simple), true)]
    [InlineData("in: cookie", nameof(ParameterSerialization.Form), true)]
    [InlineData("in: cookie, style: cookie", nameof(ParameterSerialization.Cookie), true)]
    public void Styles_and_explode_have_the_defaults_of_their_place(string fields, string style, bool explode)
    {
        ParameterModel parameter = Parameter($"{{name: p, {fields}, schema: {{type: array, items: {{type: string}}}}}}");
        Assert.Equal((style, explode), (parameter.Style.ToString(), parameter.Explode));
        Assert.Equal("string", parameter.Type.FindItem()?.ToString());
    }

    [Fact]
    public void White_space_around_the_name_of_a_header_is_none_of_it() =>
        Assert.Equal("X-Id", Parameter("{name: ' X-Id ', in: header, schema: {type: string}}").WireName);

    [Fact]
    public void A_whole_query_string_is_an_object_whose_members_are_parameters()
    {
        ParameterModel parameter = Parameter(
            "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}}}");
        Assert.Equal(
            (ParameterPlace.Query, true, false, "ThingQ"),
            (parameter.Location, parameter.IsQueryString, parameter.IsJsonContent, parameter.Type.ToString()));
    }

    [Theory]
    [InlineData("style: pipeDelimited", true)]
    [InlineData("explode: false", true)]
    [InlineData("allowReserved: true", true)]
    [InlineData("contentType: application/octet-stream", true)]
    [InlineData("style: form, explode: true", false)]
    [InlineData("contentType: application/json", false)]
    public void An_encoding_of_a_query_string_is_obeyed_or_reported(string encoding, bool isReported)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "parameters:\n- {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {" + encoding + "}}}}}\nresponses: {'204': {description: ok}}");
        if (!isReported)
        {
            Assert.DoesNotContain("CLERKGEN134", client.Diagnostics.Select(static diagnostic => diagnostic.Descriptor.Id));
            return;
        }

        Assert.Equal(
            "The encoding of member 'a' of the query string 'q' has no effect; lists are sent as a parameter for each item, and objects as JSON",
            client.Message("CLERKGEN134"));
        Assert.Equal(9, client.Line("CLERKGEN134"));
    }

    [Fact]
    public void A_whole_query_string_in_another_form_is_reported()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "parameters:\n- {name: q, in: querystring, content: {application/json: {schema: {type: object}}}}");
        Assert.Null(client.Operation.Parameters);
        Assert.Equal(("CLERKGEN043", 9), (client.Diagnostics.Single().Descriptor.Id, client.Line("CLERKGEN043")));
    }

    [Theory]
    [InlineData("simple", nameof(ParameterSerialization.Simple))]
    [InlineData("label", nameof(ParameterSerialization.Label))]
    [InlineData("matrix", nameof(ParameterSerialization.Matrix))]
    [InlineData("form", nameof(ParameterSerialization.Simple))]
    public void Path_parameters_have_their_own_styles(string style, string expected)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            $"parameters: [{{name: p, in: path, required: true, style: {style}, schema: {{type: string}}}}]", path: "/x/{p}");
        Assert.Equal(expected, Assert.Single(client.Operation.PathParameters).Style.ToString());
    }

    [Theory]
    [InlineData("schema: {type: string}", "string")]
    [InlineData("schema: {type: integer}", "long")]
    [InlineData("schema: {type: boolean}", "bool")]
    [InlineData("schema: {type: string, format: date-time}", "DateTimeOffset")]
    [InlineData("schema: {type: array, items: {type: [integer, 'null']}}", "IReadOnlyList<long>")]
    [InlineData("description: nothing said", "string")]
    [InlineData("content: {text/plain: {schema: {type: integer}}}", "string")]
    public void Types_come_from_the_schema(string fields, string type)
    {
        ParameterModel parameter = Parameter($"{{name: p, in: query, {fields}}}");
        Assert.Equal(type, parameter.Type.ToString());
        Assert.False(parameter.IsJsonContent);
    }

    [Fact]
    public void Content_that_is_json_is_sent_as_json()
    {
        ParameterModel parameter = Parameter(
            "{name: filter, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}");
        Assert.True(parameter.IsJsonContent);
        Assert.Equal("ThingFilter", parameter.Type.ToString());
    }

    [Fact]
    public void Flags_are_kept()
    {
        ParameterModel parameter = Parameter("{name: p, in: query, required: true, deprecated: true, allowReserved: true, schema: {type: string}}");
        Assert.True(parameter is { IsRequired: true, IsDeprecated: true, AllowReserved: true });
        Assert.True(TranslatedClient.OfOperation("parameters: [{name: p, in: query, required: true, schema: {type: string}}]").Operation.Parameters!.IsRequired);
        Assert.False(TranslatedClient.OfOperation("parameters: [{name: p, in: query, schema: {type: string}}]").Operation.Parameters!.IsRequired);
    }

    [Fact]
    public void The_operation_overrides_its_path()
    {
        TranslatedClient client = TranslatedClient.Of("""
            /things:
              parameters:
                - {name: a, in: query, schema: {type: string}}
                - {name: b, in: query, schema: {type: string}}
                - {name: X-A, in: header, schema: {type: string}}
              get:
                operationId: callThing
                parameters:
                  - {name: b, in: query, schema: {type: integer}}
                  - {name: b, in: header, schema: {type: boolean}}
                  - {name: x-a, in: header, schema: {type: integer}}
                responses: {'200': {description: ok}}
            """);
        Assert.Equal(
            ["Query a string A", "Query b long B", "Header b bool BHeader", "Header x-a long XA"],
            client.Operation.Parameters!.Parameters.Select(parameter => $"{parameter.Location} {parameter.WireName} {parameter.Type} {parameter.Name}"));
    }

    [Theory]
    [InlineData("Authorization", "CLERKGEN044")]
    [InlineData("accept", "CLERKGEN044")]
    [InlineData("Content-Type", "CLERKGEN044")]
    [InlineData("Host", "CLERKGEN043")]
    [InlineData("cookie", "CLERKGEN043")]
    [InlineData("Content-Length", "CLERKGEN043")]
    [InlineData("Transfer-Encoding", "CLERKGEN043")]
    [InlineData("'a b'", "CLERKGEN043")]
    [InlineData("\"a\\r\\nHost: evil\"", "CLERKGEN043")]
    public void Headers_that_are_not_the_callers_are_left_out(string name, string id)
    {
        TranslatedClient client = TranslatedClient.OfOperation($"parameters: [{{name: {name}, in: header, required: true, schema: {{type: string}}}}]");
        Assert.Null(client.Operation.Parameters);
        Assert.Equal(id, Assert.Single(client.Ids));
        Assert.Equal("/paths/~1things/get/parameters/0", client.Diagnostics[0].Pointer);
    }

    [Fact]
    public void A_parameter_declared_twice_counts_once()
    {
        TranslatedClient client = TranslatedClient.OfOperation("""
            parameters:
              - {name: a, in: query, schema: {type: string}}
              - {name: a, in: query, schema: {type: integer}}
            """);
        Assert.Equal("string", Assert.Single(client.Operation.Parameters!.Parameters).Type.ToString());
        Assert.Equal("/paths/~1things/get/parameters/1", client.Diagnostic("CLERKGEN043").Pointer);
    }

    [Fact]
    public void Parameters_that_are_equal_in_csharp_both_survive()
    {
        TranslatedClient client = TranslatedClient.OfOperation("""
            parameters:
              - {name: order-by, in: query, schema: {type: string}}
              - {name: order_by, in: query, schema: {type: string}}
              - {name: OrderBy, in: query, schema: {type: string}}
            """);
        Assert.Equal(3, client.Operation.Parameters!.Parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("OrderBy", client.Operation.Parameters!.Parameters.Single(parameter => parameter.WireName == "OrderBy").Name);
    }

    [Fact]
    public void References_lead_to_components()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "parameters: [{$ref: '#/components/parameters/Limit'}]",
            "components: {parameters: {Limit: {name: limit, in: query, description: How many., schema: {type: integer, maximum: 50}}}}");
        ParameterModel parameter = Assert.Single(client.Operation.Parameters!.Parameters);
        Assert.Equal("How many.", parameter.Doc.Summary);
        Assert.Equal("At most: `50`.", parameter.Doc.Remarks);
    }

    [Fact]
    public void Equal_values_in_a_group_are_a_type_of_the_group()
    {
        TranslatedClient client = TranslatedClient.Of("""
            /a:
              get:
                operationId: listOrders
                tags: [Orders]
                parameters: [{name: status, in: query, schema: {type: string, enum: [open, closed]}}]
                responses: {}
              put:
                operationId: putOrders
                tags: [Orders]
                parameters: [{name: status, in: query, schema: {type: array, items: {type: string, enum: [open, closed]}}}]
                responses: {}
            """);
        EnumModel type = Assert.Single(client.Files.OfType<EnumModel>());
        Assert.Equal("OrderStatus", type.Name);
        Assert.Equal("OrderStatus", client.Find<ParametersModel>("PutOrdersParameters").Parameters.Single().Type.FindItem()?.ToString());
    }

    [Fact]
    public void Different_values_in_a_group_are_types_of_their_operations()
    {
        TranslatedClient client = TranslatedClient.Of("""
            /a:
              get:
                operationId: listOrders
                tags: [Orders]
                parameters: [{name: status, in: query, schema: {type: string, enum: [open, closed]}}]
                responses: {}
              put:
                operationId: putOrders
                tags: [Orders]
                parameters: [{name: status, in: query, schema: {type: string, enum: [open, lost]}}]
                responses: {}
            """);
        Assert.Equal(["ListOrdersStatus", "PutOrdersStatus"], client.Files.OfType<EnumModel>().Select(type => type.Name));
    }

    [Fact]
    public void Extensions_name_parameters()
    {
        TranslatedClient client = TranslatedClient.OfOperation("""
            parameters:
              - {name: q, in: query, x-clerkgen-name: SearchText, schema: {type: string}}
              - {name: i, in: path, required: true, x-clerkgen-name: ThingId, schema: {type: string}}
            """,
            path: "/things/{i}");
        Assert.Equal("SearchText", Assert.Single(client.Operation.Parameters!.Parameters).Name);
        Assert.Equal("thingId", Assert.Single(client.Operation.PathParameters).Name);
    }

    private static ParameterModel Parameter(string parameter) =>
        Assert.Single(TranslatedClient.OfOperation($"parameters:\n  - {parameter}").Operation.Parameters!.Parameters);
}
