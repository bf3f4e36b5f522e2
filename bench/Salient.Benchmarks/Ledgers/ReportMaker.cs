using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Salient.Records;

namespace Salient.Benchmarks.Ledgers;

/// <summary>
/// Makes reports and claims in the proportions that coded war reporting has: kinds and acts, how many claims name a settlement or an oblast, how many pass on a source, how
/// few places and sources get most of the words, how many reports are copies. Names and words are invented; places are the gazetteer's. The same seed makes the same reports.
/// </summary>
/// <param name="places">Settlements and oblasts.</param>
/// <param name="seed">Of the random numbers.</param>
public sealed class ReportMaker(IReadOnlyList<Place> places, int seed)
{
    /// <summary>Reports that a day brings.</summary>
    public const int PerDay = 45;

    private const int LeastClaims = 10, MostClaims = 50, Outlets = 60, Speakers = 400, Fronts = 1500, Words = 4000, Filler = 160, Copied = 8, Percent = 100;

    private static readonly (string Kind, string Act, int Weight, double Settled, double Wide)[] Acts =
    [
        ("politics", "declaration", 150, .02, .02), ("politics", "criticism", 50, 0, 0), ("politics", "sanction", 25, 0, 0), ("politics", "threat", 20, .02, .02), ("politics", "negotiation", 15, .02, 0),
        ("assessment", "intention", 100, .12, .1), ("assessment", "significance", 90, .05, .05), ("assessment", "forecast", 70, .1, .1), ("assessment", "capability", 50, .05, .05),
        ("combat", "assault", 80, .6, .12), ("combat", "shelling", 40, .6, .15), ("combat", "clash", 20, .6, .1), ("combat", "missile-strike", 15, .6, .15), ("combat", "repelled", 12, .7, .1), ("combat", "pressure", 12, .4, .2), ("combat", "airstrike", 10, .6, .1),
        ("control", "captured", 30, .7, .1), ("control", "held", 25, .5, .2), ("control", "recaptured", 6, .7, .1), ("control", "contested", 5, .7, .1), ("control", "lost", 3, .7, .1),
        ("movement", "advanced", 25, .5, .2), ("movement", "deployed", 15, .4, .2), ("movement", "withdrew", 12, .5, .15), ("movement", "repositioned", 8, .4, .2),
        ("civilian-harm", "killed", 12, .5, .2), ("civilian-harm", "infrastructure", 10, .6, .2), ("civilian-harm", "displaced", 6, .2, .2),
        ("logistics", "aid-delivered", 20, .02, .02), ("logistics", "disrupted", 8, .3, .1), ("logistics", "shortage", 5, .1, .1),
        ("loss", "killed", 9, .1, .05), ("loss", "destroyed", 12, .2, .1), ("strength", "force-count", 5, .1, .1), ("strength", "unit-size", 1, 0, 0), ("cohesion", "morale", 10, .05, .02), ("incident", "sabotage", 4, .6, .1),
    ];

    private static readonly string[] Categories = ["tank", "apc", "artillery", "aircraft", "uav"];
    private static readonly int[] Ladder = [.. Acts.Select((_, i) => Acts.Take(i + 1).Sum(a => a.Weight))];
    private static readonly DateOnly First = new(2022, 2, 24);
    private readonly Place[] settlements = [.. places.Where(p => p.Precision == PlacePrecision.Settlement && p.Lon > 30).OrderBy(p => SHA256.HashData(BitConverter.GetBytes(p.GeonameId)), Bytes.Order).Take(Fronts)];
    private readonly Place[] oblasts = [.. places.Where(p => p.Precision == PlacePrecision.Oblast).OrderBy(p => p.GeonameId)];

    /// <summary>Report number <paramref name="i"/>.</summary>
    public (Capture Capture, Report Report, ImmutableArray<Claim> Claims) Make(int i)
    {
        var copies = i >= PerDay && new Random(HashCode.Combine(seed, i, 1)).Next(Percent) < Copied;
        var model = copies ? i - 1 - new Random(HashCode.Combine(seed, i, 2)).Next(PerDay - 1) : i;
        var random = new Random(HashCode.Combine(seed, model));
        var claims = new List<(Claim Claim, string Words)>();
        var text = new StringBuilder();
        var id = string.Create(CultureInfo.InvariantCulture, $"made-{i:D7}");
        var day = First.AddDays(i / PerDay);
        var outlet = Zipf(new Random(HashCode.Combine(seed, i, 3)), Outlets);
        for (var n = random.Next(LeastClaims, MostClaims); n > 0; n--)
        {
            claims.Add(Claim(id, text, day, random));
            Fill(text, random);
        }

        text.Append(CultureInfo.InvariantCulture, $" Filed by desk {outlet}.");
        var whole = text.ToString();
        var capture = new Capture(id, "made/" + id, Encoding.UTF8.GetBytes(whole + id), MediaKind.Text, null, day);
        var report = new Report(
            id, whole, "Made " + id, new ReportDate(day, null, null, DateBasis.Given, null), "Outlet " + outlet.ToString(CultureInfo.InvariantCulture), null, "en", null, outlet == 3,
            [new Paragraph(new TextSpan(0, whole.Length), ParagraphRole.Body)], capture.Hash);
        return (capture, report, [.. claims.Select(c => c.Claim)]);
    }

    private (Claim, string) Claim(string report, StringBuilder text, DateOnly day, Random random)
    {
        var at = Array.BinarySearch(Ladder, random.Next(Ladder[^1]));
        var (kind, act, _, settled, wide) = Acts[at < 0 ? ~at : at + 1];
        var actor = random.Next(2) == 0 ? "ru" : "ua";
        var where = random.NextDouble();
        var place = where < settled ? settlements[Zipf(random, settlements.Length)] : where < settled + wide ? oblasts[Zipf(random, oblasts.Length)] : null;
        var count = kind is "loss" or "strength" || random.Next(Percent) < 3 ? 10 + random.Next(40) + (day.DayNumber - First.DayNumber) : 0;
        var words = string.Create(CultureInfo.InvariantCulture, $"{actor} {act} {place?.Name} {(count > 0 ? count : random.Next(Words))}");
        var start = text.Length;
        text.Append(words);
        var source = Source(random);
        var time = random.Next(Percent) switch
        {
            < 7 => new DateRange(day.AddDays(-random.Next(3)), null) is { } d ? d with { To = d.From } : null,
            < 16 => kind == "loss" ? new DateRange(First, null) : new DateRange(day.AddDays(-random.Next(20)), day),
            _ => null,
        };
        var sure = random.Next(Percent) switch { < 76 => Factuality.Certain, < 83 => Factuality.Uncommitted, < 92 => Factuality.CertainlyNot, < 97 => Factuality.Probable, _ => Factuality.Possible };
        var span = new TextSpan(start, start + words.Length);
        var claim = new Claim(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report}\n{span.Start}\n{kind}\n{act}")).AsSpan(0, 8)),
            report, kind, act, span, words, source, sure, new Party(actor + " forces", actor), null,
            place is null ? [] : [new ClaimPlace(place.Name, random.Next(10) == 0 ? "near" : "at", place.GeonameId, place.Lat, place.Lon, place.Precision, 0.9)],
            time, count > 0 ? new Quantity(count, count, kind == "loss" ? "soldier" : "person", Approx: false, "exact") : null, Quoted: false, null,
            act == "destroyed" ? Categories[Zipf(random, Categories.Length)] : null, null, null, null, "made/" + act, ParagraphRole.Body);
        return (claim, words);
    }

    private static ImmutableArray<ClaimSource> Source(Random random)
    {
        if (random.Next(Percent) < 43)
        {
            return [];
        }

        var n = Zipf(random, Speakers);
        return [new ClaimSource("Speaker " + n.ToString(CultureInfo.InvariantCulture), n % 4 == 0 ? "think-tank" : "military", (n % 5) switch { 0 => "ru", 1 or 2 => "ua", 3 => "us", _ => "none" }, Anonymous: n % 9 == 0, "said")];
    }

    private static void Fill(StringBuilder text, Random random)
    {
        text.Append('.');
        for (var w = random.Next(Filler / 10); w > 0; w--)
        {
            text.Append(CultureInfo.InvariantCulture, $" w{random.Next(Words):x}");
        }

        text.Append(". ");
    }

    /// <summary>An index below <paramref name="count"/>; the few first ones get most.</summary>
    private static int Zipf(Random random, int count) => (int)(Math.Pow(count + 1, random.NextDouble()) - 1);

    private sealed class Bytes : IComparer<byte[]>
    {
        public static Bytes Order { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
