namespace Salient.Parsing;

/// <summary>Grows a sentence's tree from left to right, one move after the other, each the best by its score.</summary>
internal sealed class TransitionParser(WideTable tags, WeightTable words, ActionSet actions)
{
    /// <summary>Rows for one thread to parse with.</summary>
    public FeatureRows MakeRows() => new(tags.Bits, words.Bits);

    /// <summary>Parses; heads and relations are left in <paramref name="state"/>, the root's head being the number of words.</summary>
    public void Parse(ParseInput input, ParseState state, FeatureRows rows)
    {
        Span<short> scores = stackalloc short[WeightTable.MaxClasses];
        state.Begin(input.Count);
        while (!state.Finished)
        {
            if (Forced(state, actions, out var action))
            {
                state.Move(action, actions);
                continue;
            }

            ParseFeatures.Fill(state, input, actions.LabelKeys, rows);
            words.Score(rows.Words, actions.Count, scores);
            tags.Add(rows.Tags, actions.Count, scores);
            state.Move(Best(state, scores, actions), actions);
        }
    }

    /// <summary>The only move there is, where there is but one.</summary>
    public static bool Forced(ParseState state, ActionSet actions, out int action)
    {
        if (state.Depth == 0)
        {
            action = ActionSet.Shift;
            return true;
        }

        action = actions.Left(actions.RootLabel);
        return state.Next == state.Count && state.Depth == 1;
    }

    /// <summary>The best move that is allowed: nothing but the last word left hangs on the root.</summary>
    public static int Best(ParseState state, ReadOnlySpan<short> scores, ActionSet actions)
    {
        var root = actions.Left(actions.RootLabel);
        var best = -1;
        var from = state.Next < state.Count ? 0 : actions.LeftEnd;
        var to = state.Depth > 1 ? actions.Count : actions.LeftEnd;
        for (var i = from; i < to; i++)
        {
            if (i != root && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        return best;
    }
}
