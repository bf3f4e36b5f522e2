using System.Collections.Immutable;
using System.Text;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Puts a claim into the words of its act's phrase.</summary>
internal sealed class Wording(SituationRules rules)
{
    /// <summary>"Russia took Brodiv (2 town)"; null where the phrase needs a slot that the claim does not have.</summary>
    public string? Of(Claim claim)
    {
        if (!rules.Phrases.TryGetValue(claim.Kind + "/" + claim.Act, out var phrase))
        {
            return null;
        }

        var text = new StringBuilder();
        var at = 0;
        while (at < phrase.Length)
        {
            var open = phrase.IndexOf('[', at);
            if (!Fill(phrase[at..(open < 0 ? phrase.Length : open)], claim, text))
            {
                return null;
            }

            if (open < 0)
            {
                break;
            }

            var close = phrase.IndexOf(']', open);
            var mark = text.Length;
            if (!Fill(phrase[(open + 1)..close], claim, text))
            {
                text.Length = mark;
            }

            at = close + 1;
        }

        var hedge = rules.Hedges[Phrasing.Code(claim.Factuality)];
        return hedge.Length == 0 ? text.ToString() : $"{text} ({hedge})";
    }

    /// <summary>What a side is called; its id where no name is given.</summary>
    public string Side(string side) => rules.Sides.GetValueOrDefault(side, side);

    /// <summary>Fills a part's slots into <paramref name="text"/>; false where one is empty.</summary>
    private bool Fill(string part, Claim claim, StringBuilder text)
    {
        var at = 0;
        while (part.IndexOf('{', at) is var open and >= 0)
        {
            var close = part.IndexOf('}', open);
            if (Slot(part[(open + 1)..close], claim) is not { Length: > 0 } value)
            {
                return false;
            }

            text.Append(part, at, open - at).Append(value);
            at = close + 1;
        }

        text.Append(part, at, part.Length - at);
        return true;
    }

    private string? Slot(string slot, Claim claim) => slot switch
    {
        "actor" => Named(claim.Actor),
        "target" => Named(claim.Target),
        "places" => Places(claim),
        "amount" => claim.Quantity is { } q ? Phrasing.Amount(q) : null,
        "outcome" => claim.Outcome,
        "item" => claim.Item,
        "person" => claim.Person,
        "post" => claim.Post,
        _ => null,
    };

    private string? Named(Party? party)
    {
        if (party is null)
        {
            return null;
        }

        return party.Side == "none" || !rules.Sides.ContainsKey(party.Side) ? party.Name : Side(party.Side);
    }

    private static string? Places(Claim claim)
    {
        if (claim.Places.IsEmpty)
        {
            return null;
        }

        var bare = claim.Kind == "control";
        return string.Join(", ", claim.Places.Select(p => p.Role == "at" ? bare ? p.Name : "at " + p.Name : p.Role + " " + p.Name));
    }
}
