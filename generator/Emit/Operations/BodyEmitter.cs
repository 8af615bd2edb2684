using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the calls that put a body into a request.</summary>
internal static class BodyEmitter
{
    public static List<CSharpText> Calls(BodyModel body)
    {
        CSharpText name = CSharpText.Parameter(body.Name);
        CSharpText mediaType = CSharpText.Literal(body.MediaType);
        CSharpText optional = body.IsRequired ? CSharpText.None : CSharpText.Of($"Optional");
        switch (body.Kind)
        {
            case BodyKind.Json:
                CSharpText value = body.Type.IsValueType && !body.IsRequired ? CSharpText.Of($"Value") : CSharpText.None;
                CSharpText types = body.Type.IsValueType ? TypeText.Arguments(body.Type) : PlainCodecs.BodyTypeArguments(body.Type);
                CSharpText json = CSharpText.Of($".{optional}JsonBody{value}{types}({mediaType}, {name})");
                return body.IsEmptyWhenMissing ? [json, CSharpText.Of($".EmptyJsonBody({mediaType})")] : [json];
            case BodyKind.Text:
                return [CSharpText.Of($".{optional}TextBody({mediaType}, {name})")];
            case BodyKind.Binary:
                return [CSharpText.Of($".{optional}BinaryBody({mediaType}, {name})")];
            default:
                return Parts(body, name);
        }
    }

    private static List<CSharpText> Parts(BodyModel body, CSharpText name)
    {
        bool isForm = body.Kind == BodyKind.Form;
        CSharpText begin = isForm ? CSharpText.Of($"FormBody") : CSharpText.Of($"MultipartBody");
        List<CSharpText> calls = [CSharpText.Of($".{begin}({CSharpText.Literal(body.MediaType)})")];
        if (isForm && body.Parts.Count == 0)
        {
            // Nothing is known of the fields but that the body's members are them.
            CSharpText value = body.Type.IsValueType && !body.IsRequired ? CSharpText.Of($"{name}.Value") : name;
            CSharpText style = CSharpText.Of($"{RequestEmitter.Style(ParameterSerialization.Form)}, explode: true");
            calls.Add(CSharpText.Of($".FieldObject{TypeText.Arguments(body.Type)}(\"\", {value}, {style})"));
        }

        foreach (PartModel part in body.Parts)
        {
            CSharpText property = part.IsDeprecated ? CSharpText.Field(part.PropertyName) : CSharpText.Identifier(part.PropertyName);
            CSharpText value = CSharpText.Of($"{name}.{property}");
            CSharpText arguments = CSharpText.Of($"{CSharpText.Literal(part.WireName)}, {value}");
            calls.Add(isForm ? FieldCall(part, arguments) : PartCall(part, arguments));
        }

        if (body.AdditionalProperties is { } additional)
        {
            CSharpText members = CSharpText.Of($"{name}.{CSharpText.Identifier(body.AdditionalPropertiesName)}");
            if (isForm)
            {
                calls.Add(CSharpText.Of($".FieldMembers{TypeText.Arguments(additional)}({members})"));
            }
            else if (additional.IsBinary)
            {
                calls.Add(CSharpText.Of($".PartFileMembers({members})"));
            }
            else
            {
                calls.Add(CSharpText.Of($".PartMembers{TypeText.Arguments(additional)}({members})"));
            }
        }

        return calls;
    }

    private static CSharpText FieldCall(PartModel part, CSharpText arguments)
    {
        CSharpText reserved = part.AllowReserved ? CSharpText.Of($", allowReserved: true") : CSharpText.None;
        CSharpText rules = CSharpText.Of($", {RequestEmitter.Style(part.Style)}, explode: {CSharpText.BooleanLiteral(part.Explode)}{reserved}");
        CSharpText value = part.Type.IsValueType ? CSharpText.Of($"Value") : CSharpText.None;
        return ParameterForms.Of(part.Type, part.Item) switch
        {
            ParameterForm.List => CSharpText.Of($".FieldList{TypeText.Arguments(part.Item!)}({arguments}{rules})"),
            ParameterForm.Object when !part.Type.IsValueType && part.ContentType is null =>
                CSharpText.Of($".FieldObject{TypeText.Arguments(part.Type)}({arguments}{rules})"),
            ParameterForm.Object or ParameterForm.Json => CSharpText.Of($".FieldJson{value}{TypeText.Arguments(part.Type)}({arguments})"),
            _ => CSharpText.Of($".Field{value}{TypeText.Arguments(part.Type)}({arguments}{reserved})"),
        };
    }

    private static CSharpText PartCall(PartModel part, CSharpText arguments)
    {
        CSharpText contentType = part.ContentType is { } type ? CSharpText.Of($", {CSharpText.Literal(type)}") : CSharpText.None;
        CSharpText value = part.Type.IsValueType ? CSharpText.Of($"Value") : CSharpText.None;
        if (part.Type.IsBinary)
        {
            return CSharpText.Of($".PartFile({arguments}{contentType})");
        }

        if (part.Item is { IsBinary: true })
        {
            return CSharpText.Of($".PartFiles({arguments}{contentType})");
        }

        CSharpText style = CSharpText.Of($", {RequestEmitter.Style(part.Style)}");
        CSharpText explode = CSharpText.Of($", explode: {CSharpText.BooleanLiteral(part.Explode)}");
        return ParameterForms.Of(part.Type, part.Item) switch
        {
            ParameterForm.List when part is { IsStyled: true, Explode: false } =>
                CSharpText.Of($".PartDelimited{TypeText.Arguments(part.Item!)}({arguments}{style})"),
            ParameterForm.Object when part.IsStyled && !part.Type.IsValueType =>
                CSharpText.Of($".PartObject{TypeText.Arguments(part.Type)}({arguments}{style}{explode})"),
            ParameterForm.List => CSharpText.Of($".PartList{TypeText.Arguments(part.Item!)}({arguments}{contentType})"),

            // OpenAPI 3.1.1, section 4.8.15.1: the items of a list are a part each.
            ParameterForm.Object when part.Item is { } item =>
                CSharpText.Of($".PartJsonList{TypeText.Arguments(item)}({arguments}{contentType})"),
            ParameterForm.Object or ParameterForm.Json =>
                CSharpText.Of($".PartJson{value}{TypeText.Arguments(part.Type)}({arguments}{contentType})"),
            _ => CSharpText.Of($".Part{value}{TypeText.Arguments(part.Type)}({arguments}{contentType})"),
        };
    }
}
