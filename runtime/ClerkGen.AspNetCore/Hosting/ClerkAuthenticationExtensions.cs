using ClerkGen.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Clerk to an application's authentication.</summary>
public static class ClerkAuthenticationExtensions
{
    /// <summary>Adds Clerk as an authentication scheme. Options are checked when the application starts.</summary>
    /// <remarks>
    /// Options come from the configuration's section <c>Clerk</c> and Clerk's environment variables, then from
    /// <paramref name="configure"/>.
    /// </remarks>
    /// <param name="builder">The authentication.</param>
    /// <param name="configure">Sets options in code.</param>
    public static AuthenticationBuilder AddClerk(this AuthenticationBuilder builder, Action<ClerkAuthenticationOptions>? configure = null) =>
        builder.AddClerk(ClerkDefaults.AuthenticationScheme, configure);

    /// <summary>Adds Clerk as a named scheme, for several instances in one application.</summary>
    /// <param name="builder">The authentication.</param>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <param name="section">Section of the configuration. Default: <c>Clerk</c>, which Clerk's environment variables belong to; other sections ignore them.</param>
    public static AuthenticationBuilder AddClerk(
        this AuthenticationBuilder builder,
        string scheme,
        Action<ClerkAuthenticationOptions>? configure = null,
        string section = ClerkDefaults.ConfigurationSection)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<ClerkVerifiers>();
        services.AddSingleton<IConfigureOptions<ClerkAuthenticationOptions>>(
            provider => new ClerkConfiguration(scheme, section, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IOptionsChangeTokenSource<ClerkAuthenticationOptions>>(
            provider => new ConfigurationChangeTokenSource<ClerkAuthenticationOptions>(scheme, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<ClerkAuthenticationOptions>>(new ClerkOptionsCheck(scheme));
        OptionsBuilder<ClerkAuthenticationOptions> options = services.AddOptionsWithValidateOnStart<ClerkAuthenticationOptions>(scheme);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return builder.AddScheme<AuthenticationSchemeOptions, ClerkAuthenticationHandler>(scheme, displayName: null, configureOptions: null);
    }
}
