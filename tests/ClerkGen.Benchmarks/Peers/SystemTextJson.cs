using System.Buffers;
using System.Text.Json;
using ClerkGen.Benchmarks.Limits;

// The hand-written classes with another version of System.Text.Json's source generation.
internal sealed class Work(string folder, string address)
{
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);
    private object? _kept;

    public Action Action(string name)
    {
        if (name == "write")
        {
            CreateUserRequest request = Example.CreateUser();
            return () =>
            {
                _output.ResetWrittenCount();
                _writer.Reset(_output);
                JsonSerializer.Serialize(_writer, request, LimitContext.Default.CreateUserRequest);
            };
        }

        byte[] body = File.ReadAllBytes(Path.Combine(folder, name + ".json"));
        return name switch
        {
            "invitation" => () => _kept = JsonSerializer.Deserialize(body, LimitContext.Default.OrganizationInvitation),
            "errors" => () => _kept = JsonSerializer.Deserialize(body, LimitContext.Default.ClerkErrors),
            _ => () => _kept = JsonSerializer.Deserialize(body, LimitContext.Default.ListUser),
        };
    }

    public Func<Task> Call(string name) => throw new NotSupportedException($"{address} is not called: {name}.");
}
