using System.Net;
using Clerk.Backend;

const string Invitation = """
    { "object": "organization_invitation", "id": "orginv_1", "email_address": "ada@example.com", "role": "org:member", "role_name": "Member",
      "organization_id": "org_1", "status": "pending", "public_metadata": {}, "private_metadata": {}, "url": null, "expires_at": 1700000000000,
      "created_at": 1700000000000, "updated_at": 1700000000000 }
    """;
const string NoInvitations = """{ "data": [], "total_count": 0 }""";
const string OneInvitation = $$"""{ "data": [{{Invitation}}], "total_count": 1 }""";

int failed = 0;

await Test("A new address is invited", async stub =>
{
    stub.On("ListOrganizationInvitations").ReturnsJson(NoInvitations);
    stub.On("CreateOrganizationInvitation").ReturnsJson(Invitation);

    bool invited = await OnboardingOver(stub).InviteAsync("org_1", "ada@example.com");

    StubRequest sent = stub.Requests[^1];
    return invited
        && sent.OperationId == "CreateOrganizationInvitation"
        && sent.ReadBody<CreateOrganizationInvitationRequest>().EmailAddress == "ada@example.com";
});

await Test("An address is not invited twice", async stub =>
{
    stub.On("ListOrganizationInvitations").ReturnsJson(OneInvitation);

    bool invited = await OnboardingOver(stub).InviteAsync("org_1", "ada@example.com");

    return !invited && stub.Requests.All(request => request.OperationId == "ListOrganizationInvitations");
});

await Test("An address that Clerk refuses is not invited", async stub =>
{
    stub.On("ListOrganizationInvitations").ReturnsJson(NoInvitations);
    stub.On("CreateOrganizationInvitation").ReturnsJson(
        """{ "errors": [{ "message": "is invalid", "long_message": "is invalid", "code": "form_param_format_invalid" }], "clerk_trace_id": "trace_1" }""",
        HttpStatusCode.UnprocessableEntity);

    return !await OnboardingOver(stub).InviteAsync("org_1", "nobody");
});

await Test("A list that fails once is requested again", async stub =>
{
    stub.On("ListOrganizationInvitations").Fails(HttpStatusCode.ServiceUnavailable).ReturnsJson(OneInvitation);

    return !await OnboardingOver(stub).InviteAsync("org_1", "ada@example.com") && stub.Requests[^1].Attempt == 2;
});

return failed;

static Onboarding OnboardingOver(StubTransport stub) =>
    new(new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient()));

async Task Test(string name, Func<StubTransport, Task<bool>> body)
{
    using var stub = new StubTransport();
    bool passed = await body(stub);
    failed += passed ? 0 : 1;
    Console.WriteLine($"{(passed ? "passed" : "FAILED")}  {name}");
}
