using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the registration in a service collection, for projects that reference <c>Microsoft.Extensions.Http</c>.</summary>
internal static class ServiceCollectionEmitter
{
    public static void Emit(SourceWriter writer, ClientFileModel model)
    {
        CSharpText client = CSharpText.Identifier(model.Name);
        CSharpText options = ClientNames.Options(model.Name);
        CSharpText name = CSharpText.Literal(model.Namespace + "." + model.Name);
        CSharpText di = CSharpText.Of($"global::Microsoft.Extensions.DependencyInjection.");
        CSharpText provider = CSharpText.Of($"global::System.IServiceProvider");
        CSharpText method = CSharpText.Identifier("Add", model.Name, "");
        CSharpText monitor = CSharpText.Of($"global::Microsoft.Extensions.Options.IOptionsMonitor<{options}>");

        writer.WriteLine();
        new TypeHeader(model, CSharpText.Of($"static class {ClientNames.ServiceCollectionExtensions(model.Name)}"))
        {
            Summary = CSharpText.Of($"Registers <see cref=\"{client}\"/> in a service collection."),
            IsCompanion = true,
        }.Open(writer);
        WriteRegistrations(writer, client, options, method, di, provider);
        writer.WriteLine();

        // Faults of configured values are thrown the first time. A reload, which nothing awaits, leaves them to the next client. Options,
        // and the budget for retries with them, live until they are reloaded; clients and their connections come and go. The factory's own
        // loggers would write URLs, which hold ids and search words, so attempts are logged with path templates instead.
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

                {{di}}Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<global::Microsoft.Extensions.Options.IOptionsFactory<{{options}}>, OptionsFactory>(services);
                builder.PostConfigure<global::Microsoft.Extensions.Logging.ILoggerFactory>((options, loggers) =>
                {
                    var logger = loggers.CreateLogger({{name}});
                    if (IsLogged(options.OnAttempt))
                    {
                        return;
                    }

                    options.OnAttempt += new AttemptLog(logger).Write;
                    options.OnDeprecation += deprecation => global::Microsoft.Extensions.Logging.LoggerExtensions.LogWarning(
                        logger,
                        "{OperationId} ({Method} {PathTemplate}) is deprecated since {DeprecatedAt} and stops working at {SunsetAt}",
                        deprecation.OperationId, deprecation.Method, deprecation.PathTemplate, deprecation.DeprecatedAt, deprecation.SunsetAt);
                });

                if (name is null)
                {
                    {{di}}Extensions.ServiceCollectionDescriptorExtensions.TryAddTransient(
                        services, provider => Create(provider, optionsName, httpName));
                }
                else
                {
                    {{di}}Extensions.ServiceCollectionDescriptorExtensions.TryAddKeyedTransient(
                        services, name, (provider, _) => Create(provider, optionsName, httpName));
                }

                {{di}}IHttpClientBuilder http = {{di}}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(
                    services,
                    httpName,
                    static client =>
                    {
                        client.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan;
                        client.DefaultRequestVersion = global::System.Net.HttpVersion.Version20;
                        client.DefaultVersionPolicy = global::System.Net.Http.HttpVersionPolicy.RequestVersionOrLower;
                    });
                {{di}}HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(http, static () => {{RuntimeNames.ApiHttpHandler}}.Create());
                {{di}}HttpClientBuilderExtensions.RemoveAllLoggers(http);
                return {{di}}HttpClientBuilderExtensions.RedactLoggedHeaders(http, static _ => true);
            }

            private static {{client}} Create({{provider}} provider, string optionsName, string httpName) =>
                new(
                    (({{monitor}})provider.GetService(typeof({{monitor}}))!).Get(optionsName),
                    ((global::System.Net.Http.IHttpClientFactory)provider.GetService(typeof(global::System.Net.Http.IHttpClientFactory))!)
                        .CreateClient(httpName));

            private static bool IsLogged(global::System.Action<{{RuntimeNames.ApiAttempt}}>? onAttempt)
            {
                foreach (global::System.Delegate listener in onAttempt?.GetInvocationList() ?? [])
                {
                    if (listener.Target is AttemptLog)
                    {
                        return true;
                    }
                }

                return false;
            }

            private sealed class OptionsFactory(
                global::System.Collections.Generic.IEnumerable<global::Microsoft.Extensions.Options.IConfigureOptions<{{options}}>> setups,
                global::System.Collections.Generic.IEnumerable<global::Microsoft.Extensions.Options.IPostConfigureOptions<{{options}}>> posts,
                global::System.Collections.Generic.IEnumerable<global::Microsoft.Extensions.Options.IValidateOptions<{{options}}>> validations)
                : global::Microsoft.Extensions.Options.IOptionsFactory<{{options}}>
            {
                private readonly global::Microsoft.Extensions.Options.OptionsFactory<{{options}}> _factory = new(setups, posts, validations);
                private readonly global::System.Collections.Concurrent.ConcurrentDictionary<string, bool> _made = new();

                public {{options}} Create(string name)
                {
                    try
                    {
                        {{options}} options = _factory.Create(name);
                        _made[name] = true;
                        return options;
                    }
                    catch (global::System.Exception exception) when ({{RuntimeNames.BoundOptions}}.FaultOf(exception, typeof({{options}})) is { } fault)
                    {
                        if (!_made.ContainsKey(name))
                        {
                            throw fault;
                        }

                        return {{RuntimeNames.BoundOptions}}.Refuse(new {{options}}(), fault);
                    }
                }
            }

            private sealed class AttemptLog(global::Microsoft.Extensions.Logging.ILogger logger)
            {
                private const string Start = "{OperationId} ({Method} {PathTemplate}), attempt {Attempt}: ";

                public void Write({{RuntimeNames.ApiAttempt}} attempt)
                {
                    if (attempt.Error is null)
                    {
                        Log(global::Microsoft.Extensions.Logging.LogLevel.Debug, new(1, "AttemptSucceeded"), Start + "status {StatusCode}, took {Duration}",
                            attempt.OperationId, attempt.Method, attempt.PathTemplate, attempt.Attempt, (int?)attempt.StatusCode, attempt.Duration);
                    }
                    else if (attempt.RetryDelay is global::System.TimeSpan delay)
                    {
                        Log(global::Microsoft.Extensions.Logging.LogLevel.Information, new(2, "AttemptRetried"), Start + "{Error}, took {Duration}, next in {RetryDelay}",
                            attempt.OperationId, attempt.Method, attempt.PathTemplate, attempt.Attempt, attempt.Error, attempt.Duration, delay);
                    }
                    else if (attempt.StatusCode is global::System.Net.HttpStatusCode status)
                    {
                        Log(global::Microsoft.Extensions.Logging.LogLevel.Warning, new(3, "AttemptFailed"), Start + "status {StatusCode}, error {Error}, took {Duration}",
                            attempt.OperationId, attempt.Method, attempt.PathTemplate, attempt.Attempt, (int)status, attempt.Error, attempt.Duration);
                    }
                    else
                    {
                        Log(global::Microsoft.Extensions.Logging.LogLevel.Warning, new(3, "AttemptFailed"), Start + "{Error}, took {Duration}",
                            attempt.OperationId, attempt.Method, attempt.PathTemplate, attempt.Attempt, attempt.Error, attempt.Duration);
                    }
                }

                private void Log(
                    global::Microsoft.Extensions.Logging.LogLevel level,
                    global::Microsoft.Extensions.Logging.EventId id,
                    string message,
                    params object?[] values)
                {
                    if (logger.IsEnabled(level))
                    {
                        global::Microsoft.Extensions.Logging.LoggerExtensions.Log(logger, level, id, message, values);
                    }
                }
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
            /// Registers <see cref="{{client}}"/> with connections of <c>IHttpClientFactory</c>. Options that <c>Configure&lt;{{options}}&gt;</c> binds
            /// apply too. A client that is requested after a reload uses the new values. Attempts are logged without URLs, headers and bodies.
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
