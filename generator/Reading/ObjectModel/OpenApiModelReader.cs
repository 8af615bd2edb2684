using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ClerkGen.Generator.Reading.ObjectModel;

/// <summary>
/// Hands a normalised document to Microsoft.OpenApi. Its own validation is off, because <see cref="ElementRules"/> reports the relevant
/// faults with a place in the text. When it throws all the same, the parts are tried one by one and the guilty ones left out.
/// </summary>
internal sealed class OpenApiModelReader(ReadContext context)
{
    private const string Tags = "tags";

    // References of a normalised document are local, so the address is only a name.
    private static readonly Uri Address = new("https://openapi.invalid/");

    /// <summary>Reads a normalised document.</summary>
    /// <param name="root">The document; guilty parts are taken out of it.</param>
    /// <param name="json">The JSON nodes that the model was read from, and holds on to.</param>
    public OpenApiDocument? Read(ObjectNode root, out JsonObject json)
    {
        json = (JsonObject)new JsonNodeBuilder(context).Build(root)!;
        OpenApiDiagnostic diagnostic = new();
        if (TryParse(json, diagnostic, out OpenApiDocument? document, out Exception? exception))
        {
            Report(diagnostic, root);
            return document;
        }

        RemoveGuilty(root, "paths");
        RemoveGuilty(root, "webhooks");
        if (root["components"] is ObjectNode components)
        {
            foreach (Member section in components)
            {
                RemoveGuilty(root, "components", section.Key);
            }
        }

        json = (JsonObject)new JsonNodeBuilder(context).Build(root)!;
        diagnostic = new OpenApiDiagnostic();
        if (TryParse(json, diagnostic, out document, out exception))
        {
            Report(diagnostic, root);
            return document;
        }

        context.Report(ReadDiagnosticKind.NotOpenApi, "", root, $"The document cannot be read: {exception!.Message}");
        return null;
    }

    private static bool TryParse(JsonObject json, OpenApiDiagnostic diagnostic, out OpenApiDocument? document, out Exception? exception)
    {
        try
        {
            document = Parse(json, diagnostic);
            exception = null;
            return true;
        }
#pragma warning disable CA1031 // Any exception of the library must cost a part of the document, not the compilation.
        catch (Exception caught) when (caught is not OperationCanceledException)
#pragma warning restore CA1031
        {
            document = null;
            exception = caught;
            return false;
        }
    }

    // The library looks for each tag of an operation among all tags of the document, so these are read apart and added last.
    private static OpenApiDocument Parse(JsonObject json, OpenApiDiagnostic diagnostic)
    {
        if (json[Tags] is not JsonArray tags)
        {
            return new ParsingContext(diagnostic).Parse(json, Address);
        }

        json[Tags] = new JsonArray();
        JsonObject apart = new() { ["openapi"] = json["openapi"]?.DeepClone(), ["info"] = json["info"]?.DeepClone(), [Tags] = tags };
        try
        {
            OpenApiDocument document = new ParsingContext(diagnostic).Parse(json, Address);
            document.Tags = new ParsingContext(diagnostic).Parse(apart, Address).Tags;
            return document;
        }
        finally
        {
            apart.Remove(Tags);
            json[Tags] = tags;
        }
    }

    private void RemoveGuilty(ObjectNode root, params string[] way)
    {
        ObjectNode? section = root;
        foreach (string key in way)
        {
            section = section?[key] as ObjectNode;
        }

        if (section is null)
        {
            return;
        }

        HashSet<string> guilty = new(StringComparer.Ordinal);
        foreach (Member member in section)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            ObjectNode part = new(root.File, 0);
            part.Set(root.Members[root.IndexOf("openapi")]);
            part.Set(root.Members[root.IndexOf("info")]);
            SetDeep(part, way, member);
            JsonObject json = (JsonObject)new JsonNodeBuilder(context).Build(part)!;
            if (!TryParse(json, new OpenApiDiagnostic(), out _, out Exception? exception))
            {
                guilty.Add(member.Key);
                System.Text.StringBuilder pointer = new();
                foreach (string key in way)
                {
                    pointer.Append('/').Append(JsonPointers.Escape(key));
                }

                pointer.Append('/').Append(JsonPointers.Escape(member.Key));
                context.Report(
                    ReadDiagnosticKind.UnreadablePart, pointer.ToString(), member.File, member.KeyStart, member.KeyLength,
                    $"'{member.Key}' cannot be read. It is skipped: {exception!.Message}");
            }
        }

        section.RemoveAll(guilty);
    }

    private static void SetDeep(ObjectNode part, string[] way, in Member member)
    {
        ObjectNode inner = new(part.File, 0);
        inner.Set(member);
        for (int i = way.Length - 1; i > 0; i--)
        {
            ObjectNode outer = new(part.File, 0);
            outer.Set(new Member(way[i], inner, part.File, 0, 0));
            inner = outer;
        }

        part.Set(new Member(way[0], inner, part.File, 0, 0));
    }

    private void Report(OpenApiDiagnostic diagnostic, ObjectNode root)
    {
        foreach (OpenApiError error in diagnostic.Errors)
        {
            string pointer = error.Pointer is null or "#/" ? "" : error.Pointer.TrimStart('#');
            NodePlace place = NodePlace.Find(root, pointer);
            context.Report(ReadDiagnosticKind.RuleBroken, pointer, place.File, place.Start, place.Length, error.Message);
        }
    }
}
