using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the method that builds an operation's request.</summary>
internal static class RequestEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation)
    {
        CSharpText name = CSharpText.Identifier("", operation.FormOf ?? operation.Name, "Request");
        writer.StartMember();
        writer.WriteLine($"private static {RuntimeNames.ApiRequest} {name}({SignatureText.RequestParameters(operation)})");
        writer.Open();
        WriteChecks(writer, operation);
        WritePath(writer, operation);
        WriteParameters(writer, operation);
        if (operation.Body is { } body)
        {
            BodyEmitter.Emit(writer, body);
        }

        writer.WriteLine($"return request.Build();");
        writer.Close();
    }

    private static void WriteChecks(SourceWriter writer, OperationModel operation)
    {
        if (operation.Body is { IsRequired: true } body && !body.Type.IsValueType)
        {
            writer.WriteLine($"{FrameworkNames.ArgumentNullException}.ThrowIfNull({CSharpText.Parameter(body.Name)});");
        }

        if (operation.Parameters is { IsRequired: true })
        {
            writer.WriteLine($"{FrameworkNames.ArgumentNullException}.ThrowIfNull(parameters);");
        }
    }

    private static void WritePath(SourceWriter writer, OperationModel operation)
    {
        string first = operation.Path.Count > 0 ? operation.Path[0].Literal ?? "" : "";
        writer.WriteLine($"var request = new {RuntimeNames.ApiRequestBuilder}({CSharpText.Literal(first)});");
        for (int i = first.Length > 0 ? 1 : 0; i < operation.Path.Count; i++)
        {
            if (operation.Path[i].Literal is { } literal)
            {
                writer.WriteLine($"request.Literal({CSharpText.Literal(literal)});");
            }
            else
            {
                WritePathParameter(writer, operation.PathParameters[operation.Path[i].Parameter]);
            }
        }
    }

    private static void WritePathParameter(SourceWriter writer, ParameterModel parameter)
    {
        CSharpText name = CSharpText.Parameter(parameter.Name);
        CSharpText value = CSharpText.Of($"{name}, nameof({name})");
        CSharpText wireName = CSharpText.Of($", {CSharpText.Literal(parameter.WireName)}");
        CSharpText style = CSharpText.Of($", {Style(parameter.Style)}");
        CSharpText explode = CSharpText.Of($", explode: {CSharpText.BooleanLiteral(parameter.Explode)}");
        CSharpText reserved = parameter.AllowReserved ? CSharpText.Of($", allowReserved: true") : CSharpText.None;
        switch (ParameterForms.Of(parameter))
        {
            case ParameterForm.Json:
                writer.WriteLine($"request.PathJson{TypeText.Arguments(parameter.Type)}({value});");
                break;
            case ParameterForm.List:
                writer.WriteLine($"request.PathList{TypeText.Arguments(parameter.Type.FindItem()!)}({value}{wireName}{style}{explode}{reserved});");
                break;
            case ParameterForm.Object:
                writer.WriteLine($"request.PathObject{TypeText.Arguments(parameter.Type)}({value}{wireName}{style}{explode}{reserved});");
                break;
            default:
                CSharpText styled = parameter is { Style: ParameterSerialization.Simple, AllowReserved: false }
                    ? CSharpText.None
                    : wireName + style + reserved;
                CSharpText types = styled.IsEmpty && !parameter.Type.IsValueType
                    ? PlainCodecs.ScalarTypeArguments(parameter.Type)
                    : TypeText.Arguments(parameter.Type);
                // The compiler fills in the argument's name.
                writer.WriteLine($"request.Path{types}({(styled.IsEmpty ? name : value)}{styled});");
                break;
        }
    }

    private static void WriteParameters(SourceWriter writer, OperationModel operation)
    {
        if (operation.Parameters is not { } parameters)
        {
            return;
        }

        CSharpText owner = parameters.IsRequired ? CSharpText.Of($"parameters.") : CSharpText.Of($"parameters?.");
        foreach (ParameterModel parameter in parameters.Parameters)
        {
            WriteParameter(writer, parameter, owner + ParametersEmitter.Target(parameter));
        }
    }

    private static void WriteParameter(SourceWriter writer, ParameterModel parameter, CSharpText value)
    {
        ParameterForm form = ParameterForms.Of(parameter);
        if (parameter.IsQueryString)
        {
            CSharpText members = parameter.Type.IsValueType ? CSharpText.Of($"QueryMembersValue") : CSharpText.Of($"QueryMembers");
            writer.WriteLine($"request.{members}{TypeText.Arguments(parameter.Type)}({value});");
            return;
        }

        CSharpText place = parameter.Location switch
        {
            ParameterPlace.Query => CSharpText.Of($"Query"),
            ParameterPlace.Header => CSharpText.Of($"Header"),
            _ => CSharpText.Of($"Cookie"),
        };

        // Nullable values of value types need a separate method, or a codec of nullable values if there is none.
        bool isValue = parameter.Type.IsValueType && form != ParameterForm.List;
        bool hasValueMethod = form == ParameterForm.Scalar || parameter.Location == ParameterPlace.Query;
        CSharpText types = form switch
        {
            ParameterForm.Scalar when parameter.Location == ParameterPlace.Query => PlainCodecs.ScalarTypeArguments(parameter.Type),
            ParameterForm.List => TypeText.Arguments(parameter.Type.FindItem()!),
            _ when isValue && !hasValueMethod => MemberText.NullableTypeArguments(parameter.Type),
            _ => TypeText.Arguments(parameter.Type),
        };
        CSharpText suffix = form switch
        {
            ParameterForm.Json => CSharpText.Of($"Json"),
            ParameterForm.List => CSharpText.Of($"List"),
            ParameterForm.Object => CSharpText.Of($"Object"),
            _ => CSharpText.None,
        };
        CSharpText method = place + suffix + (isValue && hasValueMethod ? CSharpText.Of($"Value") : CSharpText.None);
        writer.WriteLine($"request.{method}{types}({CSharpText.Literal(parameter.WireName)}, {value}{Rules(parameter, form)});");
    }

    private static CSharpText Rules(ParameterModel parameter, ParameterForm form)
    {
        CSharpText text = CSharpText.None;
        bool isComposite = form is ParameterForm.List or ParameterForm.Object;
        if (isComposite && parameter.Location == ParameterPlace.Query)
        {
            text += CSharpText.Of($", {Style(parameter.Style)}");
        }

        bool hasExplode = isComposite && !(parameter.Location == ParameterPlace.Header && form == ParameterForm.List);
        if (hasExplode)
        {
            text += CSharpText.Of($", explode: {CSharpText.BooleanLiteral(parameter.Explode)}");
        }

        if (parameter.Style == ParameterSerialization.Cookie && form != ParameterForm.Json)
        {
            text += CSharpText.Of($", asIs: true");
        }

        return parameter.AllowReserved && parameter.Location == ParameterPlace.Query && form != ParameterForm.Json
            ? CSharpText.Of($"{text}, allowReserved: true")
            : text;
    }

    /// <summary>The runtime's name of a style.</summary>
    public static CSharpText Style(ParameterSerialization style) => RuntimeNames.ParameterStyle + (style switch
    {
        ParameterSerialization.Simple => CSharpText.Of($".Simple"),
        ParameterSerialization.Label => CSharpText.Of($".Label"),
        ParameterSerialization.Matrix => CSharpText.Of($".Matrix"),
        ParameterSerialization.Form => CSharpText.Of($".Form"),
        ParameterSerialization.SpaceDelimited => CSharpText.Of($".SpaceDelimited"),
        ParameterSerialization.PipeDelimited => CSharpText.Of($".PipeDelimited"),
        _ => CSharpText.Of($".DeepObject"),
    });
}
