using System.Globalization;

namespace ClerkGen.Http;

/// <summary>The version of this library, as telemetry and servers see it.</summary>
internal static class RuntimeVersion
{
    /// <summary>Major, minor and patch.</summary>
    internal static string Text { get; } = typeof(RuntimeVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Value of <c>User-Agent</c>.</summary>
    internal static string UserAgent { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"ClerkGen/{Text} dotnet/{Environment.Version.Major}.{Environment.Version.Minor}");
}
