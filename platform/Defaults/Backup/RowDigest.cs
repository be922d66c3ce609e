using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StudySuite.Defaults.Backup;

/// <summary>
/// Count and hash of a table's rows, whatever their order: servers sort text differently. The sum of the rows' SHA-256,
/// so that two equal rows do not cancel each other out.
/// </summary>
internal sealed class RowDigest
{
    private readonly ulong[] sum = new ulong[4];

    public long Count { get; private set; }

    public void Add(string row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(row), hash);
        UInt128 carry = 0;
        for (var part = 0; part < sum.Length; part++)
        {
            carry += (UInt128)sum[part] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(part * 8)..]);
            sum[part] = (ulong)carry;
            carry >>= 64;
        }

        Count++;
    }

    public BackupItem ToItem() =>
        new(Count, string.Concat(sum.Select(part => part.ToString("x16", CultureInfo.InvariantCulture))));
}
