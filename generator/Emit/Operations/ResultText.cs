using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>An operation's result, as type and as reader.</summary>
internal static class ResultText
{
    private static readonly CSharpText String = CSharpText.Template("string");
    private static readonly CSharpText Stream = CSharpText.Type("System.IO", "Stream");

    /// <summary>Whether the result is a sequence that is read while the server sends it.</summary>
    public static bool IsSequence(ResultModel result) => result.Kind is ResultKind.ServerSentEvents or ResultKind.JsonLines;

    /// <summary>The value's type in angle brackets, or nothing when there is no value.</summary>
    public static CSharpText TypeArgument(ResultModel result) =>
        result.Kind == ResultKind.None ? CSharpText.None : CSharpText.Template("<") + ValueType(result) + CSharpText.Template(">");

    /// <summary>The return type of <c>XAsync</c>.</summary>
    public static CSharpText Returned(ResultModel result) =>
        IsSequence(result) ? ValueType(result) : FrameworkNames.Task + TypeArgument(result);

    /// <summary>The expression that reads the result.</summary>
    public static CSharpText Reader(ResultModel result)
    {
        if (result.Answers.Count == 0)
        {
            return result.Events.Count == 0 ? Reader(result.Kind, result.Type, result.IsNullable) : Events(result);
        }

        CSharpText type = ValueType(result);
        CSharpText answers = CSharpText.List(result.Answers.Select(answer => Answer(answer, result.Type!, type)));
        return RuntimeNames.ApiResults + CSharpText.Template(".ByAnswer<") + type + CSharpText.Template(">(") + answers + CSharpText.Template(")");
    }

    private static CSharpText Events(ResultModel result)
    {
        CSharpText type = TypeText.Of(result.Type!);
        CSharpText data = CSharpText.List(result.Events.Select(item => Data(item, type)));
        return RuntimeNames.ApiResults + CSharpText.Template(".ServerSentEvents<") + type + CSharpText.Template(">(") + data + CSharpText.Template(")");
    }

    private static CSharpText Data(EventDataModel data, CSharpText union)
    {
        CSharpText name = data.EventName is { } known ? CSharpText.Literal(known) : CSharpText.None;
        CSharpText reader = RuntimeNames.ApiEvents
            + (data.IsText ? CSharpText.Template(".Text") : CSharpText.Template(".Json") + TypeText.Arguments(data.Type))
            + CSharpText.Template("(") + name + CSharpText.Template(")");
        return data.IsVariant
            ? reader + CSharpText.Template(".As<") + union + CSharpText.Template(">(static value => new ") + union + CSharpText.Template("(value))")
            : reader;
    }

    private static CSharpText Answer(AnswerModel answer, TypeReference union, CSharpText type)
    {
        CSharpText reader = answer.Variant < 0
            ? RuntimeNames.ApiResults + CSharpText.Template(".NoBody<") + type + CSharpText.Template(">()")
            : Reader(answer.Kind, answer.Type, isNullable: false) + CSharpText.Template(".As<") + type
                + CSharpText.Template(">(static value => new ") + TypeText.Of(union) + CSharpText.Template("(value))");
        CSharpText mediaType = answer.MediaType is null ? CSharpText.None : CSharpText.Template(", ") + CSharpText.Literal(answer.MediaType);
        return CSharpText.Template("new ") + RuntimeNames.ApiAnswer + CSharpText.Template("<") + type + CSharpText.Template(">(")
            + CSharpText.Number(answer.From) + CSharpText.Template(", ") + CSharpText.Number(answer.To) + CSharpText.Template(", ")
            + reader + mediaType + CSharpText.Template(")");
    }

    private static CSharpText ValueType(ResultModel result)
    {
        if (result.Answers.Count > 0)
        {
            return MemberText.TypeName(result.Type!, result.IsNullable);
        }

        return result.Kind switch
        {
            ResultKind.Text when !result.IsNullable => String,
            ResultKind.Stream => Stream,
            ResultKind.ServerSentEvents => RuntimeNames.ApiEventStream + CSharpText.Template("<") + TypeText.Of(result.Type!) + CSharpText.Template(">"),
            ResultKind.JsonLines =>
                FrameworkNames.IAsyncEnumerable + CSharpText.Template("<") + TypeText.Of(result.Type!) + CSharpText.Template(">"),
            _ => MemberText.TypeName(result.Type!, result.IsNullable),
        };
    }

    private static CSharpText Reader(ResultKind kind, TypeReference? type, bool isNullable)
    {
        CSharpText method = kind switch
        {
            ResultKind.None => CSharpText.Template(".None"),
            ResultKind.Text => isNullable ? CSharpText.Template(".NullableText()") : CSharpText.Template(".Text()"),
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

        CSharpText types = kind == ResultKind.Json && !isNullable ? PlainCodecs.OwnTypeArguments(type!) : TypeText.Arguments(type!);
        return RuntimeNames.ApiResults + method + types + CSharpText.Template("()");
    }
}
