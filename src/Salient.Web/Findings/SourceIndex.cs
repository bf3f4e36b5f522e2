using System.Collections.Frozen;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>Claims and records by source, under the source's folded name.</summary>
/// <param name="Records">The records.</param>
/// <param name="Claims">The claims, in order of publication.</param>
internal sealed record SourceIndex(FrozenDictionary<string, SourceRecord> Records, ILookup<string, RecordedClaim> Claims)
{
    /// <summary>Judgements by who judges, under the folded name.</summary>
    public static ILookup<string, JudgedClaim> Judgements(Snapshot snapshot) => snapshot.Read(picture => picture.Judgements.ToLookup(j => picture.Bodies.Fold(j.By), StringComparer.Ordinal));

    /// <summary>The index of the snapshot.</summary>
    public static SourceIndex Of(Snapshot snapshot) => snapshot.Read(picture => new SourceIndex(
        picture.Sources.DistinctBy(s => picture.Bodies.Fold(s.Name)).ToFrozenDictionary(s => picture.Bodies.Fold(s.Name), StringComparer.Ordinal),
        picture.Claims.ToLookup(c => picture.Bodies.Fold(picture.Origin(c)), StringComparer.Ordinal)));
}
