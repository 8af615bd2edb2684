using System.Buffers;
using System.Reflection;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Testing;
using Xunit.Abstractions;

namespace ClerkGen.Client.Tests.Allocations;

/// <summary>
/// Every schema of the bundled document that became a class: reading a value allocates what it takes to make its objects by hand, to the byte, and
/// writing it allocates nothing.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void Reading_allocates_the_value_and_writing_nothing()
    {
        LoadedDocument document = LoadedDocument.FromFile(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        Assembly client = BundledClient.Run.Load();
        List<string> faults = [];
        int types = 0;
        int values = 0;
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

                (long read, long expected, long written) = ((long, long, long))typeof(AllocationTests)
                    .GetMethod(nameof(Measure), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type)
                    .Invoke(null, [body])!;
                values++;
                bytes += read;
                if (read != expected || written != 0)
                {
                    faults.Add($"{type.Name}, sample {seed}: reading {read} bytes, by hand {expected}; writing {written}");
                }
            }
        }

        output.WriteLine($"{types} types, {values} values, {bytes} bytes");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(types > 100);
    }

    private static (long Read, long Expected, long Written) Measure<T>(byte[] body)
        where T : class, IApiJson<T>
    {
        T value = Read();
        long read = ObjectGraph.Cost(() => value = Read());

        // What two readings share was there before: texts of enums and constants, empty lists.
        long expected = ObjectGraph.Of(value).BytesWithout(ObjectGraph.Of(Read()));
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        long written = ObjectGraph.Cost(() =>
        {
            buffer.ResetWrittenCount();
            ApiJsonBody.Write<T, T>(buffer, value);
        });
        return (read, expected, written);

        T Read() => ApiJsonBody.Read<T, T>(body, default);
    }
}
