using System.Text.Json;

namespace ClerkGen.Benchmarks.Limits;

/// <summary>The same classes read by a straight <see cref="Utf8JsonReader"/> loop for each, and one writer: what hand-written code costs.</summary>
public static class HandReader
{
    public static List<User> Users(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return List(ref reader, ReadUser);
    }

    public static OrganizationInvitation Invitation(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadOrganizationInvitation(ref reader);
    }

    public static ClerkErrors Errors(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadClerkErrors(ref reader);
    }

    private delegate T Read<T>(ref Utf8JsonReader reader);

    private static List<T> List<T>(ref Utf8JsonReader reader, Read<T> read)
    {
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref reader));
        }

        return items;
    }

    private static User ReadUser(ref Utf8JsonReader reader)
    {
        var value = new User();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("external_id"u8))
            {
                reader.Read();
                value.ExternalId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("primary_email_address_id"u8))
            {
                reader.Read();
                value.PrimaryEmailAddressId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("primary_phone_number_id"u8))
            {
                reader.Read();
                value.PrimaryPhoneNumberId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("primary_web3_wallet_id"u8))
            {
                reader.Read();
                value.PrimaryWeb3WalletId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("username"u8))
            {
                reader.Read();
                value.Username = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("locale"u8))
            {
                reader.Read();
                value.Locale = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("profile_image_url"u8))
            {
                reader.Read();
                value.ProfileImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("image_url"u8))
            {
                reader.Read();
                value.ImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("has_image"u8))
            {
                reader.Read();
                value.HasImage = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("private_metadata"u8))
            {
                reader.Read();
                value.PrivateMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("unsafe_metadata"u8))
            {
                reader.Read();
                value.UnsafeMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("email_addresses"u8))
            {
                reader.Read();
                value.EmailAddresses = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadEmailAddress);
            }
            else if (reader.ValueTextEquals("phone_numbers"u8))
            {
                reader.Read();
                value.PhoneNumbers = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadPhoneNumber);
            }
            else if (reader.ValueTextEquals("web3_wallets"u8))
            {
                reader.Read();
                value.Web3Wallets = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadWeb3Wallet);
            }
            else if (reader.ValueTextEquals("passkeys"u8))
            {
                reader.Read();
                value.Passkeys = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadPasskey);
            }
            else if (reader.ValueTextEquals("password_enabled"u8))
            {
                reader.Read();
                value.PasswordEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("two_factor_enabled"u8))
            {
                reader.Read();
                value.TwoFactorEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("totp_enabled"u8))
            {
                reader.Read();
                value.TotpEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("backup_code_enabled"u8))
            {
                reader.Read();
                value.BackupCodeEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("mfa_enabled_at"u8))
            {
                reader.Read();
                value.MfaEnabledAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("mfa_disabled_at"u8))
            {
                reader.Read();
                value.MfaDisabledAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("password_last_updated_at"u8))
            {
                reader.Read();
                value.PasswordLastUpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("external_accounts"u8))
            {
                reader.Read();
                value.ExternalAccounts = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadExternalAccountWithVerification);
            }
            else if (reader.ValueTextEquals("saml_accounts"u8))
            {
                reader.Read();
                value.SamlAccounts = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadSAMLAccount);
            }
            else if (reader.ValueTextEquals("enterprise_accounts"u8))
            {
                reader.Read();
                value.EnterpriseAccounts = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadEnterpriseAccount);
            }
            else if (reader.ValueTextEquals("organization_memberships"u8))
            {
                reader.Read();
                value.OrganizationMemberships = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadOrganizationMembership);
            }
            else if (reader.ValueTextEquals("last_sign_in_at"u8))
            {
                reader.Read();
                value.LastSignInAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("banned"u8))
            {
                reader.Read();
                value.Banned = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("locked"u8))
            {
                reader.Read();
                value.Locked = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("deprovisioned"u8))
            {
                reader.Read();
                value.Deprovisioned = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("lockout_expires_in_seconds"u8))
            {
                reader.Read();
                value.LockoutExpiresInSeconds = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verification_attempts_remaining"u8))
            {
                reader.Read();
                value.VerificationAttemptsRemaining = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("delete_self_enabled"u8))
            {
                reader.Read();
                value.DeleteSelfEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("create_organization_enabled"u8))
            {
                reader.Read();
                value.CreateOrganizationEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("create_organizations_limit"u8))
            {
                reader.Read();
                value.CreateOrganizationsLimit = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("last_active_at"u8))
            {
                reader.Read();
                value.LastActiveAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("legal_accepted_at"u8))
            {
                reader.Read();
                value.LegalAcceptedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("bypass_client_trust"u8))
            {
                reader.Read();
                value.BypassClientTrust = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("scim"u8))
            {
                reader.Read();
                value.Scim = reader.TokenType == JsonTokenType.Null ? null : ReadSCIMUserMetadata(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static EmailAddress ReadEmailAddress(ref Utf8JsonReader reader)
    {
        var value = new EmailAddress();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("email_address"u8))
            {
                reader.Read();
                value.EmailAddressValue = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("reserved"u8))
            {
                reader.Read();
                value.Reserved = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else if (reader.ValueTextEquals("linked_to"u8))
            {
                reader.Read();
                value.LinkedTo = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadIdentificationLink);
            }
            else if (reader.ValueTextEquals("matches_sso_connection"u8))
            {
                reader.Read();
                value.MatchesSsoConnection = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationOtp ReadVerificationOtp(ref Utf8JsonReader reader)
    {
        var value = new VerificationOtp();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationOtpStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationOtpStrategy(ref reader);
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("channel"u8))
            {
                reader.Read();
                value.Channel = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationAdmin ReadVerificationAdmin(ref Utf8JsonReader reader)
    {
        var value = new VerificationAdmin();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationFromOauth ReadVerificationFromOauth(ref Utf8JsonReader reader)
    {
        var value = new VerificationFromOauth();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationFromOauthStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                value.Error = reader.TokenType == JsonTokenType.Null ? null : ReadClerkError(ref reader);
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static ClerkError ReadClerkError(ref Utf8JsonReader reader)
    {
        var value = new ClerkError();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("message"u8))
            {
                reader.Read();
                value.Message = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("long_message"u8))
            {
                reader.Read();
                value.LongMessage = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                value.Code = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("meta"u8))
            {
                reader.Read();
                value.Meta = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationTicket ReadVerificationTicket(ref Utf8JsonReader reader)
    {
        var value = new VerificationTicket();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationTicketStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationSaml ReadVerificationSaml(ref Utf8JsonReader reader)
    {
        var value = new VerificationSaml();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationSamlStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("external_verification_redirect_url"u8))
            {
                reader.Read();
                value.ExternalVerificationRedirectUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                value.Error = reader.TokenType == JsonTokenType.Null ? null : ReadClerkError(ref reader);
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationEmailLink ReadVerificationEmailLink(ref Utf8JsonReader reader)
    {
        var value = new VerificationEmailLink();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationEmailLinkStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationScim ReadVerificationScim(ref Utf8JsonReader reader)
    {
        var value = new VerificationScim();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static IdentificationLink ReadIdentificationLink(ref Utf8JsonReader reader)
    {
        var value = new IdentificationLink();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                value.Type = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static PhoneNumber ReadPhoneNumber(ref Utf8JsonReader reader)
    {
        var value = new PhoneNumber();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("phone_number"u8))
            {
                reader.Read();
                value.PhoneNumberValue = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("reserved_for_second_factor"u8))
            {
                reader.Read();
                value.ReservedForSecondFactor = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("default_second_factor"u8))
            {
                reader.Read();
                value.DefaultSecondFactor = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("reserved"u8))
            {
                reader.Read();
                value.Reserved = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else if (reader.ValueTextEquals("linked_to"u8))
            {
                reader.Read();
                value.LinkedTo = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadIdentificationLink);
            }
            else if (reader.ValueTextEquals("backup_codes"u8))
            {
                reader.Read();
                value.BackupCodes = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, static (ref Utf8JsonReader item) => item.GetString()!);
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static Web3Wallet ReadWeb3Wallet(ref Utf8JsonReader reader)
    {
        var value = new Web3Wallet();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("web3_wallet"u8))
            {
                reader.Read();
                value.Web3WalletValue = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationWeb3 ReadVerificationWeb3(ref Utf8JsonReader reader)
    {
        var value = new VerificationWeb3();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationWeb3Status(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationWeb3Strategy(ref reader);
            }
            else if (reader.ValueTextEquals("nonce"u8))
            {
                reader.Read();
                value.Nonce = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                reader.Read();
                value.Message = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static Passkey ReadPasskey(ref Utf8JsonReader reader)
    {
        var value = new Passkey();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                value.Name = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_used_at"u8))
            {
                reader.Read();
                value.LastUsedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationPasskey(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationPasskey ReadVerificationPasskey(ref Utf8JsonReader reader)
    {
        var value = new VerificationPasskey();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("nonce"u8))
            {
                reader.Read();
                value.Nonce = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                reader.Read();
                value.Message = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static ExternalAccountWithVerification ReadExternalAccountWithVerification(ref Utf8JsonReader reader)
    {
        var value = new ExternalAccountWithVerification();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : ReadExternalAccountWithVerificationObject(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                value.Provider = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("identification_id"u8))
            {
                reader.Read();
                value.IdentificationId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider_user_id"u8))
            {
                reader.Read();
                value.ProviderUserId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("approved_scopes"u8))
            {
                reader.Read();
                value.ApprovedScopes = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("email_address"u8))
            {
                reader.Read();
                value.EmailAddress = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("email_address_verified"u8))
            {
                reader.Read();
                value.EmailAddressVerified = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("avatar_url"u8))
            {
                reader.Read();
                value.AvatarUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("image_url"u8))
            {
                reader.Read();
                value.ImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("username"u8))
            {
                reader.Read();
                value.Username = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("phone_number"u8))
            {
                reader.Read();
                value.PhoneNumber = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("label"u8))
            {
                reader.Read();
                value.Label = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationOauth ReadVerificationOauth(ref Utf8JsonReader reader)
    {
        var value = new VerificationOauth();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationOauthStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("external_verification_redirect_url"u8))
            {
                reader.Read();
                value.ExternalVerificationRedirectUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                value.Error = reader.TokenType == JsonTokenType.Null ? null : ReadClerkError(ref reader);
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static VerificationGoogleOneTap ReadVerificationGoogleOneTap(ref Utf8JsonReader reader)
    {
        var value = new VerificationGoogleOneTap();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : ReadVerificationGoogleOneTapStatus(ref reader);
            }
            else if (reader.ValueTextEquals("strategy"u8))
            {
                reader.Read();
                value.Strategy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("expire_at"u8))
            {
                reader.Read();
                value.ExpireAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("attempts"u8))
            {
                reader.Read();
                value.Attempts = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("verified_at_client"u8))
            {
                reader.Read();
                value.VerifiedAtClient = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                value.Error = reader.TokenType == JsonTokenType.Null ? null : ReadClerkError(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static SAMLAccount ReadSAMLAccount(ref Utf8JsonReader reader)
    {
        var value = new SAMLAccount();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                value.Provider = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("active"u8))
            {
                reader.Read();
                value.Active = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("email_address"u8))
            {
                reader.Read();
                value.EmailAddress = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider_user_id"u8))
            {
                reader.Read();
                value.ProviderUserId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_authenticated_at"u8))
            {
                reader.Read();
                value.LastAuthenticatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else if (reader.ValueTextEquals("saml_connection"u8))
            {
                reader.Read();
                value.SamlConnection = reader.TokenType == JsonTokenType.Null ? null : ReadSAMLAccountConnection(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static SAMLAccountConnection ReadSAMLAccountConnection(ref Utf8JsonReader reader)
    {
        var value = new SAMLAccountConnection();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                value.Name = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("domain"u8))
            {
                reader.Read();
                value.Domain = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("domains"u8))
            {
                reader.Read();
                value.Domains = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, static (ref Utf8JsonReader item) => item.GetString()!);
            }
            else if (reader.ValueTextEquals("active"u8))
            {
                reader.Read();
                value.Active = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                value.Provider = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("sync_user_attributes"u8))
            {
                reader.Read();
                value.SyncUserAttributes = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("allow_subdomains"u8))
            {
                reader.Read();
                value.AllowSubdomains = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("allow_idp_initiated"u8))
            {
                reader.Read();
                value.AllowIdpInitiated = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("disable_additional_identifications"u8))
            {
                reader.Read();
                value.DisableAdditionalIdentifications = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static EnterpriseAccount ReadEnterpriseAccount(ref Utf8JsonReader reader)
    {
        var value = new EnterpriseAccount();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("protocol"u8))
            {
                reader.Read();
                value.Protocol = reader.TokenType == JsonTokenType.Null ? null : ReadEnterpriseAccountProtocol(ref reader);
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                value.Provider = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("active"u8))
            {
                reader.Read();
                value.Active = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("email_address"u8))
            {
                reader.Read();
                value.EmailAddress = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider_user_id"u8))
            {
                reader.Read();
                value.ProviderUserId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("enterprise_connection_id"u8))
            {
                reader.Read();
                value.EnterpriseConnectionId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("verification"u8))
            {
                reader.Read();
                value.Verification = reader.TokenType == JsonTokenType.Null ? null : ReadVerification(ref reader);
            }
            else if (reader.ValueTextEquals("enterprise_connection"u8))
            {
                reader.Read();
                value.EnterpriseConnection = reader.TokenType == JsonTokenType.Null ? null : ReadEnterpriseAccountConnection(ref reader);
            }
            else if (reader.ValueTextEquals("last_authenticated_at"u8))
            {
                reader.Read();
                value.LastAuthenticatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static EnterpriseAccountConnection ReadEnterpriseAccountConnection(ref Utf8JsonReader reader)
    {
        var value = new EnterpriseAccountConnection();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("protocol"u8))
            {
                reader.Read();
                value.Protocol = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("provider"u8))
            {
                reader.Read();
                value.Provider = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                value.Name = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("logo_public_url"u8))
            {
                reader.Read();
                value.LogoPublicUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("domain"u8))
            {
                reader.Read();
                value.Domain = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("domains"u8))
            {
                reader.Read();
                value.Domains = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, static (ref Utf8JsonReader item) => item.GetString()!);
            }
            else if (reader.ValueTextEquals("active"u8))
            {
                reader.Read();
                value.Active = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("sync_user_attributes"u8))
            {
                reader.Read();
                value.SyncUserAttributes = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("allow_subdomains"u8))
            {
                reader.Read();
                value.AllowSubdomains = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("allow_idp_initiated"u8))
            {
                reader.Read();
                value.AllowIdpInitiated = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("disable_additional_identifications"u8))
            {
                reader.Read();
                value.DisableAdditionalIdentifications = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static OrganizationMembership ReadOrganizationMembership(ref Utf8JsonReader reader)
    {
        var value = new OrganizationMembership();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                reader.Read();
                value.Role = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("role_name"u8))
            {
                reader.Read();
                value.RoleName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("permissions"u8))
            {
                reader.Read();
                value.Permissions = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, static (ref Utf8JsonReader item) => item.GetString()!);
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("private_metadata"u8))
            {
                reader.Read();
                value.PrivateMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("organization"u8))
            {
                reader.Read();
                value.Organization = reader.TokenType == JsonTokenType.Null ? null : ReadOrganization(ref reader);
            }
            else if (reader.ValueTextEquals("public_user_data"u8))
            {
                reader.Read();
                value.PublicUserData = reader.TokenType == JsonTokenType.Null ? null : ReadOrganizationMembershipPublicUserData(ref reader);
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static Organization ReadOrganization(ref Utf8JsonReader reader)
    {
        var value = new Organization();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                value.Name = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("slug"u8))
            {
                reader.Read();
                value.Slug = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("image_url"u8))
            {
                reader.Read();
                value.ImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("has_image"u8))
            {
                reader.Read();
                value.HasImage = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("members_count"u8))
            {
                reader.Read();
                value.MembersCount = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("missing_member_with_elevated_permissions"u8))
            {
                reader.Read();
                value.MissingMemberWithElevatedPermissions = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("pending_invitations_count"u8))
            {
                reader.Read();
                value.PendingInvitationsCount = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("max_allowed_memberships"u8))
            {
                reader.Read();
                value.MaxAllowedMemberships = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("admin_delete_enabled"u8))
            {
                reader.Read();
                value.AdminDeleteEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("private_metadata"u8))
            {
                reader.Read();
                value.PrivateMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("created_by"u8))
            {
                reader.Read();
                value.CreatedBy = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("last_active_at"u8))
            {
                reader.Read();
                value.LastActiveAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("role_set_key"u8))
            {
                reader.Read();
                value.RoleSetKey = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static OrganizationMembershipPublicUserData ReadOrganizationMembershipPublicUserData(ref Utf8JsonReader reader)
    {
        var value = new OrganizationMembershipPublicUserData();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("user_id"u8))
            {
                reader.Read();
                value.UserId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("profile_image_url"u8))
            {
                reader.Read();
                value.ProfileImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("image_url"u8))
            {
                reader.Read();
                value.ImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("has_image"u8))
            {
                reader.Read();
                value.HasImage = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("identifier"u8))
            {
                reader.Read();
                value.Identifier = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("username"u8))
            {
                reader.Read();
                value.Username = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("banned"u8))
            {
                reader.Read();
                value.Banned = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("deprovisioned"u8))
            {
                reader.Read();
                value.Deprovisioned = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static SCIMUserMetadata ReadSCIMUserMetadata(ref Utf8JsonReader reader)
    {
        var value = new SCIMUserMetadata();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("directory_id"u8))
            {
                reader.Read();
                value.DirectoryId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("directory_enabled"u8))
            {
                reader.Read();
                value.DirectoryEnabled = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("external_id"u8))
            {
                reader.Read();
                value.ExternalId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static OrganizationInvitation ReadOrganizationInvitation(ref Utf8JsonReader reader)
    {
        var value = new OrganizationInvitation();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                value.Object = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                value.Id = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("email_address"u8))
            {
                reader.Read();
                value.EmailAddress = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                reader.Read();
                value.Role = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("role_name"u8))
            {
                reader.Read();
                value.RoleName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("organization_id"u8))
            {
                reader.Read();
                value.OrganizationId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("inviter_id"u8))
            {
                reader.Read();
                value.InviterId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("public_inviter_data"u8))
            {
                reader.Read();
                value.PublicInviterData = reader.TokenType == JsonTokenType.Null ? null : ReadOrganizationInvitationPublicUserData(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                value.Status = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("public_metadata"u8))
            {
                reader.Read();
                value.PublicMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("private_metadata"u8))
            {
                reader.Read();
                value.PrivateMetadata = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                reader.Read();
                value.Url = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("expires_at"u8))
            {
                reader.Read();
                value.ExpiresAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                value.CreatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("updated_at"u8))
            {
                reader.Read();
                value.UpdatedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static OrganizationInvitationPublicUserData ReadOrganizationInvitationPublicUserData(ref Utf8JsonReader reader)
    {
        var value = new OrganizationInvitationPublicUserData();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("user_id"u8))
            {
                reader.Read();
                value.UserId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("first_name"u8))
            {
                reader.Read();
                value.FirstName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("last_name"u8))
            {
                reader.Read();
                value.LastName = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("image_url"u8))
            {
                reader.Read();
                value.ImageUrl = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("has_image"u8))
            {
                reader.Read();
                value.HasImage = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("identifier"u8))
            {
                reader.Read();
                value.Identifier = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static ClerkErrors ReadClerkErrors(ref Utf8JsonReader reader)
    {
        var value = new ClerkErrors();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("errors"u8))
            {
                reader.Read();
                value.Errors = reader.TokenType == JsonTokenType.Null ? null : List(ref reader, ReadClerkError);
            }
            else if (reader.ValueTextEquals("meta"u8))
            {
                reader.Read();
                value.Meta = reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
            }
            else if (reader.ValueTextEquals("clerk_trace_id"u8))
            {
                reader.Read();
                value.ClerkTraceId = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static Verification ReadVerification(ref Utf8JsonReader reader)
    {
        Utf8JsonReader probe = reader;
        while (probe.Read() && probe.TokenType == JsonTokenType.PropertyName)
        {
            bool isKind = probe.ValueTextEquals("object"u8);
            probe.Read();
            if (isKind)
            {
                if (probe.ValueTextEquals("verification_otp"u8))
                {
                    return ReadVerificationOtp(ref reader);
                }

                if (probe.ValueTextEquals("verification_admin"u8))
                {
                    return ReadVerificationAdmin(ref reader);
                }

                if (probe.ValueTextEquals("verification_from_oauth"u8))
                {
                    return ReadVerificationFromOauth(ref reader);
                }

                if (probe.ValueTextEquals("verification_ticket"u8))
                {
                    return ReadVerificationTicket(ref reader);
                }

                if (probe.ValueTextEquals("verification_saml"u8))
                {
                    return ReadVerificationSaml(ref reader);
                }

                if (probe.ValueTextEquals("verification_email_link"u8))
                {
                    return ReadVerificationEmailLink(ref reader);
                }

                if (probe.ValueTextEquals("verification_scim"u8))
                {
                    return ReadVerificationScim(ref reader);
                }

                if (probe.ValueTextEquals("verification_web3"u8))
                {
                    return ReadVerificationWeb3(ref reader);
                }

                if (probe.ValueTextEquals("verification_passkey"u8))
                {
                    return ReadVerificationPasskey(ref reader);
                }

                if (probe.ValueTextEquals("verification_oauth"u8))
                {
                    return ReadVerificationOauth(ref reader);
                }

                if (probe.ValueTextEquals("verification_google_one_tap"u8))
                {
                    return ReadVerificationGoogleOneTap(ref reader);
                }

                break;
            }

            probe.Skip();
        }

        reader.Skip();
        return new Verification();
    }

    private static VerificationOtpStatus ReadVerificationOtpStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationOtpStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationOtpStatus.Verified :
        reader.ValueTextEquals("failed"u8) ? VerificationOtpStatus.Failed :
        reader.ValueTextEquals("expired"u8) ? VerificationOtpStatus.Expired :
        throw new JsonException();

    private static VerificationOtpStrategy ReadVerificationOtpStrategy(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("phone_code"u8) ? VerificationOtpStrategy.PhoneCode :
        reader.ValueTextEquals("email_code"u8) ? VerificationOtpStrategy.EmailCode :
        reader.ValueTextEquals("reset_password_email_code"u8) ? VerificationOtpStrategy.ResetPasswordEmailCode :
        throw new JsonException();

    private static VerificationFromOauthStatus ReadVerificationFromOauthStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationFromOauthStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationFromOauthStatus.Verified :
        throw new JsonException();

    private static VerificationTicketStatus ReadVerificationTicketStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationTicketStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationTicketStatus.Verified :
        reader.ValueTextEquals("expired"u8) ? VerificationTicketStatus.Expired :
        throw new JsonException();

    private static VerificationSamlStatus ReadVerificationSamlStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationSamlStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationSamlStatus.Verified :
        reader.ValueTextEquals("failed"u8) ? VerificationSamlStatus.Failed :
        reader.ValueTextEquals("expired"u8) ? VerificationSamlStatus.Expired :
        reader.ValueTextEquals("transferable"u8) ? VerificationSamlStatus.Transferable :
        throw new JsonException();

    private static VerificationEmailLinkStatus ReadVerificationEmailLinkStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationEmailLinkStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationEmailLinkStatus.Verified :
        reader.ValueTextEquals("failed"u8) ? VerificationEmailLinkStatus.Failed :
        reader.ValueTextEquals("expired"u8) ? VerificationEmailLinkStatus.Expired :
        throw new JsonException();

    private static VerificationWeb3Status ReadVerificationWeb3Status(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationWeb3Status.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationWeb3Status.Verified :
        reader.ValueTextEquals("failed"u8) ? VerificationWeb3Status.Failed :
        reader.ValueTextEquals("expired"u8) ? VerificationWeb3Status.Expired :
        throw new JsonException();

    private static VerificationWeb3Strategy ReadVerificationWeb3Strategy(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("web3_metamask_signature"u8) ? VerificationWeb3Strategy.Web3MetamaskSignature :
        reader.ValueTextEquals("web3_base_signature"u8) ? VerificationWeb3Strategy.Web3BaseSignature :
        reader.ValueTextEquals("web3_coinbase_wallet_signature"u8) ? VerificationWeb3Strategy.Web3CoinbaseWalletSignature :
        reader.ValueTextEquals("web3_okx_wallet_signature"u8) ? VerificationWeb3Strategy.Web3OkxWalletSignature :
        reader.ValueTextEquals("web3_solana_signature"u8) ? VerificationWeb3Strategy.Web3SolanaSignature :
        throw new JsonException();

    private static ExternalAccountWithVerificationObject ReadExternalAccountWithVerificationObject(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("external_account"u8) ? ExternalAccountWithVerificationObject.ExternalAccount :
        reader.ValueTextEquals("facebook_account"u8) ? ExternalAccountWithVerificationObject.FacebookAccount :
        reader.ValueTextEquals("google_account"u8) ? ExternalAccountWithVerificationObject.GoogleAccount :
        throw new JsonException();

    private static VerificationOauthStatus ReadVerificationOauthStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationOauthStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationOauthStatus.Verified :
        reader.ValueTextEquals("failed"u8) ? VerificationOauthStatus.Failed :
        reader.ValueTextEquals("expired"u8) ? VerificationOauthStatus.Expired :
        reader.ValueTextEquals("transferable"u8) ? VerificationOauthStatus.Transferable :
        throw new JsonException();

    private static VerificationGoogleOneTapStatus ReadVerificationGoogleOneTapStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("unverified"u8) ? VerificationGoogleOneTapStatus.Unverified :
        reader.ValueTextEquals("verified"u8) ? VerificationGoogleOneTapStatus.Verified :
        throw new JsonException();

    private static EnterpriseAccountProtocol ReadEnterpriseAccountProtocol(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("oauth"u8) ? EnterpriseAccountProtocol.Oauth :
        reader.ValueTextEquals("saml"u8) ? EnterpriseAccountProtocol.Saml :
        throw new JsonException();

    private static CreateUserRequestEmailAddressIdentificationStatus ReadCreateUserRequestEmailAddressIdentificationStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("verified"u8) ? CreateUserRequestEmailAddressIdentificationStatus.Verified :
        reader.ValueTextEquals("reserved"u8) ? CreateUserRequestEmailAddressIdentificationStatus.Reserved :
        throw new JsonException();

    private static CreateUserRequestPhoneNumberIdentificationStatus ReadCreateUserRequestPhoneNumberIdentificationStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("verified"u8) ? CreateUserRequestPhoneNumberIdentificationStatus.Verified :
        reader.ValueTextEquals("reserved"u8) ? CreateUserRequestPhoneNumberIdentificationStatus.Reserved :
        throw new JsonException();

    public static void Write(Utf8JsonWriter writer, CreateUserRequest value)
    {
        writer.WriteStartObject();
        if (value.ExternalId is { } externalId)
        {
            writer.WriteString("external_id"u8, externalId);
        }

        if (value.FirstName is { } firstName)
        {
            writer.WriteString("first_name"u8, firstName);
        }

        if (value.LastName is { } lastName)
        {
            writer.WriteString("last_name"u8, lastName);
        }

        if (value.Locale is { } locale)
        {
            writer.WriteString("locale"u8, locale);
        }

        if (value.EmailAddress is { } emailAddress)
        {
            writer.WriteStartArray("email_address"u8);
            foreach (string item in emailAddress)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }

        if (value.EmailAddressIdentificationStatus is { } emailAddressIdentificationStatus)
        {
            writer.WriteStartArray("email_address_identification_status"u8);
            foreach (CreateUserRequestEmailAddressIdentificationStatus item in emailAddressIdentificationStatus)
            {
                writer.WriteStringValue(item switch
                {
                    CreateUserRequestEmailAddressIdentificationStatus.Verified => "verified"u8,
                    CreateUserRequestEmailAddressIdentificationStatus.Reserved => "reserved"u8,
                    _ => throw new JsonException(),
                });
            }

            writer.WriteEndArray();
        }

        if (value.PhoneNumber is { } phoneNumber)
        {
            writer.WriteStartArray("phone_number"u8);
            foreach (string item in phoneNumber)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }

        if (value.PhoneNumberIdentificationStatus is { } phoneNumberIdentificationStatus)
        {
            writer.WriteStartArray("phone_number_identification_status"u8);
            foreach (CreateUserRequestPhoneNumberIdentificationStatus item in phoneNumberIdentificationStatus)
            {
                writer.WriteStringValue(item switch
                {
                    CreateUserRequestPhoneNumberIdentificationStatus.Verified => "verified"u8,
                    CreateUserRequestPhoneNumberIdentificationStatus.Reserved => "reserved"u8,
                    _ => throw new JsonException(),
                });
            }

            writer.WriteEndArray();
        }

        if (value.Web3Wallet is { } web3Wallet)
        {
            writer.WriteStartArray("web3_wallet"u8);
            foreach (string item in web3Wallet)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }

        if (value.Username is { } username)
        {
            writer.WriteString("username"u8, username);
        }

        if (value.Password is { } password)
        {
            writer.WriteString("password"u8, password);
        }

        if (value.PasswordDigest is { } passwordDigest)
        {
            writer.WriteString("password_digest"u8, passwordDigest);
        }

        if (value.PasswordHasher is { } passwordHasher)
        {
            writer.WriteString("password_hasher"u8, passwordHasher);
        }

        if (value.SkipPasswordChecks is { } skipPasswordChecks)
        {
            writer.WriteBoolean("skip_password_checks"u8, skipPasswordChecks);
        }

        if (value.SkipPasswordRequirement is { } skipPasswordRequirement)
        {
            writer.WriteBoolean("skip_password_requirement"u8, skipPasswordRequirement);
        }

        if (value.TotpSecret is { } totpSecret)
        {
            writer.WriteString("totp_secret"u8, totpSecret);
        }

        if (value.BackupCodes is { } backupCodes)
        {
            writer.WriteStartArray("backup_codes"u8);
            foreach (string item in backupCodes)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }

        if (value.PublicMetadata is { } publicMetadata)
        {
            writer.WritePropertyName("public_metadata"u8);
            publicMetadata.WriteTo(writer);
        }

        if (value.PrivateMetadata is { } privateMetadata)
        {
            writer.WritePropertyName("private_metadata"u8);
            privateMetadata.WriteTo(writer);
        }

        if (value.UnsafeMetadata is { } unsafeMetadata)
        {
            writer.WritePropertyName("unsafe_metadata"u8);
            unsafeMetadata.WriteTo(writer);
        }

        if (value.DeleteSelfEnabled is { } deleteSelfEnabled)
        {
            writer.WriteBoolean("delete_self_enabled"u8, deleteSelfEnabled);
        }

        if (value.LegalAcceptedAt is { } legalAcceptedAt)
        {
            writer.WriteString("legal_accepted_at"u8, legalAcceptedAt);
        }

        if (value.SkipLegalChecks is { } skipLegalChecks)
        {
            writer.WriteBoolean("skip_legal_checks"u8, skipLegalChecks);
        }

        if (value.SkipUserRequirement is { } skipUserRequirement)
        {
            writer.WriteBoolean("skip_user_requirement"u8, skipUserRequirement);
        }

        if (value.CreateOrganizationEnabled is { } createOrganizationEnabled)
        {
            writer.WriteBoolean("create_organization_enabled"u8, createOrganizationEnabled);
        }

        if (value.CreateOrganizationsLimit is { } createOrganizationsLimit)
        {
            writer.WriteNumber("create_organizations_limit"u8, createOrganizationsLimit);
        }

        if (value.CreatedAt is { } createdAt)
        {
            writer.WriteString("created_at"u8, createdAt);
        }

        if (value.BypassClientTrust is { } bypassClientTrust)
        {
            writer.WriteBoolean("bypass_client_trust"u8, bypassClientTrust);
        }

        if (value.Banned is { } banned)
        {
            writer.WriteBoolean("banned"u8, banned);
        }

        if (value.Locked is { } locked)
        {
            writer.WriteBoolean("locked"u8, locked);
        }

        writer.WriteEndObject();
    }
}
