using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>An operation's result, as type and as reader.</summary>
internal static class ResultText
{
    private static readonly CSharpText String = CSharpText.Of($"string");
    private static readonly CSharpText Stream = CSharpText.Type("System.IO", "Stream");

    /// <summary>Whether the result is a sequence that is read while the server sends it.</summary>
    public static bool IsSequence(ResultModel result) => result.Kind is ResultKind.ServerSentEvents or ResultKind.JsonLines;

    /// <summary>The value's type in angle brackets, or nothing when there is no value.</summary>
    public static CSharpText TypeArgument(ResultModel result) =>
        result.Kind == ResultKind.None ? CSharpText.None : CSharpText.Of($"<{ValueType(result)}>");

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
        return CSharpText.Of($"{RuntimeNames.ApiResults}.ByAnswer<{type}>({answers})");
    }

    private static CSharpText Events(ResultModel result)
    {
        CSharpText type = TypeText.Of(result.Type!);
        CSharpText data = CSharpText.List(result.Events.Select(item => Data(item, type)));
        return CSharpText.Of($"{RuntimeNames.ApiResults}.ServerSentEvents<{type}>({data})");
    }

    private static CSharpText Data(EventDataModel data, CSharpText union)
    {
        CSharpText name = data.EventName is { } known ? CSharpText.Literal(known) : CSharpText.None;
        CSharpText method = data.IsText ? CSharpText.Of($"Text") : CSharpText.Of($"Json{TypeText.Arguments(data.Type)}");
        CSharpText reader = CSharpText.Of($"{RuntimeNames.ApiEvents}.{method}({name})");
        return data.IsVariant
            ? CSharpText.Of($"{reader}.As<{union}>(static value => new {union}(value))")
            : reader;
    }

    private static CSharpText Answer(AnswerModel answer, TypeReference union, CSharpText type)
    {
        CSharpText reader = answer.Variant < 0
            ? CSharpText.Of($"{RuntimeNames.ApiResults}.NoBody<{type}>()")
            : CSharpText.Of($"{Reader(answer.Kind, answer.Type, isNullable: false)}.As<{type}>(static value => new {TypeText.Of(union)}(value))");
        CSharpText mediaType = answer.MediaType is null ? CSharpText.None : CSharpText.Of($", {CSharpText.Literal(answer.MediaType)}");
        return CSharpText.Of($"new {RuntimeNames.ApiAnswer}<{type}>({answer.From}, {answer.To}, {reader}{mediaType})");
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
            ResultKind.ServerSentEvents => CSharpText.Of($"{RuntimeNames.ApiEventStream}<{TypeText.Of(result.Type!)}>"),
            ResultKind.JsonLines =>
                CSharpText.Of($"{FrameworkNames.IAsyncEnumerable}<{TypeText.Of(result.Type!)}>"),
            _ => MemberText.TypeName(result.Type!, result.IsNullable),
        };
    }

    private static CSharpText Reader(ResultKind kind, TypeReference? type, bool isNullable)
    {
        CSharpText method = kind switch
        {
            ResultKind.None => CSharpText.Of($".None"),
            ResultKind.Text => isNullable ? CSharpText.Of($".NullableText()") : CSharpText.Of($".Text()"),
            ResultKind.Stream => CSharpText.Of($".Stream()"),
            ResultKind.ServerSentEvents => CSharpText.Of($".ServerSentEvents"),
            ResultKind.JsonLines => CSharpText.Of($".JsonLines"),
            _ when !isNullable => CSharpText.Of($".Json"),
            _ => type!.IsValueType ? CSharpText.Of($".NullableJsonValue") : CSharpText.Of($".NullableJson"),
        };
        if (kind is ResultKind.None or ResultKind.Text or ResultKind.Stream)
        {
            return RuntimeNames.ApiResults + method;
        }

        CSharpText types = kind == ResultKind.Json && !isNullable ? PlainCodecs.OwnTypeArguments(type!) : TypeText.Arguments(type!);
        return CSharpText.Of($"{RuntimeNames.ApiResults}{method}{types}()");
    }
}
