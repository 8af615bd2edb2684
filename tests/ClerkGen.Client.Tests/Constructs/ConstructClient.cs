using System.Reflection;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>The client of a document, compiled once with a consumer's code, whose methods are calls.</summary>
/// <param name="document">The document.</param>
/// <param name="program">The consumer's code: a static class <c>Program</c> with a method for each call.</param>
/// <param name="metadata">Metadata of the document's item.</param>
internal sealed class ConstructClient(string document, string program, params (string Name, string Value)[] metadata)
{
    private const string Setup = """
        using System;
        using System.Net.Http;
        using Consumer.Api;

        internal static class Setup
        {
            public static DocumentClient Create(HttpClient http, string settings, Action<ClerkGen.ApiDeviation>? onDeviation)
            {
                var options = new DocumentClientOptions { OnDeviation = onDeviation };
                foreach (string setting in settings.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    string[] parts = setting.Split('=', 2);
                    System.Reflection.PropertyInfo option = typeof(DocumentClientOptions).GetProperty(parts[0])!;
                    option.SetValue(
                        options,
                        option.PropertyType == typeof(Uri) ? new Uri(parts[1]) : option.PropertyType == typeof(bool) ? bool.Parse(parts[1]) : parts[1]);
                }

                return new DocumentClient(options, http);
            }
        }
        """;

    private readonly Lazy<GeneratorRun> _run = new(() => GeneratorHarness.Run(GeneratorInput.Of(document, metadata: metadata) with { Sources = [program, Setup] }));

    private Assembly? _assembly;

    public GeneratorRun Run => _run.Value;

    public Assembly Assembly => _assembly ??= Run.Load();

    public Type Program => Assembly.GetType("Program")!;

    /// <summary>Calls a method, and returns its result.</summary>
    /// <param name="call">Name of the program's method.</param>
    /// <param name="server">The server.</param>
    /// <param name="options">Options that are set, as <c>Name=value</c>, separated by commas.</param>
    /// <param name="onDeviation">Is told how answers differ from the document, or null.</param>
    public Task<object?> CallAsync(string call, Recorder server, string options = "", Action<ApiDeviation>? onDeviation = null) =>
        CallAsync(call, new HttpClient(server), options, onDeviation);

    /// <summary>Calls a server on loopback, and returns the result.</summary>
    /// <param name="call">Name of the program's method.</param>
    /// <param name="server">Where the server is.</param>
    /// <param name="options">Further options that are set, as <c>Name=value</c>, separated by commas.</param>
    public Task<object?> CallAsync(string call, Uri server, string options = "") =>
        CallAsync(call, new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }), $"BaseAddress={server},{options}", null);

    private async Task<object?> CallAsync(string call, HttpClient transport, string options, Action<ApiDeviation>? onDeviation)
    {
        using HttpClient http = transport;
        object client = Assembly.GetType("Setup")!.GetMethod("Create")!.Invoke(null, [http, options, onDeviation])!;
        var task = (Task)Program.GetMethod(call)!.Invoke(null, [client])!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}
