using Microsoft.Extensions.Options;

namespace ClerkGen.AspNetCore;

/// <summary>Checks options when the application starts, so that a mistake is not found by the first user.</summary>
internal sealed class ClerkOptionsCheck(string scheme) : IValidateOptions<ClerkAuthenticationOptions>
{
    public ValidateOptionsResult Validate(string? name, ClerkAuthenticationOptions options)
    {
        if (name != scheme)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            var settings = new TokenSettings(options, null);
            if (settings.AcceptedCount == 0)
            {
                return ValidateOptionsResult.Fail("AcceptedTokens is empty, so no request can sign in.");
            }

            // A machine's key verifies nothing but opaque tokens of machines.
            bool areKeysNeeded = settings.MachineSecretKey is null || settings.Accepts(ClerkTokenKind.Session) || settings.Accepts(ClerkTokenKind.OAuth);
            if (settings.Keys is NoKeys && areKeysNeeded)
            {
                return ValidateOptionsResult.Fail(
                    "Clerk has no keys: set JwtKeys (CLERK_JWT_KEY), SecretKey (CLERK_SECRET_KEY) or PublishableKey (CLERK_PUBLISHABLE_KEY).");
            }

            return settings.Accepts(ClerkTokenKind.ApiKey) && settings.SecretKey is null
                ? ValidateOptionsResult.Fail(
                    "AcceptedTokens contains ApiKey, and only Clerk can verify API keys: set SecretKey (CLERK_SECRET_KEY), or accept other kinds.")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
