using System.Globalization;
using System.Numerics;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Decodes permissions of the second version of claims. Each feature of the organization has a decimal number. Its bits select the granted
/// permissions. Numbers may have any length.
/// </summary>
internal static class FeaturePermissions
{
    internal static string[] Decode(string[] features, string? permissions, string? masks)
    {
        if (string.IsNullOrEmpty(permissions) || string.IsNullOrEmpty(masks))
        {
            return [];
        }

        string[] names = permissions.Split(',', StringSplitOptions.TrimEntries);
        string[] numbers = masks.Split(',', StringSplitOptions.TrimEntries);
        List<string> granted = [];
        for (int i = 0; i < Math.Min(features.Length, numbers.Length); i++)
        {
            if (!IsDecimal(numbers[i]))
            {
                continue;
            }

            var mask = BigInteger.Parse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture);
            for (int bit = 0; bit < names.Length && !mask.IsZero; bit++, mask >>= 1)
            {
                if (!mask.IsEven && names[bit].Length > 0)
                {
                    granted.Add($"org:{features[i]}:{names[bit]}");
                }
            }
        }

        return [.. granted];
    }

    private static bool IsDecimal(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
