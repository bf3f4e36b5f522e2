using Salient.Records;

namespace Salient.Attributing;

/// <summary>Whom words without a name mean: who holds the office, or whom the report has described so.</summary>
internal sealed partial class PersonIndex
{
    /// <summary>The person whom a phrase without a name means by words that the report had beside the name: "the MI6 chief".</summary>
    /// <param name="s">The phrase's sentence.</param>
    /// <param name="first">Its first word.</param>
    /// <param name="last">Its last word.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="side">The side that the phrase names, or null.</param>
    public ClaimSource? Described(Sentence s, int first, int last, int sentence, string? side)
    {
        var (words, states) = notes.Read(s, first, last);
        if (words.Count == 0 || (words.Count == 1 && (side is null || !PersonRuns.Title(words[0]))) || !words.Exists(w => PersonRuns.Title(w) || nouns.Type(w) is not null))
        {
            return null;
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            var p = order[i];
            if (p.Sentence <= sentence && (side is null || p.Source.Side == side) && notes.Fit(p.Source.Name, words, states))
            {
                return p.Source;
            }
        }

        return Holder(words, side, states, s.Tokens[first].Span.Start) is { } held ? held.Source : null;
    }

    /// <summary>The latest person before a phrase of whom the report said its words, or who held the office that they name: "the minister"; with where it is named.</summary>
    public (ClaimSource Source, int At)? Called(Sentence s, int first, int last)
    {
        var (words, states) = notes.Read(s, first, last);
        if (words.Count == 0)
        {
            return null;
        }

        var at = s.Tokens[first].Span.Start;
        var found = order.FindLast(p => p.At < at && notes.Fit(p.Source.Name, words, states));
        return found.Source is null ? Holder(words, null, states, at) : (found.Source, found.At);
    }

    /// <summary>True where somebody holds the office that a phrase without a state names: "the president".</summary>
    public bool Holds(ClaimSource source, Sentence s, int first, int last)
    {
        var (words, states) = notes.Read(s, first, last);
        var held = names.Entry(source.Name) ?? names.Person(source.Name);
        return held is not null && states.Count == 0 && words.Count > 0 && names.Offices.Any(o => o.Office.Holder == held.Name && o.Office.On(day) && o.Words.SetEquals(words));
    }

    /// <summary>Whom the opening of a report tells of by what he is, where the next sentences name him first of all: "a former mayor has said … Ivo Kral said"; or null.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="sentence">Its index.</param>
    /// <param name="head">The head of the words that describe him.</param>
    /// <param name="described">The source as these words have it.</param>
    /// <param name="phrase">First and last word.</param>
    public ClaimSource? Ahead(Sentence s, int sentence, int head, ClaimSource described, (int First, int Last) phrase)
    {
        var at = s.Tokens[head].Span.Start;
        var next = order.Find(p => p.At > at && !Quoted(p.At));
        if (next.Source is null || next.Sentence <= sentence || next.Sentence > sentence + 3 || order.Exists(p => p.At < at && p.Source.Name == next.Source.Name)
            || next.Source.Type is not ("official" or "military" or "occupation" or "analyst" or "other") || (next.Source.Side != "none" && described.Side != "none" && next.Source.Side != described.Side))
        {
            return null;
        }

        var (words, states) = notes.Read(s, phrase.First, phrase.Last);
        var told = notes.Any(next.Source.Name);
        return (told ? words.Exists(w => notes.Fit(next.Source.Name, [w], states)) : next.Subject) ? next.Source with { Side = next.Source.Side == "none" ? described.Side : next.Source.Side } : null;
    }

    // The person of the office that the words name, where the report names that person; of several the one named last before the phrase.
    private (ClaimSource Source, int At)? Holder(List<string> office, string? side, List<string> states, int at)
    {
        (ClaimSource Source, int At)? best = null;
        foreach (var (o, words) in names.Offices)
        {
            if ((side is null || o.Side == side) && o.On(day) && (o.State is null || states.Count == 0 || states.Contains("state:" + o.State)) && words.SetEquals(office))
            {
                var held = order.FindLast(p => p.At < at && (names.Entry(p.Source.Name) ?? names.Person(p.Source.Name))?.Name == o.Holder);
                held = held.Source is null && side is not null ? order.Find(p => (names.Entry(p.Source.Name) ?? names.Person(p.Source.Name))?.Name == o.Holder) : held;
                if (held.Source is not null && (best is null || held.At > best.Value.At))
                {
                    best = (held.Source, held.At);
                }
            }
        }

        return best;
    }
}
