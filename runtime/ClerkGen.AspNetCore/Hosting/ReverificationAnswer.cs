using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <summary>
/// The body of a 403 that makes Clerk's front ends ask the user to verify who they are, and then repeat the request. Written only when that is all
/// that is missing: a user who may not do something either way is not asked.
/// </summary>
internal static class ReverificationAnswer
{
    private static readonly object Key = new();
    private static readonly object Hopeless = new();

    internal static void Note(HttpContext context, ClerkCaller caller, ClerkRequirement requirement)
    {
        bool isAllThatIsMissing = requirement.Reverification is not null
            && caller.TokenKind == ClerkTokenKind.Session
            && requirement.IsMetButForReverification(caller.Session);
        if (!isAllThatIsMissing)
        {
            context.Items[Key] = Hopeless;
        }
        else if (context.Items[Key] != Hopeless)
        {
            context.Items[Key] = requirement.Reverification;
        }
    }

    internal static async Task WriteAsync(HttpContext context)
    {
        if (context.Items[Key] is not ClerkReverification reverification)
        {
            return;
        }

        context.Response.ContentType = "application/json";
        using (var writer = new Utf8JsonWriter(context.Response.BodyWriter))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("clerk_error"u8);
            writer.WriteString("type"u8, "forbidden"u8);
            writer.WriteString("reason"u8, "reverification-error"u8);
            writer.WriteStartObject("metadata"u8);
            Write(writer, reverification);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, ClerkReverification reverification)
    {
        if (reverification.Preset is { } preset)
        {
            writer.WriteString("reverification"u8, preset);
            return;
        }

        writer.WriteStartObject("reverification"u8);
        writer.WriteString("level"u8, reverification.Level switch
        {
            ClerkFactorLevel.FirstFactor => "first_factor",
            ClerkFactorLevel.SecondFactor => "second_factor",
            _ => "multi_factor",
        });
        writer.WriteNumber("afterMinutes"u8, reverification.AfterMinutes);
        writer.WriteEndObject();
    }
}
