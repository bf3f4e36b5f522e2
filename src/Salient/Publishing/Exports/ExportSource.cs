using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>What exports read. Each part is worked out only where an export asks for it.</summary>
/// <param name="Note">What every export says of itself.</param>
/// <param name="Codes">How kinds, acts and sides read in other programs' terms.</param>
/// <param name="Claims">The claims asked for, in order of publication; may be lazy.</param>
/// <param name="Report">One report in full.</param>
/// <param name="Events">What happened.</param>
/// <param name="Control">Who held which settlement when.</param>
/// <param name="Figures">Claimed figures as series.</param>
/// <param name="Place">The gazetteer's entry of a GeoNames id, or null where it has none.</param>
public sealed record ExportSource(
    ExportNote Note,
    ExportCodes Codes,
    Func<IEnumerable<RecordedClaim>> Claims,
    Func<string, Report?> Report,
    Func<ImmutableArray<Happening>> Events,
    Func<ImmutableArray<ControlHistory>> Control,
    Func<ImmutableArray<FigureSeries>> Figures,
    Func<int, Place?> Place)
{
    /// <summary>The address that the pages are served at, with a slash at its end; null where links are left out.</summary>
    public string? Site { get; init; }

    /// <summary>The review layer's entries, oldest first.</summary>
    public Func<ImmutableArray<ReviewEntry>> Reviews { get; init; } = () => [];

    /// <summary>The front on the last day asked for; null where nothing is dated.</summary>
    public Func<FrontLine?> Front { get; init; } = () => null;

    /// <summary>What each side holds on each day.</summary>
    public Func<IEnumerable<HeldArea>> Areas { get; init; } = () => [];

    /// <summary>The same, with claims and events of these days alone; null ends are open.</summary>
    public ExportSource Between(DateOnly? since, DateOnly? until)
    {
        if (since is null && until is null)
        {
            return this;
        }

        var (claims, events) = (Claims, Events);
        return this with
        {
            Claims = () => claims().Where(c => c.Within(since, until)),
            Events = () => [.. events().Where(e => (since is null || e.To >= since) && (until is null || e.From <= until))],
        };
    }

    /// <summary>The same, with claims alone that pass <paramref name="test"/>, and events that one of them tells of.</summary>
    public ExportSource Where(Func<RecordedClaim, bool> test)
    {
        var (claims, events) = (Claims, Events);
        return this with
        {
            Claims = () => claims().Where(test),
            Events = () =>
            {
                var found = claims().Where(test).Select(c => c.Claim.Id).ToHashSet();
                return [.. events().Where(e => e.Claims.Any(found.Contains))];
            },
        };
    }

    /// <summary>The events with the claims that tell of them, in order.</summary>
    internal IEnumerable<ToldEvent> ToldEvents()
    {
        var events = Events();
        var wanted = events.SelectMany(e => e.Claims).ToHashSet();
        var claims = Claims().Where(c => wanted.Contains(c.Claim.Id)).ToDictionary(c => c.Claim.Id);
        foreach (var e in events)
        {
            var told = e.Claims.Where(claims.ContainsKey).Select(id => claims[id]).ToImmutableArray();
            if (!told.IsEmpty)
            {
                yield return new ToldEvent(e, told, Place(e.Place));
            }
        }
    }

    /// <summary>Every stretch of days with one holder.</summary>
    internal IEnumerable<HeldPlace> Held() => Control().SelectMany(h => h.States.Select(s => new HeldPlace(h.Place, s)));

    /// <summary>Changes of the assessed holder: every stretch but each settlement's first.</summary>
    internal IEnumerable<HeldPlace> Changes() => Control().SelectMany(h => h.States.Skip(1).Select(s => new HeldPlace(h.Place, s)));
}

/// <summary>An event with the claims that tell of it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Place">The gazetteer's entry, or null.</param>
public sealed record ToldEvent(Happening Event, ImmutableArray<RecordedClaim> Claims, Place? Place)
{
    /// <summary>The role of the place: "at", or "near" where no claim says "at".</summary>
    internal string Role => Spots.Any(p => p.Role == "at") ? "at" : "near";

    /// <summary>How exactly it is known where it happened.</summary>
    internal PlacePrecision Precision => Spots.Any(p => p.Precision == PlacePrecision.Point) ? PlacePrecision.Point : PlacePrecision.Settlement;

    /// <summary>Whom it was done to, where a claim says.</summary>
    internal Party? Target => Claims.Select(c => c.Claim.Target).FirstOrDefault(t => t is not null);

    private IEnumerable<ClaimPlace> Spots => Claims.SelectMany(c => c.Claim.Places).Where(p => p.GeonameId == Event.Place);
}

/// <summary>A settlement and one stretch of days with one assessed holder.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="State">The stretch.</param>
public sealed record HeldPlace(Place Place, ControlState State);
