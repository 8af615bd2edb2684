using System.Reflection;
using ClerkGen.Testing.Generation;
using ClerkGen.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClerkGen.Tests.Emit;

/// <summary>Adding a client to a host, where the consumer references <c>Microsoft.Extensions.Http</c>.</summary>
public sealed class ServiceCollectionTests
{
    private static readonly string[] Host =
    [
        typeof(IHttpClientFactory).Assembly.Location,
        typeof(IServiceCollection).Assembly.Location,
        typeof(IOptions<>).Assembly.Location,
    ];

    [Fact]
    public void Nothing_is_emitted_without_the_reference()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text));

        Assert.Null(run.Compilation.GetTypeByMetadataName("Consumer.Api.DocumentClientServiceCollectionExtensions"));
    }

    [Fact]
    public void Client_comes_from_the_host_with_connections_of_the_host()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text) with { References = Host });
        Assert.Empty(run.CompilerDiagnostics);
        Assembly assembly = run.Load();
        ServiceCollection services = new();
        AddClient(assembly, services);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetService(assembly.GetType("Consumer.Api.DocumentClient")!));
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("Consumer.Api.DocumentClient");
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    private static void AddClient(Assembly assembly, ServiceCollection services)
    {
        Type options = assembly.GetType("Consumer.Api.DocumentClientOptions")!;
        Type configure = typeof(Action<>).MakeGenericType(options);
        MethodInfo method = assembly.GetType("Consumer.Api.DocumentClientServiceCollectionExtensions")!
            .GetMethod("AddDocumentClient", [typeof(IServiceCollection), configure])!;
        MethodInfo ignore = typeof(ServiceCollectionTests).GetMethod(nameof(Ignore), BindingFlags.NonPublic | BindingFlags.Static)!;
        Delegate nothing = Delegate.CreateDelegate(configure, ignore);
        Assert.IsAssignableFrom<IHttpClientBuilder>(method.Invoke(null, [services, nothing]));
    }

    private static void Ignore(object options) => Assert.NotNull(options);
}
