using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClerkGen.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests.Faults;

/// <summary>
/// All operations of the bundled client over HTTP/2 and TLS, on one connection, with what only HTTP/2 knows: streams that are reset and
/// connections that say goodbye (GOAWAY). Nothing that can change something is handled twice, and every call ends.
/// </summary>
public sealed class Http2Tests(ITestOutputHelper output)
{
    private const string NumberHeader = "X-Call-Number";

    // The handler may try a read again by itself, beside the client's own two retries.
    private const int MostReads = 12;

    // A connection that is gone takes the writes along that it carried. In waves these are few, however busy the machine is.
    private const int GoodbyeWave = 8;

    private static readonly X509Certificate2 Certificate = CreateCertificate();

    public enum Trouble
    {
        None,
        ResetAfterReading,
        ResetInBody,
        Goodbye,
        Unavailable,
        TooMany,
    }

    [Theory]
    [InlineData(Trouble.None)]
    [InlineData(Trouble.ResetAfterReading)]
    [InlineData(Trouble.ResetInBody)]
    [InlineData(Trouble.Goodbye)]
    [InlineData(Trouble.Unavailable)]
    [InlineData(Trouble.TooMany)]
    public async Task Every_operation_ends_and_nothing_unsafe_is_handled_twice(Trouble trouble)
    {
        EmittedClient emitted = EmittedClient.Of(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        var handled = new ConcurrentDictionary<string, int>();
        var protocols = new ConcurrentDictionary<string, int>();
        var bodies = new ConcurrentDictionary<string, byte[]>();
        await using WebApplication server = await StartAsync(async context =>
        {
            string number = context.Request.Headers[NumberHeader].ToString();
            await context.Request.Body.CopyToAsync(Stream.Null);
            handled.AddOrUpdate(number, 1, static (_, count) => count + 1);
            protocols.AddOrUpdate(context.Request.Protocol, 1, static (_, count) => count + 1);
            await AnswerAsync(context, trouble, handled.Count, bodies[number]);
        });
        using var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            SslOptions = { RemoteCertificateValidationCallback = static (_, shown, _, _) => Certificate.Equals(shown) },
        })
        { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestVersion = System.Net.HttpVersion.Version20 };
        var address = new Uri(server.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        ReflectedClient client = ReflectedClient.Create(emitted.Assembly, address, [], static options => options.Timeout = options.AttemptTimeout = TimeSpan.FromSeconds(60), http);

        int next = 0;
        async Task<(DocumentOperation Operation, string Number, Exception? Error)> CallAsync(DocumentOperation operation)
        {
            string number = Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture);
            bodies[number] = ResponseSample.Of(operation, new Answer(), accept: null).Body;
            ReflectedOperation method = client.Find(operation)!;
            object?[] arguments = method.Arguments(OperationSample.Of(operation));
            Exception? error = await Record.ExceptionAsync(() => method.DrainAsync(arguments, new RequestOptions { Headers = { [NumberHeader] = number } }));
            return (operation, number, error);
        }

        List<(DocumentOperation Operation, string Number, Exception? Error)> ended = [];
        foreach (DocumentOperation[] wave in emitted.Document.Operations.Chunk(trouble == Trouble.Goodbye ? GoodbyeWave : int.MaxValue))
        {
            ended.AddRange(await Task.WhenAll(wave.Select(CallAsync)));
        }

        int values = ended.Count(static call => call.Error is null);
        int typed = ended.Count(static call => call.Error is ApiException);
        int twice = ended.Count(call => handled.GetValueOrDefault(call.Number) > MostHandled(call.Operation, trouble));
        output.WriteLine($"{trouble}: {ended.Count} calls, {values} values, {typed} typed errors, {handled.Values.Sum()} handled, {twice} too often; {string.Join(", ", protocols)}");
        Assert.Equal(["HTTP/2"], protocols.Keys);
        Assert.Equal(ended.Count, values + typed);
        Assert.Equal(0, twice);
        (DocumentOperation Operation, string Number, Exception? Error)[] failed =
            [.. ended.Where(static call => call.Error is not (null or ApiRedirectException))];
        if (trouble == Trouble.None)
        {
            Assert.All(failed, static call => Assert.Fail($"{call.Operation.OperationId}: {call.Error}"));
        }
        else if (trouble == Trouble.Goodbye)
        {
            // On a busy machine a connection can be gone before the last of its streams is heard of.
            Assert.All(failed, static call => Assert.IsType<ApiConnectionException>(call.Error));
            Assert.InRange(failed.Length, 0, ended.Count / 10);
        }
    }

    private static int MostHandled(DocumentOperation operation, Trouble trouble) =>
        operation.Method is "GET" or "HEAD" ? MostReads : trouble == Trouble.TooMany ? 3 : 1;

    private static async Task AnswerAsync(HttpContext context, Trouble trouble, int count, byte[] body)
    {
        switch (trouble)
        {
            case Trouble.ResetAfterReading:
                context.Features.Get<IHttpResetFeature>()!.Reset(2);
                return;
            case Trouble.Unavailable or Trouble.TooMany:
                context.Response.StatusCode = trouble == Trouble.TooMany ? 429 : 503;
                context.Response.Headers.RetryAfter = "0";
                return;
            case Trouble.Goodbye when count % 10 == 0:
                context.Features.Get<IConnectionLifetimeNotificationFeature>()!.RequestClose();
                break;
        }

        context.Response.ContentType = "application/json";
        if (body.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (trouble == Trouble.ResetInBody)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Features.Get<IHttpResetFeature>()!.Reset(2);
            return;
        }

        await context.Response.Body.WriteAsync(body);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(Certificate);
        }));
        WebApplication server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
