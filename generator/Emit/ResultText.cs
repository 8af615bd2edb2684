using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>What an operation returns, as type and as reader.</summary>
internal static class ResultText
{
    private static readonly CSharpText String = CSharpText.Template("string");
    private static readonly CSharpText Stream = CSharpText.Type("global::System.IO.Stream");

    /// <summary>Whether the result is a sequence that is read while the server sends it.</summary>
    public static bool IsSequence(ResultModel result) => result.Kind is ResultKind.ServerSentEvents or ResultKind.JsonLines;

    /// <summary>The value's type in angle brackets, or nothing when there is no value.</summary>
    public static CSharpText TypeArgument(ResultModel result) =>
        result.Kind == ResultKind.None ? CSharpText.None : CSharpText.Template("<") + ValueType(result) + CSharpText.Template(">");

    /// <summary>What <c>XAsync</c> returns.</summary>
    public static CSharpText Returned(ResultModel result) =>
        IsSequence(result) ? ValueType(result) : FrameworkNames.Task + TypeArgument(result);

    /// <summary>The expression that reads the result.</summary>
    public static CSharpText Reader(ResultModel result)
    {
        if (result.ByStatus.Count == 0)
        {
            return Reader(result.Kind, result.Type, result.IsNullable, result.TextMediaType);
        }

        CSharpText type = ValueType(result);
        CSharpText results = CSharpText.None;
        foreach (StatusResultModel status in result.ByStatus)
        {
            CSharpText reader = status.Variant < 0
                ? RuntimeNames.ApiResults + CSharpText.Template(".NoBody<") + type + CSharpText.Template(">()")
                : Reader(status.Kind, status.Type, isNullable: false, status.TextMediaType) + CSharpText.Template(".As<") + type
                    + CSharpText.Template(">(static value => new ") + CSharpText.Type(result.Type!.Name) + CSharpText.Template("(value))");
            results += (results.IsEmpty ? CSharpText.None : CSharpText.Template(", "))
                + CSharpText.Template("new ") + RuntimeNames.StatusResult + CSharpText.Template("<") + type + CSharpText.Template(">(")
                + CSharpText.Number(status.From) + CSharpText.Template(", ") + CSharpText.Number(status.To) + CSharpText.Template(", ")
                + reader + CSharpText.Template(")");
        }

        return RuntimeNames.ApiResults + CSharpText.Template(".ByStatus<") + type + CSharpText.Template(">(") + results
            + CSharpText.Template(")");
    }

    private static CSharpText ValueType(ResultModel result)
    {
        if (result.ByStatus.Count > 0)
        {
            return MemberText.TypeName(result.Type!, result.IsNullable);
        }

        return result.Kind switch
        {
            ResultKind.Text => String,
            ResultKind.Stream => Stream,
            ResultKind.ServerSentEvents or ResultKind.JsonLines =>
                FrameworkNames.IAsyncEnumerable + CSharpText.Template("<") + CSharpText.Type(result.Type!.Name) + CSharpText.Template(">"),
            _ => MemberText.TypeName(result.Type!, result.IsNullable),
        };
    }

    private static CSharpText Reader(ResultKind kind, TypeReference? type, bool isNullable, string? textMediaType)
    {
        CSharpText method = kind switch
        {
            ResultKind.None => CSharpText.Template(".None"),
            ResultKind.Text => CSharpText.Template(".Text(") + CSharpText.Literal(textMediaType!) + CSharpText.Template(")"),
            ResultKind.Stream => CSharpText.Template(".Stream()"),
            ResultKind.ServerSentEvents => CSharpText.Template(".ServerSentEvents"),
            ResultKind.JsonLines => CSharpText.Template(".JsonLines"),
            _ when !isNullable => CSharpText.Template(".Json"),
            _ => type!.IsValueType ? CSharpText.Template(".NullableJsonValue") : CSharpText.Template(".NullableJson"),
        };
        if (kind is ResultKind.None or ResultKind.Text or ResultKind.Stream)
        {
            return RuntimeNames.ApiResults + method;
        }

        CSharpText types = kind == ResultKind.Json && !isNullable ? PlainCodecs.OwnTypeArguments(type!) : MemberText.TypeArguments(type!);
        return RuntimeNames.ApiResults + method + types + CSharpText.Template("()");
    }
}
