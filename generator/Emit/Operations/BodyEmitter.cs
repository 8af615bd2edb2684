using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the statements that put a body into a request.</summary>
internal static class BodyEmitter
{
    public static void Emit(SourceWriter writer, BodyModel body)
    {
        CSharpText name = CSharpText.Parameter(body.Name);
        CSharpText arguments = CSharpText.Of($"{CSharpText.Literal(body.MediaType)}, {name}");
        switch (body.Kind)
        {
            case BodyKind.Json:
                CSharpText method = body.Type.IsValueType && !body.IsRequired
                    ? CSharpText.Of($"JsonBodyValue")
                    : CSharpText.Of($"JsonBody");
                if (body.IsEmptyWhenMissing)
                {
                    writer.WriteLine($"if ({name} is null)");
                    writer.Open();
                    writer.WriteLine($"request.EmptyJsonBody({CSharpText.Literal(body.MediaType)});");
                    writer.Close();
                    writer.WriteLine();
                }

                CSharpText types = body.Type.IsValueType ? TypeText.Arguments(body.Type) : PlainCodecs.BodyTypeArguments(body.Type);
                writer.WriteLine($"request.{method}{types}({arguments});");
                break;
            case BodyKind.Text:
                writer.WriteLine($"request.TextBody({arguments});");
                break;
            case BodyKind.Binary:
                writer.WriteLine($"request.BinaryBody({arguments});");
                break;
            default:
                WriteParts(writer, body, name);
                break;
        }
    }

    private static void WriteParts(SourceWriter writer, BodyModel body, CSharpText name)
    {
        bool isForm = body.Kind == BodyKind.Form;
        if (!body.IsRequired)
        {
            writer.WriteLine($"if ({name} is not null)");
            writer.Open();
        }

        CSharpText begin = isForm ? CSharpText.Of($"FormBody") : CSharpText.Of($"MultipartBody");
        writer.WriteLine($"request.{begin}({CSharpText.Literal(body.MediaType)});");
        if (isForm && body.Parts.Count == 0)
        {
            // Nothing is known of the fields but that the body's members are them.
            CSharpText value = body.Type.IsValueType && !body.IsRequired ? CSharpText.Of($"{name}.Value") : name;
            CSharpText style = CSharpText.Of($"{RequestEmitter.Style(ParameterSerialization.Form)}, explode: true");
            writer.WriteLine($"request.FieldObject{TypeText.Arguments(body.Type)}(\"\", {value}, {style});");
        }

        foreach (PartModel part in body.Parts)
        {
            CSharpText property = part.IsDeprecated ? CSharpText.Field(part.PropertyName) : CSharpText.Identifier(part.PropertyName);
            CSharpText value = CSharpText.Of($"{name}.{property}");
            CSharpText arguments = CSharpText.Of($"{CSharpText.Literal(part.WireName)}, {value}");
            if (isForm)
            {
                WriteField(writer, part, arguments);
            }
            else
            {
                WritePart(writer, part, arguments);
            }
        }

        if (body.AdditionalProperties is { } additional)
        {
            CSharpText members = CSharpText.Of($"{name}.{CSharpText.Identifier(body.AdditionalPropertiesName)}");
            if (isForm)
            {
                writer.WriteLine($"request.FieldMembers{TypeText.Arguments(additional)}({members});");
            }
            else if (additional.IsBinary)
            {
                writer.WriteLine($"request.PartFileMembers({members});");
            }
            else
            {
                writer.WriteLine($"request.PartMembers{TypeText.Arguments(additional)}({members});");
            }
        }

        if (!body.IsRequired)
        {
            writer.Close();
        }
    }

    private static void WriteField(SourceWriter writer, PartModel part, CSharpText arguments)
    {
        CSharpText reserved = part.AllowReserved ? CSharpText.Of($", allowReserved: true") : CSharpText.None;
        CSharpText rules = CSharpText.Of($", {RequestEmitter.Style(part.Style)}, explode: {CSharpText.BooleanLiteral(part.Explode)}{reserved}");
        CSharpText value = part.Type.IsValueType ? CSharpText.Of($"Value") : CSharpText.None;
        switch (ParameterForms.Of(part.Type, part.Item))
        {
            case ParameterForm.List:
                writer.WriteLine($"request.FieldList{TypeText.Arguments(part.Item!)}({arguments}{rules});");
                break;
            case ParameterForm.Object when !part.Type.IsValueType && part.ContentType is null:
                writer.WriteLine($"request.FieldObject{TypeText.Arguments(part.Type)}({arguments}{rules});");
                break;
            case ParameterForm.Object or ParameterForm.Json:
                writer.WriteLine($"request.FieldJson{value}{TypeText.Arguments(part.Type)}({arguments});");
                break;
            default:
                writer.WriteLine($"request.Field{value}{TypeText.Arguments(part.Type)}({arguments}{reserved});");
                break;
        }
    }

    private static void WritePart(SourceWriter writer, PartModel part, CSharpText arguments)
    {
        CSharpText contentType = part.ContentType is { } type ? CSharpText.Of($", {CSharpText.Literal(type)}") : CSharpText.None;
        CSharpText value = part.Type.IsValueType ? CSharpText.Of($"Value") : CSharpText.None;
        if (part.Type.IsBinary)
        {
            writer.WriteLine($"request.PartFile({arguments}{contentType});");
        }
        else if (part.Item is { IsBinary: true })
        {
            writer.WriteLine($"request.PartFiles({arguments}{contentType});");
        }
        else
        {
            CSharpText style = CSharpText.Of($", {RequestEmitter.Style(part.Style)}");
            switch (ParameterForms.Of(part.Type, part.Item))
            {
                case ParameterForm.List when part is { IsStyled: true, Explode: false }:
                    writer.WriteLine($"request.PartDelimited{TypeText.Arguments(part.Item!)}({arguments}{style});");
                    break;
                case ParameterForm.Object when part.IsStyled && !part.Type.IsValueType:
                    CSharpText explode = CSharpText.Of($", explode: {CSharpText.BooleanLiteral(part.Explode)}");
                    writer.WriteLine($"request.PartObject{TypeText.Arguments(part.Type)}({arguments}{style}{explode});");
                    break;
                case ParameterForm.List:
                    writer.WriteLine($"request.PartList{TypeText.Arguments(part.Item!)}({arguments}{contentType});");
                    break;
                case ParameterForm.Object when part.Item is { } item:
                    // OpenAPI 3.1.1, section 4.8.15.1: the items of a list are a part each.
                    writer.WriteLine($"request.PartJsonList{TypeText.Arguments(item)}({arguments}{contentType});");
                    break;
                case ParameterForm.Object or ParameterForm.Json:
                    writer.WriteLine($"request.PartJson{value}{TypeText.Arguments(part.Type)}({arguments}{contentType});");
                    break;
                default:
                    writer.WriteLine($"request.Part{value}{TypeText.Arguments(part.Type)}({arguments}{contentType});");
                    break;
            }
        }
    }
}
