using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Map;

/// <summary>A happening at a spot or in a settlement.</summary>
/// <param name="Id">Its page is /events/{id}.</param>
/// <param name="From">Days since the map's first, of its first day.</param>
/// <param name="To">Of its last.</param>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Actor">The actor's side, or null.</param>
/// <param name="Name">The place, as most claims write it.</param>
/// <param name="Place">GeoNames id.</param>
/// <param name="At">Degrees east and north; null where it is of a whole area.</param>
/// <param name="Area">The oblast that a happening or word of a whole area shades; null for a spot.</param>
/// <param name="Credibility">1 best to 6.</param>
/// <param name="Origins">Who says so, as pages call them.</param>
/// <param name="Claims">How many claims.</param>
public sealed record MapEvent(
    string Id, int From, int To, string Kind, string Act, string? Actor, string Name, int Place, ImmutableArray<double>? At, string? Area, int Credibility, ImmutableArray<string> Origins, int Claims);

/// <summary>A word on who holds all of an oblast or raion: it shades, it does not dot.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Day">Days since the map's first.</param>
/// <param name="Area">The oblast.</param>
/// <param name="Holder">The side that holds it by this word.</param>
/// <param name="Origin">Who says so, as pages call it.</param>
/// <param name="Side">That origin's side.</param>
public sealed record MapWord(string Claim, int Day, string Area, string Holder, string Origin, string Side);

/// <summary>What happened in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Events">Happenings that have a day in it.</param>
/// <param name="Words">Words on whole areas.</param>
public sealed record MapMonth(DateOnly Month, ImmutableArray<MapEvent> Events, ImmutableArray<MapWord> Words)
{
    /// <summary>Works out what any month takes its part of.</summary>
    internal static void Warm(Snapshot snapshot)
    {
        snapshot.Part("map-happenings", Happenings);
        snapshot.Part("map-words", AreaWords);
    }

    /// <summary>What the map shows of <paramref name="month"/> (its first day).</summary>
    internal static MapMonth Of(Snapshot snapshot, DateOnly month)
    {
        var all = snapshot.Part("map-happenings", Happenings);
        var words = snapshot.Part("map-words", AreaWords);
        var start = snapshot.Look(p => p.Start).DayNumber;
        var (from, to) = (month.DayNumber - start, month.AddMonths(1).DayNumber - 1 - start);
        return new MapMonth(month, [.. all.Where(e => e.From <= to && e.To >= from)], [.. words.Where(w => w.Day >= from && w.Day <= to)]);
    }

    private static List<MapEvent> Happenings(Snapshot snapshot)
    {
        var claims = snapshot.Part("claims-by-id", Parts.ClaimsById);
        var (start, happenings) = snapshot.Look(p => (p.Start.DayNumber, p.Happenings));
        var areas = new Dictionary<int, string?>();
        var naming = Naming.Of(snapshot);
        return
        [
            .. happenings.Where(h => h is { Lat: not null, Lon: not null }).Select(h =>
            {
                var wide = h.Claims.SelectMany(c => claims.TryGetValue(c, out var found) ? found.Claim.Places : []).FirstOrDefault(p => p.GeonameId == h.Place)
                    is { Precision: not (PlacePrecision.Settlement or PlacePrecision.Point) };
                if (wide && !areas.ContainsKey(h.Place))
                {
                    areas[h.Place] = snapshot.Look(p => Nearest(p.Control, h.Lat!.Value, h.Lon!.Value));
                }

                ImmutableArray<double>? at = wide ? null : [Math.Round(h.Lon!.Value, 4), Math.Round(h.Lat!.Value, 4)];
                return new MapEvent(
                    h.Id, h.From.DayNumber - start, h.To.DayNumber - start, h.Kind, h.Act, h.Actor, h.PlaceName, h.Place, at, wide ? areas[h.Place] : null, h.Credibility, [.. h.Origins.Select(naming.Origin)], h.Claims.Length);
            }),
        ];
    }

    private static List<MapWord> AreaWords(Snapshot snapshot)
    {
        var naming = Naming.Of(snapshot);
        return snapshot.Look(picture =>
        picture.Control.SelectMany(h => h.Views.Where(v => v.Wide && v.Whole).Select(v => (View: v, h.Place.Oblast)))
            .Where(v => v.Oblast is not null)
            .DistinctBy(v => (v.View.Claim, v.Oblast))
            .Select(v => new MapWord(v.View.Claim, v.View.Day.DayNumber - picture.Start.DayNumber, v.Oblast!, v.View.Holder, naming.Origin(v.View.Origin), v.View.Side))
            .OrderBy(w => w.Day).ThenBy(w => w.Claim, StringComparer.Ordinal).ToList());
    }

    private static string? Nearest(ImmutableArray<ControlHistory> control, double lat, double lon) =>
        control.Select(h => h.Place).MinBy(p => Math.Pow(p.Lat - lat, 2) + Math.Pow((p.Lon - lon) * 0.66, 2))?.Oblast;
}
