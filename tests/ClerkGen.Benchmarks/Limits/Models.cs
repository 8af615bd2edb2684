using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.Benchmarks.Limits;

// A careful developer's handwritten code for the four shapes that are timed: plain classes and System.Text.Json source generation.

[JsonPolymorphic(TypeDiscriminatorPropertyName = "object", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(VerificationOtp), "verification_otp")]
[JsonDerivedType(typeof(VerificationAdmin), "verification_admin")]
[JsonDerivedType(typeof(VerificationFromOauth), "verification_from_oauth")]
[JsonDerivedType(typeof(VerificationTicket), "verification_ticket")]
[JsonDerivedType(typeof(VerificationSaml), "verification_saml")]
[JsonDerivedType(typeof(VerificationEmailLink), "verification_email_link")]
[JsonDerivedType(typeof(VerificationScim), "verification_scim")]
[JsonDerivedType(typeof(VerificationWeb3), "verification_web3")]
[JsonDerivedType(typeof(VerificationPasskey), "verification_passkey")]
[JsonDerivedType(typeof(VerificationOauth), "verification_oauth")]
[JsonDerivedType(typeof(VerificationGoogleOneTap), "verification_google_one_tap")]
public class Verification;

public sealed class User
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("primary_email_address_id")]
    public string? PrimaryEmailAddressId { get; set; }

    [JsonPropertyName("primary_phone_number_id")]
    public string? PrimaryPhoneNumberId { get; set; }

    [JsonPropertyName("primary_web3_wallet_id")]
    public string? PrimaryWeb3WalletId { get; set; }

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    [JsonPropertyName("profile_image_url")]
    public string? ProfileImageUrl { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("has_image")]
    public bool? HasImage { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("private_metadata")]
    public JsonElement? PrivateMetadata { get; set; }

    [JsonPropertyName("unsafe_metadata")]
    public JsonElement? UnsafeMetadata { get; set; }

    [JsonPropertyName("email_addresses")]
    public List<EmailAddress>? EmailAddresses { get; set; }

    [JsonPropertyName("phone_numbers")]
    public List<PhoneNumber>? PhoneNumbers { get; set; }

    [JsonPropertyName("web3_wallets")]
    public List<Web3Wallet>? Web3Wallets { get; set; }

    [JsonPropertyName("passkeys")]
    public List<Passkey>? Passkeys { get; set; }

    [JsonPropertyName("password_enabled")]
    public bool? PasswordEnabled { get; set; }

    [JsonPropertyName("two_factor_enabled")]
    public bool? TwoFactorEnabled { get; set; }

    [JsonPropertyName("totp_enabled")]
    public bool? TotpEnabled { get; set; }

    [JsonPropertyName("backup_code_enabled")]
    public bool? BackupCodeEnabled { get; set; }

    [JsonPropertyName("mfa_enabled_at")]
    public long? MfaEnabledAt { get; set; }

    [JsonPropertyName("mfa_disabled_at")]
    public long? MfaDisabledAt { get; set; }

    [JsonPropertyName("password_last_updated_at")]
    public long? PasswordLastUpdatedAt { get; set; }

    [JsonPropertyName("external_accounts")]
    public List<ExternalAccountWithVerification>? ExternalAccounts { get; set; }

    [JsonPropertyName("saml_accounts")]
    public List<SAMLAccount>? SamlAccounts { get; set; }

    [JsonPropertyName("enterprise_accounts")]
    public List<EnterpriseAccount>? EnterpriseAccounts { get; set; }

    [JsonPropertyName("organization_memberships")]
    public List<OrganizationMembership>? OrganizationMemberships { get; set; }

    [JsonPropertyName("last_sign_in_at")]
    public long? LastSignInAt { get; set; }

    [JsonPropertyName("banned")]
    public bool? Banned { get; set; }

    [JsonPropertyName("locked")]
    public bool? Locked { get; set; }

    [JsonPropertyName("deprovisioned")]
    public bool? Deprovisioned { get; set; }

    [JsonPropertyName("lockout_expires_in_seconds")]
    public long? LockoutExpiresInSeconds { get; set; }

    [JsonPropertyName("verification_attempts_remaining")]
    public long? VerificationAttemptsRemaining { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("delete_self_enabled")]
    public bool? DeleteSelfEnabled { get; set; }

    [JsonPropertyName("create_organization_enabled")]
    public bool? CreateOrganizationEnabled { get; set; }

    [JsonPropertyName("create_organizations_limit")]
    public long? CreateOrganizationsLimit { get; set; }

    [JsonPropertyName("last_active_at")]
    public long? LastActiveAt { get; set; }

    [JsonPropertyName("legal_accepted_at")]
    public long? LegalAcceptedAt { get; set; }

    [JsonPropertyName("bypass_client_trust")]
    public bool? BypassClientTrust { get; set; }

    [JsonPropertyName("scim")]
    public SCIMUserMetadata? Scim { get; set; }
}

public sealed class EmailAddress
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddressValue { get; set; }

    [JsonPropertyName("reserved")]
    public bool? Reserved { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }

    [JsonPropertyName("linked_to")]
    public List<IdentificationLink>? LinkedTo { get; set; }

    [JsonPropertyName("matches_sso_connection")]
    public bool? MatchesSsoConnection { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class VerificationOtp : Verification
{
    [JsonPropertyName("status")]
    public VerificationOtpStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public VerificationOtpStrategy? Strategy { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("channel")]
    public string? Channel { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationAdmin : Verification
{
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationFromOauth : Verification
{
    [JsonPropertyName("status")]
    public VerificationFromOauthStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("error")]
    public ClerkError? Error { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class ClerkError
{
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("long_message")]
    public string? LongMessage { get; set; }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("meta")]
    public JsonElement? Meta { get; set; }
}

public sealed class VerificationTicket : Verification
{
    [JsonPropertyName("status")]
    public VerificationTicketStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationSaml : Verification
{
    [JsonPropertyName("status")]
    public VerificationSamlStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("external_verification_redirect_url")]
    public string? ExternalVerificationRedirectUrl { get; set; }

    [JsonPropertyName("error")]
    public ClerkError? Error { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationEmailLink : Verification
{
    [JsonPropertyName("status")]
    public VerificationEmailLinkStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationScim : Verification
{
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }
}

public sealed class IdentificationLink
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

public sealed class PhoneNumber
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("phone_number")]
    public string? PhoneNumberValue { get; set; }

    [JsonPropertyName("reserved_for_second_factor")]
    public bool? ReservedForSecondFactor { get; set; }

    [JsonPropertyName("default_second_factor")]
    public bool? DefaultSecondFactor { get; set; }

    [JsonPropertyName("reserved")]
    public bool? Reserved { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }

    [JsonPropertyName("linked_to")]
    public List<IdentificationLink>? LinkedTo { get; set; }

    [JsonPropertyName("backup_codes")]
    public List<string>? BackupCodes { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class Web3Wallet
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("web3_wallet")]
    public string? Web3WalletValue { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class VerificationWeb3 : Verification
{
    [JsonPropertyName("status")]
    public VerificationWeb3Status? Status { get; set; }

    [JsonPropertyName("strategy")]
    public VerificationWeb3Strategy? Strategy { get; set; }

    [JsonPropertyName("nonce")]
    public string? Nonce { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class Passkey
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("last_used_at")]
    public long? LastUsedAt { get; set; }

    [JsonPropertyName("verification")]
    public VerificationPasskey? Verification { get; set; }
}

public sealed class VerificationPasskey : Verification
{
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("nonce")]
    public string? Nonce { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class ExternalAccountWithVerification
{
    [JsonPropertyName("object")]
    public ExternalAccountWithVerificationObject? Object { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("identification_id")]
    public string? IdentificationId { get; set; }

    [JsonPropertyName("provider_user_id")]
    public string? ProviderUserId { get; set; }

    [JsonPropertyName("approved_scopes")]
    public string? ApprovedScopes { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("email_address_verified")]
    public bool? EmailAddressVerified { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("avatar_url")]
    public string? AvatarUrl { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("phone_number")]
    public string? PhoneNumber { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("label")]
    public string? Label { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }
}

public sealed class VerificationOauth : Verification
{
    [JsonPropertyName("status")]
    public VerificationOauthStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("external_verification_redirect_url")]
    public string? ExternalVerificationRedirectUrl { get; set; }

    [JsonPropertyName("error")]
    public ClerkError? Error { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }
}

public sealed class VerificationGoogleOneTap : Verification
{
    [JsonPropertyName("status")]
    public VerificationGoogleOneTapStatus? Status { get; set; }

    [JsonPropertyName("strategy")]
    public string? Strategy { get; set; }

    [JsonPropertyName("expire_at")]
    public long? ExpireAt { get; set; }

    [JsonPropertyName("attempts")]
    public long? Attempts { get; set; }

    [JsonPropertyName("verified_at_client")]
    public string? VerifiedAtClient { get; set; }

    [JsonPropertyName("error")]
    public ClerkError? Error { get; set; }
}

public sealed class SAMLAccount
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("active")]
    public bool? Active { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("provider_user_id")]
    public string? ProviderUserId { get; set; }

    [JsonPropertyName("last_authenticated_at")]
    public long? LastAuthenticatedAt { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }

    [JsonPropertyName("saml_connection")]
    public SAMLAccountConnection? SamlConnection { get; set; }
}

public sealed class SAMLAccountConnection
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("domain")]
    public string? Domain { get; set; }

    [JsonPropertyName("domains")]
    public List<string>? Domains { get; set; }

    [JsonPropertyName("active")]
    public bool? Active { get; set; }

    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("sync_user_attributes")]
    public bool? SyncUserAttributes { get; set; }

    [JsonPropertyName("allow_subdomains")]
    public bool? AllowSubdomains { get; set; }

    [JsonPropertyName("allow_idp_initiated")]
    public bool? AllowIdpInitiated { get; set; }

    [JsonPropertyName("disable_additional_identifications")]
    public bool? DisableAdditionalIdentifications { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class EnterpriseAccount
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("protocol")]
    public EnterpriseAccountProtocol? Protocol { get; set; }

    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("active")]
    public bool? Active { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("provider_user_id")]
    public string? ProviderUserId { get; set; }

    [JsonPropertyName("enterprise_connection_id")]
    public string? EnterpriseConnectionId { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("verification")]
    public Verification? Verification { get; set; }

    [JsonPropertyName("enterprise_connection")]
    public EnterpriseAccountConnection? EnterpriseConnection { get; set; }

    [JsonPropertyName("last_authenticated_at")]
    public long? LastAuthenticatedAt { get; set; }
}

public sealed class EnterpriseAccountConnection
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("protocol")]
    public string? Protocol { get; set; }

    [JsonPropertyName("provider")]
    public string? Provider { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("logo_public_url")]
    public string? LogoPublicUrl { get; set; }

    [JsonPropertyName("domain")]
    public string? Domain { get; set; }

    [JsonPropertyName("domains")]
    public List<string>? Domains { get; set; }

    [JsonPropertyName("active")]
    public bool? Active { get; set; }

    [JsonPropertyName("sync_user_attributes")]
    public bool? SyncUserAttributes { get; set; }

    [JsonPropertyName("allow_subdomains")]
    public bool? AllowSubdomains { get; set; }

    [JsonPropertyName("allow_idp_initiated")]
    public bool? AllowIdpInitiated { get; set; }

    [JsonPropertyName("disable_additional_identifications")]
    public bool? DisableAdditionalIdentifications { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class OrganizationMembership
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("role")]
    public string? Role { get; set; }

    [JsonPropertyName("role_name")]
    public string? RoleName { get; set; }

    [JsonPropertyName("permissions")]
    public List<string>? Permissions { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("private_metadata")]
    public JsonElement? PrivateMetadata { get; set; }

    [JsonPropertyName("organization")]
    public Organization? Organization { get; set; }

    [JsonPropertyName("public_user_data")]
    public OrganizationMembershipPublicUserData? PublicUserData { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class Organization
{
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("slug")]
    public string? Slug { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("has_image")]
    public bool? HasImage { get; set; }

    [JsonPropertyName("members_count")]
    public long? MembersCount { get; set; }

    [JsonPropertyName("missing_member_with_elevated_permissions")]
    public bool? MissingMemberWithElevatedPermissions { get; set; }

    [JsonPropertyName("pending_invitations_count")]
    public long? PendingInvitationsCount { get; set; }

    [JsonPropertyName("max_allowed_memberships")]
    public long? MaxAllowedMemberships { get; set; }

    [JsonPropertyName("admin_delete_enabled")]
    public bool? AdminDeleteEnabled { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("private_metadata")]
    public JsonElement? PrivateMetadata { get; set; }

    [JsonPropertyName("created_by")]
    public string? CreatedBy { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("last_active_at")]
    public long? LastActiveAt { get; set; }

    [JsonPropertyName("role_set_key")]
    public string? RoleSetKey { get; set; }
}

public sealed class OrganizationMembershipPublicUserData
{
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("profile_image_url")]
    public string? ProfileImageUrl { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("has_image")]
    public bool? HasImage { get; set; }

    [JsonPropertyName("identifier")]
    public string? Identifier { get; set; }

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("banned")]
    public bool? Banned { get; set; }

    [JsonPropertyName("deprovisioned")]
    public bool? Deprovisioned { get; set; }
}

public sealed class SCIMUserMetadata
{
    [JsonPropertyName("directory_id")]
    public string? DirectoryId { get; set; }

    [JsonPropertyName("directory_enabled")]
    public bool? DirectoryEnabled { get; set; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }
}

public sealed class OrganizationInvitation
{
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("role")]
    public string? Role { get; set; }

    [JsonPropertyName("role_name")]
    public string? RoleName { get; set; }

    [JsonPropertyName("organization_id")]
    public string? OrganizationId { get; set; }

    [JsonPropertyName("inviter_id")]
    public string? InviterId { get; set; }

    [JsonPropertyName("public_inviter_data")]
    public OrganizationInvitationPublicUserData? PublicInviterData { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("private_metadata")]
    public JsonElement? PrivateMetadata { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("expires_at")]
    public long? ExpiresAt { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }
}

public sealed class OrganizationInvitationPublicUserData
{
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("has_image")]
    public bool? HasImage { get; set; }

    [JsonPropertyName("identifier")]
    public string? Identifier { get; set; }
}

public sealed class ClerkErrors
{
    [JsonPropertyName("errors")]
    public List<ClerkError>? Errors { get; set; }

    [JsonPropertyName("meta")]
    public JsonElement? Meta { get; set; }

    [JsonPropertyName("clerk_trace_id")]
    public string? ClerkTraceId { get; set; }
}

public sealed class CreateUserRequest
{
    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    [JsonPropertyName("email_address")]
    public List<string>? EmailAddress { get; set; }

    [JsonPropertyName("email_address_identification_status")]
    public List<CreateUserRequestEmailAddressIdentificationStatus>? EmailAddressIdentificationStatus { get; set; }

    [JsonPropertyName("phone_number")]
    public List<string>? PhoneNumber { get; set; }

    [JsonPropertyName("phone_number_identification_status")]
    public List<CreateUserRequestPhoneNumberIdentificationStatus>? PhoneNumberIdentificationStatus { get; set; }

    [JsonPropertyName("web3_wallet")]
    public List<string>? Web3Wallet { get; set; }

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("password")]
    public string? Password { get; set; }

    [JsonPropertyName("password_digest")]
    public string? PasswordDigest { get; set; }

    [JsonPropertyName("password_hasher")]
    public string? PasswordHasher { get; set; }

    [JsonPropertyName("skip_password_checks")]
    public bool? SkipPasswordChecks { get; set; }

    [JsonPropertyName("skip_password_requirement")]
    public bool? SkipPasswordRequirement { get; set; }

    [JsonPropertyName("totp_secret")]
    public string? TotpSecret { get; set; }

    [JsonPropertyName("backup_codes")]
    public List<string>? BackupCodes { get; set; }

    [JsonPropertyName("public_metadata")]
    public JsonElement? PublicMetadata { get; set; }

    [JsonPropertyName("private_metadata")]
    public JsonElement? PrivateMetadata { get; set; }

    [JsonPropertyName("unsafe_metadata")]
    public JsonElement? UnsafeMetadata { get; set; }

    [JsonPropertyName("delete_self_enabled")]
    public bool? DeleteSelfEnabled { get; set; }

    [JsonPropertyName("legal_accepted_at")]
    public string? LegalAcceptedAt { get; set; }

    [JsonPropertyName("skip_legal_checks")]
    public bool? SkipLegalChecks { get; set; }

    [JsonPropertyName("skip_user_requirement")]
    public bool? SkipUserRequirement { get; set; }

    [JsonPropertyName("create_organization_enabled")]
    public bool? CreateOrganizationEnabled { get; set; }

    [JsonPropertyName("create_organizations_limit")]
    public long? CreateOrganizationsLimit { get; set; }

    [JsonPropertyName("created_at")]
    public string? CreatedAt { get; set; }

    [JsonPropertyName("bypass_client_trust")]
    public bool? BypassClientTrust { get; set; }

    [JsonPropertyName("banned")]
    public bool? Banned { get; set; }

    [JsonPropertyName("locked")]
    public bool? Locked { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationOtpStatus>))]
public enum VerificationOtpStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationOtpStrategy>))]
public enum VerificationOtpStrategy
{
    [JsonStringEnumMemberName("phone_code")]
    PhoneCode,

    [JsonStringEnumMemberName("email_code")]
    EmailCode,

    [JsonStringEnumMemberName("reset_password_email_code")]
    ResetPasswordEmailCode,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationFromOauthStatus>))]
public enum VerificationFromOauthStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationTicketStatus>))]
public enum VerificationTicketStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationSamlStatus>))]
public enum VerificationSamlStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("transferable")]
    Transferable,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationEmailLinkStatus>))]
public enum VerificationEmailLinkStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationWeb3Status>))]
public enum VerificationWeb3Status
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationWeb3Strategy>))]
public enum VerificationWeb3Strategy
{
    [JsonStringEnumMemberName("web3_metamask_signature")]
    Web3MetamaskSignature,

    [JsonStringEnumMemberName("web3_base_signature")]
    Web3BaseSignature,

    [JsonStringEnumMemberName("web3_coinbase_wallet_signature")]
    Web3CoinbaseWalletSignature,

    [JsonStringEnumMemberName("web3_okx_wallet_signature")]
    Web3OkxWalletSignature,

    [JsonStringEnumMemberName("web3_solana_signature")]
    Web3SolanaSignature,
}

[JsonConverter(typeof(JsonStringEnumConverter<ExternalAccountWithVerificationObject>))]
public enum ExternalAccountWithVerificationObject
{
    [JsonStringEnumMemberName("external_account")]
    ExternalAccount,

    [JsonStringEnumMemberName("facebook_account")]
    FacebookAccount,

    [JsonStringEnumMemberName("google_account")]
    GoogleAccount,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationOauthStatus>))]
public enum VerificationOauthStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("transferable")]
    Transferable,
}

[JsonConverter(typeof(JsonStringEnumConverter<VerificationGoogleOneTapStatus>))]
public enum VerificationGoogleOneTapStatus
{
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    [JsonStringEnumMemberName("verified")]
    Verified,
}

[JsonConverter(typeof(JsonStringEnumConverter<EnterpriseAccountProtocol>))]
public enum EnterpriseAccountProtocol
{
    [JsonStringEnumMemberName("oauth")]
    Oauth,

    [JsonStringEnumMemberName("saml")]
    Saml,
}

[JsonConverter(typeof(JsonStringEnumConverter<CreateUserRequestEmailAddressIdentificationStatus>))]
public enum CreateUserRequestEmailAddressIdentificationStatus
{
    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("reserved")]
    Reserved,
}

[JsonConverter(typeof(JsonStringEnumConverter<CreateUserRequestPhoneNumberIdentificationStatus>))]
public enum CreateUserRequestPhoneNumberIdentificationStatus
{
    [JsonStringEnumMemberName("verified")]
    Verified,

    [JsonStringEnumMemberName("reserved")]
    Reserved,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(List<User>))]
[JsonSerializable(typeof(OrganizationInvitation))]
[JsonSerializable(typeof(ClerkErrors))]
[JsonSerializable(typeof(CreateUserRequest))]
public sealed partial class LimitContext : JsonSerializerContext;
