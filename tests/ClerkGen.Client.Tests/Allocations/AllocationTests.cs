using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.GeneratedSupport;
using ClerkGen.Testing;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests.Allocations;

/// <summary>
/// Every schema of the bundled document that became a class: reading a value allocates what it takes to make its objects by hand, to the byte,
/// writing it allocates nothing, and what is written is what was read.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void Reading_allocates_only_the_value_and_writing_allocates_nothing()
    {
        LoadedDocument document = LoadedDocument.FromFile(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        Assembly client = BundledClient.Run.Load();
        List<string> faults = [];
        HashSet<string> undescribed = [.. Undescribed(document)];
        int types = 0;
        int values = 0;
        int exact = 0;
        int nulls = 0;
        long bytes = 0;
        foreach (string name in document.Document.Components!.Schemas!.Keys)
        {
            Type? type = client.GetType($"{BundledClient.Namespace}.{name.Replace("_", "", StringComparison.Ordinal)}", throwOnError: false, ignoreCase: true);
            if (type is null || !type.IsClass || !type.IsAssignableTo(typeof(IApiJson<>).MakeGenericType(type)))
            {
                continue;
            }

            types++;
            for (ulong seed = 0; seed < 4; seed++)
            {
                SampleMode mode = seed == 0 ? SampleMode.Full : seed == 1 ? SampleMode.Minimal : SampleMode.Random;
                byte[] body = JsonSerializer.SerializeToUtf8Bytes(SchemaSample.Of(document.Schema(name), Direction.Response, mode, (int)seed));
                if (body is [(byte)'n', ..])
                {
                    continue;
                }

                (long read, long expected, long written, string sent) = ((long, long, long, string))typeof(AllocationTests)
                    .GetMethod(nameof(Measure), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type)
                    .Invoke(null, [body])!;
                values++;
                bytes += read;
                JsonNode json = JsonNode.Parse(body)!;
                JsonDifference[] differences =
                [
                    .. WireComparison.Compare(json, JsonNode.Parse(sent), nullIsMissing: false)
                        .Where(difference => !undescribed.Contains(difference.Pointer.Split('/')[^1])),
                ];
                exact += differences.Length == 0 ? 1 : 0;
                if (differences.Length > 0)
                {
                    // A null of an optional member is nothing to a type that no request holds.
                    nulls++;
                    bool isSent = type.GetField("__set", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
                    bool isOnlyNulls = WireComparison.Compare(json, JsonNode.Parse(sent), nullIsMissing: true)
                        .All(difference => undescribed.Contains(difference.Pointer.Split('/')[^1]));
                    if (isSent || !isOnlyNulls)
                    {
                        faults.Add($"{type.Name}, sample {seed}: read {json.ToJsonString()}, wrote {sent}");
                    }
                }

                if (read != expected || written != 0)
                {
                    faults.Add($"{type.Name}, sample {seed}: reading {read} bytes, by hand {expected}; writing {written}");
                }
            }
        }

        output.WriteLine($"{types} types, {values} values, {bytes} bytes; {exact} written as they were read, {nulls} but for nulls");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(types > 100);
    }

    // Names that some schema requires without saying what they are: no class has them.
    private static IEnumerable<string> Undescribed(LoadedDocument document) =>
        from schema in document.Document.Components!.Schemas!.Values
        from name in schema.Required ?? new HashSet<string>()
        where schema.Properties is { Count: > 0 } properties && !properties.ContainsKey(name)
        select name;

    private static (long Read, long Expected, long Written, string Sent) Measure<T>(byte[] body)
        where T : class, IApiJson<T>
    {
        T value = Read();
        long read = AllocatedBytes.Of(() => value = Read(), ObjectGraph.Runs);

        // Objects that two readings share existed before: texts of enums and constants, empty lists.
        long expected = ObjectGraph.Of(value).BytesWithout(ObjectGraph.Of(Read()));
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        long written = AllocatedBytes.Of(
            () =>
            {
                buffer.ResetWrittenCount();
                ApiJsonBody.Write<T, T>(buffer, value);
            },
            ObjectGraph.Runs);
        return (read, expected, written, Encoding.UTF8.GetString(buffer.WrittenSpan));

        T Read() => ApiJsonBody.Read<T, T>(body, default);
    }
}
