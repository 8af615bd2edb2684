using System.Text.Encodings.Web;
using System.Text.Json;
using ClerkGen.ServedDocuments.Tests.Server;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>The documents that the clients are made of are what the application says of itself today.</summary>
public sealed class DocumentTests(Application application) : IClassFixture<Application>
{
    private const string Variable = "CLERKGEN_REFRESH";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("/openapi/zoo.json", "aspnetcore.json")]
    [InlineData("/swagger/v1/swagger.json", "nswag.json")]
    public async Task The_committed_document_is_served(string path, string file)
    {
        using var http = new HttpClient();
        using JsonDocument served = JsonDocument.Parse(await http.GetStringAsync(new Uri(application.Address, path)));
        string text = JsonSerializer.Serialize(served, Indented).ReplaceLineEndings("\n") + "\n";
        string expected = ServedDocument.PathOf(file);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            await File.WriteAllTextAsync(expected, text);
        }

        Assert.True(
            (await File.ReadAllTextAsync(expected)).ReplaceLineEndings("\n") == text,
            $"The application serves another document than {file}. When that is wanted: {Variable}=1 dotnet test tests/ClerkGen.ServedDocuments.Tests --filter DocumentTests");
    }
}
