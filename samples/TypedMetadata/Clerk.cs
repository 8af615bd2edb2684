using TypedMetadata;

namespace Clerk.Backend;

// These properties replace the emitted ones of type JsonElement. Partial ones distinguish unset, null and a value.
public sealed partial class User
{
    [ApiProperty("public_metadata")]
    public AppMetadata? PublicMetadata { get; set; }
}

public sealed partial class UserMetadataRequest
{
    [ApiProperty("public_metadata")]
    public AppMetadata? PublicMetadata { get; set; }
}

public sealed partial class OrganizationInvitation
{
    [ApiProperty("public_metadata")]
    public AppMetadata? PublicMetadata { get; set; }
}

public sealed partial class CreateOrganizationInvitationRequest
{
    [ApiProperty("public_metadata")]
    public partial AppMetadata? PublicMetadata { get; set; }
}
