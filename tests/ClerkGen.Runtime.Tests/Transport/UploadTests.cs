using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Requests;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Files are streamed with name and type, and what goes wrong in them is the caller's to see.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task Parts_have_names_types_and_exact_bytes()
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.UploadAsync("a", ApiFile.FromBytes("\r\n--photo\0"u8.ToArray(), "photo.png"), "schön");

        FaultRequest request = Assert.Single(server.Requests);
        string boundary = request.Header("Content-Type")!["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nschön\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--photo\0\r\n"
            + $"--{boundary}--\r\n",
            request.Text);
        Assert.Equal(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Header("Content-Length"));
    }

    [Theory]
    [InlineData("a\"b.png", "a%22b.png")]
    [InlineData("a\r\nX-Evil: 1.png", "a%0D%0AX-Evil: 1.png")]
    [InlineData("ä😀.png", "ä😀.png")]
    [InlineData("a\0b", "a b")]
    public async Task A_file_name_stays_within_its_quotes(string name, string sent)
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.UploadAsync("a", ApiFile.FromBytes(new byte[1], name));

        Assert.Contains($"filename=\"{sent}\"\r\n", Assert.Single(server.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_disk_is_sent_with_its_name_again_for_a_retry()
    {
        string path = Path.Combine(Path.GetTempPath(), $"clerkgen-{Guid.NewGuid():N}.gif");
        await File.WriteAllBytesAsync(path, new byte[100_000]);
        try
        {
            await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status429, "{}"), FaultAnswer.Json(PetServer.PetJson));

            await server.Client().Pets.UploadAsync("a", ApiFile.FromPath(path));

            Assert.Equal(2, server.Requests.Count);
            Assert.All(server.Requests, request => Assert.Contains($"filename=\"{Path.GetFileName(path)}\"\r\nContent-Type: image/gif", request.Text, StringComparison.Ordinal));
            Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_stream_is_sent_from_its_position_and_left_open()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status429, "{}"), FaultAnswer.Json(PetServer.PetJson));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skipped sent"));
        stream.Position = 8;

        await server.Client().Pets.UploadAsync("a", ApiFile.FromStream(stream, "a.txt", "text/x-own"));

        Assert.All(server.Requests, static request => Assert.Contains("Content-Type: text/x-own\r\n\r\nsent\r\n", request.Text, StringComparison.Ordinal));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_sent_in_chunks()
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream(new byte[200_000])));

        FaultRequest request = Assert.Single(server.Requests);
        Assert.Equal("chunked", request.Header("Transfer-Encoding"));
        Assert.Contains("filename=\"file\"\r\nContent-Type: application/octet-stream", request.Text, StringComparison.Ordinal);
        Assert.True(request.Body.Length > 200_000);
    }

    [Fact]
    public async Task A_source_is_opened_for_each_attempt_and_disposed_of()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status429, "{}"), FaultAnswer.Json(PetServer.PetJson));
        var opened = new List<MemoryStream>();
        var file = ApiFile.FromSource(
            _ =>
            {
                opened.Add(new MemoryStream([1, 2, 3]));
                return new ValueTask<Stream>(opened[^1]);
            },
            "a.bin",
            length: 3);

        await server.Client().Pets.UploadAsync("a", file);

        Assert.Equal(2, opened.Count);
        Assert.All(opened, static stream => Assert.False(stream.CanRead));
    }

    [Fact]
    public async Task An_exception_of_the_callers_stream_reaches_the_caller()
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client();

        IOException error = await Assert.ThrowsAsync<IOException>(
            () => client.Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream(new byte[10], new IOException("disk")))));
        await Assert.ThrowsAsync<FileNotFoundException>(() => client.Pets.UploadAsync("a", ApiFile.FromPath(Path.Combine(Path.GetTempPath(), "clerkgen-no-such-file.png"))));

        Assert.Equal("disk", error.Message);
        Assert.Empty(server.Requests);
        Assert.Equal("Ada", (await client.Pets.GetAsync("a")).Name);
    }

    [Fact]
    public async Task A_large_upload_is_not_collected()
    {
        await using var server = new PetServer(FaultKind.EarlyRefusal);
        PetClient client = server.Client();
        int served = 0;
        var file = ApiFile.FromSource(_ => new ValueTask<Stream>(new EndlessStream(count => served += count, 200_000_000)), length: 200_000_000);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.UploadAsync("a", file));

        Assert.True(error.StatusCode is null or System.Net.HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(1, error.Attempts);
        Assert.True(served < 100_000_000, $"{served} bytes were read before the refusal was noticed");
    }

    [Theory]
    [InlineData("a.PNG", "*/*", "image/png")]
    [InlineData("a.jpeg", "image/*", "image/jpeg")]
    [InlineData("a.jpeg", "image/png, image/jpeg", "image/jpeg")]
    [InlineData("a.jpeg", "image/png, application/pdf", "image/png")]
    [InlineData("a.jpeg", "application/octet-stream", "application/octet-stream")]
    [InlineData("a.unknown", "*/*", "application/octet-stream")]
    [InlineData("a", "*/*", "application/octet-stream")]
    [InlineData(null, "*/*", "application/octet-stream")]
    public void The_type_follows_from_the_name_where_the_document_allows_it(string? name, string documented, string type)
    {
        var request = new ApiRequest("/a");
        request.BinaryBody(documented, ApiFile.FromBytes(default, name));
        Assert.Equal(type, request.Body!.ContentType);
    }

    [Fact]
    public void A_given_content_type_overrides_all_others()
    {
        var request = new ApiRequest("/a");
        request.BinaryBody("image/png", ApiFile.FromBytes(default, "a.jpeg", "image/webp"));
        Assert.Equal("image/webp", request.Body!.ContentType);
    }

    [Fact]
    public void Parts_take_scalars_lists_and_json()
    {
        var request = new ApiRequest("/a");
        request.MultipartBody("multipart/form-data");
        request.PartValue<long, Int64Json>("n", 5, "text/plain");
        request.PartList<string, StringJson>("tag", ["x", "y"]);
        request.PartJson<Pet, Pet>("pet", new Pet { Id = "a" });
        request.PartFiles("files", [ApiFile.FromBytes(new byte[1]), ApiFile.FromBytes(new byte[1], "b.txt")]);
        request.PartFile("none", null);
        request.Part<string, StringJson>("none", null);

        string text = ParameterTests.TextOf(request.Body!);

        Assert.Equal(7, text.Split("--clerkgen-").Length - 1);
        Assert.Contains("name=\"n\"\r\nContent-Type: text/plain\r\n\r\n5\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"pet\"\r\nContent-Type: application/json\r\n\r\n{\"id\":\"a\"}\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"files\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_of_text_and_files_have_their_types()
    {
        var text = new ApiRequest("/a");
        text.TextBody("text/plain", "schön");
        RequestBody textBody = text.Body!;
        var file = new ApiRequest("/a");
        file.BinaryBody("application/pdf", ApiFile.FromBytes(new byte[3], "a.bin"));
        RequestBody fileBody = file.Body!;

        Assert.Equal(("text/plain; charset=utf-8", "schön"), (textBody.ContentType, ParameterTests.TextOf(textBody)));
        Assert.Equal(("application/pdf", 3L), (fileBody.ContentType, fileBody.Length));
    }

    private sealed class EndlessStream(Action<int> onRead, long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = (int)Math.Min(_left, buffer.Length);
            _left -= count;
            onRead(count);
            return new ValueTask<int>(count);
        }
    }
}
