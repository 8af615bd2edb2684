using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Swagger;

/// <summary>Turns the schemes, host and base path of OpenAPI 2.0 into servers.</summary>
internal static class SwaggerServers
{
    /// <summary>One server for each scheme; without a host the address is relative to where the document came from.</summary>
    public static ArrayNode Write(ObjectNode root)
    {
        DocumentNode place = root["host"] ?? root["basePath"] ?? root;
        ArrayNode servers = new(place.File, place.Start);
        string basePath = SwaggerParameters.TextOf(root, "basePath") ?? "";
        if (basePath.Length > 0 && basePath[0] != '/')
        {
            basePath = "/" + basePath;
        }

        if (SwaggerParameters.TextOf(root, "host") is not { Length: > 0 } host)
        {
            Add(servers, place, basePath.Length == 0 ? "/" : basePath);
            return servers;
        }

        bool hasScheme = false;
        foreach (string scheme in (string[])["https", "http"])
        {
            if (root["schemes"] is ArrayNode schemes && Holds(schemes, scheme))
            {
                Add(servers, place, scheme + "://" + host + basePath);
                hasScheme = true;
            }
        }

        if (!hasScheme)
        {
            Add(servers, place, "https://" + host + basePath);
        }

        return servers;
    }

    private static bool Holds(ArrayNode schemes, string scheme)
    {
        foreach (DocumentNode item in schemes.Items)
        {
            if (item is ScalarNode text && text.Text == scheme)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ArrayNode servers, DocumentNode place, string url)
    {
        ObjectNode server = new(place.File, place.Start);
        server.Set(new Member(
            "url", new ScalarNode(ScalarKind.String, url, place.File, place.Start, place.Length), place.File, place.Start, place.Length));
        servers.Items.Add(server);
    }
}
