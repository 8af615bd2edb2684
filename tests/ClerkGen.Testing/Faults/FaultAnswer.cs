using System.Text;

namespace ClerkGen.Testing.Faults;

/// <summary>The reaction of a <see cref="FaultServer"/> to a request.</summary>
/// <param name="Kind">The fault.</param>
/// <param name="Body">Body of the answer that would have been right.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Status">Status of an answer where nothing goes wrong.</param>
/// <param name="Headers">Further header lines, each ended by CR LF.</param>
public sealed record FaultAnswer(FaultKind Kind, byte[] Body, string ContentType, int Status = 200, string Headers = "")
{
    /// <summary>An answer where nothing goes wrong.</summary>
    public static FaultAnswer Json(string body, int status = 200, string headers = "") =>
        new(FaultKind.None, Encoding.UTF8.GetBytes(body), "application/json", status, headers);

    /// <summary>An answer that goes wrong in some way on its way to be this JSON.</summary>
    public static FaultAnswer Faulty(FaultKind kind, string body) => new(kind, Encoding.UTF8.GetBytes(body), "application/json");

    /// <summary>An answer without a body where nothing goes wrong.</summary>
    public static FaultAnswer Nothing(int status, string headers = "") => new(FaultKind.None, [], "", status, headers);
}
