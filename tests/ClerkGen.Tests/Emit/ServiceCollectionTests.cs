using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using ClerkGen.Testing.Faults;
using ClerkGen.Testing.Generation;
using ClerkGen.Tests.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClerkGen.Tests.Emit;

/// <summary>Adding a client to a host, where the consumer references <c>Microsoft.Extensions.Http</c>.</summary>
public sealed class ServiceCollectionTests
{
    private const string ClientName = "Consumer.Api.DocumentClient";

    // A consumer's code, as it would write it: what reflection cannot say in a line is said in C#.
    private const string Program = """
        using System;
        using System.Threading.Tasks;
        using Consumer.Api;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        internal static class Program
        {
            public static IHttpClientBuilder Add(IServiceCollection services) => services.AddDocumentClient();

            public static IHttpClientBuilder AddWith(IServiceCollection services, Action<ClerkGen.ApiClientOptions> configure) =>
                services.AddDocumentClient(options => { options.SecretKey = "key-canary"; configure(options); });

            public static IHttpClientBuilder AddNamed(IServiceCollection services, string name, string address) =>
                services.AddDocumentClient(name, options => (options.SecretKey, options.BaseAddress) = ("key-" + name, new Uri(address)));

            public static IHttpClientBuilder AddFrom(IServiceCollection services, IConfiguration section)
            {
                services.Configure<DocumentClientOptions>(section);
                return services.AddDocumentClient((provider, options) => options.UserAgent = provider.GetType().Name.Length > 0 ? "app/1" : "");
            }

            public static async Task<string> CallAsync(IServiceProvider services, string name)
            {
                var client = name.Length == 0 ? services.GetRequiredService<DocumentClient>() : services.GetRequiredKeyedService<DocumentClient>(name);
                await client.Pets.ListAsync();
                return client.ToString();
            }
        }
        """;

    private static readonly string[] Host =
    [
        typeof(IHttpClientFactory).Assembly.Location,
        typeof(IServiceCollection).Assembly.Location,
        typeof(IOptions<>).Assembly.Location,
        typeof(ILogger).Assembly.Location,
        typeof(IConfiguration).Assembly.Location,
        typeof(OptionsConfigurationServiceCollectionExtensions).Assembly.Location,
    ];

    private static readonly Lazy<Assembly> Consumer = new(static () =>
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text) with { References = Host, Sources = [Program] });
        Assert.Empty(run.CompilerDiagnostics);
        return run.Load();
    });

    [Fact]
    public void Nothing_is_emitted_without_the_reference()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text));

        Assert.Null(run.Compilation.GetTypeByMetadataName("Consumer.Api.DocumentClientServiceCollectionExtensions"));
    }

    [Fact]
    public async Task The_host_provides_the_client_and_its_connections()
    {
        var server = new Server();
        using ServiceProvider provider = Build(services =>
            Call<IHttpClientBuilder>("AddWith", services, (Action<ApiClientOptions>)(options => options.BaseAddress = new Uri("https://one.example")))
                .ConfigurePrimaryHttpMessageHandler(() => server));

        await Call<Task<string>>("CallAsync", provider, "");

        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
        Assert.Equal("https://one.example", Assert.Single(server.Requests).GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task Options_are_bound_and_a_reload_gives_new_clients_new_ones()
    {
        var server = new Server();
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Api:BaseAddress"] = "https://before.example", ["Api:SecretKey"] = "key-before" })
            .Build();
        using ServiceProvider provider = Build(services =>
            Call<IHttpClientBuilder>("AddFrom", services, configuration.GetSection("Api")).ConfigurePrimaryHttpMessageHandler(() => server));

        await Call<Task<string>>("CallAsync", provider, "");
        configuration["Api:BaseAddress"] = "https://after.example";
        configuration["Api:SecretKey"] = "key-after";
        configuration.Reload();
        await Call<Task<string>>("CallAsync", provider, "");

        Assert.Equal(["before.example", "after.example"], server.Requests.Select(static uri => uri.Host));
        Assert.Equal(["Bearer key-before", "Bearer key-after"], server.Keys);
        Assert.All(server.Agents, static agent => Assert.EndsWith(" app/1", agent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SecretKey", "\uFEFFkey", "DocumentClientOptions.SecretKey contains a byte order mark")]
    [InlineData("SecretKey", "pk_live_key", "DocumentClientOptions.SecretKey is a publishable key")]
    [InlineData("SecretKey", "a key", "DocumentClientOptions.SecretKey contains a space")]
    [InlineData("Timeout", "-00:00:01", "Timeout")]
    [InlineData("MaxRetries", "11", "MaxRetries")]
    [InlineData("UserAgent", "a\nb", "User-Agent")]
    [InlineData("MaxResponseBytes", "-1", "MaxResponseBytes")]
    [InlineData("MaxDepth", "1001", "MaxDepth")]
    [InlineData("MaxErrorTextLength", "-1", "MaxErrorTextLength")]
    [InlineData("AttemptTimeout", "00:00:00", "AttemptTimeout")]
    [InlineData("SecretKey", "sk\u2060key", "invisible character (U+2060)")]
    [InlineData("SecretKey", "", "is empty")]
    [InlineData("Timeout", "ten", "Timeout")]
    [InlineData("Timeout", "99:99:99", "Timeout")]
    [InlineData("MaxRetries", "two", "MaxRetries")]
    [InlineData("MaxRetries", "99999999999", "MaxRetries")]
    [InlineData("KeepJson", "maybe", "KeepJson")]
    [InlineData("RetryHandling", "Nobody", "RetryHandling")]
    [InlineData("BaseAddress", "https://[", "BaseAddress")]
    [InlineData("ApiVersion", "a\u0001", "version")]
    public async Task A_refused_configuration_value_throws_without_the_binders_wrapper(string option, string value, string message)
    {
        var server = new Server();
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Api:BaseAddress"] = "https://before.example", ["Api:SecretKey"] = "key-before", [$"Api:{option}"] = value })
            .Build();
        using ServiceProvider provider = Build(services =>
            Call<IHttpClientBuilder>("AddFrom", services, configuration.GetSection("Api")).ConfigurePrimaryHttpMessageHandler(() => server));

        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Call<Task<string>>("CallAsync", provider, ""));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("The configuration of DocumentClientOptions is invalid: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("SecretKey", "pk_test_key", "DocumentClientOptions.SecretKey is a publishable key")]
    [InlineData("Timeout", "ten", "Timeout")]
    [InlineData("MaxRetries", "-1", "MaxRetries")]
    public async Task A_reload_with_a_refused_value_throws_when_a_client_is_created_until_the_next_reload(string option, string value, string message)
    {
        var server = new Server();
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Api:BaseAddress"] = "https://one.example", ["Api:SecretKey"] = "key-one" })
            .Build();
        using ServiceProvider provider = Build(services =>
            Call<IHttpClientBuilder>("AddFrom", services, configuration.GetSection("Api")).ConfigurePrimaryHttpMessageHandler(() => server));

        await Call<Task<string>>("CallAsync", provider, "");
        configuration[$"Api:{option}"] = value;
        configuration.Reload();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Call<Task<string>>("CallAsync", provider, ""));
        configuration[$"Api:{option}"] = option == "MaxRetries" ? "3" : "00:00:09";
        configuration["Api:SecretKey"] = "key-two";
        configuration.Reload();
        await Call<Task<string>>("CallAsync", provider, "");

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(["Bearer key-one", "Bearer key-two"], server.Keys);
    }

    [Fact]
    public async Task Named_clients_have_separate_options_and_handlers()
    {
        var (one, two) = (new Server(), new Server());
        using ServiceProvider provider = Build(services =>
        {
            Call<IHttpClientBuilder>("AddNamed", services, "one", "https://one.example").ConfigurePrimaryHttpMessageHandler(() => one);
            Call<IHttpClientBuilder>("AddNamed", services, "two", "https://two.example").ConfigurePrimaryHttpMessageHandler(() => two);
        });

        await Call<Task<string>>("CallAsync", provider, "two");
        await Call<Task<string>>("CallAsync", provider, "one");
        await Call<Task<string>>("CallAsync", provider, "one");

        Assert.Equal(["one.example", "one.example"], one.Requests.Select(static uri => uri.Host));
        Assert.Equal("two.example", Assert.Single(two.Requests).Host);
    }

    [Fact]
    public async Task A_handler_of_the_host_repeats_when_the_client_steps_back()
    {
        var server = new Server { Failures = 2 };
        using ServiceProvider provider = Build(services => Call<IHttpClientBuilder>(
            "AddWith",
            services,
            (Action<ApiClientOptions>)(options => (options.BaseAddress, options.RetryHandling) = (new Uri("https://one.example"), RetryHandling.Host)))
            .AddHttpMessageHandler(static () => new RepeatingHandler())
            .ConfigurePrimaryHttpMessageHandler(() => server));

        await Call<Task<string>>("CallAsync", provider, "");

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Attempts_are_logged_without_urls_and_headers()
    {
        var server = new Server { Failures = 1 };
        using var log = new Log();
        using ServiceProvider provider = Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            Call<IHttpClientBuilder>(
                "AddWith",
                services,
                (Action<ApiClientOptions>)(options => (options.BaseAddress, options.UserAgent) = (new Uri("https://one.example/secret-path"), "canary-agent")))
                .ConfigurePrimaryHttpMessageHandler(() => server);
        });

        await Call<Task<string>>("CallAsync", provider, "");

        string[] own = [.. log.Lines.Where(static line => line.StartsWith(ClientName, StringComparison.Ordinal))];
        Assert.Equal(2, own.Length);
        Assert.StartsWith($"{ClientName} Information 2 AttemptRetried: listPets (GET /pets), attempt 1: 503, took ", own[0], StringComparison.Ordinal);
        Assert.StartsWith($"{ClientName} Debug 1 AttemptSucceeded: listPets (GET /pets), attempt 2: status 200, took ", own[1], StringComparison.Ordinal);
        Assert.Equal("Bearer key-canary", server.Keys.First());
        Assert.DoesNotContain(log.Lines, static line => line.Contains("secret-path", StringComparison.Ordinal) || line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_attempt_of_a_call_is_logged_with_its_details()
    {
        using var log = new Log();
        using ServiceProvider refused = Logged(log, new Server { Failures = 9, Failure = HttpStatusCode.Forbidden });
        using ServiceProvider broken = Logged(log, new Server { Failures = 9, Error = new HttpRequestException(HttpRequestError.NameResolutionError) });

        await Assert.ThrowsAnyAsync<ApiException>(() => Call<Task<string>>("CallAsync", refused, ""));
        await Assert.ThrowsAnyAsync<ApiException>(() => Call<Task<string>>("CallAsync", broken, ""));

        string[] own = [.. log.Lines.Where(static line => line.StartsWith(ClientName, StringComparison.Ordinal))];
        Assert.StartsWith($"{ClientName} Warning 3 AttemptFailed: listPets (GET /pets), attempt 1: status 403, error 403, took ", own[0], StringComparison.Ordinal);
        Assert.StartsWith($"{ClientName} Warning 3 AttemptFailed: listPets (GET /pets), attempt 3: name_resolution_error, took ", own[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(own, static line => line.Contains("(null)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_is_registered_twice_is_one_and_logs_once()
    {
        var server = new Server();
        using var log = new Log();
        using ServiceProvider provider = Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            for (int i = 0; i < 2; i++)
            {
                Call<IHttpClientBuilder>("AddWith", services, (Action<ApiClientOptions>)(static options => options.BaseAddress = new Uri("https://one.example")))
                    .ConfigurePrimaryHttpMessageHandler(() => server);
                Call<IHttpClientBuilder>("AddNamed", services, "one", "https://one.example").ConfigurePrimaryHttpMessageHandler(() => server);
            }

            Assert.Equal(2, services.Count(static service => service.ServiceType.FullName == ClientName));
        });

        await Call<Task<string>>("CallAsync", provider, "");
        await Call<Task<string>>("CallAsync", provider, "one");

        Assert.Equal(2, log.Lines.Count(static line => line.StartsWith(ClientName, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_registered_client_prefers_http_2_by_default()
    {
        var server = new Server();
        using ServiceProvider usual = Build(services => Add(services, server));
        using ServiceProvider other = Build(services => Add(services, server).ConfigureHttpClient(static client =>
            (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact)));

        await Call<Task<string>>("CallAsync", usual, "");
        await Call<Task<string>>("CallAsync", other, "");

        Assert.Equal(["2.0 RequestVersionOrLower", "1.1 RequestVersionExact"], server.Versions);
    }

    [Fact]
    public async Task The_standard_resilience_handler_of_a_host_sends_no_attempt_twice()
    {
        int requests = 0;
        await using var server = new FaultServer(_ =>
        {
            Interlocked.Increment(ref requests);
            return FaultAnswer.Json("{}", 503, "Retry-After: 0\r\n");
        });
        using ServiceProvider provider = Build(services =>
        {
            services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
            Call<IHttpClientBuilder>("AddWith", services, (Action<ApiClientOptions>)(options => options.BaseAddress = server.Address));
        });

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Call<Task<string>>("CallAsync", provider, ""));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, Volatile.Read(ref requests));
    }

    private static IHttpClientBuilder Add(IServiceCollection services, Server server) =>
        Call<IHttpClientBuilder>("AddWith", services, (Action<ApiClientOptions>)(static options => options.BaseAddress = new Uri("https://one.example")))
            .ConfigurePrimaryHttpMessageHandler(() => server);

    private static ServiceProvider Logged(Log log, Server server) => Build(services =>
    {
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        Add(services, server);
    });

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static T Call<T>(string method, params object?[] arguments) =>
        (T)Consumer.Value.GetType("Program")!.GetMethod(method)!.Invoke(null, arguments)!;

    private sealed class Server : HttpMessageHandler
    {
        internal ConcurrentQueue<Uri> Requests { get; } = new();

        internal ConcurrentQueue<string> Agents { get; } = new();

        internal ConcurrentQueue<string> Keys { get; } = new();

        internal ConcurrentQueue<string> Versions { get; } = new();

        internal int Failures { get; set; }

        internal HttpStatusCode Failure { get; set; } = HttpStatusCode.ServiceUnavailable;

        internal Exception? Error { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Enqueue(request.RequestUri!);
            Keys.Enqueue(request.Headers.NonValidated["Authorization"].ToString());
            Agents.Enqueue(request.Headers.NonValidated["User-Agent"].ToString());
            Versions.Enqueue($"{request.Version} {request.VersionPolicy}");
            return Error is not null ? throw Error : Task.FromResult(new HttpResponseMessage(Failures-- > 0 ? Failure : HttpStatusCode.OK)
            {
                Content = new StringContent("[]", null, "application/json"),
            });
        }
    }

    private sealed class RepeatingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            for (int i = 0; i < 5 && response.StatusCode == HttpStatusCode.ServiceUnavailable; i++)
            {
                response.Dispose();
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
    }

    private sealed class Log : ILoggerProvider
    {
        internal ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Log log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Lines.Enqueue($"{category} {logLevel} {eventId.Id} {eventId.Name}: {formatter(state, exception)}");
        }
    }
}
