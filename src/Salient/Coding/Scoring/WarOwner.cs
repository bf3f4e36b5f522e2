using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Coding.Scoring;

/// <summary>Tells whom a judgement of the war itself is about: "an invasion of the country would be a blunder" judges who invades, not who is invaded.</summary>
internal sealed class WarOwner
{
    private static readonly string[] Wars = ["war", "invasion", "aggression"];
    private static readonly string[] Waging = ["invade"];
    private readonly string? home;
    private readonly Party? foe;

    /// <summary>Knows the sides of <paramref name="theatre"/>.</summary>
    public WarOwner(Theatre theatre)
    {
        var roles = SideRole.Of(theatre.Sides);
        home = theatre.Sides.FirstOrDefault(s => s.Home)?.Id;
        foe = theatre.Sides.Where(s => roles[s.Id] == SideRole.Foe).Select(s => new Party(s.Name, s.Id)).FirstOrDefault();
    }

    /// <summary>The judgement, of who wages the war where its subject is the war and names nobody else as waging it.</summary>
    /// <param name="view">The report.</param>
    /// <param name="made">The claim so far.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="told">Set where the words tell who acts.</param>
    public Assertion Settle(ReportView view, Assertion made, Clause clause, ref bool told)
    {
        var s = view.Sentences[made.Sentence];
        if (made.Kind != "assessment" || made.Act is not ("significance" or "forecast") || foe is null || Subject(s, clause) is not (>= 0 and var war))
        {
            return made;
        }

        var phrase = s.Below(war);
        foreach (var m in s.Mentions)
        {
            if (phrase[m.Head] && (Against(s, m) || (m.Type == MentionType.Place && m.Side is null or "none")))
            {
                // "The war in Northhaven", "the invasion of Russia": another war.
                return made;
            }

            if (phrase[m.Head] && m.Side is { } side && side != "none" && side != foe.Side && (side != home || s.Is(m.Head, "amod") || s.Is(m.Head, "nmod:poss") || s.Is(m.Head, "compound")))
            {
                return made;
            }
        }

        told = true;
        return made.Actor?.Side == foe.Side ? made : made with { Actor = foe, Target = made.Target?.Side == foe.Side ? null : made.Target };
    }

    // The war that is the clause's subject, or the waging: "invading the country will …"; -1 where it is something else.
    private static int Subject(Sentence s, Clause clause)
    {
        var t = clause.Subject >= 0 ? clause.Subject : s.Child(clause.Head, "csubj");
        t = t >= 0 ? t : s.Child(clause.Content, "csubj");

        // The tree may take "invading" for a preposition of what is invaded.
        return t >= 0 && (Array.IndexOf(Wars, s.Lemma(t)) >= 0 || Waged(s, t) || (t > 0 && Waged(s, t - 1) && !s.Is(t - 1, "amod"))) ? t : -1;
    }

    private bool Against(Sentence s, Mention m) => m.Side == foe!.Side && (s.Is(m.Head, "obj") || (s.Is(m.Head, "nmod") && s.Case(m.Head) is "of" or "in" or "on" or "against" or "into"));

    private static bool Waged(Sentence s, int t) => s.Tokens[t].WordForm == WordForm.Gerund && Array.IndexOf(Waging, s.Lemma(t)) >= 0;
}
