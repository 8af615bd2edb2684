using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// Writes the response of a <c>StubTransport</c> to an operation, for tests. It has the first members only: a stub responds with what the test
/// is about. Everything of the document passes through string literals.
/// </summary>
internal sealed class StubExampleWriter(EmittedClient client, JsonExampleWriter json)
{
    private const int LongLine = 100;

    /// <summary>The client of a test.</summary>
    public string Creation()
    {
        List<string> options = [.. client.Credentials.DistinctBy(static pair => pair.Value, StringComparer.Ordinal).Where(pair => IsText(pair.Value)).Select(pair => $"{pair.Value} = {Credential(pair.Key)}")];
        if (client.Server is null)
        {
            options.Add($"BaseAddress = new Uri(\"{EmittedClient.ExampleServer}\")");
        }

        string initializer = options.Count > 0 ? $" {{ {string.Join(", ", options)} }}" : "()";
        return $"new {client.Name}(new {client.Name}Options{initializer}, stub.CreateHttpClient())";
    }

    /// <summary>The statement that sets up an operation.</summary>
    public string Of(EmittedOperation operation, WireOperation wire)
    {
        string on = $"stub.On({Literal(operation.Id)})";
        WireResponse[] successes = [.. wire.Responses.Where(static response => response.IsSuccess)];
        WireResponse? response = Array.Find(successes, static success => success.Content is not null) ?? wire.Responses.FirstOrDefault(static response => response.Status == "DEFAULT");
        if (operation.ResultForm == nameof(ResultKind.None) || response?.Content is not { } content)
        {
            return $"{on}.ReturnsNothing();";
        }

        JsonNode? value = content.Schema is { } schema ? json.Stubbed(schema) : JsonValue.Create("text");
        if (content.Form == "JSON" && !content.IsSequence)
        {
            string status = successes.Length > 1 && response.Status != "200" ? $", System.Net.HttpStatusCode.{StatusName(response.Status)}" : "";
            return Json(on, value, status);
        }

        return $"{on}.Answers(_ => new StubAnswer(\n    System.Net.HttpStatusCode.OK, {Literal(Text(operation.ResultForm, value))}u8.ToArray(), {Literal(content.MediaType)}));";
    }

    private string Credential(string scheme) =>
        Wire.Json.Text(client.Wire.Find("/components/securitySchemes/" + Wire.Json.Escape(scheme))?["scheme"])?.ToLowerInvariant() == "basic" ? "\"user:password\"" : "\"test\"";

    private bool IsText(string option) => client.Surface.Find(client.Name + "Options")?.Find(option)?.Value.StartsWith("string", StringComparison.Ordinal) == true;

    private static string Json(string on, JsonNode? value, string status)
    {
        string line = JsonExampleWriter.Line(value);
        if (line.StartsWith('"') || line.Contains("\"\"\"", StringComparison.Ordinal))
        {
            return $"{on}.ReturnsJson({Literal(line)}{status});";
        }

        return on.Length + line.Length + status.Length <= LongLine
            ? $"{on}.ReturnsJson(\"\"\"{line}\"\"\"{status});"
            : $"{on}.ReturnsJson(\n    \"\"\"\n    {JsonExampleWriter.Lines(value).Replace("\n", "\n    ", StringComparison.Ordinal)}\n    \"\"\"{status});";
    }

    private static string Text(string form, JsonNode? value) => form switch
    {
        nameof(ResultKind.ServerSentEvents) => $"data: {JsonExampleWriter.Line(value)}\n\n",
        nameof(ResultKind.JsonLines) => JsonExampleWriter.Line(value) + "\n",
        _ => value is JsonValue text && text.TryGetValue(out string? content) ? content : JsonExampleWriter.Line(value),
    };

    private static string StatusName(string status) =>
        int.TryParse(status, out int number) && Enum.GetName((System.Net.HttpStatusCode)number) is { } name ? name : nameof(System.Net.HttpStatusCode.OK);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
