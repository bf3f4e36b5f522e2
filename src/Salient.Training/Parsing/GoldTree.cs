using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>A sentence's tree as annotated, made projective, and what each move would lose of it.</summary>
internal sealed class GoldTree
{
    private readonly int[] heads;
    private readonly int[] labels;

    public GoldTree(TreebankSentence sentence, ActionSet actions)
    {
        var n = sentence.Words.Length;
        heads = [.. sentence.Words.Select(w => w.Head < 0 ? n : w.Head)];
        labels = [.. sentence.Words.Select(w => Array.IndexOf(actions.Relations, w.Relation))];
        Lift(n);
    }

    /// <summary>Marks the moves that lose nothing more than must be lost.</summary>
    public void Good(ParseState state, ActionSet actions, Span<bool> good)
    {
        good[..actions.Count].Clear();
        var s0 = state.Stack(0);
        var s1 = state.Stack(1);
        var b = state.Next;
        var n = state.Count;
        var shift = b < n ? ShiftCost(state, b) : int.MaxValue;
        var (later, laterThanNext) = Children(s0, b, n);
        var left = b < n ? laterThanNext + (heads[b] == s0 ? 1 : 0) + (heads[s0] == s1 || heads[s0] > b ? 1 : 0) : int.MaxValue;
        var right = s1 >= 0 ? later + (heads[s0] >= b ? 1 : 0) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(left, right));
        good[ActionSet.Shift] = shift == least;
        if (left == least)
        {
            Mark(good, actions, 1, actions.LeftEnd, heads[s0] == b, actions.Left(labels[s0]), actions);
        }

        if (right == least)
        {
            Mark(good, actions, actions.LeftEnd, actions.Count, heads[s0] == s1, actions.Right(labels[s0]), actions);
        }
    }

    private static void Mark(Span<bool> good, ActionSet set, int from, int to, bool isArc, int label, ActionSet actions)
    {
        if (isArc && label >= 0)
        {
            good[label] = true;
            return;
        }

        good[from..to].Fill(true);
        good[set.Left(actions.RootLabel)] = false;
    }

    private int ShiftCost(ParseState state, int b)
    {
        var cost = 0;
        for (var k = 0; k < state.Depth; k++)
        {
            var s = state.Stack(k);
            cost += heads[s] == b ? 1 : 0;
            cost += k > 0 && heads[b] == s ? 1 : 0;
        }

        return cost;
    }

    private (int FromNext, int AfterNext) Children(int of, int next, int count)
    {
        var after = 0;
        for (var i = next + 1; i < count; i++)
        {
            after += heads[i] == of ? 1 : 0;
        }

        return (after + (next < count && heads[next] == of ? 1 : 0), after);
    }

    private void Lift(int n)
    {
        for (var again = true; again;)
        {
            again = false;
            var shortest = int.MaxValue;
            var word = -1;
            for (var i = 0; i < n; i++)
            {
                var h = heads[i];
                if (h < n && Math.Abs(h - i) < shortest && Crosses(i, h))
                {
                    shortest = Math.Abs(h - i);
                    word = i;
                }
            }

            if (word >= 0 && heads[heads[word]] < n)
            {
                heads[word] = heads[heads[word]];
                again = true;
            }
        }
    }

    /// <summary>Whether a word between the two hangs outside of the head's own.</summary>
    private bool Crosses(int word, int head)
    {
        for (var i = Math.Min(word, head) + 1; i < Math.Max(word, head); i++)
        {
            var up = i;
            while (up < heads.Length && up != head)
            {
                up = heads[up];
            }

            if (up != head)
            {
                return true;
            }
        }

        return false;
    }
}
