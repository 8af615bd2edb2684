using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Security;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    /// <summary>Adds the credentials that the operation demands, after every hook, just before the request goes out.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AuthorizeAsync(ApiCall call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (call.Operation.Security is not ApiSecurity security)
        {
            return;
        }

        foreach (ApiSecurityScheme scheme in AlternativeOf(call, security))
        {
            if (!Settings.IsTrusted(call.Server))
            {
                throw new InvalidOperationException(
                    $"'{call.OperationId}' is served by another server of the document. "
                    + "Add it to TrustedServers to send it the credential.");
            }

            Credential credential = Settings.Options.Credentials[scheme.Key];
            string text = await credential.GetAsync(cancellationToken).ConfigureAwait(false);
            call.Sent = Credentials.Add(message, scheme, text, credential.Prepare(scheme, text), call.Sent);
        }

        // A credential in the query makes the target another one.
        call.Content?.Retarget(message.RequestUri!);
    }

    private ApiSecurityScheme[] AlternativeOf(ApiCall call, ApiSecurity security)
    {
        foreach (ApiSecurityScheme[] alternative in security.Alternatives)
        {
            if (alternative.Length > 0 && HasAll(alternative))
            {
                return alternative;
            }
        }

        return Array.Exists(security.Alternatives, static alternative => alternative.Length == 0)
            ? []
            : throw new InvalidOperationException(
                $"'{call.OperationId}' needs a credential: {Words(security)}. Set it in the client's options.");
    }

    private bool HasAll(ApiSecurityScheme[] schemes)
    {
        foreach (ApiSecurityScheme scheme in schemes)
        {
            if (!Settings.Options.Credentials.ContainsKey(scheme.Key))
            {
                return false;
            }
        }

        return true;
    }

    private static string Words(ApiSecurity security) =>
        string.Join(", or ", Array.ConvertAll(
            security.Alternatives,
            static schemes => string.Join(" and ", Array.ConvertAll(schemes, static scheme => scheme.Key))));
}
