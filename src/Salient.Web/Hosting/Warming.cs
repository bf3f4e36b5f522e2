using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Salient.Web.Claims;
using Salient.Web.Map.Ground;

namespace Salient.Web.Hosting;

/// <summary>Works out what pages need before they are asked for, beside the server's start.</summary>
/// <param name="pictures">The picture to warm.</param>
/// <param name="ground">The ground under the map.</param>
/// <param name="services">Where the rules that say how a claim was found are, if anywhere.</param>
internal sealed class Warming(PictureCache pictures, KeptGround ground, IServiceProvider services) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            try
            {
                pictures.CatchUp(Timeout.InfiniteTimeSpan);
                pictures.Beside();
                ground.Of(pictures.Current());
                if (services.GetService<Lazy<Pipeline>>() is { } pipeline && !stoppingToken.IsCancellationRequested)
                {
                    How.Warm(pipeline.Value);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The server ended meanwhile, or a page will meet the same fault and say so: warming ends no server.
            }
        },
        stoppingToken);
}
