using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Finds the header with the API version that the client was generated for: the value of <c>x-clerkgen-version-header</c> at the
/// document's root or in <c>info</c> (<c>false</c> for none). Without it, the header is <c>Clerk-API-Version</c> if the server is one
/// of Clerk's and the version is a date.
/// </summary>
internal static class VersionHeaders
{
    private const string Extension = "x-clerkgen-version-header";

    public static string? Find(TranslationContext context, string? host)
    {
        if (ChosenNames.Node(context.Document.Extensions, Extension) is { } atRoot)
        {
            return Read(atRoot, "/" + Extension, context.Diagnostics);
        }

        if (ChosenNames.Node(context.Document.Info?.Extensions, Extension) is { } inInfo)
        {
            return Read(inInfo, "/info/" + Extension, context.Diagnostics);
        }

        bool isClerk = host is not null && Array.IndexOf(host.ToLowerInvariant().Split('.'), "clerk") >= 0;
        return isClerk && IsDate(context.Document.Info?.Version) ? "Clerk-API-Version" : null;
    }

    private static string? Read(JsonNode node, string pointer, DiagnosticBag diagnostics)
    {
        if (node.GetValueKind() == JsonValueKind.False)
        {
            return null;
        }

        if (ChosenNames.Text(node) is { } name && HeaderNames.IsToken(name) && !HeaderNames.IsReserved(name) && !HeaderNames.IsDescribedElsewhere(name))
        {
            return name;
        }

        diagnostics.Report(
            DiagnosticDescriptors.UnusableExtension, pointer, Extension,
            "it must be false, or the name of a header that the client does not set itself");
        return null;
    }

    // 2026-05-12
    private static bool IsDate(string? version) =>
        version is { Length: 10 } && version[4] == '-' && version[7] == '-'
        && version.Where((c, index) => index is not (4 or 7)).All(static c => c is >= '0' and <= '9');
}
