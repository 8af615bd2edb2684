namespace ClerkGen.Package.Tests;

/// <summary>Sources of the consumers.</summary>
internal static class Programs
{
    /// <summary>Calls an operation against a stub and prints what came back.</summary>
    public const string Console = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Clerk.Backend;

        public static class Program
        {
            public static async Task Main()
            {
                using var http = new HttpClient(new Answering());
                var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_consumer" }, http);
                OrganizationInvitation invitation = await clerk.OrganizationInvitations.CreateAsync(
                    "org_123", new CreateOrganizationInvitationRequest { EmailAddress = "ada@example.com", Role = "org:admin" });
                Console.WriteLine("invited " + invitation.EmailAddress + " " + invitation.Status);
            }

            private sealed class Answering : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                    {
                        RequestMessage = request,
                        Content = new StringContent(
                            "{\"object\":\"organization_invitation\",\"id\":\"orginv_1\",\"email_address\":\"ada@example.com\",\"role\":\"org:admin\","
                            + "\"role_name\":\"Admin\",\"organization_id\":\"org_123\",\"status\":\"pending\",\"public_metadata\":{},"
                            + "\"private_metadata\":{},\"url\":null,\"expires_at\":1700000000000,\"created_at\":1700000000000,\"updated_at\":1700000000000}",
                            Encoding.UTF8,
                            "application/json"),
                    });
            }
        }
        """;

    /// <summary>The output of <see cref="Console"/>.</summary>
    public const string ConsoleOutput = "invited ada@example.com pending";

    /// <summary>Item of a client that has only what <see cref="Console"/> calls: quick to compile.</summary>
    public const string ConsoleDocument = """
        <ClerkGenDocument Include="$(ClerkGenBundledDocument)" Namespace="Clerk.Backend" ClientName="ClerkClient"
                          IncludeOperations="CreateOrganizationInvitation" />
        """;

    /// <summary>A document of somebody else, with one operation.</summary>
    public const string Weather = """
        openapi: 3.1.0
        info: { title: Weather, version: '1' }
        servers: [{ url: https://weather.example.com }]
        paths:
          /forecasts/{city}:
            get:
              operationId: getForecast
              tags: [Forecasts]
              summary: Gets a forecast.
              parameters:
                - { name: city, in: path, required: true, schema: { type: string } }
              responses:
                '200':
                  description: The forecast.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Forecast' } } }
        components:
          schemas:
            Forecast:
              type: object
              required: [celsius]
              properties:
                celsius: { type: number }
        """;
}
