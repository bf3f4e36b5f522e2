using Salient.Coding.Clauses;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding.Parties;

/// <summary>Lists the sides that could act in a claim or be acted on: those that its sentence and the two before name, its speaker's, the parties to the war, and nobody.</summary>
internal sealed class ContenderFinder(Theatre theatre)
{
    private const int Reach = 2;
    private readonly Side[] belligerents = [.. theatre.Sides.Where(s => s.Party)];

    /// <summary>The contenders, each side once.</summary>
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="kept">Whom tree and scorer give it; null for nobody.</param>
    /// <param name="speaker">Who says it; null where nobody is heard.</param>
    public List<Contender> Find(ReportView view, Assertion claim, Party? kept, ClaimSource? speaker) => Find(Seats(view, claim), claim, kept, speaker);

    /// <summary>Where sides are named that the claim could be about, nearest sentence first.</summary>
    public static List<Seat> Seats(ReportView view, Assertion claim)
    {
        var seats = new List<Seat>();
        for (var back = 0; back <= Reach && claim.Sentence >= back; back++)
        {
            var s = view.Sentences[claim.Sentence - back];
            foreach (var m in s.Mentions)
            {
                if (m.Side is { } side && side != "none" && m.Type is MentionType.Force or MentionType.Nationality or MentionType.Organisation or MentionType.Person or MentionType.Place)
                {
                    seats.Add(new Seat(back, s, m, Phrase(s, m.Head)));
                }
            }
        }

        return seats;
    }

    /// <summary>The contenders, each side once.</summary>
    /// <param name="seats">What <see cref="Seats"/> gives for the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="kept">Whom tree and scorer give it; null for nobody.</param>
    /// <param name="speaker">Who says it; null where nobody is heard.</param>
    public List<Contender> Find(List<Seat> seats, Assertion claim, Party? kept, ClaimSource? speaker)
    {
        var result = new List<Contender>();
        foreach (var seat in seats)
        {
            var side = seat.Mention.Side!;
            if (result.Exists(c => c.Side == side))
            {
                continue;
            }

            // It is called as it is where it stands nearest, best in the claim's own words.
            var own = seats.FindAll(s => s.Mention.Side == side);
            var near = own.Find(s => s.Back == seat.Back && claim.Evidence.Contains(s.Mention.Span)) ?? seat;
            result.Add(new Contender(side, kept?.Side == side ? kept : new Party(near.Mention.Name, side), kept?.Side == side, [.. own]));
        }

        if (kept is not null && !result.Exists(c => c.Side == kept.Side))
        {
            result.Add(new Contender(kept.Side, kept, Kept: true, []));
        }

        if (speaker is { Side: not "none" } by && !result.Exists(c => c.Side == by.Side))
        {
            result.Add(new Contender(by.Side, new Party(by.Name, by.Side), Kept: false, []));
        }

        foreach (var b in belligerents)
        {
            if (!result.Exists(c => c.Side == b.Id))
            {
                result.Add(new Contender(b.Id, new Party(b.Name, b.Id), Kept: false, []));
            }
        }

        result.Add(new Contender("", null, kept is null, []));
        return result;
    }

    // "Russian" of "the Russian army".
    private static int Phrase(Sentence s, int t)
    {
        for (var steps = 0; steps < 6 && s.Tokens[t].Head >= 0 && (s.Is(t, "amod") || s.Is(t, "compound") || s.Is(t, "flat") || s.Is(t, "nmod:poss")) && s.Nominal(s.Tokens[t].Head); steps++)
        {
            t = s.Tokens[t].Head;
        }

        return t;
    }
}
