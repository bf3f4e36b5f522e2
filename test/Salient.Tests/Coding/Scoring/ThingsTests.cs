using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

/// <summary>What is given or short is named with what belongs to it, and is not who gets it.</summary>
public sealed class ThingsTests
{
    [Fact]
    public void Item_WhoGetsIt_IsNotIt() =>
        Item("They they PRON 2 nsubj", "supplied supply VERB 0 root", "troops troop NOUN 2 obj Plural", "with with ADP 6 case", "warm warm ADJ 6 amod", "tents tent NOUN 2 obl Plural").ShouldBe("warm tents");

    [Fact]
    public void Item_Listed_IsNamedWithWhatIsListed() =>
        Item("They they PRON 2 nsubj", "sent send VERB 0 root", "tents tent NOUN 2 obj Plural", "and and CCONJ 5 cc", "stoves stove NOUN 3 conj Plural").ShouldBe("tents and stoves");

    [Fact]
    public void Item_ThatRunsOut_IsBehindOf() =>
        Item("They they PRON 2 nsubj", "ran run VERB 0 root", "out out ADP 5 case", "of of ADP 5 case", "coal coal NOUN 2 obl").ShouldBe("coal");

    [Fact]
    public void Item_WhatBelongsToIt_StandsBefore() =>
        Item("They they PRON 2 nsubj", "sent send VERB 0 root", "more more ADV 4 advmod", "modern modern ADJ 6 amod", "field field NOUN 6 compound", "guns gun NOUN 2 obj Plural").ShouldBe("more modern field guns");

    private static string? Item(params string[] words)
    {
        var view = Built.View(words);
        var s = view.Sentences[0];
        var clause = new Clause(1, 1, [], 0, s.Tokens.Length, ClauseType.Main, -1, 0, 0, Array.FindIndex([.. s.Tokens], t => t.Relation == "obj"), "", false, s.Span);
        var claim = new Assertion("logistics", "aid-delivered", s.Span, 0, 1, 1, null, null, [], null, null, null, null, null, null, null, "made", 1);
        return new Things(Built.Frames).Item(view.Report.Text, s, new Unit(0, clause, [], false), claim);
    }
}
