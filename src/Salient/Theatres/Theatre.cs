using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Theatres;

/// <summary>A side of a war.</summary>
/// <param name="Id">As claims carry it: "ua", "ru", … "none".</param>
/// <param name="Name">For people.</param>
/// <param name="Party">True for a belligerent that can hold ground.</param>
public sealed record Side(string Id, string Name, bool Party);

/// <summary>Something that the theatre's lexicon knows by name.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Side">Its side; "none" where it has none.</param>
/// <param name="Source">The codebook's source type when it speaks; null where it does not speak.</param>
/// <param name="Name">Its name.</param>
/// <param name="Forms">All forms it is written in, the name included.</param>
public sealed record LexiconEntry(string Id, MentionType Type, string Side, string? Source, string Name, ImmutableArray<string> Forms);

/// <summary>What one war needs: sides, who belongs to them, when it began. Loaded once, immutable.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Start">First day of the war: day 1.</param>
/// <param name="Sides">Its sides, "none" among them.</param>
/// <param name="Lexicon">Its named actors, forces, posts, weapons, persons and nationalities.</param>
public sealed record Theatre(string Name, string Folder, DateOnly Start, ImmutableArray<Side> Sides, ImmutableArray<LexiconEntry> Lexicon);
