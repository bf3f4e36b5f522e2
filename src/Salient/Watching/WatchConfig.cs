using System.Collections.Immutable;

namespace Salient.Watching;

/// <summary>What a watched source is.</summary>
public enum SourceKind
{
    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>A sitemap: the pages that it lists.</summary>
    Sitemap,

    /// <summary>One page that changes: a live page, a daily bulletin.</summary>
    Page,

    /// <summary>A folder that files are put into.</summary>
    Folder,
}

/// <summary>A source that is looked at again and again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Its address, or the folder's path.</param>
/// <param name="Name">What it is called in `salient status`.</param>
/// <param name="Every">Time from one look to the next.</param>
/// <param name="Pages">For a feed: true where the page behind each entry is taken in the entry's place.</param>
/// <param name="Newest">For a sitemap: how many pages, newest first, the first look takes.</param>
public sealed record WatchedSource(SourceKind Kind, string Address, string Name, TimeSpan Every, bool Pages, int Newest);

/// <summary>What an alert is told through.</summary>
public enum TargetKind
{
    /// <summary>A file, one JSON object a line.</summary>
    File,

    /// <summary>An address that a JSON object is posted to.</summary>
    Webhook,

    /// <summary>An Atom feed in a file.</summary>
    Feed,
}

/// <summary>Where an alert goes.</summary>
/// <param name="Kind">How.</param>
/// <param name="Address">The file's path, or the address.</param>
public sealed record AlertTarget(TargetKind Kind, string Address);

/// <summary>When to raise an alert. All that is given must hold.</summary>
/// <param name="Name">What the rule is called.</param>
/// <param name="Place">A place's name; null for any.</param>
/// <param name="GeonameId">A place's GeoNames id; null for any.</param>
/// <param name="Kind">The codebook's kind; null for any.</param>
/// <param name="Act">The kind's act; null for any.</param>
/// <param name="Side">The side that is actor or target; null for any.</param>
/// <param name="AtLeast">The least quantity; null for any, also none.</param>
/// <param name="Disputes">True where the rule is about disputes, not single claims.</param>
/// <param name="To">Where its alerts go.</param>
public sealed record AlertRule(string Name, string? Place, int? GeonameId, string? Kind, string? Act, string? Side, double? AtLeast, bool Disputes, ImmutableArray<AlertTarget> To);

/// <summary>What to watch, and how.</summary>
/// <param name="Polite">Least time between two requests to one host.</param>
/// <param name="AllowPrivate">True where addresses inside this machine and its networks may be asked.</param>
/// <param name="Agent">Who servers are told is asking.</param>
/// <param name="Sources">What is watched.</param>
/// <param name="Alerts">When to raise alerts.</param>
public sealed record WatchConfig(TimeSpan Polite, bool AllowPrivate, string Agent, ImmutableArray<WatchedSource> Sources, ImmutableArray<AlertRule> Alerts);
