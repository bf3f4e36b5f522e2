using System.Globalization;

namespace Salient.Theatres;

/// <summary>A rectangle of degrees.</summary>
/// <param name="West">Degrees east of its western side.</param>
/// <param name="South">Degrees north of its southern side.</param>
/// <param name="East">Degrees east of its eastern side.</param>
/// <param name="North">Degrees north of its northern side.</param>
public readonly record struct Box(double West, double South, double East, double North);

/// <summary>Which outlines a theatre's map draws: the country that the war is fought over, and a part of it that another state counts as its own.</summary>
/// <param name="Country">The country's name in world-atlas.</param>
/// <param name="Window">What is drawn, with its neighbours.</param>
/// <param name="Claimant">The state whose outline may hold the disputed part, by its name in world-atlas; null where none is.</param>
/// <param name="Disputed">What encloses that part and no other polygon; null where none is.</param>
public sealed record Outline(string Country, Box Window, string? Claimant = null, Box? Disputed = null)
{
    /// <summary>The outline of a theatre's <c>outlines.tsv</c>; null where it has no such file: then settlements alone give the ground.</summary>
    /// <exception cref="Salient.Records.ProblemException">SAL0102: a line is wrong.</exception>
    public static Outline? Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, "outlines.tsv");
        Outline? home = null;
        foreach (var (number, cells) in TableLines.Read(path))
        {
            var box = cells.Length == 6 ? Bounds(cells[2..]) : null;
            home = (cells[0].Trim(), box, home) switch
            {
                ("country", { } window, null) => new Outline(cells[1].Trim(), window),
                ("disputed", { } part, { Disputed: null }) => home with { Claimant = cells[1].Trim(), Disputed = part },
                _ => throw TheatreLoader.Wrong(path, number, "'country' and then at most one 'disputed' are wanted, each with a name and west, south, east and north in degrees, with tabs between them."),
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
