using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>A documented response and the statuses it is for.</summary>
/// <param name="Key">As the document writes it: <c>200</c>, <c>2XX</c>, <c>default</c>.</param>
/// <param name="From">First status, inclusive; 0 for <c>default</c>.</param>
/// <param name="To">Last status, inclusive; 999 for <c>default</c>.</param>
/// <param name="Response">The response, or a reference to it.</param>
/// <param name="Pointer">JSON pointer of it, behind the reference.</param>
internal sealed record StatusRange(string Key, int From, int To, IOpenApiResponse Response, string Pointer)
{
    /// <summary>The response itself.</summary>
    public IOpenApiResponse Target { get; } = ReferenceTargets.Of(Response);

    /// <summary>The media types of the body, in ordinal order.</summary>
    public List<MediaTypeEntry> Content { get; } = MediaTypes.Read(ReferenceTargets.Of(Response).Content, Pointer);

    /// <summary>The description: of the reference, or of the response itself.</summary>
    public string? Description => Response is OpenApiResponseReference { Reference.Description: { Length: > 0 } own } ? own : Target.Description;

    /// <summary>The key of the component that the response refers to, or null.</summary>
    public string? Component => Response is OpenApiResponseReference { Reference.Id: { } id } ? id : null;

    /// <summary>Whether these are successes.</summary>
    public bool IsSuccess => From is >= 200 and <= 299;

    /// <summary>Whether these lead elsewhere. <c>304</c> and <c>300</c> are separate outcomes.</summary>
    public bool IsRedirect => From is 301 or 302 or 303 or 307 or 308 || (From == 300 && To != From);

    /// <summary>
    /// Whether these are exceptions with a body: errors of client or server, and statuses that are neither success nor redirect.
    /// </summary>
    public bool IsError => From is >= 300 and <= 599 && !IsRedirect;

    public bool IsDefault => From == 0;

    /// <summary>Whether the response never has a body (RFC 9110, sections 15.3.5 and 15.3.6).</summary>
    public bool IsBodiless => From == To && From is 204 or 205;

    /// <summary>The documented successes; <c>default</c> when there are no others.</summary>
    public static List<StatusRange> Successes(List<StatusRange> ranges)
    {
        List<StatusRange> successes = ranges.FindAll(static range => range.IsSuccess);
        return successes.Count > 0 ? successes : ranges.FindAll(static range => range.IsDefault);
    }

    /// <summary>Reads an operation's <see cref="OperationSource.Responses"/>.</summary>
    /// <param name="source">The operation.</param>
    /// <param name="diagnostics">Takes keys that are no statuses.</param>
    public static List<StatusRange> Read(OperationSource source, DiagnosticBag diagnostics)
    {
        List<StatusRange> ranges = [];
        foreach (KeyValuePair<string, IOpenApiResponse> pair in source.Operation.Responses ?? [])
        {
            if (!TryParse(pair.Key, out int from, out int to))
            {
                diagnostics.Report(DiagnosticDescriptors.ResponseLeftOut, JsonPointers.Join(source.Pointer, "responses", pair.Key), pair.Key);
            }
            else if (pair.Value is not null)
            {
                string pointer = pair.Value is OpenApiResponseReference { Reference.Id: { } id }
                    ? JsonPointers.Join("/components/responses", id)
                    : JsonPointers.Join(source.Pointer, "responses", pair.Key);
                ranges.Add(new StatusRange(pair.Key, from, to, pair.Value, pointer));
            }
        }

        ranges.Sort(static (left, right) =>
        {
            int order = (left.To - left.From).CompareTo(right.To - right.From);
            return order != 0 ? order : left.From.CompareTo(right.From);
        });
        return ranges;
    }

    private static bool TryParse(string key, out int from, out int to)
    {
        (from, to) = (0, 999);
        if (key == "default")
        {
            return true;
        }

        if (key.Length == 3 && key[0] is >= '1' and <= '5' && key.EndsWith("XX", StringComparison.OrdinalIgnoreCase))
        {
            from = (key[0] - '0') * 100;
            to = from + 99;
            return true;
        }

        bool isStatus = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out from) && from is >= 100 and <= 599;
        to = from;
        return isStatus;
    }
}
