namespace Salient.Parsing;

/// <summary>A parse under way: stack, next word, and what hangs on each word so far. Reused from sentence to sentence.</summary>
internal sealed class ParseState
{
    /// <summary>Stands for "no word" in the arrays of children.</summary>
    public const int Nobody = -1;

    private int[] stack = [];

    /// <summary>Words of the sentence; the root's index too.</summary>
    public int Count { get; private set; }

    /// <summary>The next word, <see cref="Count"/> when only the root is left.</summary>
    public int Next { get; private set; }

    /// <summary>Words on the stack.</summary>
    public int Depth { get; private set; }

    public int[] Heads { get; private set; } = [];

    public byte[] Labels { get; private set; } = [];

    /// <summary>The furthest child to the left, and so on for the others.</summary>
    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public byte[] LeftCount { get; private set; } = [];

    public byte[] RightCount { get; private set; } = [];

    /// <summary>Key of the relations to the left, in order.</summary>
    public ulong[] LeftSet { get; private set; } = [];

    public ulong[] RightSet { get; private set; } = [];

    /// <summary>True when one word is left and only the root follows.</summary>
    public bool Finished => Depth == 0 && Next == Count;

    /// <summary>Begins a sentence of <paramref name="count"/> words.</summary>
    public void Begin(int count)
    {
        if (stack.Length <= count)
        {
            Grow(Math.Max(64, (count + 1) * 2));
        }

        Count = count;
        Next = 0;
        Depth = 0;
        Heads.AsSpan(0, count + 1).Fill(Nobody);
        Labels.AsSpan(0, count + 1).Clear();
        Left1.AsSpan(0, count + 1).Fill(Nobody);
        Left2.AsSpan(0, count + 1).Fill(Nobody);
        Right1.AsSpan(0, count + 1).Fill(Nobody);
        Right2.AsSpan(0, count + 1).Fill(Nobody);
        LeftCount.AsSpan(0, count + 1).Clear();
        RightCount.AsSpan(0, count + 1).Clear();
        LeftSet.AsSpan(0, count + 1).Clear();
        RightSet.AsSpan(0, count + 1).Clear();
    }

    /// <summary>The word <paramref name="below"/> places under the top of the stack, or <see cref="Nobody"/>.</summary>
    public int Stack(int below) => below < Depth ? stack[Depth - 1 - below] : Nobody;

    public void Shift() => stack[Depth++] = Next++;

    /// <summary>Hangs the top of the stack on the next word.</summary>
    public void Left(byte label, ulong key)
    {
        var child = stack[--Depth];
        Heads[child] = Next;
        Labels[child] = label;
        Left2[Next] = Left1[Next];
        Left1[Next] = child;
        LeftCount[Next] = (byte)Math.Min(LeftCount[Next] + 1, 7);
        LeftSet[Next] = (LeftSet[Next] * 31) + key;
    }

    /// <summary>Hangs the top of the stack on the word below it.</summary>
    public void Right(byte label, ulong key)
    {
        var child = stack[--Depth];
        var head = stack[Depth - 1];
        Heads[child] = head;
        Labels[child] = label;
        Right2[head] = Right1[head];
        Right1[head] = child;
        RightCount[head] = (byte)Math.Min(RightCount[head] + 1, 7);
        RightSet[head] = (RightSet[head] * 31) + key;
    }

    /// <summary>Makes the move <paramref name="action"/>.</summary>
    public void Move(int action, ActionSet actions)
    {
        if (action == ActionSet.Shift)
        {
            Shift();
            return;
        }

        var label = actions.Label(action);
        if (action < actions.LeftEnd)
        {
            Left(label, actions.LabelKeys[label]);
        }
        else
        {
            Right(label, actions.LabelKeys[label]);
        }
    }

    private void Grow(int size)
    {
        stack = new int[size];
        Heads = new int[size];
        Labels = new byte[size];
        Left1 = new int[size];
        Left2 = new int[size];
        Right1 = new int[size];
        Right2 = new int[size];
        LeftCount = new byte[size];
        RightCount = new byte[size];
        LeftSet = new ulong[size];
        RightSet = new ulong[size];
    }
}
