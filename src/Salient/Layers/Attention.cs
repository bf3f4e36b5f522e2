using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>What the heads of a transformer's layer make of a sentence: each piece takes of every piece the more, the better that one answers.</summary>
internal static class Attention
{
    /// <summary>Columns of one head.</summary>
    public const int HeadWidth = 32;

    // e to the power of this is as good as nothing; shares of much less would be too small for whole floats, with which processors are slow.
    private const float Faintest = -60;

    private static readonly float Scale = 1 / MathF.Sqrt(HeadWidth);

    /// <summary>Numbers that <see cref="Hear"/> needs room for.</summary>
    /// <param name="pieces">Pieces of the sentence.</param>
    public static int Room(int pieces) => (HeadWidth * (Up(pieces) + pieces)) + (pieces * Up(pieces));

    /// <summary>Lets some pieces of a sentence hear all of it.</summary>
    /// <param name="heard">Pieces x width: what each asks; gets what each hears.</param>
    /// <param name="rows">Pieces that hear.</param>
    /// <param name="answers">Pieces of the sentence x two widths: what answers, then what is passed on.</param>
    /// <param name="count">Pieces of the sentence.</param>
    /// <param name="width">Columns.</param>
    /// <param name="room">Room to compute in.</param>
    public static void Hear(Span<float> heard, int rows, ReadOnlySpan<float> answers, int count, int width, Span<float> room)
    {
        var padded = Up(count);
        var turned = room[..(HeadWidth * padded)];
        var passed = room.Slice(turned.Length, HeadWidth * count);
        var weights = room.Slice(turned.Length + passed.Length, rows * padded);
        turned.Clear();
        for (var head = 0; head < width; head += HeadWidth)
        {
            for (var j = 0; j < count; j++)
            {
                var row = answers.Slice(j * 2 * width, 2 * width);
                var answer = row.Slice(head, HeadWidth);
                for (var d = 0; d < answer.Length; d++)
                {
                    turned[(d * padded) + j] = answer[d];
                }

                row.Slice(width + head, HeadWidth).CopyTo(passed[(j * HeadWidth)..]);
            }

            Products.Multiply(heard[head..], width, turned, weights, padded, rows, HeadWidth, padded, add: false);
            for (var i = 0; i < rows; i++)
            {
                Share(weights.Slice(i * padded, padded), count);
            }

            Products.Multiply(weights, padded, passed, heard[head..], width, rows, count, HeadWidth, add: false);
        }
    }

    private static int Up(int pieces) => (pieces + Products.Columns - 1) / Products.Columns * Products.Columns;

    // How much of each piece is taken: a softmax over their answers; lanes behind the last piece take nothing.
    private static void Share(Span<float> answers, int count)
    {
        ref var to = ref MemoryMarshal.GetReference(answers);
        var padded = (nuint)answers.Length;
        for (var j = padded - Products.Columns; j < padded; j += 8)
        {
            var behind = Vector256.GreaterThanOrEqual(Vector256<int>.Indices, Vector256.Create(count - (int)j)).AsSingle();
            Vector256.ConditionalSelect(behind, Vector256.Create(-1e9f), Vector256.LoadUnsafe(ref to, j)).StoreUnsafe(ref to, j);
        }

        var (left, right) = (Vector256.LoadUnsafe(ref to), Vector256.LoadUnsafe(ref to, 8));
        for (nuint j = 16; j < padded; j += 16)
        {
            left = Vector256.MaxNative(left, Vector256.LoadUnsafe(ref to, j));
            right = Vector256.MaxNative(right, Vector256.LoadUnsafe(ref to, j + 8));
        }

        left = Vector256.MaxNative(left, right);
        var four = Vector128.MaxNative(left.GetLower(), left.GetUpper());
        var most = MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
        var total = Vector256<float>.Zero;
        for (nuint at = 0; at < padded; at += 8)
        {
            var power = Curves.Exp(Vector256.MaxNative((Vector256.LoadUnsafe(ref to, at) - Vector256.Create(most)) * Scale, Vector256.Create(Faintest)));
            power.StoreUnsafe(ref to, at);
            total += power;
        }

        var share = Vector256.Create(1 / Lanes.Total(total));
        for (nuint j = 0; j < padded; j += 8)
        {
            (Vector256.LoadUnsafe(ref to, j) * share).StoreUnsafe(ref to, j);
        }
    }
}
