using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Contains the age of a session's factor verifications, in minutes; −1 for a factor that the user does not have.</summary>
/// <param name="FirstMinutes">Age of the first factor.</param>
/// <param name="SecondMinutes">Age of the second factor.</param>
public readonly record struct ClerkFactorAge(double FirstMinutes, double SecondMinutes)
{
    internal bool HasFirst => FirstMinutes >= 0;

    internal bool HasSecond => SecondMinutes >= 0;

    /// <summary>Reads the claim <c>fva</c>: exactly two numbers. Anything else is unknown, which never counts as "verified".</summary>
    internal static ClerkFactorAge? Read(JsonElement claims)
    {
        if (!claims.TryGetProperty("fva"u8, out JsonElement ages) || ages.ValueKind != JsonValueKind.Array || ages.GetArrayLength() != 2
            || Minutes(ages[0]) is not { } first || Minutes(ages[1]) is not { } second)
        {
            return null;
        }

        return new ClerkFactorAge(first, second);
    }

    private static double? Minutes(JsonElement age) =>
        age.ValueKind == JsonValueKind.Number && age.TryGetDouble(out double minutes) && double.IsFinite(minutes) && (minutes is -1 or >= 0)
            ? minutes
            : null;
}
