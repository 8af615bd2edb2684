using System.Globalization;
using System.Text.Json;

namespace ClerkGen.Tool.Changes;

/// <summary>An accepted change.</summary>
/// <param name="Id">The change's id; a <c>*</c> at the end matches any rest.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Until">The last day on which it counts, or null.</param>
internal sealed record Suppression(string Id, string Reason, DateOnly? Until)
{
    /// <summary>Whether it accepts a change.</summary>
    public bool Matches(Change change) =>
        Id.EndsWith('*') ? change.Id.StartsWith(Id[..^1], StringComparison.Ordinal) : change.Id == Id;
}

/// <summary>The remaining changes, and diagnostics about the suppressions.</summary>
/// <param name="Changes">Changes that are not accepted.</param>
/// <param name="Suppressed">Accepted changes, with the reason.</param>
/// <param name="Unused">Suppressions that match no change.</param>
/// <param name="Expired">Suppressions that no longer count.</param>
internal sealed record SuppressedChanges(
    IReadOnlyList<Change> Changes, IReadOnlyList<(Change Change, string Reason)> Suppressed, IReadOnlyList<Suppression> Unused, IReadOnlyList<Suppression> Expired);

/// <summary>A file of suppressions: <c>[{ "id": "A03:Invitation.url", "reason": "Nobody reads it.", "until": "2026-12-31" }]</c>.</summary>
internal static class Suppressions
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">The file is wrong.</exception>
    public static async Task<IReadOnlyList<Suppression>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string text = await Documents.DocumentPath.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. json.RootElement.EnumerateArray().Select((entry, index) => Read(entry, index, path))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ToolException($"'{path}' is no list of suppressions: {exception.Message}");
        }
    }

    /// <summary>Removes the changes that are accepted on a day.</summary>
    public static SuppressedChanges Apply(IReadOnlyList<Change> changes, IReadOnlyList<Suppression> suppressions, DateOnly today)
    {
        Suppression[] valid = [.. suppressions.Where(suppression => suppression.Until is not { } until || today <= until)];
        List<(Change, string)> suppressed = [];
        List<Change> left = [];
        foreach (Change change in changes)
        {
            if (Array.Find(valid, suppression => suppression.Matches(change)) is { } match)
            {
                suppressed.Add((change, match.Reason));
            }
            else
            {
                left.Add(change);
            }
        }

        return new SuppressedChanges(
            left,
            suppressed,
            [.. valid.Where(suppression => !changes.Any(suppression.Matches))],
            [.. suppressions.Except(valid)]);
    }

    private static Suppression Read(JsonElement entry, int index, string path)
    {
        string? Get(string name) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (Get("id") is not { Length: > 0 } id || Get("reason") is not { Length: > 0 } reason)
        {
            throw new ToolException($"Entry {index + 1} of '{path}' needs the texts 'id' and 'reason'.");
        }

        DateOnly? until = null;
        if (Get("until") is { } date)
        {
            until = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day
                : throw new ToolException($"'until' of entry {index + 1} of '{path}' is '{date}'. Write a date such as '2026-12-31'.");
        }

        return new Suppression(id, reason, until);
    }
}
