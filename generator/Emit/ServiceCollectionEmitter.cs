using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the registration in a service collection, for projects that reference <c>Microsoft.Extensions.Http</c>.</summary>
internal static class ServiceCollectionEmitter
{
    public static void Emit(SourceWriter writer, ClientFileModel model)
    {
        CSharpText client = CSharpText.Identifier(model.Name);
        CSharpText options = ClientNames.Options(model.Name);
        CSharpText name = CSharpText.Literal(model.Namespace + "." + model.Name);
        CSharpText di = CSharpText.Template("global::Microsoft.Extensions.DependencyInjection.");
        CSharpText provider = CSharpText.Template("global::System.IServiceProvider");
        CSharpText method = CSharpText.Identifier("Add", model.Name, "");
        CSharpText monitor = CSharpText.Template("global::Microsoft.Extensions.Options.IOptionsMonitor<") + options + CSharpText.Template(">");

        writer.WriteLine();
        writer.WriteLine($$"""
            /// <summary>Registers <see cref="{{client}}"/> in a service collection.</summary>
            {{MemberText.Access(model.Accessibility)}} static class {{ClientNames.ServiceCollectionExtensions(model.Name)}}
            """);
        writer.Open();
        WriteRegistrations(writer, client, options, method, di, provider);

        // Options, and the budget for retries with them, live until they are reloaded; clients and their connections come and go. The factory's
        // own loggers would write URLs, which hold ids and search words, so attempts are logged with path templates instead.
        writer.WriteLine($$"""
            private static {{di}}IHttpClientBuilder Register(
                {{di}}IServiceCollection services,
                string? name,
                global::System.Action<{{provider}}, {{options}}>? configure)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(services);
                string optionsName = name ?? global::Microsoft.Extensions.Options.Options.DefaultName;
                string httpName = name is null ? {{name}} : {{name}} + ":" + name;
                var builder = {{di}}OptionsServiceCollectionExtensions.AddOptions<{{options}}>(services, optionsName);
                if (configure is not null)
                {
                    builder.Configure<{{provider}}>((options, provider) => configure(provider, options));
                }
                builder.PostConfigure<global::Microsoft.Extensions.Logging.ILoggerFactory>((options, loggers) =>
                {
                    var logger = loggers.CreateLogger({{name}});
                    options.OnAttempt += attempt => Log(logger, attempt);
                });
                if (name is null)
                {
                    {{di}}ServiceCollectionServiceExtensions.AddTransient(services, provider => Create(provider, optionsName, httpName));
                }
                else
                {
                    {{di}}ServiceCollectionServiceExtensions.AddKeyedTransient(
                        services, name, (provider, _) => Create(provider, optionsName, httpName));
                }
                {{di}}IHttpClientBuilder http = {{di}}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(
                    services,
                    httpName,
                    static client => client.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan);
                {{di}}HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(http, static () => {{RuntimeNames.ApiHttpHandler}}.Create());
                {{di}}HttpClientBuilderExtensions.RemoveAllLoggers(http);
                return {{di}}HttpClientBuilderExtensions.RedactLoggedHeaders(http, static _ => true);
            }
            private static {{client}} Create({{provider}} provider, string optionsName, string httpName) =>
                new(
                    (({{monitor}})provider.GetService(typeof({{monitor}}))!).Get(optionsName),
                    ((global::System.Net.Http.IHttpClientFactory)provider.GetService(typeof(global::System.Net.Http.IHttpClientFactory))!)
                        .CreateClient(httpName));
            private static void Log(global::Microsoft.Extensions.Logging.ILogger logger, {{RuntimeNames.ApiAttempt}} attempt)
            {
                var level = attempt.Error is null ? global::Microsoft.Extensions.Logging.LogLevel.Debug
                    : attempt.RetryDelay is null ? global::Microsoft.Extensions.Logging.LogLevel.Warning
                    : global::Microsoft.Extensions.Logging.LogLevel.Information;
                if (!logger.IsEnabled(level)) return;
                global::Microsoft.Extensions.Logging.LoggerExtensions.Log(
                    logger,
                    level,
                    "{OperationId} ({Method} {PathTemplate}), attempt {Attempt}: status {StatusCode}, error {Error}, took {Duration}, next in {RetryDelay}",
                    attempt.OperationId, attempt.Method, attempt.PathTemplate, attempt.Attempt, (int?)attempt.StatusCode, attempt.Error,
                    attempt.Duration, attempt.RetryDelay);
            }
            """);
        writer.Close();
    }

    private static void WriteRegistrations(
        SourceWriter writer,
        CSharpText client,
        CSharpText options,
        CSharpText method,
        CSharpText di,
        CSharpText provider) =>
        writer.WriteLine($$"""
            /// <summary>
            /// Registers <see cref="{{client}}"/>, with connections that <c>IHttpClientFactory</c> looks after. Options follow the host's pattern: what
            /// <c>Configure&lt;{{options}}&gt;</c> binds counts as well, and a client that is asked for after a reload has the new ones. Attempts are
            /// logged without URLs, headers and bodies.
            /// </summary>
            /// <param name="services">The service collection.</param>
            /// <param name="configure">Sets the options. Null if they are configured elsewhere.</param>
            /// <returns>A builder for handlers and lifetimes. Redirects are not followed.</returns>
            public static {{di}}IHttpClientBuilder {{method}}(
                this {{di}}IServiceCollection services,
                global::System.Action<{{options}}>? configure = null) =>
                Register(services, null, configure is null ? null : (_, options) => configure(options));
            /// <inheritdoc cref="{{method}}({{di}}IServiceCollection, global::System.Action{{{options}}}?)"/>
            public static {{di}}IHttpClientBuilder {{method}}(
                this {{di}}IServiceCollection services,
                global::System.Action<{{provider}}, {{options}}> configure) =>
                Register(services, null, configure);
            /// <summary>Registers one of several clients as a keyed service with its own options.</summary>
            /// <param name="services">The service collection.</param>
            /// <param name="name">Key of the service and name of its options.</param>
            /// <param name="configure">Sets the options. Null if they are configured elsewhere.</param>
            /// <returns>A builder for this client alone.</returns>
            public static {{di}}IHttpClientBuilder {{method}}(
                this {{di}}IServiceCollection services,
                string name,
                global::System.Action<{{options}}>? configure = null)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(name);
                return Register(services, name, configure is null ? null : (_, options) => configure(options));
            }
            """);
}
