using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Writes an operation's smallest call for curl, in a POSIX shell. Everything of the document is quoted.</summary>
internal sealed class CurlExampleWriter(EmittedClient client, JsonExampleWriter json)
{
    /// <summary>The call.</summary>
    public string Of(EmittedOperation operation, WireOperation wire)
    {
        List<string> parts = [];
        string query = string.Join('&', wire.Parameters.Where(static parameter => parameter is { Place: "query", IsRequired: true })
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(json.Text(parameter.Schema, parameter.Name))}"));
        parts.Add((operation.HttpMethod == "GET" ? "curl " : $"curl -X {operation.HttpMethod} ") + Quoted(Address(wire) + (query.Length > 0 ? "?" + query : "")));
        AddCredentials(parts, operation);
        if (client.VersionHeader is { } version)
        {
            parts.Add("-H " + Quoted($"{version}: {client.Wire.Version}"));
        }

        parts.AddRange(wire.Parameters.Where(static parameter => parameter is { Place: "header", IsRequired: true })
            .Select(parameter => "-H " + Quoted($"{parameter.Name}: {json.Text(parameter.Schema, parameter.Name)}")));
        if (operation.BodyMediaType is { } mediaType && wire.Body is { IsRequired: true } body)
        {
            AddBody(parts, mediaType.Split(';')[0], body.Contents.FirstOrDefault(content => content.MediaType == mediaType.Split(';')[0])?.Schema);
        }

        return string.Join(" \\\n  ", parts);
    }

    private string Address(WireOperation wire)
    {
        string server = client.Server ?? EmittedClient.ExampleServer;
        foreach ((string name, string value) in client.ServerVariables)
        {
            server = server.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        string path = wire.Path;
        foreach (WireParameter parameter in wire.Parameters.Where(static parameter => parameter.Place == "path"))
        {
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(json.Text(parameter.Schema, parameter.Name)), StringComparison.Ordinal);
        }

        return server.TrimEnd('/') + path;
    }

    // The first alternative, with the variables that FromEnvironment reads.
    private void AddCredentials(List<string> parts, EmittedOperation operation)
    {
        foreach (int index in operation.Security is [var first, ..] ? first : [])
        {
            SecuritySchemeModel scheme = client.Schemes[index];
            string value = $"\"${scheme.EnvironmentVariable}\"";
            parts.Add(scheme.Kind switch
            {
                // With -G curl would put the body into the query, too.
                SecuritySchemeKind.ApiKeyQuery => (operation.BodyMediaType is null ? "-G --data-urlencode " : "--url-query ") + Quoted(scheme.ParameterName + "=") + value,
                SecuritySchemeKind.ApiKeyCookie => $"-b {Quoted(scheme.ParameterName + "=")}{value}",
                SecuritySchemeKind.ApiKeyHeader => $"-H {Quoted(scheme.ParameterName + ": ")}{value}",
                SecuritySchemeKind.Basic => $"-u {value}",
                _ => $"-H \"Authorization: Bearer ${scheme.EnvironmentVariable}\"",
            });
        }
    }

    private void AddBody(List<string> parts, string mediaType, string? schema)
    {
        bool isMultipart = mediaType == "multipart/form-data";
        if (schema is not null && (isMultipart || mediaType == "application/x-www-form-urlencoded"))
        {
            foreach (WireProperty property in client.Wire.Schema(schema).Properties.Where(static property => property.IsRequired))
            {
                string text = client.Wire.Schema(property.Pointer).Format == "binary" ? "@photo.png" : json.Text(property.Pointer, property.Name);
                parts.Add((isMultipart ? "-F " : "--data-urlencode ") + Quoted($"{property.Name}={text}"));
            }

            return;
        }

        parts.Add("-H " + Quoted("Content-Type: " + mediaType));
        parts.Add(schema is not null && (mediaType.EndsWith("/json", StringComparison.Ordinal) || mediaType.EndsWith("+json", StringComparison.Ordinal))
            ? "-d " + Quoted(json.Sent(schema))
            : "--data-binary @body");
    }

    // Between apostrophes a shell takes everything as it is, but for the apostrophe.
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("'");
        foreach (char c in text)
        {
            quoted.Append(char.IsControl(c) ? "" : c == '\'' ? "'\\''" : c.ToString());
        }

        return quoted.Append('\'').ToString();
    }
}
