using ClerkGen.Browser;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;

// Calls of a client in WebAssembly, one line for each: main.mjs answers them.
Console.WriteLine($"browser: {OperatingSystem.IsBrowser()}");
foreach (string transport in (string[])["shared", "given", "registered"])
{
    using HttpClient? http = transport switch
    {
        "given" => new HttpClient(),
        "registered" => new HttpClient(ApiHttpHandler.Create()),
        _ => null,
    };
    var calls = new Calls(transport, args[0], http);
    foreach (string answer in (string[])["plain", "gzip", "br", "deflate", "redirect", "error"])
    {
        PetOperations pets = calls.To(answer);
        await calls.PrintAsync($"{answer}: read", async () => (await pets.GetAsync("a")).Name);
        await calls.PrintAsync($"{answer}: written", async () => (await pets.CreateAsync(new Pet { Id = "a" })).Name);
        await calls.PrintAsync($"{answer}: downloaded", () => Calls.DownloadAsync(pets));
    }

    await calls.BodiesAsync();
    await calls.StreamsAsync();
    await calls.EndsAsync();
    await calls.UploadsAsync();
}
