using System.Collections.Concurrent;

namespace Clerk.Backend;

// Renames the schema wherever it is used, and one of its members.
[ApiName("OrganizationMembership")]
[ApiName("public_user_data", "Person")]
public sealed partial class Membership;

// The type is internal, and so is every member that exposes it.
internal sealed partial class TestingToken;

// Adds a member.
public sealed partial class User
{
    public string DisplayName => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id.ToString();
}

// Omits an operation, and replaces another one. The emitted GetAsync is now named GetCoreAsync.
[ApiIgnore("DeleteUser")]
public partial class UsersOperations
{
    private readonly ConcurrentDictionary<UserId, User> _known = [];

    public virtual async Task<User> GetAsync(UserId userId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _known.TryGetValue(userId, out User? user) ? user : _known[userId] = await GetCoreAsync(userId, options, cancellationToken);

    // A group's hooks are called for its own calls ...
    partial void OnReceived(ApiCallContext call, HttpResponseMessage response) =>
        Console.WriteLine($"  users: status {(int)response.StatusCode}, {_known.Count} cached before");
}

// ... the client's hooks for all calls. Override OnSendingAsync for asynchronous work.
public partial class ClerkClient
{
    private int _sent;

    partial void OnSending(ApiCallContext call, HttpRequestMessage request)
    {
        request.Headers.Add("X-Correlation-Id", $"sample-{Interlocked.Increment(ref _sent)}");
        Console.WriteLine($"  {call.OperationId}: {call.Method} {call.PathTemplate}, attempt {call.Attempt}");
    }
}
