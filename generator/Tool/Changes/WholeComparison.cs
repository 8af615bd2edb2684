using System.Text.Json.Nodes;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Compares what concerns a whole document: version, address, credentials, webhooks.</summary>
internal sealed class WholeComparison(EmittedClient old, EmittedClient current, ChangeList changes, SchemaComparison schemas)
{
    private static readonly string[] SchemeFields = ["type", "scheme", "in", "name"];

    public void Compare(IReadOnlyList<OperationPair> pairs)
    {
        CompareVersion();
        CompareServer();
        CompareSchemes();
        CompareSecurity(pairs);
        CompareWebhooks();
        CompareCallbacks(pairs);
    }

    private void CompareVersion()
    {
        if (old.Wire.Version != current.Wire.Version && current.VersionHeader is { } header && old.VersionHeader is not null)
        {
            changes.Add("G07", "info.version", $"{header}: {old.Wire.Version} → {current.Wire.Version}", "/info/version", "/info/version");
        }
    }

    private void CompareServer()
    {
        string? before = old.Server;
        string? after = current.Server;
        if (Origin(before) != Origin(after))
        {
            changes.Add("G06", "servers", $"{before ?? "none"} → {after ?? "none"}", "/servers", "/servers");
        }
        else if (before != after)
        {
            changes.Add("O14", "servers", $"{before} → {after}", "/servers", "/servers");
        }

        foreach (string name in old.ServerVariables.Keys.Union(current.ServerVariables.Keys, StringComparer.Ordinal))
        {
            string? first = old.ServerVariables.GetValueOrDefault(name);
            string? second = current.ServerVariables.GetValueOrDefault(name);
            if (first != second)
            {
                changes.Add("G08", $"servers({name})", $"{first ?? "none"} → {second ?? "none"}", "/servers", "/servers", [.. OptionOf(old, name)], [.. OptionOf(current, name)]);
            }
        }
    }

    private static string Origin(string? server) =>
        server is null ? "" : string.Join('/', server.Split('/').Take(3));

    private static IEnumerable<ApiMember> OptionOf(EmittedClient client, string name) =>
        (client.Surface.Find(client.Name + "Options")?.Members ?? []).Where(member => string.Equals(member.Name, name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private void CompareSchemes()
    {
        foreach ((string key, string option) in old.Credentials)
        {
            if (current.Credentials.TryGetValue(key, out string? other))
            {
                if (Kind(old.Wire, key) != Kind(current.Wire, key))
                {
                    changes.Add("G13", $"securitySchemes.{key}", $"{Kind(old.Wire, key)} → {Kind(current.Wire, key)}", Scheme(key), Scheme(key), Credential(old, option), Credential(current, other));
                }

                if (other != option)
                {
                    changes.Add("G03", $"securitySchemes.{key}", $"{option} → {other}", Scheme(key), Scheme(key), Credential(old, option), Credential(current, other));
                }
            }
            else if (current.Credentials.FirstOrDefault(pair => !old.Credentials.ContainsKey(pair.Key) && Same(key, pair.Key)) is { Key: { } newKey } renamed)
            {
                if (renamed.Value != option)
                {
                    changes.Add("G04", $"securitySchemes.{key}", $"{key} → {newKey}: {option} → {renamed.Value}", Scheme(key), Scheme(newKey), Credential(old, option), Credential(current, renamed.Value));
                }
            }
            else
            {
                changes.Add("G12", $"securitySchemes.{key}", option, Scheme(key), null, Credential(old, option));
            }
        }
    }

    private bool Same(string key, string newKey) => Kind(old.Wire, key) == Kind(current.Wire, newKey);

    private static string Kind(WireDocument document, string key)
    {
        JsonNode? scheme = document.Find(Scheme(key));
        return string.Join(' ', SchemeFields.Select(field => Json.Text(scheme?[field])).OfType<string>());
    }

    private static string Scheme(string key) => $"/components/securitySchemes/{Json.Escape(key)}";

    private static ApiMember?[] Credential(EmittedClient client, string option) =>
    [
        .. client.Surface.Find(client.Name + "Options")?.Members.Where(member => member.Name == option || member.Name == option + "Provider") ?? [],
        .. client.Surface.Find(client.Name)?.Members.Where(member => member.Name == ".ctor" && member.Text.Contains("string", StringComparison.Ordinal)) ?? [],
    ];

    // A requirement that many operations share is one change.
    private void CompareSecurity(IReadOnlyList<OperationPair> pairs)
    {
        foreach (IGrouping<(string, string), OperationPair> same in pairs
            .Where(static pair => !pair.Old.Security.SequenceEqual(pair.New.Security, StringComparer.Ordinal))
            .GroupBy(static pair => (string.Join(" or ", pair.Old.Security), string.Join(" or ", pair.New.Security))))
        {
            OperationPair first = same.First();
            bool wasOpen = IsOpen(first.Old.Schemes);
            bool isOpen = IsOpen(first.New.Schemes);
            if (wasOpen == isOpen && first.Old.Schemes.SequenceEqual(first.New.Schemes.Select(Former), StringComparer.Ordinal)
                && first.Old.Security.SequenceEqual(first.New.Security.Select(Former), StringComparer.Ordinal))
            {
                continue;
            }

            string kind = wasOpen && !isOpen ? "G01" : isOpen && !wasOpen ? "G02" : "G05";
            string subject = same.Count() == 1 ? first.Subject : "security";
            string who = same.Count() == 1 ? "" : $" ({same.Count()} operations)";
            changes.Add(
                kind, subject, $"{(same.Key.Item1.Length == 0 ? "none" : same.Key.Item1)} → {(same.Key.Item2.Length == 0 ? "none" : same.Key.Item2)}{who}",
                first.Old.HasOwnSecurity ? first.Old.Pointer : "/security", first.New.HasOwnSecurity ? first.New.Pointer : "/security",
                OperationComparison.Methods(old.Surface, first.OldMethods), OperationComparison.Methods(current.Surface, first.NewMethods));
        }
    }

    // A requirement by the key that its scheme had in the old document.
    private string Former(string requirement)
    {
        string key = requirement.Split(' ')[0];
        return old.Credentials.ContainsKey(key)
            ? requirement
            : old.Credentials.Keys.FirstOrDefault(other => !current.Credentials.ContainsKey(other) && Same(other, key)) is { } former ? former + requirement[key.Length..] : requirement;
    }

    private static bool IsOpen(IReadOnlyList<string> schemes) => schemes.Count == 0 || schemes.Contains("");

    private void CompareWebhooks()
    {
        foreach (WireOperation before in old.Wire.Webhooks)
        {
            if (current.Wire.Webhooks.FirstOrDefault(webhook => webhook.Path == before.Path && webhook.Method == before.Method) is { } after)
            {
                CompareEvent(before, after, "G10");
                continue;
            }

            string? type = BodyOf(before) is { } schema ? old.TypeAt(old.Wire.Schema(schema).Pointer) : null;
            changes.Add("G09b", $"webhooks.{before.Path}", before.Path, before.Pointer, null, [.. EventMembers(old, current)], [], type is null || current.Surface.Find(type) is not null ? [] : [type]);
            Use(old.Wire, before, schemas.OldComponents);
        }

        foreach (WireOperation after in current.Wire.Webhooks.Where(after => !old.Wire.Webhooks.Any(webhook => webhook.Path == after.Path && webhook.Method == after.Method)))
        {
            changes.Add("G09a", $"webhooks.{after.Path}", after.Path, null, after.Pointer, [], [.. EventMembers(current, old)]);
            Use(current.Wire, after, schemas.NewComponents);
        }
    }

    // Members of the union of all events that the other client does not have.
    private static IEnumerable<ApiMember> EventMembers(EmittedClient client, EmittedClient other) => (client.Surface.Find("WebhookEvent")?.Members ?? [])
        .Where(member => other.Surface.Find("WebhookEvent")?.Members.Any(same => same.Text == member.Text) != true);

    private void CompareCallbacks(IReadOnlyList<OperationPair> pairs)
    {
        foreach (OperationPair pair in pairs)
        {
            foreach (WireOperation before in pair.Old.Callbacks)
            {
                if (pair.New.Callbacks.FirstOrDefault(callback => callback.Path == before.Path && callback.Method == before.Method) is { } after)
                {
                    CompareEvent(before, after, "G11");
                }
            }
        }
    }

    private void CompareEvent(WireOperation before, WireOperation after, string kind)
    {
        if (BodyOf(before) is { } first && BodyOf(after) is { } second)
        {
            schemas.Add(first, second, $"{after.Path}", SchemaUses.Received, null, null, @event: kind);
        }
    }

    private static string? BodyOf(WireOperation operation) => operation.Body?.Contents is [var content, ..] ? content.Schema : null;

    private static void Use(WireDocument document, WireOperation operation, HashSet<string> components)
    {
        if (BodyOf(operation) is { } schema)
        {
            SchemaComparison.Use(document, schema, components);
        }
    }
}
