using System.CommandLine;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Hosting;

namespace Salient.Cli.Verbs;

/// <summary>How the map of the pages is drawn. Whose border is drawn round what follows from the theatre: one without a disputed part has no such option.</summary>
internal sealed class MapOptions
{
    private readonly Option<string>? border = Border(Disputed());
    private readonly Option<string?> tiles = new("--tiles") { Description = "Address of a tile server's pictures, with {z}, {x} and {y}, to draw under the map; unless given, nothing leaves this machine." };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        if (border is not null)
        {
            verb.Add(border);
        }

        verb.Add(tiles);
    }

    /// <summary>The web options that they amount to.</summary>
    /// <exception cref="ProblemException">SAL0802 the tile server's address cannot be used.</exception>
    public WebOptions Of(ParseResult result, string urls) => WebOptions.Default with
    {
        Urls = urls,
        Border = border is null ? null : result.GetValue(border),
        Tiles = result.GetValue(tiles) is { } address ? Address(address) : null,
    };

    private static Option<string>? Border(DisputedPart? part)
    {
        if (part is null)
        {
            return null;
        }

        var option = new Option<string>("--border", "--" + part.Name.ToLowerInvariant().Replace(' ', '-'))
        {
            Description = $"Whose border the map draws round {part.Name}: {part.Home}, {part.Other} or {DisputedPart.Both} (dashed). Who holds it is a layer.",
            DefaultValueFactory = _ => part.Home,
        };
        option.AcceptOnlyFromAmong([.. part.Borders]);
        return option;
    }

    private static DisputedPart? Disputed(string theatre = "ukraine")
    {
        try
        {
            return Outline.Load(Path.Combine(Pipeline.DataFolder, "theatres", theatre))?.Disputed;
        }
        catch (ProblemException)
        {
            // Whoever reads the theatre says what is wrong with it.
            return null;
        }
    }

    private static Uri Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && ((string[])["{z}", "{x}", "{y}"]).All(address.Contains) && !address.Contains(' ', StringComparison.Ordinal)
            ? uri
            : throw new ProblemException(new Problem("SAL0802", address, "This is no address of a tile server.", "Give it as https://tiles.example/{z}/{x}/{y}.png."));
}
