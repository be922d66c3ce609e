namespace StudySuite.Sessions.Tests.Abuse;

/// <summary>Two gigabytes of zeros that are made as they are read, and counted.</summary>
internal sealed class TwoGigabytes : Stream
{
    private const long Size = 2L << 30;

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => Size;

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var some = (int)Math.Min(count, Size - Given);
        Array.Clear(buffer, offset, some);
        Given += some;
        return some;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
