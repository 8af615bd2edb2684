using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Rules of both kinds of invitations.</summary>
internal static class InvitationRules
{
    private const int MaxBulk = 10;
    private const int DefaultDays = 30;
    private const long MillisecondsPerDay = 24L * 60 * 60 * 1000;

    /// <summary>Refuses an empty list and one of more than 10.</summary>
    public static void CheckCount(JsonObject[] bodies)
    {
        if (bodies.Length is 0 or > MaxBulk)
        {
            throw new ClerkErrorException(
                400, "request_body_invalid", "Request body invalid", $"A request creates 1 to {MaxBulk} invitations.");
        }
    }

    /// <summary>Refuses an invitation that is no longer pending.</summary>
    public static void CheckPending(JsonObject invitation)
    {
        if ((string?)invitation["status"] != "pending")
        {
            throw new ClerkErrorException(
                400, "invitation_not_pending", "not pending", $"The invitation is {(string?)invitation["status"]}, no longer pending.");
        }
    }

    /// <summary>When an invitation made now expires, in Unix milliseconds.</summary>
    public static long ExpiresAt(JsonObject body, long now)
    {
        int days = DefaultDays;
        if (body["expires_in_days"] is { } given && !(given is JsonValue value && value.TryGetValue(out days) && days is >= 1 and <= 365))
        {
            throw ClerkErrorException.Unprocessable(
                "form_param_value_invalid", "is invalid", "expires_in_days must be an integer from 1 to 365.", "expires_in_days");
        }

        return now + (days * MillisecondsPerDay);
    }
}
