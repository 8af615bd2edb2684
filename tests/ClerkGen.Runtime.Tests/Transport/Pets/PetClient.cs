using System.Diagnostics;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Transport.Pets;

/// <summary>A client in the shape that the generator emits.</summary>
public class PetClient : ApiClient
{
    private static readonly ApiDescription Description = new("Pet API", "2026-01-02", "Pet-Version", "https://pets.example/v1") { Security = PetClientTables.Security };

    private PetOperations? _pets;

    public PetClient(PetClientOptions options, HttpClient? httpClient = null)
        : base(options, Description, httpClient)
    {
    }

    internal PetClient(PetClientOptions options, ApiDescription description)
        : base(options, description, null)
    {
    }

    protected PetClient()
    {
    }

    public virtual PetOperations Pets => _pets ??= new(this);
}

/// <summary>Its options.</summary>
public sealed class PetClientOptions : ApiClientOptions
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SecretKey
    {
        get => GetCredential("bearerAuth");
        set => SetCredential(PetClientTables.BearerAuth, value);
    }

    public Func<CancellationToken, ValueTask<string>>? SecretKeyProvider
    {
        get => GetCredentialProvider("bearerAuth");
        set => SetCredentialProvider("bearerAuth", value);
    }

    public string? UserPassword
    {
        get => GetCredential("basicAuth");
        set => SetCredential(PetClientTables.BasicAuth, value);
    }

    public string? HeaderKey
    {
        get => GetCredential("headerKey");
        set => SetCredential(PetClientTables.HeaderKey, value);
    }

    public string? QueryKey
    {
        get => GetCredential("queryKey");
        set => SetCredential(PetClientTables.QueryKey, value);
    }

    public string? CookieKey
    {
        get => GetCredential("cookieKey");
        set => SetCredential(PetClientTables.CookieKey, value);
    }

    public string? Region
    {
        get => GetServerVariable("region");
        set => SetServerVariable("region", value);
    }

    public void SetRegion(string value, string[] values) => SetServerVariable("region", value, values, nameof(Region));
}

/// <summary>Its security schemes and error tables.</summary>
internal static class PetClientTables
{
    internal static readonly ApiSecurityScheme BearerAuth = ApiSecurityScheme.Bearer("bearerAuth", "SecretKey", "PET_SECRET_KEY");
    internal static readonly ApiSecurityScheme BasicAuth = ApiSecurityScheme.Basic("basicAuth");
    internal static readonly ApiSecurityScheme HeaderKey = ApiSecurityScheme.ApiKeyHeader("headerKey", "X-Pet-Key");
    internal static readonly ApiSecurityScheme QueryKey = ApiSecurityScheme.ApiKeyQuery("queryKey", "pet key");
    internal static readonly ApiSecurityScheme CookieKey = ApiSecurityScheme.ApiKeyCookie("cookieKey", "pet-key");
    internal static readonly ApiSecurity Security = new([[BearerAuth]]);
    internal static readonly ApiSecurity AnySecurity = new([[HeaderKey, CookieKey], [BasicAuth], [QueryKey], []]);

    internal static readonly ApiErrors Errors = new(
    [
        ApiErrors.Json<PetErrors, PetErrors>(400, 400, static (context, error) => new PetErrorsException(context, error)),
        ApiErrors.Json<PetErrors, PetErrors>(404, 422, static (context, error) => new PetErrorsException(context, error)),
    ]);
}
