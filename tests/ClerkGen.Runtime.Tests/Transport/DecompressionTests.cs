using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using ClerkGen.Responses;

namespace ClerkGen.Runtime.Tests.Transport;

public sealed class DecompressionTests
{
    // Half of it does not compress, so that the compressed body is longer than the buffer it is read into.
    private static readonly byte[] Plain = CreatePlain();
    private static readonly byte[] Compressed = Compress(Plain);

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(7, 100_000)]
    [InlineData(4096, 3)]
    [InlineData(100_000, 65_536)]
    public async Task Brotli_is_read_however_it_is_cut_into_pieces(int arriving, int asked)
    {
        foreach (bool isAsync in (bool[])[true, false])
        {
            using var body = new BrotliBody(new PieceStream(Compressed, arriving));
            using var read = new MemoryStream();
            byte[] buffer = new byte[asked];
            int count;
            while ((count = isAsync ? await body.ReadAsync(buffer) : body.Read(buffer)) > 0)
            {
                read.Write(buffer, 0, count);
            }

            Assert.Equal(Plain, read.ToArray());
            Assert.Equal(0, isAsync ? await body.ReadAsync(buffer) : body.Read(buffer));
        }
    }

    [Fact]
    public void Brotli_that_is_cut_off_anywhere_is_an_error()
    {
        foreach (int length in (int[])[1, 2, 100, Compressed.Length / 2, Compressed.Length - 1])
        {
            using var body = new BrotliBody(new PieceStream(Compressed[..length], 4096));
            Assert.Throws<CutOffException>(() => body.CopyTo(Stream.Null));
        }
    }

    [Fact]
    public void A_body_that_is_not_brotli_is_an_error()
    {
        using var body = new BrotliBody(new PieceStream("{\"id\":\"a\",\"name\":\"Ada\"}"u8.ToArray(), 4096));

        Assert.Throws<InvalidDataException>(() => body.CopyTo(Stream.Null));
    }

    [Fact]
    public void No_body_is_an_empty_one()
    {
        using var body = new BrotliBody(new PieceStream([], 1));

        Assert.Equal(0, body.Read(new byte[10]));
    }

    [Fact]
    public void Text_after_the_end_of_brotli_is_not_part_of_the_body()
    {
        using var body = new BrotliBody(new PieceStream([.. Compressed, 1, 2, 3], 4096));
        using var read = new MemoryStream();
        body.CopyTo(read);

        Assert.Equal(Plain, read.ToArray());
    }

    [Fact]
    public void A_closed_body_is_not_read()
    {
        var source = new PieceStream(Compressed, 4096);
        var body = new BrotliBody(source);
        body.Dispose();
        body.Dispose();

        Assert.True(source.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => body.Read(new byte[10]));
    }

    [Fact]
    public void The_trimmers_switch_is_the_one_that_the_code_asks()
    {
        Assembly runtime = typeof(ApiClient).Assembly;
        using Stream resource = runtime.GetManifestResourceStream("ILLink.Substitutions.xml")!;
        XElement type = XDocument.Load(resource).Root!.Element("assembly")!.Element("type")!;
        XElement method = type.Element("method")!;
        MethodInfo getter = runtime.GetType((string)type.Attribute("fullname")!, throwOnError: true)!
            .GetProperty("IsSupported", BindingFlags.Static | BindingFlags.NonPublic)!.GetMethod!;

        Assert.Equal($"{getter.ReturnType} {getter.Name}()", (string?)method.Attribute("signature"));
        Assert.Equal("ClerkGen.Decompression", (string?)method.Attribute("feature"));
        Assert.Equal("gzip, br", Decompression.Accepted);
    }

    private static byte[] CreatePlain()
    {
        byte[] plain = new byte[200_000];
        new Random(1).NextBytes(plain.AsSpan(100_000));
        return plain;
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }

    private sealed class PieceStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public bool IsClosed { get; private set; }

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
