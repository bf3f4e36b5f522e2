using System.Runtime.Intrinsics;

namespace Salient.Parsing.Networks;

/// <summary>Finds the best tree without crossing arcs and with one root (Eisner 1996). Reused from sentence to sentence; for one thread at a time.</summary>
internal sealed class Projective
{
    private const int Lane = 8;
    // Best sums of spans, a row for each first word; what is looked up by its last word lies the other way round as well, a row for each last word.
    private float[] toRight = [];
    private float[] toLeftByLast = [];
    private float[] doneRight = [];
    private float[] doneRightByLast = [];
    private float[] doneLeft = [];
    private float[] doneLeftByLast = [];
    private short[] cut = [];
    private short[] cutRight = [];
    private short[] cutLeft = [];

    /// <summary>Writes the heads; the root's is <paramref name="n"/>.</summary>
    /// <param name="scores">A row for each word: how well each word would do as its head, then the root.</param>
    /// <param name="stride">Numbers from row to row.</param>
    /// <param name="n">Words.</param>
    /// <param name="heads">Gets the heads.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        if (Simple(scores, stride, n, heads))
        {
            return;
        }

        Grow(n * n);
        for (var i = 0; i < n; i++)
        {
            doneRight[(i * n) + i] = doneLeft[(i * n) + i] = doneRightByLast[(i * n) + i] = doneLeftByLast[(i * n) + i] = 0;
        }

        for (var length = 1; length < n; length++)
        {
            for (var i = 0; i + length < n; i++)
            {
                Span(scores, stride, n, i, i + length);
            }
        }

        var root = 0;
        var best = float.NegativeInfinity;
        for (var r = 0; r < n; r++)
        {
            var score = doneLeft[r] + doneRight[(r * n) + n - 1] + scores[(r * stride) + n];
            if (score > best)
            {
                (best, root) = (score, r);
            }
        }

        heads[root] = n;
        Back(n, 0, root, false, true, heads);
        Back(n, root, n - 1, true, true, heads);
    }

    /// <summary>Takes each word's best head, where that makes a tree.</summary>
    private static bool Simple(ReadOnlySpan<float> scores, int stride, int n, Span<int> heads)
    {
        var root = -1;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * stride, n + 1);
            var best = i == 0 ? n : 0;
            for (var h = 0; h <= n; h++)
            {
                best = h != i && row[h] > row[best] ? h : best;
            }

            heads[i] = best;
            if (best == n)
            {
                if (root >= 0)
                {
                    return false;
                }

                root = i;
            }
        }

        return root >= 0 && IsProjective(heads, n);
    }

    /// <summary>Whether every word between a word and its head hangs under the head.</summary>
    private static bool IsProjective(ReadOnlySpan<int> heads, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var h = heads[i];
            if (h == n)
            {
                continue;
            }

            for (var k = Math.Min(i, h) + 1; k < Math.Max(i, h); k++)
            {
                if (heads[k] == n || heads[k] < Math.Min(i, h) || heads[k] > Math.Max(i, h))
                {
                    return false;
                }
            }
        }

        // No arcs cross and none spans the root: what is left to rule out is a circle.
        for (var i = 0; i < n; i++)
        {
            var up = i;
            for (var steps = 0; up != n; up = heads[up])
            {
                if (steps++ > n)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Span(ReadOnlySpan<float> scores, int stride, int n, int i, int j)
    {
        var (cell, mirrored, length) = ((i * n) + j, (j * n) + i, j - i);
        var (best, at) = Best(doneRight.AsSpan((i * n) + i, length), doneLeftByLast.AsSpan(mirrored + 1, length));
        cut[cell] = (short)(i + at);
        toRight[cell] = best + scores[(j * stride) + i];
        toLeftByLast[mirrored] = best + scores[(i * stride) + j];

        (best, at) = Best(toRight.AsSpan((i * n) + i + 1, length), doneRightByLast.AsSpan(mirrored + 1, length));
        doneRight[cell] = doneRightByLast[mirrored] = best;
        cutRight[cell] = (short)(i + 1 + at);

        (best, at) = Best(doneLeft.AsSpan((i * n) + i, length), toLeftByLast.AsSpan(mirrored, length));
        doneLeft[cell] = doneLeftByLast[mirrored] = best;
        cutLeft[cell] = (short)(i + at);
    }

    // The first of the greatest sums of two rows.
    private static (float Sum, int At) Best(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (best, at, k) = (float.NegativeInfinity, 0, 0);
        if (a.Length >= Lane)
        {
            (best, at) = BestOfWhole(a, b);
            k = a.Length / Lane * Lane;
        }

        b = b[..a.Length];
        for (; k < a.Length; k++)
        {
            var sum = a[k] + b[k];
            if (sum > best)
            {
                (best, at) = (sum, k);
            }
        }

        return (best, at);
    }

    // The same over whole lanes, at least one.
    private static (float Sum, int At) BestOfWhole(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector256.Create(a) + Vector256.Create(b);
        var places = Vector256<int>.Indices;
        var found = places;
        for (var k = Lane; k + Lane <= a.Length; k += Lane)
        {
            places += Vector256.Create(Lane);
            var next = Vector256.Create(a[k..]) + Vector256.Create(b[k..]);
            var more = Vector256.GreaterThan(next, sums);
            sums = Vector256.ConditionalSelect(more, next, sums);
            found = Vector256.ConditionalSelect(more.AsInt32(), places, found);
        }

        var four = Vector128.Max(sums.GetLower(), sums.GetUpper());
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2)));
        var best = four.ToScalar();
        var first = Vector256.ConditionalSelect(Vector256.Equals(sums, Vector256.Create(best)).AsInt32(), found, Vector256.Create(int.MaxValue));
        var least = Vector128.Min(first.GetLower(), first.GetUpper());
        least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(2, 3, 0, 1)));
        least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(1, 0, 3, 2)));
        return (best, least.ToScalar());
    }

    private void Back(int n, int i, int j, bool right, bool done, Span<int> heads)
    {
        if (i == j)
        {
            return;
        }

        var cell = (i * n) + j;
        if (!done)
        {
            heads[right ? j : i] = right ? i : j;
            Back(n, i, cut[cell], true, true, heads);
            Back(n, cut[cell] + 1, j, false, true, heads);
        }
        else if (right)
        {
            Back(n, i, cutRight[cell], true, false, heads);
            Back(n, cutRight[cell], j, true, true, heads);
        }
        else
        {
            Back(n, i, cutLeft[cell], false, true, heads);
            Back(n, cutLeft[cell], j, false, false, heads);
        }
    }

    private void Grow(int size)
    {
        if (toRight.Length < size)
        {
            size *= 2;
            (toRight, toLeftByLast) = (new float[size], new float[size]);
            (doneRight, doneRightByLast, doneLeft, doneLeftByLast) = (new float[size], new float[size], new float[size], new float[size]);
            (cut, cutRight, cutLeft) = (new short[size], new short[size], new short[size]);
        }
    }
}
