using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Theatres;

/// <summary>A side of a war.</summary>
/// <param name="Id">As claims carry it: "ua", "ru", … "none".</param>
/// <param name="Name">For people.</param>
/// <param name="Party">True for a belligerent that can hold ground.</param>
/// <param name="Home">True for the side on whose ground the war is fought: victims and places are taken for its own where nothing else is said.</param>
public sealed record Side(string Id, string Name, bool Party, bool Home = false);

/// <summary>Something that the theatre's lexicon knows by name.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Side">Its side; "none" where it has none.</param>
/// <param name="Source">The codebook's source type when it speaks; null where it does not speak.</param>
/// <param name="Name">Its name.</param>
/// <param name="Forms">All forms it is written in, the name included; apostrophes are straight and stand for curly ones too.</param>
/// <param name="Category">Weapons: what a loss of one counts under ("tank", "apc", "missile", …); else null.</param>
public sealed record LexiconEntry(string Id, MentionType Type, string Side, string? Source, string Name, ImmutableArray<string> Forms, string? Category = null);

/// <summary>A state, the side it belongs to, and what stands for it.</summary>
/// <remarks>Its forms are in the lexicon too, as the entries <c>state-CODE</c> (place), <c>nation-CODE</c> (nationality) and <c>seat-CODE</c> (place).</remarks>
/// <param name="Code">ISO 3166 alpha-2 code, lower case; a word where a region speaks as one ("eur").</param>
/// <param name="Side">Its side.</param>
/// <param name="Names">Its names; the first is the usual one.</param>
/// <param name="People">Its adjective and its people.</param>
/// <param name="Seats">Where its government sits: "Kyiv says".</param>
public sealed record State(string Code, string Side, ImmutableArray<string> Names, ImmutableArray<string> People, ImmutableArray<string> Seats);

/// <summary>What one war needs: sides, who belongs to them, when it began. Loaded once, immutable.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Start">First day of the war: day 1.</param>
/// <param name="Sides">Its sides, "none" among them.</param>
/// <param name="Lexicon">Its named actors, forces, posts, weapons, persons, states and nationalities.</param>
/// <param name="States">Every state and its side.</param>
/// <param name="Towns">Names that by themselves say that a place is named; empty or null where the theatre has no <c>towns.txt</c>.</param>
public sealed record Theatre(string Name, string Folder, DateOnly Start, ImmutableArray<Side> Sides, ImmutableArray<LexiconEntry> Lexicon, ImmutableArray<State> States = default, IReadOnlySet<string>? Towns = null)
{
    /// <summary>Happenings whose day is publicly known; none where the theatre has no <c>milestones.tsv</c>.</summary>
    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    /// <summary>Who held which office; none where the theatre has no <c>offices.tsv</c>.</summary>
    public ImmutableArray<Office> Offices { get; init; } = [];

    /// <summary>The sides whose officials regions and towns have, by names of one word; none where the theatre has no <c>regions.tsv</c>.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = FrozenDictionary<string, string>.Empty;
}
