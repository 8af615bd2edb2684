using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Compares the responses of an operation.</summary>
internal sealed class ResponseComparison(EmittedClient old, EmittedClient current, ChangeList changes, SchemaComparison schemas, OperationPair pair)
{
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789");

    public void Compare()
    {
        CompareSuccesses();
        CompareErrors();
        CompareHeaders();
    }

    private void Add(string kind, string detail, string? part, WireResponse? before, WireResponse? after, bool isSignature, string[]? types = null) => changes.Add(
        kind, part is null ? pair.Subject : $"{pair.Subject}({part})", detail, before?.Pointer ?? pair.Old.Pointer, after?.Pointer ?? pair.New.Pointer,
        isSignature ? OperationComparison.Methods(old.Surface, pair.OldMethods) : [],
        isSignature ? OperationComparison.Methods(current.Surface, pair.NewMethods) : [],
        types);

    private static List<WireResponse> Successes(WireOperation operation)
    {
        List<WireResponse> successes = [.. operation.Responses.Where(static response => response.IsSuccess)];
        return successes.Count > 0 ? successes : [.. operation.Responses.Where(static response => response.Status == "DEFAULT")];
    }

    private void CompareSuccesses()
    {
        List<WireResponse> before = Successes(pair.Old);
        List<WireResponse> after = Successes(pair.New);
        List<WireResponse> gone = [.. before.Where(response => !after.Exists(other => other.Status == response.Status))];
        List<WireResponse> added = [.. after.Where(response => !before.Exists(other => other.Status == response.Status))];
        foreach (WireResponse response in before)
        {
            if (after.Find(other => other.Status == response.Status) is { } other)
            {
                CompareContent(response, other);
            }
        }

        foreach (WireResponse response in gone.ToArray())
        {
            if (added.Find(other => SameContent(response, other)) is { } moved)
            {
                gone.Remove(response);
                added.Remove(moved);
                Add("A22", $"{response.Status} → {moved.Status}", null, response, moved, isSignature: false);
                CompareContent(response, moved);
            }
        }

        foreach (WireResponse response in gone)
        {
            Add("A25", response.Status, response.Status, response, null, isSignature: true, GoneResult());
            Use(old.Wire, response, schemas.OldComponents);
        }

        foreach (WireResponse response in added)
        {
            bool isKnown = before.Exists(other => SameContent(other, response));
            if (!isKnown)
            {
                Add(response.Content is null ? "A24" : "A23", response.Status, response.Status, null, response, isSignature: true, GoneResult());
            }

            Use(current.Wire, response, schemas.NewComponents);
        }
    }

    private string[] GoneResult() => pair.OldMethods!.Result is { } result && current.Surface.Find(TypeNames.Bare(result)) is null ? [TypeNames.Bare(result)!] : [];

    private bool SameContent(WireResponse before, WireResponse after)
    {
        return Key(old.Wire, before.Content) == Key(current.Wire, after.Content);

        static string? Key(WireDocument document, WireContent? content) =>
            content?.Schema is { } schema ? $"{content.Form} {VariantMatch.Name(document, schema)}" : content?.Form;
    }

    private void CompareContent(WireResponse before, WireResponse after)
    {
        WireContent? first = before.Content;
        WireContent? second = after.Content;
        if (first is null && second is null)
        {
            return;
        }

        if (first is null || second is null || first.Form != second.Form)
        {
            Add("A29", $"{first?.MediaType ?? "no body"} → {second?.MediaType ?? "no body"}", before.Status, before, after, isSignature: true, GoneResult());
            Use(old.Wire, before, schemas.OldComponents);
            Use(current.Wire, after, schemas.NewComponents);
            return;
        }

        if (first.Schema is { } oldSchema && second.Schema is { } newSchema)
        {
            // A result of several bodies has a separate type.
            bool isOnly = Successes(pair.Old).Count == 1 && Successes(pair.New).Count == 1;
            string? Result(EmittedOperation operation) => isOnly && first.Form == "JSON" ? operation.Result : null;
            schemas.Add(
                oldSchema, newSchema, $"{pair.Subject}({after.Status})", SchemaUses.Received, Result(pair.OldMethods!), Result(pair.NewMethods!),
                OperationComparison.Methods(old.Surface, pair.OldMethods), OperationComparison.Methods(current.Surface, pair.NewMethods));
        }
    }

    private void CompareErrors()
    {
        foreach (WireResponse before in pair.Old.Responses.Where(static response => response.IsError))
        {
            WireResponse? after = pair.New.Responses.FirstOrDefault(response => response.Status == before.Status);
            string? oldException = Exception(pair.OldMethods!, before.Status);
            if (after is null)
            {
                Use(old.Wire, before, schemas.OldComponents);
                if (oldException is not null)
                {
                    Add("A28", $"{before.Status}: {oldException}", before.Status, before, null, isSignature: false, Gone(oldException));
                }

                continue;
            }

            string? newException = Exception(pair.NewMethods!, after.Status);
            if (oldException != newException)
            {
                string kind = oldException is null ? "A26" : newException is null ? "A28" : "A27";
                Add(kind, $"{before.Status}: {oldException ?? "ApiException"} → {newException ?? "ApiException"}", before.Status, before, after, isSignature: false, oldException is null ? [] : Gone(oldException));
            }

            if (oldException == newException && before.Content?.Schema is { } oldSchema && after.Content?.Schema is { } newSchema)
            {
                schemas.Add(oldSchema, newSchema, $"{pair.Subject}({after.Status})", SchemaUses.Received, null, null);
            }
            else
            {
                Use(old.Wire, before, schemas.OldComponents);
                Use(current.Wire, after, schemas.NewComponents);
            }
        }

        foreach (WireResponse after in pair.New.Responses.Where(response => response.IsError && !pair.Old.Responses.Any(other => other.Status == response.Status)))
        {
            Use(current.Wire, after, schemas.NewComponents);
            if (Exception(pair.NewMethods!, after.Status) is { } exception)
            {
                Add("A26", $"{after.Status}: {exception}", after.Status, null, after, isSignature: false);
            }
        }
    }

    private string[] Gone(string exception) => current.Surface.Find(exception) is null ? [exception] : [];

    // The documentation of a method begins with the status: "404: Not found."
    private static string? Exception(EmittedOperation operation, string status)
    {
        foreach ((string exception, string text) in operation.Errors)
        {
            string statuses = text.Split(':')[0];
            bool isNamed = status == "DEFAULT"
                ? !statuses.AsSpan().ContainsAny(Digits)
                : statuses.Contains(status, StringComparison.OrdinalIgnoreCase) || statuses.Contains(status.Replace("XX", "xx", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            if (isNamed && exception.EndsWith("Exception", StringComparison.Ordinal) && exception != "ApiException")
            {
                return exception;
            }
        }

        return null;
    }

    private void CompareHeaders()
    {
        foreach (WireResponse before in pair.Old.Responses)
        {
            if (pair.New.Responses.FirstOrDefault(response => response.Status == before.Status) is not { } after)
            {
                continue;
            }

            foreach (string header in after.Headers.Except(before.Headers, StringComparer.OrdinalIgnoreCase))
            {
                Add("A30a", header, $"{after.Status}, {header}", before, after, isSignature: false);
            }

            foreach (string header in before.Headers.Except(after.Headers, StringComparer.OrdinalIgnoreCase))
            {
                Add("A30b", header, $"{after.Status}, {header}", before, after, isSignature: false);
            }
        }
    }

    private static void Use(WireDocument document, WireResponse response, HashSet<string> components)
    {
        foreach (WireContent content in response.Contents)
        {
            if (content.Schema is { } schema)
            {
                SchemaComparison.Use(document, schema, components);
            }
        }
    }
}
