using System.Globalization;

namespace ClerkGen;

/// <summary>Describes how many requests the server still accepts, from the fields of a response.</summary>
/// <remarks>
/// Read from <c>RateLimit</c> and <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers), or from fields like
/// <c>X-RateLimit-Remaining</c>.
/// </remarks>
/// <param name="Limit">Requests in a window of time, or null if the response does not have it.</param>
/// <param name="Remaining">Requests that are left in the window, or null.</param>
/// <param name="Reset">Time until the window ends, or null.</param>
public readonly record struct ApiRateLimit(long? Limit, long? Remaining, TimeSpan? Reset)
{
    // A number of seconds above this is a moment, not a wait: 2001.
    private const double FirstMoment = 1_000_000_000;
    private const double FirstMomentInMilliseconds = 1_000_000_000_000;

    /// <summary>The limit in a response's fields, or null.</summary>
    internal static ApiRateLimit? Of(ApiHeaders headers, DateTimeOffset now)
    {
        ApiRateLimit limit = new(
            Number(Field(headers, "Limit")), Number(Field(headers, "Remaining")), Wait(Number(Field(headers, "Reset")), now));
        if (headers.TryGetValue("RateLimit", out string? current))
        {
            // Among several policies, the first to end wins.
            foreach (string policy in Policies(current))
            {
                long? remaining = Number(Parameter(policy, "r") ?? Parameter(policy, "remaining"));
                if (limit.Remaining is null || remaining < limit.Remaining)
                {
                    limit = new ApiRateLimit(
                        Number(Parameter(policy, "limit")) ?? LimitOf(headers, policy) ?? limit.Limit,
                        remaining,
                        Wait(Number(Parameter(policy, "t") ?? Parameter(policy, "reset")), now));
                }
            }
        }

        return limit == default ? null : limit;
    }

    private static string? Field(ApiHeaders headers, string name)
    {
        foreach (string prefix in (string[])["RateLimit-", "X-RateLimit-", "X-Rate-Limit-"])
        {
            if (headers.TryGetValue(prefix + name, out string? value))
            {
                return value;
            }
        }

        return null;
    }

    // "default";r=50;t=30, "daily";r=900 or, in older drafts, limit=100, remaining=50, reset=30.
    private static string[] Policies(string field) =>
        field.Contains("remaining=", StringComparison.OrdinalIgnoreCase) ? [field.Replace(',', ';')] : field.Split(',');

    private static long? LimitOf(ApiHeaders headers, string policy)
    {
        headers.TryGetValue("RateLimit-Policy", out string? policies);
        string name = policy.Split(';')[0].Trim();
        foreach (string candidate in policies?.Split(',') ?? [])
        {
            if (candidate.Split(';')[0].Trim() == name)
            {
                return Number(Parameter(candidate, "q"));
            }
        }

        return null;
    }

    private static string? Parameter(string policy, string name)
    {
        foreach (string part in policy.Split(';'))
        {
            string trimmed = part.Trim();
            if (trimmed.StartsWith(name, StringComparison.OrdinalIgnoreCase) && trimmed.Length > name.Length && trimmed[name.Length] == '=')
            {
                return trimmed[(name.Length + 1)..];
            }
        }

        return null;
    }

    // The number at the start: some servers write the window behind it.
    private static long? Number(string? text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    private static TimeSpan? Wait(long? reset, DateTimeOffset now) => reset switch
    {
        null => null,
        >= (long)FirstMomentInMilliseconds => Until(reset.Value / 1000.0, now),
        >= (long)FirstMoment => Until(reset.Value, now),
        _ => TimeSpan.FromSeconds(reset.Value),
    };

    private static TimeSpan? Until(double unixSeconds, DateTimeOffset now)
    {
        double seconds = unixSeconds - (now.ToUnixTimeMilliseconds() / 1000.0);
        return seconds > int.MaxValue ? null : TimeSpan.FromSeconds(Math.Max(0, seconds));
    }
}
