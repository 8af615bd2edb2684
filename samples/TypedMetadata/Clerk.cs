using ClerkGen;
using TypedMetadata;

namespace Clerk.Backend;

// These properties stand in for the emitted ones, which are JsonElement. Partial ones keep unset, null and value apart.
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
