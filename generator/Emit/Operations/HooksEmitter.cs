using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>
/// Prints the hooks of a client or group as partial methods. The call of a hook is printed only if the user implements
/// it, so an unused hook costs nothing.
/// </summary>
internal static class HooksEmitter
{
    private static readonly CSharpText Sending = CSharpText.Of($"OnSending");
    private static readonly CSharpText Received = CSharpText.Of($"OnReceived");

    public static void Emit(SourceWriter writer, HooksModel hooks)
    {
        if (hooks.Sending.State != HookState.Absent)
        {
            writer.StartMember();
            writer.WriteLine($"/// <summary>Called before each attempt, before credentials are added. Implement it to inspect or change the request.</summary>");
            Emit(writer, hooks.Sending, Sending, FrameworkNames.HttpRequestMessage, HooksModel.Request);
        }

        if (hooks.Received.State != HookState.Absent)
        {
            writer.StartMember();
            writer.WriteLine($"/// <summary>Called for each response, before its body is read. Implement it to inspect the response.</summary>");
            Emit(writer, hooks.Received, Received, FrameworkNames.HttpResponseMessage, HooksModel.Response);
        }
    }

    private static void Emit(SourceWriter writer, HookModel hook, CSharpText name, CSharpText type, string inherited)
    {
        CSharpText modifiers = hook.IsStatic ? CSharpText.Of($"static partial") : CSharpText.Of($"partial");
        CSharpText call = CSharpText.Parameter(hook.Call);
        CSharpText message = CSharpText.Parameter(hook.Message);
        writer.WriteLine($"{modifiers} void {name}({RuntimeNames.ApiCallContext} {call}, {type} {message});");
        if (hook.State == HookState.Called)
        {
            CSharpText given = CSharpText.Parameter(inherited);
            writer.StartMember();
            writer.WriteLine($$"""
                /// <inheritdoc/>
                protected override {{FrameworkNames.ValueTask}} {{name}}Async({{RuntimeNames.ApiCallContext}} call, {{type}} {{given}}, {{FrameworkNames.CancellationToken}} cancellationToken)
                {
                    {{name}}(call, {{given}});
                    return default;
                }
                """);
        }
    }
}
