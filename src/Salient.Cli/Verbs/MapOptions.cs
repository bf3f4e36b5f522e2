using System.CommandLine;
using Salient.Records;
using Salient.Web.Hosting;
using Salient.Web.Map.Ground;

namespace Salient.Cli.Verbs;

/// <summary>How the map of the pages is drawn.</summary>
internal sealed class MapOptions
{
    private readonly Option<string> crimea = new("--crimea") { Description = "Whose border the map draws round Crimea: ua, ru or both (dashed). Who holds it is a layer.", DefaultValueFactory = _ => "ua" };
    private readonly Option<string?> tiles = new("--tiles") { Description = "Address of a tile server's pictures, with {z}, {x} and {y}, to draw under the map; unless given, nothing leaves this machine." };

    public MapOptions() => crimea.AcceptOnlyFromAmong("ua", "ru", "both");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(crimea);
        verb.Add(tiles);
    }

    /// <summary>The web options that they amount to.</summary>
    /// <exception cref="ProblemException">SAL0802 the tile server's address cannot be used.</exception>
    public WebOptions Of(ParseResult result, string urls) => WebOptions.Default with
    {
        Urls = urls,
        Crimea = result.GetValue(crimea) switch { "ru" => CrimeaBorder.Russia, "both" => CrimeaBorder.Both, _ => CrimeaBorder.Ukraine },
        Tiles = result.GetValue(tiles) is { } address ? Address(address) : null,
    };

    private static Uri Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && ((string[])["{z}", "{x}", "{y}"]).All(address.Contains) && !address.Contains(' ', StringComparison.Ordinal)
            ? uri
            : throw new ProblemException(new Problem("SAL0802", address, "This is no address of a tile server.", "Give it as https://tiles.example/{z}/{x}/{y}.png."));
}
