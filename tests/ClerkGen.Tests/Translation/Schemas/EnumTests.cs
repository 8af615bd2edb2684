using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class EnumTests
{
    [Fact]
    public void Equal_numeric_enums_without_names_are_united_only_in_properties_of_one_name()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            A: { type: object, properties: { status: { type: integer, enum: [0, 1, 2] }, priority: { type: integer, enum: [0, 1, 2] } } }
            Beta: { type: object, properties: { status: { type: integer, enum: [0, 1, 2] }, level: { type: number, enum: [0, 1, 2] } } }
            C: { type: object, properties: { named: { type: integer, enum: [0, 1], x-enumNames: [No, Yes] }, other: { type: integer, enum: [0, 1], x-enumNames: [No, Yes] } } }
            """);

        Assert.Equal(("AStatus", "AStatus"), (schemas.TypeOf("A", "status"), schemas.TypeOf("Beta", "status")));
        Assert.Equal(("APriority", "BetaLevel"), (schemas.TypeOf("A", "priority"), schemas.TypeOf("Beta", "level")));
        Assert.Equal(schemas.TypeOf("C", "named"), schemas.TypeOf("C", "other"));
    }

    [Theory]
    [InlineData("{ type: string, enum: [active, past_due] }", "String", "Active=active PastDue=past_due")]
    [InlineData("{ enum: [a, b] }", "String", "A=a B=b")]
    [InlineData("{ type: string, enum: ['', ' ', '*', a] }", "String", "Empty= Space=  Star=* A=a")]
    [InlineData("{ type: string, enum: [created_at, -created_at] }", "String", "CreatedAt=created_at CreatedAtDescending=-created_at")]
    [InlineData("{ type: string, enum: [+name, -name] }", "String", "NameAscending=+name NameDescending=-name")]
    [InlineData("{ type: string, enum: [red, RED, Red] }", "String", "Red3=red Red2=RED Red=Red")]
    [InlineData("{ type: string, enum: [value, values, known, is_known, format, to_string] }", "String",
        "ValueValue=value ValuesValue=values KnownValue=known IsKnownValue=is_known Format=format ToStringValue=to_string")]
    [InlineData("{ type: string, enum: [1, 2.50, true] }", "String", "_1=1 _2_50=2.50 True=true")]
    [InlineData("{ type: integer, enum: [1, 2, -1, 1.0] }", "Integer", "Value1=1 Value2=2 ValueMinus1=-1")]
    [InlineData("{ type: integer, enum: ['1', '2'] }", "Integer", "Value1=1 Value2=2")]
    [InlineData("{ type: number, enum: [0.5, 1] }", "Number", "Value0_5=0.5 Value1=1")]
    [InlineData("{ enum: [1, 2.5] }", "Number", "Value1=1 Value2_5=2.5")]
    [InlineData("{ type: integer, enum: [9223372036854775807, 0] }", "Integer", "Value9223372036854775807=9223372036854775807 Value0=0")]
    [InlineData("{ type: string, enum: [a, b, a] }", "String", "A=a B=b")]
    [InlineData("{ type: string, enum: [IN_PROGRESS, Done] }", "String", "InProgress=IN_PROGRESS Done=Done")]
    [InlineData("{ type: integer, enum: [0, 1], x-enumNames: [None, Some] }", "Integer", "None=0 Some=1")]
    [InlineData("{ type: integer, enum: [0, 1], x-ms-enum: { values: [{ value: 1, name: One }] } }", "Integer", "Value0=0 One=1")]
    [InlineData("{ oneOf: [{ const: a, description: first }, { const: b }] }", "String", "A=a B=b")]
    [InlineData("{ type: integer, oneOf: [{ const: 1, title: LOW }, { const: 2, title: High }] }", "Integer", "Low=1 High=2")]
    [InlineData("{ anyOf: [{ type: string, enum: [now] }, { type: string }] }", "String", "Now=now")]
    [InlineData("{ anyOf: [{ type: string, enum: [a] }, { type: string, enum: [b] }] }", "String", "A=a B=b")]
    public void Values_become_an_open_enum(string schema, string kind, string members)
    {
        EnumModel model = TranslatedSchemas.Of($"T: {schema}").Enum("T");

        Assert.Equal(kind, model.Kind.ToString());
        Assert.Equal(members, string.Join(" ", model.Members.Select(member => $"{member.Name}={member.Value}")));
    }

    [Theory]
    [InlineData("{ type: string, enum: [only] }", "string", "String", "only")]
    [InlineData("{ const: only }", "string", "String", "only")]
    [InlineData("{ const: 3 }", "long", "Integer", "3")]
    [InlineData("{ const: true }", "bool", "Boolean", "true")]
    [InlineData("{ type: boolean, enum: [false] }", "bool", "Boolean", "false")]
    [InlineData("{ $ref: '#/components/schemas/One' }", "string", "String", "one")]
    public void A_single_value_is_a_constant_of_the_plain_type(string schema, string type, string kind, string text)
    {
        TranslatedSchemas schemas =
            TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}\nOne: {{ type: string, enum: [one] }}");

        Assert.Equal(type, schemas.TypeOf("T", "a"));
        Assert.Equal(new ConstantModel(Enum.Parse<ConstantKind>(kind), text), schemas.Property("T", "a").Constant);
        Assert.Equal(["T"], schemas.Names);
    }

    [Theory]
    [InlineData("{ type: [string, 'null'], enum: [only, null] }", "string?")]
    [InlineData("{ type: boolean, enum: [true, false] }", "bool")]
    [InlineData("{ type: [boolean, 'null'], enum: [true, null] }", "bool?")]
    [InlineData("{ type: string, enum: [] }", "string")]
    [InlineData("{ type: string, enum: [null] }", "string?")]
    [InlineData("{ type: number, const: 1.5 }", "double")]
    [InlineData("{ type: array, enum: [a, b], items: { type: string } }", "IReadOnlyList<string>")]
    [InlineData("{ type: object, enum: [{ a: 1 }] }", "JsonElement")]
    public void Enums_of_arrays_and_objects_have_the_plain_type(string schema, string type)
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}");

        Assert.Equal(type, schemas.TypeOf("T", "a"));
        Assert.Null(schemas.Property("T", "a").Constant);
    }

    [Fact]
    public void Values_of_several_types_are_a_union()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("T: { enum: [auto, none, 1, 2, true] }");

        Assert.Equal(["TString", "TNumber", "bool"], schemas.Variants("T"));
        Assert.Equal(["Auto", "None"], schemas.Enum("TString").Members.Select(member => member.Name));
    }

    [Fact]
    public void Thousands_of_values_all_get_a_name()
    {
        string values = string.Join(", ", Enumerable.Range(0, 5000).Select(number => $"v{number % 2500}{(number < 2500 ? "_a" : "-a")}"));
        EnumModel model = TranslatedSchemas.Of($"T: {{ type: string, enum: [{values}] }}").Enum("T");

        Assert.Equal(5000, model.Members.Select(member => member.Name).Distinct().Count());
    }

    [Fact]
    public void A_value_that_is_not_of_the_type_is_reported_and_left_out()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("T: { type: integer, enum: [1, 2, '0; class X {}', 1.5, 99999999999999999999] }");

        Assert.Equal(2, schemas.Enum("T").Members.Count);
        Assert.Equal(3, schemas.Ids.Count(id => id == "CLERKGEN026"));
    }

    [Fact]
    public void Descriptions_of_values_become_their_docs()
    {
        EnumModel model = TranslatedSchemas.Of("T: { type: string, enum: [a, b], x-enum-descriptions: [First one, Second one] }").Enum("T");

        Assert.Equal(["First one", "Second one"], model.Members.Select(member => member.Doc.Summary));
    }

    [Fact]
    public void Comments_of_Go_constants_are_found_by_their_names()
    {
        EnumModel model = TranslatedSchemas.Of(
            "T: { type: integer, enum: [0, 1], x-enum-varnames: [StateNone, StateActive], x-enum-comments: { StateActive: In use } }").Enum("T");

        Assert.Equal("In use", model.Members.Single(static member => member.Name == "StateActive").Doc.Summary);
    }
}
