using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Reads and writes text the way a call reads and writes bodies.</summary>
internal static class JsonBody
{
    /// <summary>Reads tolerantly.</summary>
    internal static T Read<T, TJson>(string body)
        where TJson : IApiJson<T> => ApiJsonBody.Read<T, TJson>(Encoding.UTF8.GetBytes(body), default);

    /// <summary>Reads tolerantly and notes deviations as <c>Kind path</c>.</summary>
    internal static T Read<T, TJson>(string body, out string[] deviations)
        where TJson : IApiJson<T>
    {
        var noted = new List<string>();
        T value = ApiJsonBody.Read<T, TJson>(
            Encoding.UTF8.GetBytes(body), new JsonReadOptions { Listener = deviation => noted.Add($"{deviation.Kind} {deviation.Path}") });
        deviations = [.. noted];
        return value;
    }

    /// <summary>Reads strictly.</summary>
    internal static T ReadStrictly<T, TJson>(string body)
        where TJson : IApiJson<T> => ApiJsonBody.Read<T, TJson>(Encoding.UTF8.GetBytes(body), new JsonReadOptions { Strict = true });

    /// <summary>Writes a body.</summary>
    internal static string Write<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using var buffer = new PooledBufferWriter();
        ApiJsonBody.Write<T, TJson>(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
