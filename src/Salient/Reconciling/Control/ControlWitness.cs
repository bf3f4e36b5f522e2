using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Reads out of a claim who holds the places that it names.</summary>
/// <param name="policy">How words are weighed.</param>
/// <param name="parties">The two sides that can hold ground.</param>
internal sealed class ControlWitness(ControlPolicy policy, ImmutableArray<string> parties)
{
    private static readonly char[] Gaps = [' ', ',', '.', ';', ':', '(', ')', '\n', '\r', '\t', '"', '“', '”'];
    private readonly ILookup<string, ActLine> acts = policy.Acts.SelectMany(a => a.Acts.Select(x => (Key: a.Kind + "/" + x, Line: a))).ToLookup(p => p.Key, p => p.Line);
    private readonly ControlReading reading = new(policy.Wording);
    private readonly SideReading sides = new(policy.Wording);
    private readonly Dictionary<string, WordLine> words = policy.Words.ToDictionary(w => w.Voice);

    /// <summary>What <paramref name="claim"/> says of its place <paramref name="place"/>; null where it says nothing.</summary>
    public ControlView? View(RecordedClaim claim, ClaimPlace place)
    {
        var c = claim.Claim;
        var held = c.Kind == "control" ? sides.Holder(c.Evidence, place) ?? (sides.Territory(c.Evidence, place) ? parties[1] : null) : null;
        var leaver = c is { Kind: "movement", Act: "withdrew" } ? sides.Leaver(c.Evidence, place) : null;
        var taker = c.Kind == "control" && held is null ? sides.Taker(c.Evidence, place) ?? (c.Act == "held" ? sides.Owner(c.Evidence) : null) : null;
        if ((held ?? leaver ?? (c.Act == "lost" ? null : taker) ?? c.Actor?.Side) is not { } actor || !parties.Contains(actor) || claim.AsOf is null)
        {
            return null;
        }

        var wide = place.Precision is PlacePrecision.Oblast or PlacePrecision.Raion;
        // The withdrawal that came after A's forces took a place is not from there.
        var silent = c switch
        {
            { Kind: "control", Act: "captured" or "recaptured" } => !reading.Takes(c.Evidence, holding: false),
            { Kind: "control" } => !c.Evidence.Contains(place.Name, StringComparison.Ordinal) && !reading.Takes(c.Evidence, holding: c.Act == "held"),
            { Kind: "movement", Act: "withdrew" } => sides.Taker(c.Evidence, place) is not null || !reading.Leaves(c.Evidence),
            _ => false,
        };
        if (silent)
        {
            return null;
        }

        var role = reading.Role(c.Evidence, place, c.Kind == "control", wide);
        if (held is not null)
        {
            return role is not null && acts["control/held"].FirstOrDefault(a => a.Sign == "said" && !a.Whole && a.Roles.Contains("at")) is { } holds ? Weigh(claim, place, holds, actor) : null;
        }

        var sign = Sign(claim, place);
        if (sign == "denied" && c.Kind == "control" && !c.Evidence.Contains(place.Name, StringComparison.Ordinal))
        {
            // "The districts of X and Y, with ground that they do not yet hold": which of it, nobody says.
            return null;
        }

        var fitting = acts[c.Kind + "/" + c.Act].Where(a => a.Sign == sign && (a.Outcomes.IsEmpty || a.Outcomes.Contains(c.Outcome ?? "")) && (wide || !a.Whole)
            && (a.With.IsEmpty || a.With.Any(x => Has(c.Evidence, x))) && !a.Unless.Any(x => Has(c.Evidence, x))).ToList();

        var line = fitting.FirstOrDefault(a => role is not null && a.Roles.Contains(role)) ?? fitting.FirstOrDefault(a => role is "all" or "nearly" && !a.Whole && a.Roles.Contains(place.Role));
        if (line is null || (line.Whole && c.Kind == "control" && role != "nearly" && reading.Bare(c.Evidence)))
        {
            return null;
        }

        var holder = line.Holder switch { "actor" => actor, "enemy" => Enemy(actor), _ => line.Holder };
        return Weigh(claim, place, line, holder);
    }

    /// <summary>True where the claim's words tell by a place's name ground under a foreign side, not the town.</summary>
    public bool Territory(RecordedClaim claim, ClaimPlace place) => sides.Territory(claim.Claim.Evidence, place);

    private ControlView? Weigh(RecordedClaim claim, ClaimPlace place, ActLine line, string holder)
    {
        var c = claim.Claim;
        var source = c.Sources.IsEmpty ? null : c.Sources[0];
        var discredited = source?.Cue is { } cue && policy.Discredited.Any(d => Has(cue, d));
        if (discredited && line.Whole)
        {
            // Who does not have all of it may have most of it.
            return null;
        }

        if (discredited)
        {
            holder = holder == "contested" ? holder : Enemy(holder);
            source = c.Sources.Length > 1 ? c.Sources[1] : null;
        }

        var voice = words[Voice(claim, source, holder)];
        var wide = place.Precision is PlacePrecision.Oblast or PlacePrecision.Raion;
        var weight = line.Weight * voice.Weight * Sureness(c.Factuality)
            * (source is { Anonymous: true } ? policy.Anonymous : 1)
            * (wide && !line.Whole ? policy.Wide[place.Precision.ToString().ToLowerInvariant()] : 1);
        var origin = source?.Name ?? claim.Report.Outlet ?? claim.Report.Id;
        var side = source?.Side ?? "none";
        return new ControlView(c.Id, c.Report, voice.Voice == "own" ? side : origin, side, Day(claim), holder, weight, line.Direct, line.Front, line.Turns, wide, line.Whole, line.Clears, line.Id + " " + voice.Id);
    }

    private string Sign(RecordedClaim claim, ClaimPlace place)
    {
        var c = claim.Claim;
        if (c.Factuality == Factuality.Uncommitted || (claim.Report.Date.Reference is { } published && c.Time?.From > published))
        {
            return "open";
        }

        if (c.Factuality is Factuality.CertainlyNot or Factuality.ProbablyNot or Factuality.PossiblyNot)
        {
            return "denied";
        }

        if (c.Kind != "control")
        {
            return "said";
        }

        // A side that speaks of its own loss says that it has lost the place, even where it only names the loss.
        var own = c.Act == "lost" && !c.Sources.IsEmpty && c.Sources[0].Side == c.Actor?.Side;
        if (!own && policy.Named.Any(w => c.Evidence.StartsWith(w + " ", StringComparison.OrdinalIgnoreCase)))
        {
            return "named";
        }

        // Speech whose speaker was not found: he may be the taker.
        if ((c.Sources.IsEmpty && c.Evidence.StartsWith("to have ", StringComparison.OrdinalIgnoreCase)) || policy.NotSo.Any(w => Has(c.Evidence, w)))
        {
            return "named";
        }

        var leading = reading.Unsaid(reading.Leading(c.Evidence, place));
        return policy.NotYet.Any(w => Has(leading, w, StringComparison.Ordinal)) ? "open" : "said";
    }

    private string Voice(RecordedClaim claim, ClaimSource? source, string holder)
    {
        if (source is null)
        {
            return claim.Report.Institute ? "institute" : "report";
        }

        if (source.Side == holder)
        {
            return "own";
        }

        if (parties.Contains(source.Side))
        {
            return "enemy";
        }

        foreach (var (party, allies) in policy.Allies)
        {
            if (allies.Contains(source.Side))
            {
                return party == holder ? "ally" : "enemy-ally";
            }
        }

        return policy.InstituteTypes.Contains(source.Type) ? "institute" : "neutral";
    }

    private double Sureness(Factuality factuality) => policy.Factuality[factuality switch
    {
        Factuality.Probable or Factuality.ProbablyNot => "PR",
        Factuality.Possible or Factuality.PossiblyNot or Factuality.Uncommitted => "PS",
        _ => "CT",
    }];

    private string Enemy(string side) => side == parties[0] ? parties[1] : parties[0];

    /// <summary>The first day that the word is of: a change is dated by its beginning, and never after the report.</summary>
    private DateOnly Day(RecordedClaim claim)
    {
        var published = claim.Report.Date.Reference;
        var c = claim.Claim;

        // "They hold the town, which fell months ago": the end of some other time is not the end of the holding, unless the words say until when.
        if (published is { } today && c is { Kind: "control", Act: "held", Time: { From: null, To: not null } } && !policy.Until.Any(w => Has(c.Evidence, w)))
        {
            return today;
        }

        var day = claim.Claim.Time?.From is { } from && claim.Claim.Time.To is { } to && to.DayNumber - from.DayNumber >= 7 ? to : claim.Claim.Time?.From ?? claim.AsOf!.Value;
        return published is { } p && day > p ? p : day;
    }

    private static bool Has(string text, string word, StringComparison how = StringComparison.OrdinalIgnoreCase)
    {
        for (var at = text.IndexOf(word, how); at >= 0; at = text.IndexOf(word, at + 1, how))
        {
            var end = at + word.Length;
            if ((at == 0 || Gaps.Contains(text[at - 1])) && (end == text.Length || Gaps.Contains(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
