using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSwag.Generation.AspNetCore;

namespace ClerkGen.ServedDocuments.Tests.Server;

/// <summary>
/// An ASP.NET Core application of minimal APIs and controllers, over Kestrel on loopback. It describes itself twice: with
/// <c>Microsoft.AspNetCore.OpenApi</c> and with NSwag.
/// </summary>
public sealed class Application : IAsyncLifetime
{
    private WebApplication? _application;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().AddApplicationPart(typeof(Application).Assembly);
        builder.Services.AddProblemDetails();

        // Both frameworks name the server that was asked, whose port is another one each time.
        builder.Services.AddOpenApi("zoo", static options => options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Servers = [];
            document.Info.Title = "Zoo";
            return Task.CompletedTask;
        }));

        // NSwag describes controllers; of minimal APIs it takes forms for queries.
        builder.Services.AddOpenApiDocument(static settings =>
        {
            settings.Title = "Zoo";
            settings.AddOperationFilter(static context =>
                context is AspNetCoreOperationProcessorContext { ApiDescription.ActionDescriptor: ControllerActionDescriptor });
        });
        WebApplication application = builder.Build();
        MinimalEndpoints.Map(application);
        application.MapControllers();
        application.MapOpenApi();
        application.UseOpenApi(static settings => settings.PostProcess = static (document, _) => document.Servers.Clear());
        await application.StartAsync();
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _application = application;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _application!.DisposeAsync();
}
