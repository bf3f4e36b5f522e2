using Salient.Acquiring;
using Salient.Training.Measuring.Intake;

namespace Salient.Tests.Cli;

/// <summary>JSON lines without end: memory does not grow with them.</summary>
[Collection(nameof(Watching.Alone))]
public sealed class StreamedInputTests
{
    [Fact]
    public void Acquire_FiftyMegabytesOfLines_HoldsOneAtATime()
    {
        using var endless = new Lines(50 << 20);
        long most = 0, count = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var acquired in new Acquirer(new AcquireOptions { Form = InputForm.JsonLines }, () => endless).Acquire(["-"]))
        {
            acquired.Problem.ShouldBeNull();
            most = ++count % 2000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        count.ShouldBeGreaterThan(10_000);
        most.ShouldBeLessThan(12L << 20);
    }

    private sealed class Lines(long bytes) : Stream
    {
        private byte[] line = [];
        private int at;
        private long number;
        private long given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (at == line.Length)
            {
                if (given > bytes)
                {
                    return 0;
                }

                (line, at) = (LinesMeasure.Line(number++, 300), 0);
            }

            var got = Math.Min(count, line.Length - at);
            line.AsSpan(at, got).CopyTo(buffer.AsSpan(offset));
            (at, given) = (at + got, given + got);
            return got;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
