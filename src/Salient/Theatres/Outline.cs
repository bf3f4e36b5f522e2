using System.Collections.Immutable;
using System.Globalization;

namespace Salient.Theatres;

/// <summary>A rectangle of degrees.</summary>
/// <param name="West">Degrees east of its western side.</param>
/// <param name="South">Degrees north of its southern side.</param>
/// <param name="East">Degrees east of its eastern side.</param>
/// <param name="North">Degrees north of its northern side.</param>
public readonly record struct Box(double West, double South, double East, double North);

/// <summary>A part of a country that another state counts as its own, whichever of the two holds it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Claimant">The other state's name in world-atlas: its outline may hold the part.</param>
/// <param name="Box">What encloses the part and no other polygon.</param>
/// <param name="Home">The id of the side whose country it is.</param>
/// <param name="Other">The id of the side whose state claims it.</param>
public sealed record DisputedPart(string Name, string Claimant, Box Box, string Home, string Other)
{
    /// <summary>Stands for both borders, wherever a side's id stands for its own.</summary>
    public const string Both = "both";

    /// <summary>Whose borders can be drawn round it, the country's own first.</summary>
    public ImmutableArray<string> Borders => [Home, Other, Both];
}

/// <summary>Which outlines a theatre's map draws: the country that the war is fought over, and a part of it that another state counts as its own.</summary>
/// <param name="Country">The country's name in world-atlas.</param>
/// <param name="Window">What is drawn, with its neighbours.</param>
/// <param name="Disputed">The disputed part; null where none is.</param>
public sealed record Outline(string Country, Box Window, DisputedPart? Disputed = null)
{
    private const int Bounded = 6, Parted = 9;

    /// <summary>The outline of a theatre's <c>outlines.tsv</c>; null where it has no such file: then settlements alone give the ground.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    public static Outline? Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, "outlines.tsv");
        Outline? home = null;
        foreach (var (number, cells) in TableLines.Read(path))
        {
            string[] words = [.. cells.Select(c => c.Trim())];
            home = (words[0], words.Length >= Bounded ? Bounds(words[2..Bounded]) : null, home) switch
            {
                ("country", { } window, null) when words.Length == Bounded => new Outline(words[1], window),
                ("disputed", { } box, { Disputed: null }) when words.Length == Parted && words[6..].All(w => w.Length > 0) && words[7] != words[8] =>
                    home with { Disputed = new DisputedPart(words[6], words[1], box, words[7], words[8]) },
                _ => throw TheatreLoader.Wrong(path, number, "'country' and then at most one 'disputed' are wanted, each with a name and west, south, east and north in degrees, the second with what the part is called and the ids of the two sides too, with tabs between them."),
            };
        }

        return home;
    }

    private static Box? Bounds(string[] cells)
    {
        double[] n = [.. cells.Select(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)];
        return n[0] < n[2] && n[1] < n[3] && n[0] >= -180 && n[2] <= 180 && n[1] >= -90 && n[3] <= 90 ? new Box(n[0], n[1], n[2], n[3]) : null;
    }
}
