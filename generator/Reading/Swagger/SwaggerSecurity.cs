using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Swagger;

/// <summary>Rewrites the security definitions of OpenAPI 2.0.</summary>
internal static class SwaggerSecurity
{
    /// <summary>The same schemes in the form of 3.0.</summary>
    public static ObjectNode Write(ObjectNode definitions)
    {
        ObjectNode target = new(definitions.File, definitions.Start);
        foreach (Member member in definitions)
        {
            target.Set(member.Value is ObjectNode scheme ? member with { Value = WriteScheme(scheme) } : member);
        }

        return target;
    }

    private static ObjectNode WriteScheme(ObjectNode scheme)
    {
        ObjectNode target = new(scheme.File, scheme.Start);
        ObjectNode flow = new(scheme.File, scheme.Start);
        string? type = SwaggerParameters.TextOf(scheme, "type");
        foreach (Member member in scheme)
        {
            switch (member.Key)
            {
                case "type" when type == "basic":
                    target.Set(member with { Value = Text("http", member.Value) });
                    target.Set(member with { Key = "scheme", Value = Text("basic", member.Value) });
                    break;
                case "authorizationUrl" or "tokenUrl" or "scopes":
                    flow.Set(member);
                    break;
                case "flow":
                    break;
                default:
                    target.Set(member);
                    break;
            }
        }

        if (type == "oauth2")
        {
            string name = SwaggerParameters.TextOf(scheme, "flow") switch
            {
                "application" => "clientCredentials",
                "accessCode" => "authorizationCode",
                "password" => "password",
                _ => "implicit",
            };
            ObjectNode flows = new(scheme.File, scheme.Start);
            flows.Set(new Member(name, flow, scheme.File, scheme.Start, scheme.Length));
            target.Set(new Member("flows", flows, scheme.File, scheme.Start, scheme.Length));
        }

        return target;
    }

    private static ScalarNode Text(string text, DocumentNode place) => new(ScalarKind.String, text, place.File, place.Start, place.Length);
}
