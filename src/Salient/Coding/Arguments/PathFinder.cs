using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Follows a frame's path from its trigger to an argument's head word.</summary>
internal sealed class PathFinder(FrameSet frames)
{
    private readonly DeepSyntax deep = new(frames);

    /// <summary>The head word at the end of <paramref name="path"/>, or -1.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="trigger">The trigger's token.</param>
    /// <param name="clause">The head of the clause that it carries.</param>
    /// <param name="path">The path.</param>
    public int Follow(Sentence s, int trigger, int clause, string path)
    {
        switch (path)
        {
            case "self":
                return trigger;
            case "governor":
                return s.Tokens[trigger].Head;
            case "subject":
                return Subject(s, trigger, clause);
            case "owner":
                return deep.Owner(s, trigger);
            case "object":
                return deep.Object(s, trigger);
            case "sibling":
                return deep.Sibling(s, trigger);
            case "iobject":
                return s.Child(trigger, "iobj") is >= 0 and var indirect ? indirect : Prepositional(s, trigger, clause, "to");
            case "complement":
                return s.Child(trigger, "xcomp") is >= 0 and var x ? x : s.Child(trigger, "ccomp");
            default:
                return Prepositional(s, trigger, clause, path);
        }
    }

    /// <summary>The first of <paramref name="paths"/> that leads somewhere, or -1.</summary>
    public int First(Sentence s, int trigger, int clause, ImmutableArray<string> paths)
    {
        foreach (var path in paths)
        {
            if (Follow(s, trigger, clause, path) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }

    private int Subject(Sentence s, int trigger, int clause)
    {
        if (s.Tokens[trigger].Tag is Upos.ADJ or Upos.ADV && s.Is(trigger, "amod"))
        {
            return s.Tokens[trigger].Head;
        }

        var own = deep.Subject(s, trigger);
        return own >= 0 || clause == trigger || s.Child(trigger, "cop") >= 0 ? own
            : s.Tokens[trigger].Tag is Upos.NOUN or Upos.PROPN && s.Is(trigger, "nsubj") ? -1 : deep.Subject(s, clause);
    }

    private static int Prepositional(Sentence s, int trigger, int clause, string preposition)
    {
        foreach (var c in s.Children(trigger))
        {
            if ((s.Is(c, "obl") || s.Is(c, "nmod") || s.Is(c, "advcl") || s.Is(c, "acl")) && Carries(s, c, preposition))
            {
                return c;
            }
        }

        if (clause == trigger || clause < 0)
        {
            return -1;
        }

        foreach (var c in s.Children(clause))
        {
            if (s.Is(c, "obl") && c > trigger && Carries(s, c, preposition))
            {
                return c;
            }
        }

        return -1;
    }

    private static bool Carries(Sentence s, int t, string preposition)
    {
        if (s.Preposition(t) == preposition)
        {
            return true;
        }

        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "mark") && s.Tokens[c].Form.Equals(preposition, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
