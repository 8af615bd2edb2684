using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Browser;

/// <summary>Calls over one transport, each of which prints a line.</summary>
/// <param name="transport">Its name.</param>
/// <param name="address">Where the server is.</param>
/// <param name="http">The given client, or null for the shared transport.</param>
internal sealed class Calls(string transport, string address, HttpClient? http)
{
    /// <summary>Operations that the server answers in one way.</summary>
    internal PetOperations To(string answer, Action<PetClientOptions>? change = null)
    {
        var options = new PetClientOptions { SecretKey = "sk_test_browser", BaseAddress = new Uri($"{address}/{answer}"), MaxRetries = 0 };
        change?.Invoke(options);
        return new PetClient(options, http).Pets;
    }

    /// <summary>Bodies that are empty, cut off, in parts, with large header fields or with cookies.</summary>
    internal async Task BodiesAsync()
    {
        foreach (string answer in (string[])["empty gzip", "empty br", "no content", "cut", "cut gzip", "no gzip", "reset", "parts", "large header", "cookie", "hints", "utf-16", "chunked"])
        {
            PetOperations pets = To(answer.Replace(' ', '-'));
            await PrintAsync($"{answer}: read", async () => (await pets.GetAsync("a")).Name);
            await PrintAsync($"{answer}: text", async () => await pets.DescribeAsync("a"));
            await PrintAsync($"{answer}: downloaded", () => DownloadAsync(pets));
        }

        await PrintAsync("head", async () =>
        {
            await To("gzip").CheckAsync("a");
            return "done";
        });
        await PrintAsync("gzip error", async () =>
        {
            await To("gzip-error").DeleteAsync("a");
            return "done";
        });
    }

    /// <summary>Responses that arrive in pieces: the server sends the next one when it is asked to.</summary>
    internal async Task StreamsAsync()
    {
        await PrintAsync("streamed file", async () =>
        {
            await using Stream stream = await To("pieces").DownloadAsync("a");
            byte[] buffer = new byte[100];
            int first = await stream.ReadAsync(buffer);
            await To("next").GetAsync("a");
            int second = await stream.ReadAsync(buffer);
            await To("next").GetAsync("a");
            return $"{first} {second} {await stream.ReadAsync(buffer)}";
        });
        await PrintAsync("streamed events", async () =>
        {
            var ids = new List<string>();
            await foreach (Pet pet in To("events").WatchAsync())
            {
                ids.Add(pet.Id);
                await To("next").GetAsync("a");
            }

            return string.Join(' ', ids);
        });
        await PrintAsync("streamed lines", async () =>
        {
            var ids = new List<string>();
            await foreach (Pet pet in To("lines").ExportAsync())
            {
                ids.Add(pet.Id);
                await To("next").GetAsync("a");
            }

            return string.Join(' ', ids);
        });
        await PrintAsync("cancelled stream", async () =>
        {
            await using Stream stream = await To("pieces").DownloadAsync("a");
            byte[] buffer = new byte[100];
            int first = await stream.ReadAsync(buffer);
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            try
            {
                return $"{first} {await stream.ReadAsync(buffer, source.Token)}";
            }
            catch (OperationCanceledException exception)
            {
                return $"{first} {exception.CancellationToken == source.Token}";
            }
        });
        await PrintAsync("idle stream", async () =>
        {
            await using Stream stream = await To("pieces", static options => options.StreamIdleTimeout = TimeSpan.FromMilliseconds(300)).DownloadAsync("a");
            byte[] buffer = new byte[100];
            return $"{await stream.ReadAsync(buffer)} {await stream.ReadAsync(buffer)}";
        });
    }

    /// <summary>Calls that end before their response does.</summary>
    internal async Task EndsAsync()
    {
        await PrintAsync("cancelled", async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            try
            {
                return (await To("stall").GetAsync("a", cancellationToken: source.Token)).Name;
            }
            catch (OperationCanceledException exception)
            {
                return $"{exception.CancellationToken == source.Token}";
            }
        });
        await PrintAsync("timed out", async () => (await To("stall", static options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)).CreateAsync(new Pet { Id = "a" })).Name);
        await PrintAsync("refused", async () => (await new PetClient(new PetClientOptions { SecretKey = "sk_test_browser", BaseAddress = new Uri("http://127.0.0.1:1"), MaxRetries = 0 }, http).Pets.GetAsync("a")).Name);
        await PrintAsync("repeated", async () => (await To("second", static options => options.MaxRetries = 2).GetWithResponseAsync("a")).Attempts.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await PrintAsync("parallel", async () => $"{(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => To("br").GetAsync("a")))).Length}");
    }

    /// <summary>Requests with bodies. The server answers with the number of bytes and the content type that it got.</summary>
    internal async Task UploadsAsync()
    {
        PetOperations pets = To("count");
        await PrintAsync("uploaded bytes", async () => (await pets.UploadAsync("a", ApiFile.FromBytes(new byte[100_000], "a.bin"))).Name);
        await PrintAsync("uploaded stream", async () =>
        {
            using var source = new MemoryStream(new byte[100_000]);
            return (await pets.UploadAsync("a", ApiFile.FromStream(source, "a.bin"))).Name;
        });
        await PrintAsync("banned", async () => (await pets.BanAsync("a")).Name);
        await PrintAsync("replaced", async () => (await pets.ReplaceAsync("a", new Pet { Id = "ü" })).Name);
    }

    internal static async Task<string?> DownloadAsync(PetOperations pets)
    {
        using var reader = new StreamReader(await pets.DownloadAsync("a"), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    internal async Task PrintAsync(string what, Func<Task<string?>> call)
    {
        string? result;
        try
        {
            result = await call().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (ApiException exception)
        {
            string problem = exception switch
            {
                ApiConnectionException connection => $" {connection.Problem}",
                ApiResponseFormatException format => $" {format.Problem}",
                _ => "",
            };
            result = $"{exception.GetType().Name} {(int?)exception.StatusCode}{problem}{(exception.IsOutcomeUnknown ? " unknown" : "")}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            result = $"RAW {exception.GetType().Name}: {exception.Message}";
        }

        Console.WriteLine($"{transport}, {what} {result?.ReplaceLineEndings("|")}");
    }
}
