namespace Salient.Web.Hosting;

/// <summary>How the pages are served.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons; this machine alone unless told otherwise.</param>
/// <param name="Assets">The folder of style sheets and scripts.</param>
/// <param name="Version">The program's version, shown at the foot of each page.</param>
/// <param name="Border">Whose border the map draws round the theatre's disputed part: a side's id, or <see cref="Theatres.DisputedPart.Both"/>; null for that of the country.</param>
/// <param name="Tiles">The address of a tile server's pictures, with {z}, {x} and {y}, or null: then nothing leaves the machine.</param>
/// <param name="Key">What whoever writes must know; null where nobody is asked, which is so on this machine alone.</param>
/// <param name="WritesAMinute">How often one address may write.</param>
public sealed record WebOptions(string Urls, string Assets, string Version, string? Border = null, Uri? Tiles = null, string? Key = null, int WritesAMinute = 60)
{
    /// <summary>How long a page waits for the first picture before it says that it is being worked out.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>True where each kind of page is made once before the first is shown, so that the first reader waits no longer than the second.</summary>
    public bool Rehearsed { get; init; }

    /// <summary>Where it listens unless told otherwise.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The defaults of the program as it is installed.</summary>
    public static WebOptions Default { get; } = new(DefaultUrls, Path.Combine(AppContext.BaseDirectory, "wwwroot"), typeof(WebOptions).Assembly.GetName().Version?.ToString(3) ?? string.Empty);
}
