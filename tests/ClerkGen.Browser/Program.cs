using ClerkGen;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;

// Calls of a client in WebAssembly, one line for each: main.mjs answers them.
Console.WriteLine($"browser: {OperatingSystem.IsBrowser()}");
foreach (string transport in (string[])["shared", "given", "registered"])
{
    foreach (string answer in (string[])["plain", "gzip", "br", "deflate", "redirect", "error"])
    {
        using HttpClient? http = transport switch
        {
            "given" => new HttpClient(),
            "registered" => new HttpClient(ApiHttpHandler.Create()),
            _ => null,
        };
        var options = new PetClientOptions { SecretKey = "sk_test_browser", BaseAddress = new Uri($"{args[0]}/{answer}"), MaxRetries = 0 };
        PetOperations pets = new PetClient(options, http).Pets;
        Console.WriteLine($"{transport}, {answer}: read {await ResultOf(async () => (await pets.GetAsync("a")).Name)}");
        Console.WriteLine($"{transport}, {answer}: written {await ResultOf(async () => (await pets.CreateAsync(new Pet { Id = "a" })).Name)}");
        Console.WriteLine($"{transport}, {answer}: downloaded {await ResultOf(() => DownloadAsync(pets))}");
    }
}

static async Task<string?> DownloadAsync(PetOperations pets)
{
    using var reader = new StreamReader(await pets.DownloadAsync("a"));
    return await reader.ReadToEndAsync();
}

static async Task<string?> ResultOf(Func<Task<string?>> call)
{
    try
    {
        return await call();
    }
    catch (ApiException exception)
    {
        return $"{exception.GetType().Name} {(int?)exception.StatusCode}";
    }
}
