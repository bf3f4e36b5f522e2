using Salient.Parsing.Networks;

namespace Salient.Tests.Parsing.Networks;

public sealed class ProjectiveTests
{
    [Fact]
    public void Decode_SmallSentences_FindsTheBestOfAllTrees()
    {
        var random = new Random(11);
        var decoder = new Projective();
        for (var round = 0; round < 300; round++)
        {
            var n = 1 + (round % 5);
            float[] scores = [.. Enumerable.Range(0, n * (n + 1)).Select(_ => random.NextSingle())];
            var heads = new int[n];
            decoder.Decode(scores, n + 1, n, heads);
            IsTree(heads).ShouldBeTrue();
            ((double)Sum(scores, heads)).ShouldBe(All(n).Max(t => Sum(scores, t)), 1e-5);
        }
    }

    [Fact]
    public void Decode_LongSentence_GivesATree()
    {
        var random = new Random(3);
        var heads = new int[120];
        new Projective().Decode([.. Enumerable.Range(0, 120 * 121).Select(_ => random.NextSingle())], 121, 120, heads);
        IsTree(heads).ShouldBeTrue();
    }

    private static IEnumerable<int[]> All(int n)
    {
        var count = (int)Math.Pow(n + 1, n);
        for (var code = 0; code < count; code++)
        {
            var heads = new int[n];
            var rest = code;
            for (var i = 0; i < n; i++)
            {
                (heads[i], rest) = (rest % (n + 1), rest / (n + 1));
            }

            if (IsTree(heads))
            {
                yield return heads;
            }
        }
    }

    /// <summary>One root, no circle, no crossing arcs.</summary>
    private static bool IsTree(int[] heads)
    {
        var n = heads.Length;
        bool Under(int word, int top)
        {
            for (var steps = 0; steps <= n; steps++)
            {
                if (word == top)
                {
                    return true;
                }

                if (word == n)
                {
                    return false;
                }

                word = heads[word];
            }

            return false;
        }

        return heads.Count(h => h == n) == 1 && Enumerable.Range(0, n).All(i => Under(i, n) && (heads[i] == n || Between(i, heads[i]).All(k => Under(k, heads[i]))));
    }

    private static IEnumerable<int> Between(int a, int b) => Enumerable.Range(Math.Min(a, b) + 1, Math.Max(0, Math.Abs(a - b) - 1));

    private static float Sum(float[] scores, int[] heads) => heads.Select((h, i) => scores[(i * (heads.Length + 1)) + h]).Sum();
}
