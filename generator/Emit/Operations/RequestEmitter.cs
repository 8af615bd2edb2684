using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the method that builds an operation's request: one chain of calls, in which each argument is a call.</summary>
internal static class RequestEmitter
{
    // The compiler nests as deep as a chain is long.
    private const int LongestChain = 64;

    public static void Emit(SourceWriter writer, OperationModel operation)
    {
        CSharpText name = CSharpText.Identifier("", operation.FormOf ?? operation.Name, "Request");
        CSharpText header = CSharpText.Of($"private static {RuntimeNames.ApiRequest} {name}({SignatureText.RequestParameters(operation)})");
        List<CSharpText> checks = Checks(operation);
        List<CSharpText> path = Path(operation);
        List<CSharpText> calls = ParameterCalls(operation);
        List<CSharpText> body = operation.Body is { } model ? BodyEmitter.Calls(model) : [];
        bool isBodyGuarded = operation.Body is { IsRequired: false, HasParts: true };
        if (!isBodyGuarded)
        {
            calls.AddRange(body);
        }

        bool isChain = !isBodyGuarded && path.Count + calls.Count <= LongestChain;
        writer.StartMember();
        if (isChain && checks.Count == 0 && !EndsWithoutParameters(operation))
        {
            writer.WriteLine($"{header} =>");
            writer.Indentation++;
            WriteChain(writer, Join(path), calls);
            writer.Indentation--;
            return;
        }

        writer.WriteLine($"{header}");
        writer.Open();
        foreach (CSharpText check in checks)
        {
            writer.WriteLine($"{check}");
        }

        if (EndsWithoutParameters(operation))
        {
            WriteStart(writer, path);
            writer.WriteLine($$"""
                if (parameters is null)
                {
                    return request;
                }

                """);
            path = [CSharpText.Of($"request")];
        }
        else if (!isChain)
        {
            WriteStart(writer, path);
        }

        if (isChain)
        {
            WriteChain(writer, CSharpText.Of($"return {Join(path)}"), calls);
        }
        else
        {
            WriteCalls(writer, calls);
            if (isBodyGuarded)
            {
                writer.WriteLine($"if ({CSharpText.Parameter(operation.Body!.Name)} is not null)");
                writer.Open();
                WriteCalls(writer, body);
                writer.Close();
                writer.WriteLine();
            }

            writer.WriteLine($"return request;");
        }

        writer.Close();
    }

    // Asking once is shorter than asking for each parameter.
    private static bool EndsWithoutParameters(OperationModel operation) =>
        operation is { Body: null, Parameters: { IsRequired: false, Parameters.Count: > 1 } };

    private static void WriteChain(SourceWriter writer, CSharpText start, List<CSharpText> calls)
    {
        if (calls.Count <= 1)
        {
            writer.WriteLine($"{start}{Join(calls)};");
            return;
        }

        writer.WriteLine($"{start}");
        writer.Indentation++;
        for (int i = 0; i < calls.Count; i++)
        {
            CSharpText end = i == calls.Count - 1 ? CSharpText.Of($";") : CSharpText.None;
            writer.WriteLine($"{calls[i]}{end}");
        }

        writer.Indentation--;
    }

    private static void WriteStart(SourceWriter writer, List<CSharpText> path)
    {
        bool isShort = path.Count <= LongestChain;
        writer.WriteLine($"var request = {(isShort ? Join(path) : path[0])};");
        if (!isShort)
        {
            WriteCalls(writer, path.Skip(1));
        }
    }

    private static void WriteCalls(SourceWriter writer, IEnumerable<CSharpText> calls)
    {
        foreach (CSharpText call in calls)
        {
            writer.WriteLine($"request{call};");
        }
    }

    private static CSharpText Join(List<CSharpText> calls)
    {
        CSharpText text = CSharpText.None;
        foreach (CSharpText call in calls)
        {
            text += call;
        }

        return text;
    }

    // Other bodies and parameters are checked by the call that takes them.
    private static List<CSharpText> Checks(OperationModel operation)
    {
        List<CSharpText> checks = [];
        if (operation.Body is { IsRequired: true, HasParts: true } body && !body.Type.IsValueType)
        {
            checks.Add(CSharpText.Of($"{FrameworkNames.ArgumentNullException}.ThrowIfNull({CSharpText.Parameter(body.Name)});"));
        }

        if (operation.Parameters is { IsRequired: true })
        {
            checks.Add(CSharpText.Of($"{FrameworkNames.ArgumentNullException}.ThrowIfNull(parameters);"));
        }

        return checks;
    }

    // The request with the first literal, and a call for each piece behind it.
    private static List<CSharpText> Path(OperationModel operation)
    {
        string first = operation.Path.Count > 0 ? operation.Path[0].Literal ?? "" : "";
        List<CSharpText> calls = [CSharpText.Of($"new {RuntimeNames.ApiRequest}({CSharpText.Literal(first)})")];
        for (int i = first.Length > 0 ? 1 : 0; i < operation.Path.Count; i++)
        {
            calls.Add(operation.Path[i].Literal is { } literal
                ? CSharpText.Of($".Literal({CSharpText.Literal(literal)})")
                : PathCall(operation.PathParameters[operation.Path[i].Parameter]));
        }

        return calls;
    }

    private static CSharpText PathCall(ParameterModel parameter)
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
                return CSharpText.Of($".PathJson{TypeText.Arguments(parameter.Type)}({value})");
            case ParameterForm.List:
                return CSharpText.Of($".PathList{TypeText.Arguments(parameter.Type.FindItem()!)}({value}{wireName}{style}{explode}{reserved})");
            case ParameterForm.Object:
                return CSharpText.Of($".PathObject{TypeText.Arguments(parameter.Type)}({value}{wireName}{style}{explode}{reserved})");
            default:
                CSharpText styled = parameter is { Style: ParameterSerialization.Simple, AllowReserved: false }
                    ? CSharpText.None
                    : wireName + style + reserved;
                CSharpText types = styled.IsEmpty && !parameter.Type.IsValueType
                    ? PlainCodecs.ScalarTypeArguments(parameter.Type)
                    : TypeText.Arguments(parameter.Type);
                // The compiler fills in the argument's name.
                return CSharpText.Of($".Path{types}({(styled.IsEmpty ? name : value)}{styled})");
        }
    }

    private static List<CSharpText> ParameterCalls(OperationModel operation)
    {
        if (operation.Parameters is not { } parameters)
        {
            return [];
        }

        CSharpText owner = parameters.IsRequired || EndsWithoutParameters(operation) ? CSharpText.Of($"parameters.") : CSharpText.Of($"parameters?.");
        List<CSharpText> calls = [];
        foreach (ParameterModel parameter in parameters.Parameters)
        {
            calls.Add(ParameterCall(parameter, owner + ParametersEmitter.Target(parameter)));
        }

        return calls;
    }

    private static CSharpText ParameterCall(ParameterModel parameter, CSharpText value)
    {
        ParameterForm form = ParameterForms.Of(parameter);
        if (parameter.IsQueryString)
        {
            CSharpText members = parameter.Type.IsValueType ? CSharpText.Of($"QueryMembersValue") : CSharpText.Of($"QueryMembers");
            return CSharpText.Of($".{members}{TypeText.Arguments(parameter.Type)}({value})");
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
        return CSharpText.Of($".{method}{types}({CSharpText.Literal(parameter.WireName)}, {value}{Rules(parameter, form)})");
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
