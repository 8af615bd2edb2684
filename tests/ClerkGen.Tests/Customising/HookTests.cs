using System.Reflection;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>Hooks that the user's part of the client or a group implements.</summary>
public sealed class HookTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private const string Usings = """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using ClerkGen;
        namespace Shop;

        """;

    private const string Use = Usings + """
        internal static class Log
        {
            public static List<string> Lines { get; } = [];
        }

        public static class Use
        {
            public static async Task<string> RunAsync()
            {
                Log.Lines.Clear();
                var stub = new StubTransport();
                stub.On("getUser").ReturnsJson("{ \"id\": \"u\", \"created_at\": 1 }");
                stub.On("setPhoto").ReturnsNothing();
                var client = new ShopClient(new ShopClientOptions(), stub.CreateHttpClient());
                await client.Users.GetAsync("u");
                await client.Photos.SetAsync("u", new());
                return string.Join("\n", Log.Lines);
            }
        }
        """;

    [Fact]
    public void A_hook_without_an_implementation_emits_nothing()
    {
        GeneratorRun run = Customise();
        foreach (string name in new[] { "ShopClient", "UsersOperations" })
        {
            Assert.Contains("partial void OnSending(", run.Files[$"Shop.{name}.g.cs"], StringComparison.Ordinal);
            Assert.DoesNotContain(run.Type(name).GetMethods(Declared), method => method.Name.StartsWith("On", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Hooks_of_the_client_see_all_calls_and_those_of_a_group_only_its_own()
    {
        GeneratorRun run = Customise(Use, Usings + """
            public partial class ShopClient
            {
                partial void OnSending(ApiCallContext call, HttpRequestMessage request) =>
                    Log.Lines.Add($"client > {call.OperationId} {call.PathTemplate} {request.Method}");

                partial void OnReceived(ApiCallContext call, HttpResponseMessage response) =>
                    Log.Lines.Add($"client < {call.OperationId} {(int)response.StatusCode}");
            }

            public partial class UsersOperations
            {
                partial void OnSending(ApiCallContext call, HttpRequestMessage request) => Log.Lines.Add($"users > {call.OperationId}");

                partial void OnReceived(ApiCallContext call, HttpResponseMessage response) => Log.Lines.Add($"users < {call.OperationId}");
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            """
            client > getUser /users/{user_id} GET
            users > getUser
            users < getUser
            client < getUser 200
            client > setPhoto /users/{user_id}/photo PUT
            client < setPhoto 204
            """,
            await run.CallAsync("Use", "RunAsync"));
    }

    [Fact]
    public async Task A_hook_that_an_analyzer_made_static_or_renamed_is_still_called()
    {
        GeneratorRun run = Customise(Use, Usings + """
            public partial class ShopClient
            {
                static partial void OnSending(ApiCallContext @event, HttpRequestMessage message) => Log.Lines.Add($"> {@event.OperationId} {message.Method}");

                partial void OnReceived(ApiCallContext _, HttpResponseMessage @class) => Log.Lines.Add($"< {(int)@class.StatusCode}");
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Equal("> getUser GET\n< 200\n> setPhoto PUT\n< 204", await run.CallAsync("Use", "RunAsync"));
    }

    [Fact]
    public async Task Asynchronous_hooks_are_overrides()
    {
        GeneratorRun run = Customise(Use, Usings + """
            public partial class UsersOperations
            {
                protected override async ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    await Task.Yield();
                    Log.Lines.Add($"users > {call.OperationId}");
                }
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Equal("users > getUser", await run.CallAsync("Use", "RunAsync"));
    }

    [Fact]
    public void A_hook_that_an_override_hides_is_a_warning() => AssertCompiles(AssertDiagnostic(
        Usings + """
            public partial class ShopClient
            {
                partial void ⟦OnReceived⟧(ApiCallContext call, HttpResponseMessage response) { }

                protected override ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken) => default;
            }
            """,
        "CLERKGEN077",
        DiagnosticSeverity.Warning,
        "Hook 'OnReceived' is not called because 'OnReceivedAsync' is overridden too. Call the hook there."));

    [Fact]
    public void A_method_of_the_user_that_looks_like_a_hook_stays_the_users() => Assert.Empty(Customise(
        Usings + "public partial class ShopClient { public void OnSending(ApiCallContext call, HttpRequestMessage request) { } }").Diagnostics);

    [Fact]
    public void Implementing_a_hook_emits_the_file_of_its_type_again_and_editing_it_does_not()
    {
        string source = Usings + "public partial class UsersOperations { partial void OnSending(ApiCallContext call, HttpRequestMessage request) { } }";
        var harness = new GeneratorHarness(Input(Usings + "public partial class UsersOperations { }"));
        GeneratorRun before = harness.Run();
        harness.EditSource(0, source);
        GeneratorRun after = harness.Run();
        Assert.Equal(["Shop.UsersOperations.g.cs"], after.Files.Where(file => before.Files[file.Key] != file.Value).Select(file => file.Key));
        harness.EditSource(0, source.Replace("{ } }", "{ call.ToString(); } }", StringComparison.Ordinal));
        Assert.Empty(harness.Run().ChangedOutputs);
    }
}
