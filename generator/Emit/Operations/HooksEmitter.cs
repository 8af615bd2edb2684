using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>
/// Prints the hooks of a client or group as partial methods. The call of a hook is printed only if the user implements
/// it, so an unused hook costs nothing.
/// </summary>
internal static class HooksEmitter
{
    private static readonly CSharpText Sending = CSharpText.Template("OnSending");
    private static readonly CSharpText Received = CSharpText.Template("OnReceived");

    public static void Emit(SourceWriter writer, HooksModel hooks)
    {
        if (hooks.Sending != HookState.Absent)
        {
            writer.StartMember();
            writer.WriteLine($"/// <summary>Called before each attempt, before credentials are added. Implement it to inspect or change the request.</summary>");
            Emit(writer, hooks.Sending, Sending, FrameworkNames.HttpRequestMessage, CSharpText.Template("request"));
        }

        if (hooks.Received != HookState.Absent)
        {
            writer.StartMember();
            writer.WriteLine($"/// <summary>Called for each response, before its body is read. Implement it to inspect the response.</summary>");
            Emit(writer, hooks.Received, Received, FrameworkNames.HttpResponseMessage, CSharpText.Template("response"));
        }
    }

    private static void Emit(SourceWriter writer, HookState state, CSharpText name, CSharpText type, CSharpText message)
    {
        writer.WriteLine($"partial void {name}({RuntimeNames.ApiCallContext} call, {type} {message});");
        if (state == HookState.Called)
        {
            writer.StartMember();
            writer.WriteLine($$"""
                /// <inheritdoc/>
                protected override {{FrameworkNames.ValueTask}} {{name}}Async({{RuntimeNames.ApiCallContext}} call, {{type}} {{message}}, {{FrameworkNames.CancellationToken}} cancellationToken)
                {
                    {{name}}(call, {{message}});
                    return default;
                }
                """);
        }
    }
}
