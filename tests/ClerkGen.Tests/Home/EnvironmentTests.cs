using System.Reflection;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Home;

/// <summary>Clients whose credentials are in environment variables.</summary>
public sealed class EnvironmentTests
{
    private const string One = "{ key: { type: http, scheme: bearer } }";
    private const string Two = "{ oauth2Token: { type: http, scheme: bearer }, appID: { type: apiKey, in: header, name: X-App } }";

    [Fact]
    public void The_variable_is_named_after_client_and_option()
    {
        Type options = OptionsOf(One, "StreamlineClient", out GeneratorRun run);

        Assert.Contains(
            "/// <summary>Creates a client with the credential in the environment: <c>STREAMLINE_SECRET_KEY</c>.</summary>",
            run.Files["Consumer.Api.StreamlineClient.g.cs"],
            StringComparison.Ordinal);
        Assert.Equal("sk_1", With("STREAMLINE_SECRET_KEY", "sk_1", () => options.GetProperty("SecretKey")!.GetValue(FromEnvironment(options))));
        Assert.Equal("StreamlineClient", With("STREAMLINE_SECRET_KEY", "sk_1", () => options.Assembly.GetType("Consumer.Api.StreamlineClient")!
            .GetMethod("FromEnvironment")!.Invoke(null, [null])!.GetType().Name));
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        Type options = OptionsOf(One, "HomelessClient", out _);

        Exception error = Assert.Throws<TargetInvocationException>(() => FromEnvironment(options)).InnerException!;

        Assert.IsType<InvalidOperationException>(error);
        Assert.Equal("The environment variable HOMELESS_SECRET_KEY is not set, which HomelessClientOptions.FromEnvironment reads.", error.Message);
    }

    [Fact]
    public void A_value_that_cannot_be_a_credential_is_refused_without_being_repeated()
    {
        Type options = OptionsOf(One, "SpoiltClient", out _);

        Exception error = Assert.Throws<TargetInvocationException>(() => With("SPOILT_SECRET_KEY", "pk_test_x", () => FromEnvironment(options))).InnerException!;

        Assert.StartsWith("The environment variable SPOILT_SECRET_KEY is a publishable key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pk_test_x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_credentials_that_are_set_are_used()
    {
        Type options = OptionsOf(Two, "PairClient", out GeneratorRun run);

        object made = With("PAIR_APP_ID", "app", () => FromEnvironment(options));

        Assert.Equal("app", options.GetProperty("AppId")!.GetValue(made));
        Assert.Null(options.GetProperty("OAuth2Token")!.GetValue(made));
        Assert.Contains("<c>PAIR_APP_ID</c>, <c>PAIR_OAUTH2_TOKEN</c>", run.Files["Consumer.Api.PairClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_option_names_the_places_to_configure_it()
    {
        Type options = OptionsOf(One, "NulledClient", out _);

        Exception error = Assert.Throws<TargetInvocationException>(() => options.GetProperty("SecretKey")!.SetValue(Activator.CreateInstance(options), null)).InnerException!;

        Assert.StartsWith(
            "NulledClientOptions.SecretKey is null. Check that the setting it is read from exists. It can be configured: 'SecretKey' in a configuration section that is bound, "
            + "or the environment variable NULLED_SECRET_KEY with FromEnvironment.",
            error.Message,
            StringComparison.Ordinal);
    }

    private static object FromEnvironment(Type options) => options.GetMethod("FromEnvironment")!.Invoke(null, null)!;

    private static T With<T>(string name, string value, Func<T> read)
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            return read();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static Type OptionsOf(string schemes, string client, out GeneratorRun run)
    {
        run = GeneratorHarness.Run(GeneratorInput.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: 'https://api.example.com' }]
            paths: { /a: { get: { operationId: getA, responses: { '204': { description: ok } } } } }
            components: { securitySchemes: {{schemes}} }
            """,
            metadata: ("ClientName", client)));
        Assert.Empty(run.CompilerDiagnostics);
        return run.Load().GetType($"Consumer.Api.{client}Options")!;
    }
}
