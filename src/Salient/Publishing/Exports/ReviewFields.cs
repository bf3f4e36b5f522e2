using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>The table of the review layer: every entry, those that were undone among them.</summary>
public static class ReviewFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<ReviewEntry>> Of(ExportNote note) =>
    [
        new("number", e => e.Number),
        new("id", e => e.Id),
        new("act", e => e.Act),
        new("claim", e => e.Claim),
        new("other", e => e.Other),
        new("by", e => e.By),
        new("at", e => e.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'")),
        new("changes", e => e.Changes.Select(c => $"{c.Slot}={c.Value}").ToImmutableArray()),
        new("note", e => e.Note),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];
}
