using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Client.Tests.Figures;

/// <summary>
/// Sizes, counts and allocations of the bundled client, compared with those that are checked in: what makes it larger or slower shows in
/// review. There are no times among them; those wander.
/// </summary>
public sealed class FigureTests
{
    private const string Variable = "CLERKGEN_REFRESH";
    private const string Command = Variable + "=1 dotnet test tests/ClerkGen.Client.Tests --filter FigureTests";
    private const string Document = "clerk-backend.yaml";
    private const string Program = "internal static class Program { }";

    [Fact]
    public void Bundled_client_has_the_committed_figures()
    {
        List<Figure> figures = [.. Emission(), .. Allocations()];
        string path = Path.Combine(Repository.Root, "tests/ClerkGen.Client.Tests/Figures/figures.txt");
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(path, new StringBuilder().AppendJoin('\n', figures.Select(static figure => figure.Line)).Append('\n').ToString());
        }

        Dictionary<string, double> expected = File.ReadAllLines(path)
            .Select(static line => line.Split(": "))
            .ToDictionary(static parts => parts[0], static parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
        string[] wrong =
        [
            .. from figure in figures
               where !expected.TryGetValue(figure.Name, out double value) || Math.Abs(figure.Value - value) > figure.Tolerance * value
               select $"{figure.Line} (checked in: {expected.GetValueOrDefault(figure.Name, double.NaN).ToString(CultureInfo.InvariantCulture)})",
        ];

        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong)}\nWhen that is wanted: {Command}");
        Assert.Equal(expected.Count, figures.Count);
    }

    private static IEnumerable<Figure> Emission()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Document));
        var harness = new GeneratorHarness(
            GeneratorInput.Of(text, Document, ("Namespace", BundledClient.Namespace), ("ClientName", "ClerkClient")) with { Sources = [Program] });
        GeneratorRun run = harness.Run();
        yield return new Figure("files emitted", run.Files.Count, 0);
        yield return new Figure("characters emitted", run.Files.Values.Sum(static file => file.Length), 0.02);
        yield return new Figure("bytes of IL and metadata", run.AssemblySize, 0.02);

        harness.EditSource(0, Program + " // typed");
        yield return new Figure("outputs made again after a keystroke", harness.Run().ChangedOutputs.Count, 0);

        harness.EditFile(Document, text + "\n\n");
        yield return new Figure("outputs made again after white space in the document", harness.Run().ChangedOutputs.Count, 0);

        harness.EditFile(Document, text.Replace("  long_message:", "  longer_message:", StringComparison.Ordinal));
        GeneratorRun edited = harness.Run();
        yield return new Figure("outputs made again after an edit of one schema", edited.ChangedOutputs.Count, 0);
        yield return new Figure("files that differ after an edit of one schema", edited.Files.Count(file => run.Files[file.Key] != file.Value), 0);

        foreach (StageCost cost in GeneratorStages.Run(Document, text))
        {
            yield return new Figure($"bytes allocated by the generator, {cost.Name}", cost.Bytes, 0.15);
        }
    }

    private static IEnumerable<Figure> Allocations()
    {
        LoadedDocument document = LoadedDocument.FromFile(Path.Combine(AppContext.BaseDirectory, Document));
        Assembly client = BundledClient.Run.Load();
        foreach (string name in (string[])["User", "OrganizationInvitation", "ClerkErrors"])
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(SchemaSample.Of(document.Schema(name), Direction.Response, SampleMode.Full, 0));
            Type type = client.GetType($"{BundledClient.Namespace}.{name}", throwOnError: true)!;
            (long read, long written) = ((long, long))typeof(FigureTests)
                .GetMethod(nameof(Measure), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type)
                .Invoke(null, [body])!;
            yield return new Figure($"bytes allocated by reading {name}", read, 0.02);
            yield return new Figure($"bytes allocated by writing {name}", written, 0);
            if (name == "User")
            {
                long page = (long)typeof(FigureTests)
                    .GetMethod(nameof(MeasurePage), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type)
                    .Invoke(null, [Page(document, name)])!;
                yield return new Figure("bytes allocated by reading 100 different users", page, 0.02);
            }

            if (name == "OrganizationInvitation")
            {
                yield return Call(client, body);
            }
        }
    }

    /// <summary>
    /// The allocations of one call for an invitation, from the method to the value. The answer comes from memory and at once, through a
    /// given <see cref="HttpClient"/>, whose own share is in it.
    /// </summary>
    private static Figure Call(Assembly client, byte[] body)
    {
        using var http = new HttpClient(new MemoryHandler(body));
        var options = (ApiClientOptions)Activator.CreateInstance(client.GetType($"{BundledClient.Namespace}.ClerkClientOptions", throwOnError: true)!)!;
        options.BaseAddress = new Uri("https://api.example/v1");
        options.GetType().GetProperty("SecretKey")!.SetValue(options, "sk_test_figures");
        object api = Activator.CreateInstance(client.GetType($"{BundledClient.Namespace}.ClerkClient", throwOnError: true)!, options, http)!;
        object group = api.GetType().GetProperty("OrganizationInvitations")!.GetValue(api)!;
        MethodInfo method = group.GetType().GetMethods().Single(static method =>
            method.Name == "GetAsync" && method.GetParameters().Length == 4);
        var call = (Func<string, string, RequestOptions?, CancellationToken, Task>)Delegate.CreateDelegate(
            typeof(Func<string, string, RequestOptions?, CancellationToken, Task>), group, method);
        return new Figure("bytes allocated by a call for an OrganizationInvitation", AllocatedBytes.Of(() => Assert.True(call("org_1", "inv_1", null, default).IsCompletedSuccessfully)), 0.02);
    }

    private sealed class MemoryHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
        }
    }

    private static (long Read, long Written) Measure<T>(byte[] body)
        where T : IApiJson<T>
    {
        T value = ApiJsonBody.Read<T, T>(body, default);
        ArrayBufferWriter<byte> output = new(1 << 16);
        long read = AllocatedBytes.Of(() => value = ApiJsonBody.Read<T, T>(body, default));
        long written = AllocatedBytes.Of(() =>
        {
            output.ResetWrittenCount();
            ApiJsonBody.Write<T, T>(output, value);
        });
        return (read, written);
    }

    // Each has other texts, and most lack some members.
    private static byte[] Page(LoadedDocument document, string name) => JsonSerializer.SerializeToUtf8Bytes(
        Enumerable.Range(0, 100).Select(i => SchemaSample.Of(document.Schema(name), Direction.Response, SampleMode.Random, i)));

    private static long MeasurePage<T>(byte[] body)
        where T : IApiJson<T>
    {
        object? page = null;
        return AllocatedBytes.Of(() => page = ApiJsonBody.Read<IReadOnlyList<T>, ListJson<T, T>>(body, default));
    }

    /// <param name="Name">The counted unit.</param>
    /// <param name="Value">The count.</param>
    /// <param name="Tolerance">By which part of the checked-in one it may differ.</param>
    private sealed record Figure(string Name, double Value, double Tolerance)
    {
        public string Line => Name + ": " + Value.ToString(CultureInfo.InvariantCulture);
    }
}
