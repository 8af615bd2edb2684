using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Finds the hooks that the user's part of a client or group implements.</summary>
internal static class HooksCustomiser
{
    public static HooksModel Apply(UserTypeModel user, CustomisingContext context) => new(
        Find(user, UserMethodModel.Sending, "HttpRequestMessage", context),
        Find(user, UserMethodModel.Received, "HttpResponseMessage", context));

    private static HookState Find(UserTypeModel user, string name, string message, CustomisingContext context)
    {
        if (Find(user, name, ["ApiCallContext", message]) is not { } hook)
        {
            return HookState.Declared;
        }

        if (!hook.IsPartial)
        {
            return HookState.Absent;
        }

        if (Find(user, name + "Async", ["ApiCallContext", message, "CancellationToken"]) is null)
        {
            return HookState.Called;
        }

        context.Report(DiagnosticDescriptors.HookNotCalled, user, name, name, name + "Async");
        return HookState.Declared;
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
