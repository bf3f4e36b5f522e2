using Salient.Records;

namespace Salient.Dating;

/// <summary>A sentence seen from one assertion's clause in it.</summary>
internal sealed class ClauseRow(Row row, Sentence sentence, Assertion assertion)
{
    private const int Reach = 24;

    public TextSpan Evidence => assertion.Evidence;

    /// <summary>True for judgements, which hold as of the report unless their own words tell a time.</summary>
    public bool Judges => assertion is { Kind: "assessment" or "strength" } or { Kind: "cohesion", Act: not ("appointment" or "dismissal" or "order-refusal") };

    /// <summary>True where the time tells when something was said: a verb of saying stands beside it, outside the assertion.</summary>
    public bool Said(TimeExpression t)
    {
        var first = First(t.Framed.Start);
        for (var i = first - 1; i >= 0 && first - i <= 7 && !Stops(i); i--)
        {
            if (row.Is(i, "that"))
            {
                return false;
            }

            if (Reports(i, first - i <= 3))
            {
                return !Own(i);
            }
        }

        var next = First(t.Span.End);
        for (var i = next; i < row.Count && i - next < 2; i++)
        {
            if (Reports(i, near: true))
            {
                return !Own(i);
            }
        }

        return false;
    }

    /// <summary>True where what is said is itself the news: the time of saying is its time.</summary>
    public bool Speech => assertion.Kind == "politics" && assertion.Act is "declaration" or "criticism" or "threat";

    /// <summary>True where a noun owns the time: "last week's report".</summary>
    public bool Owns(TimeExpression t)
    {
        var next = First(t.Span.End);
        return (row.Is(next, "'") || row.Is(next, "’")) && row.Is(next + 1, "s");
    }

    /// <summary>True where an opener stands between the evidence's start and a time inside it.</summary>
    public bool Embedded(TimeExpression t)
    {
        var first = First(t.Framed.Start);
        for (var i = First(Evidence.Start) + 1; i < first; i++)
        {
            if (row.Rules.In(row.Word(i), WordSet.Opener))
            {
                return true;
            }
        }

        return false;
    }

    private bool Reports(int at, bool near) =>
        row.Rules.In(row.Word(at), WordSet.Reporting) || (near && row.Rules.In(row.Word(at), WordSet.ReportingNear));

    /// <summary>True where a time before the clause still governs it.</summary>
    public bool GovernsOnward(TimeExpression t)
    {
        if (Loose(t))
        {
            return Fronted(t) && First(Evidence.Start) - First(t.Span.End) <= 2;
        }

        if (Fronted(t))
        {
            return assertion.Act != "significance";
        }

        if (row.Is(First(t.Span.End), "when"))
        {
            return !Judges || assertion.Kind == "cohesion";
        }

        return !Judges && First(Evidence.Start) - First(t.Span.End) <= Reach && !Opened(First(t.Span.End), First(Evidence.Start)) && GoesOn();
    }

    /// <summary>True where the evidence goes on with the clause before: it begins with a verb, not with a subject of its own.</summary>
    private bool GoesOn()
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Span.Start >= Evidence.Start && token.Tag is not (Upos.ADV or Upos.CCONJ or Upos.PUNCT))
            {
                return token.Tag is Upos.VERB or Upos.AUX or Upos.PART;
            }
        }

        var at = First(Evidence.Start);
        while (row.Rules.In(row.Word(at), WordSet.Front) || (row.IsWord(at) && row.Form(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase)))
        {
            at++;
        }

        var form = row.Form(at);
        return row.Rules.In(row.Word(at), WordSet.Past) || row.Is(at, "to")
            || (form.Length > 4 && char.IsLower(form[0]) && (form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("ing", StringComparison.Ordinal)));
    }

    /// <summary>True where a time after the clause governs it too: it closes a row of clauses.</summary>
    public bool GovernsBack(TimeExpression t)
    {
        if (Loose(t) || Fronted(t))
        {
            return false;
        }

        var (from, to) = (First(Evidence.End), First(t.Framed.Start));
        return to - from <= (Judges ? 3 : Reach) && !Opened(from, to) && !Closed(from, to) && !Predicated(from, to);
    }

    /// <summary>True where a time heads what follows: the sentence is short and opens with it.</summary>
    public bool Heads(TimeExpression t) => row.Count <= 12 && First(t.Framed.Start) <= 2;

    /// <summary>"Now", "so far", "for months": they reach no further than their own clause.</summary>
    private static bool Loose(TimeExpression t) => t.Sense is TimeSense.Present or TimeSense.Duration || t.Precision == TimePrecision.Vague;

    /// <summary>True where a time opens its sentence, its quotation or what is said.</summary>
    public bool Fronted(TimeExpression t)
    {
        var at = First(t.Framed.Start) - 1;
        while (at >= 0 && (row.Rules.In(row.Word(at), WordSet.Front) || row.Rules.Value(row.Word(at), WordClass.Part) is not null))
        {
            at--;
        }

        var next = First(t.Span.End);
        if (next + 1 >= row.Count || row.IsDash(next) || row.Is(next, "”") || row.Is(next, "\"") || row.Is(next, "’"))
        {
            return at < 0;
        }

        return at < 0 || (row.Is(next, ",") && row.Rules.In(row.Word(at), WordSet.Opener)) || row.Rules.In(row.Word(at), WordSet.Reporting) || row[at].Shape == LexemeShape.Sign;
    }

    private bool Opened(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((row.Rules.In(row.Word(i), WordSet.Opener) && !row.Is(i, "when")) || row.Is(i, ";") || row.Is(i, "“") || row.Is(i, "”"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the evidence is the subject of a verb that the time goes with.</summary>
    private bool Predicated(int from, int to)
    {
        for (var i = from; i < to && !row.Is(i, "and") && !row.Is(i, "but") && !row.Is(i, "or"); i++)
        {
            if (row.Rules.In(row.Word(i), WordSet.Auxiliary))
            {
                return true;
            }
        }

        return false;
    }

    private bool Closed(int from, int to) => to > from && row.Is(to - 1, ",");

    private bool Stops(int at) => row.Is(at, ",") || row.Is(at, ";") || row.Is(at, "“") || row.Is(at, "”") || row.Is(at, "\"") || row.Is(at, ":");

    private bool Own(int at) => Evidence.Contains(row[at].Span) && (assertion.Kind is "politics" or "logistics");

    /// <summary>Index of the first lexeme at or after an offset.</summary>
    private int First(int offset)
    {
        int low = 0, high = row.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (row[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
