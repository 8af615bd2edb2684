using System.Buffers.Binary;

namespace ClerkGen.Responses;

/// <summary>The checksum of gzip (RFC 1952, section 8), eight bytes at a time.</summary>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Width = 8;

    private static readonly uint[] Table = CreateTable();

    private uint _inverse;

    /// <summary>The checksum of the added bytes.</summary>
    internal readonly uint Value => _inverse;

    /// <summary>Adds bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
        uint crc = ~_inverse;
        while (bytes.Length >= Width)
        {
            uint low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[(7 * 256) + (int)(low & 0xFF)] ^ table[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ table[(5 * 256) + (int)((low >> 16) & 0xFF)] ^ table[(4 * 256) + (int)(low >> 24)]
                ^ table[(3 * 256) + (int)(high & 0xFF)] ^ table[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ table[256 + (int)((high >> 16) & 0xFF)] ^ table[(int)(high >> 24)];
            bytes = bytes[Width..];
        }

        foreach (byte each in bytes)
        {
            crc = (crc >> 8) ^ table[(int)((crc ^ each) & 0xFF)];
        }

        _inverse = ~crc;
    }

    private static uint[] CreateTable()
    {
        uint[] table = new uint[Width * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        for (int i = 256; i < table.Length; i++)
        {
            uint before = table[i - 256];
            table[i] = (before >> 8) ^ table[(int)(before & 0xFF)];
        }

        return table;
    }
}
