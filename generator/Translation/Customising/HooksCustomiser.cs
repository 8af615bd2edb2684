using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Finds the hooks that the user's part of a client or group implements.</summary>
internal static class HooksCustomiser
{
    public static HooksModel Apply(UserTypeModel user, CustomisingContext context) => new(
        Find(user, UserMethodModel.Sending, "HttpRequestMessage", HooksModel.Declared.Sending, context),
        Find(user, UserMethodModel.Received, "HttpResponseMessage", HooksModel.Declared.Received, context));

    private static HookModel Find(UserTypeModel user, string name, string message, HookModel declared, CustomisingContext context)
    {
        if (Find(user, name, ["ApiCallContext", message]) is not { } hook)
        {
            return declared;
        }

        if (!hook.IsPartial)
        {
            if (hook.IsPrivate)
            {
                string hookText = $"partial void {name}(ApiCallContext call, {message} {declared.Message})";
                context.Report(DiagnosticDescriptors.HookNotPartial, user, name, name, hookText);
            }

            return declared with { State = HookState.Absent };
        }

        if (hook.UndeclaredTypes.Count > 0)
        {
            SortedSet<string> missing = new(StringComparer.Ordinal);
            foreach (string type in hook.UndeclaredTypes)
            {
                missing.Add(type == "ApiCallContext" ? "using ClerkGen;" : "using System.Net.Http;");
            }

            context.Report(DiagnosticDescriptors.HookLacksUsing, user, name, name, string.Join("' and '", hook.UndeclaredTypes), string.Join(" ", missing));
            return declared;
        }

        // Fixes of analyzers make a method static and rename parameters. Both parts of a partial method have to agree on that.
        HookModel own = declared with { Call = hook.ParameterNames[0], Message = hook.ParameterNames[1], IsStatic = hook.IsStatic };

        if (Find(user, name + "Async", ["ApiCallContext", message, "CancellationToken"]) is null)
        {
            return own with { State = HookState.Called };
        }

        context.Report(DiagnosticDescriptors.HookNotCalled, user, name, name, name + "Async");
        return own;
    }

    private static UserMethodModel? Find(UserTypeModel user, string name, string[] parameterTypes)
    {
        foreach (UserMethodModel method in user.Methods)
        {
            if (method.Name == name && method.ParameterTypes.SequenceEqual(parameterTypes))
            {
                return method;
            }
        }

        return null;
    }
}
