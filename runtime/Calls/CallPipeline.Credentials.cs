using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Security;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    private const string OwnOption = "RequestOptions.Credential";

    // The Authorization field of a caller, where no scheme of the document uses it.
    private static readonly ApiSecurityScheme CallersOwn = ApiSecurityScheme.ApiKeyHeader("Authorization", "Authorization");

    /// <summary>Adds the credentials that the operation demands, after every hook, just before the request goes out.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AuthorizeAsync(ApiCall call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        foreach (ApiSecurityScheme scheme in SchemesOf(call, message, out ApiSecurityScheme? own))
        {
            if (!Settings.IsTrusted(call.Server))
            {
                throw new InvalidOperationException(
                    $"'{call.OperationId}' uses another server of the document. "
                    + "Add it to TrustedServers to send it the credential.");
            }

            // A key that the call or a hook put into the request is more specific than the client's.
            if (scheme != own && Credentials.IsGiven(message, scheme))
            {
                call.Sent = Credentials.Keep(message, scheme, call.Sent);
                continue;
            }

            Credential credential = scheme == own ? new Credential(call.Options!.Credential!, OwnOption) : Settings.Options.Credentials[scheme.Key];
            string text = await credential.GetAsync(cancellationToken).ConfigureAwait(false);
            call.Sent = Credentials.Add(message, credential.Prepare(scheme, text), call.Sent);
        }

        // A credential in the query makes the target another one.
        call.Content?.Retarget(message.RequestUri!);
    }

    private ApiSecurityScheme[] SchemesOf(ApiCall call, HttpRequestMessage message, out ApiSecurityScheme? own)
    {
        own = null;
        ApiSecurityScheme[] schemes = call.Operation.Security is not ApiSecurity security ? []
            : call.Options?.Credential is null ? AlternativeOf(call, message, security)
            : AlternativeOfOwn(call, message, security, out own);
        return Credentials.IsGiven(message, CallersOwn) && !Array.Exists(schemes, static scheme => HeaderRules.IsAuthorization(scheme.ParameterName))
            ? [.. schemes, CallersOwn]
            : schemes;
    }

    // The credential of the call takes the place of the client's, or of the one that the client has not.
    private ApiSecurityScheme[] AlternativeOfOwn(ApiCall call, HttpRequestMessage message, ApiSecurity security, out ApiSecurityScheme? own)
    {
        ApiSecurityScheme[]? best = null;
        int mostKnown = -1;
        own = null;
        foreach (ApiSecurityScheme[] alternative in security.Alternatives)
        {
            ApiSecurityScheme[] unknown = Array.FindAll(
                alternative, scheme => !Settings.Options.Credentials.ContainsKey(scheme.Key) && !Credentials.IsGiven(message, scheme));
            ApiSecurityScheme? place = unknown.Length == 1 ? unknown[0] : alternative.Length == 1 ? alternative[0] : null;
            int known = alternative.Length - unknown.Length;
            if (place is not null && known > mostKnown)
            {
                (best, own, mostKnown) = (alternative, place, known);
            }
        }

        return best
            ?? (Array.Exists(security.Alternatives, static alternative => alternative.Length == 0) ? []
                : throw new InvalidOperationException(
                    $"'{call.OperationId}' needs several credentials at once, so {OwnOption} can be any of them. Set all but one in the client's options."));
    }

    private ApiSecurityScheme[] AlternativeOf(ApiCall call, HttpRequestMessage message, ApiSecurity security)
    {
        ApiSecurityScheme[]? set = null;
        foreach (ApiSecurityScheme[] alternative in security.Alternatives)
        {
            if (alternative.Length > 0 && HasAll(message, alternative, out bool isGiven))
            {
                if (isGiven)
                {
                    return alternative;
                }

                set ??= alternative;
            }
        }

        if (set is not null)
        {
            return set;
        }

        return Array.Exists(security.Alternatives, static alternative => alternative.Length == 0)
            ? []
            : throw new InvalidOperationException(
                $"'{call.OperationId}' needs a credential. Set {Words(security)}, or {OwnOption} for this call.");
    }

    private bool HasAll(HttpRequestMessage message, ApiSecurityScheme[] schemes, out bool isGiven)
    {
        isGiven = false;
        foreach (ApiSecurityScheme scheme in schemes)
        {
            if (Credentials.IsGiven(message, scheme))
            {
                isGiven = true;
            }
            else if (!Settings.Options.Credentials.ContainsKey(scheme.Key))
            {
                return false;
            }
        }

        return true;
    }

    private string Words(ApiSecurity security) =>
        string.Join(", or ", Array.ConvertAll(
            security.Alternatives,
            schemes => string.Join(" and ", Array.ConvertAll(schemes, Word))));

    private string Word(ApiSecurityScheme scheme) => scheme.Option is string option
        ? $"{Settings.Options.GetType().Name}.{option} ({ApiClientOptions.PlacesOf(scheme, option)})"
        : $"'{scheme.Key}' in the client's options";
}
