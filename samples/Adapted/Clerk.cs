using System.Collections.Concurrent;
using ClerkGen;

namespace Clerk.Backend;

// Another name, everywhere the schema is used; and a member under another name.
[ApiName("OrganizationMembership")]
[ApiName("public_user_data", "Person")]
public sealed partial class Membership;

// Not for those who use this assembly, and with it whatever mentions it.
internal sealed partial class TestingToken;

// A member more.
public sealed partial class User
{
    public string DisplayName => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id.ToString();
}

// An operation that nobody here may call, and one that is done in another way: the emitted GetAsync steps aside as GetCoreAsync.
[ApiIgnore("DeleteUser")]
public partial class UsersOperations
{
    private readonly ConcurrentDictionary<UserId, User> _known = [];

    public virtual async Task<User> GetAsync(UserId userId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _known.TryGetValue(userId, out User? user) ? user : _known[userId] = await GetCoreAsync(userId, options, cancellationToken);

    // Hooks of a group see its own calls ...
    partial void OnReceived(ApiCallContext call, HttpResponseMessage response) =>
        Console.WriteLine($"  users answered {(int)response.StatusCode}, {_known.Count} known before");
}

// ... those of the client all of them. Asynchronous work goes into an override of OnSendingAsync.
public partial class ClerkClient
{
    private int _sent;

    partial void OnSending(ApiCallContext call, HttpRequestMessage request)
    {
        request.Headers.Add("X-Correlation-Id", $"sample-{Interlocked.Increment(ref _sent)}");
        Console.WriteLine($"  {call.OperationId}: {call.Method} {call.PathTemplate}, attempt {call.Attempt}");
    }
}
