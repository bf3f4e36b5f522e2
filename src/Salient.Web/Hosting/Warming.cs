using Microsoft.Extensions.Hosting;
using Salient.Web.Map;

namespace Salient.Web.Hosting;

/// <summary>Works out what pages need before they are asked for, beside the server's start.</summary>
/// <param name="pictures">The picture to warm.</param>
/// <param name="options">What the map goes by.</param>
internal sealed class Warming(PictureCache pictures, WebOptions options) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            try
            {
                pictures.CatchUp(Timeout.InfiniteTimeSpan);
                MapEndpoints.Warm(pictures.Current(), options);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The server ended meanwhile, or a page will meet the same fault and say so: warming ends no server.
            }
        },
        stoppingToken);
}
