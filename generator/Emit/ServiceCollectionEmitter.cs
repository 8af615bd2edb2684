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

        // The options are made with the first client and shared: what they hold (a budget for retries) is the process's, not a request's.
        writer.WriteLine();
        writer.WriteLine($$"""
            /// <summary>Registers <see cref="{{client}}"/> in a service collection.</summary>
            {{MemberText.Access(model.Accessibility)}} static class {{ClientNames.ServiceCollectionExtensions(model.Name)}}
            """);
        writer.Open();
        writer.WriteLine($$"""
            /// <summary>Registers <see cref="{{client}}"/>, with connections that <c>IHttpClientFactory</c> looks after.</summary>
            /// <param name="services">Where to register it.</param>
            /// <param name="configure">Sets the options, once, when the first client is asked for.</param>
            /// <returns>For further settings: handlers, another primary handler, lifetimes. Redirects are not followed.</returns>
            public static {{di}}IHttpClientBuilder {{method}}(
                this {{di}}IServiceCollection services,
                global::System.Action<{{options}}> configure)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(configure);
                return {{method}}(services, (_, options) => configure(options));
            }
            /// <inheritdoc cref="{{method}}({{di}}IServiceCollection, global::System.Action{{{options}}})"/>
            public static {{di}}IHttpClientBuilder {{method}}(
                this {{di}}IServiceCollection services,
                global::System.Action<{{provider}}, {{options}}> configure)
            {
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(services);
                {{FrameworkNames.ArgumentNullException}}.ThrowIfNull(configure);
                {{di}}ServiceCollectionServiceExtensions.AddSingleton(services, provider =>
                {
                    var options = new {{options}}();
                    configure(provider, options);
                    return options;
                });
                {{di}}IHttpClientBuilder builder = {{di}}HttpClientFactoryServiceCollectionExtensions.AddHttpClient(
                    services,
                    {{name}},
                    static http => http.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan);
                builder = {{di}}HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(
                    builder,
                    static () => {{RuntimeNames.ApiHttpHandler}}.Create());
                return {{di}}HttpClientBuilderExtensions.AddTypedClient<{{client}}>(
                    builder,
                    static (http, provider) =>
                        new(({{options}})provider.GetService(typeof({{options}}))!, http));
            }
            """);
        writer.Close();
    }
}
