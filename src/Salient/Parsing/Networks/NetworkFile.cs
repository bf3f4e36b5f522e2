using System.Runtime.InteropServices;

namespace Salient.Parsing.Networks;

/// <summary>Turns the network's numbers into bytes and back: a signed byte for each number of a row that is looked up, with the row's size, and two bytes for the others.</summary>
internal static class NetworkFile
{
    /// <summary>How many bytes a network takes.</summary>
    public static int Length(NetworkShape shape) => shape.Dense + (2 * (shape.Dense / shape.Width)) + (2 * (shape.Size - shape.Dense));

    /// <summary>Rounds and writes.</summary>
    public static byte[] Pack(NetworkShape shape, ReadOnlySpan<float> weights)
    {
        var bytes = new byte[Length(shape)];
        var parts = new Parts(shape, bytes);
        for (var r = 0; r < parts.Sizes.Length; r++)
        {
            var row = weights.Slice(r * shape.Width, shape.Width);
            var most = 0f;
            foreach (var x in row)
            {
                most = MathF.Max(most, MathF.Abs(x));
            }

            parts.Sizes[r] = (Half)(most / 127);
            var size = MathF.Max((float)parts.Sizes[r], 1e-7f);
            for (var j = 0; j < row.Length; j++)
            {
                parts.Rows[(r * shape.Width) + j] = (sbyte)Math.Clamp(MathF.Round(row[j] / size), -127f, 127f);
            }
        }

        for (var i = 0; i < parts.Rest.Length; i++)
        {
            parts.Rest[i] = (Half)weights[shape.Dense + i];
        }

        return bytes;
    }

    /// <summary>Reads.</summary>
    public static float[] Unpack(NetworkShape shape, byte[] bytes)
    {
        var weights = new float[shape.Size];
        Parallel.For(0, 4, part =>
        {
            var parts = new Parts(shape, bytes);
            var count = parts.Sizes.Length;
            for (var r = count * part / 4; r < count * (part + 1) / 4; r++)
            {
                var size = (float)parts.Sizes[r];
                var row = parts.Rows.Slice(r * shape.Width, shape.Width);
                var to = weights.AsSpan(r * shape.Width, shape.Width);
                for (var j = 0; j < row.Length; j++)
                {
                    to[j] = row[j] * size;
                }
            }

            for (var i = parts.Rest.Length * part / 4; i < parts.Rest.Length * (part + 1) / 4; i++)
            {
                weights[shape.Dense + i] = (float)parts.Rest[i];
            }
        });
        return weights;
    }

    private readonly ref struct Parts
    {
        public Parts(NetworkShape shape, Span<byte> bytes)
        {
            var rows = shape.Dense / shape.Width;
            Rows = MemoryMarshal.Cast<byte, sbyte>(bytes[..shape.Dense]);
            Sizes = MemoryMarshal.Cast<byte, Half>(bytes.Slice(shape.Dense, 2 * rows));
            Rest = MemoryMarshal.Cast<byte, Half>(bytes[(shape.Dense + (2 * rows))..]);
        }

        public Span<sbyte> Rows { get; }

        public Span<Half> Sizes { get; }

        public Span<Half> Rest { get; }
    }
}
