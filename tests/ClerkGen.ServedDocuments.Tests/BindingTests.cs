using ClerkGen.ServedDocuments.Tests.Zoo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>Emitted types as parameters of an application's own endpoints.</summary>
public sealed class BindingTests
{
    [Fact]
    public async Task Emitted_enums_bind_in_routes_and_queries_of_minimal_apis_and_controllers()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().ConfigureApplicationPartManager(static parts =>
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Clear();
            parts.ApplicationParts.Add(new Parts());
            parts.FeatureProviders.Add(new OnlyDiets());
        });
        await using WebApplication application = builder.Build();
        application.MapGet("/minimal/{diet}", static (Diet diet, Diet? other) => $"{diet} {other} {diet == Diet.Plants}");
        application.MapControllers();
        await application.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };

        Assert.Equal("Plants Meat True", await http.GetStringAsync(new Uri("/minimal/Plants?other=Meat", UriKind.Relative)));
        Assert.Equal("Plants  True", await http.GetStringAsync(new Uri("/minimal/Plants", UriKind.Relative)));
        Assert.Equal("Insects Both False", await http.GetStringAsync(new Uri("/controller/Insects?other=Both", UriKind.Relative)));
    }

    private sealed class Parts : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => "Diets";

        public IEnumerable<System.Reflection.TypeInfo> Types => [];
    }

    private sealed class OnlyDiets : IApplicationFeatureProvider<Microsoft.AspNetCore.Mvc.Controllers.ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, Microsoft.AspNetCore.Mvc.Controllers.ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(DietsEndpoints)));
    }

    /// <summary>Not called a controller, so that the other application does not find it.</summary>
    [Route("controller")]
    [NonController]
    public sealed class DietsEndpoints : ControllerBase
    {
        [HttpGet("{diet}")]
        public string Get(Diet diet, Diet? other) => $"{diet} {other} {diet == Diet.Plants}";
    }
}
