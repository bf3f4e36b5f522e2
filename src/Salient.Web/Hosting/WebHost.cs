using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Salient.Reconciling;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Exports;
using Salient.Web.Findings;
using Salient.Web.Home;
using Salient.Web.Map;
using Salient.Web.Map.Ground;
using Salient.Web.Places;
using Salient.Web.Reports;
using Salient.Web.Review;
using Salient.Web.Search;
using Salient.Web.Shared;
using Salient.Web.Situations;

namespace Salient.Web.Hosting;

/// <summary>Builds the server of the pages and their JSON twins.</summary>
public static class WebHost
{
    /// <summary>A server that reads the ledger anew for each request.</summary>
    /// <param name="options">Addresses and assets.</param>
    /// <param name="open">Opens the ledger for reading; disposed after the request where it can be.</param>
    /// <param name="picture">Pictures a ledger.</param>
    /// <param name="configure">A last word on the server, for tests.</param>
    /// <param name="pipeline">Loads the rules that say how a claim was found, when that is first asked; null where that is not shown.</param>
    /// <param name="desk">What exports and reviews want; without it there are none.</param>
    public static WebApplication Build(
        WebOptions options, Func<ILedgerReader> open, Func<ILedgerReader, Picture> picture, Action<IWebHostBuilder>? configure = null, Func<Pipeline>? pipeline = null, Desk? desk = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        // Why it could not start is thrown, and told with what to do; the host would print its stack besides.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(k => k.AddServerHeader = false);
        configure?.Invoke(builder.WebHost);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddOpenApi(o => o.AddOperationTransformer(ApiShape.Complete));
        builder.Services.AddAntiforgery(o =>
        {
            (o.Cookie.Name, o.Cookie.SameSite, o.Cookie.HttpOnly) = ("salient-form", SameSiteMode.Strict, true);
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddLimits(options);
        builder.Services.AddSingleton<WriteGuard>();
        if (desk is not null)
        {
            builder.Services.AddSingleton(desk);
        }

        // What the map reads is large and repeats itself. Pages are left alone: they hold what forms prove themselves by.
        builder.Services.AddResponseCompression(o => o.MimeTypes = ["application/json", "text/javascript", "text/css", "image/svg+xml"]);
        // Nothing of a session outlives the process: no key is written to disk.
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddSingleton(options);
        builder.Services.AddScoped(_ => open());
        builder.Services.AddSingleton(_ => new PictureCache(open, picture, options.Patience));
        builder.Services.AddScoped(s => Naming.Of(s.GetRequiredService<PictureCache>().Current()));
        builder.Services.AddSingleton<KeptGround>();
        builder.Services.AddHostedService<Warming>();
        if (pipeline is not null)
        {
            builder.Services.AddSingleton(new Lazy<Pipeline>(pipeline));
        }

        var app = builder.Build();
        app.UseSecurityHeaders(options.Tiles);
        app.UseHostGuard(options);
        app.UseResponseCompression();
        app.UseExceptionHandler(e => e.Run(ErrorAsync));
        app.UseWaiting();
        if (Directory.Exists(options.Assets))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(options.Assets), RequestPath = "/assets" });
        }

        app.UseRateLimiter();
        app.MapOpenApi("/openapi.json");
        app.MapHome();
        app.MapSituation();
        app.MapMap();
        app.MapPlaces();
        app.MapClaims();
        app.MapReports();
        app.MapEvents();
        app.MapFigures();
        app.MapSources();
        app.MapDisputes();
        app.MapDynamics();
        app.MapSuggest();
        if (desk is not null)
        {
            app.MapReview();
            app.MapExports(options);
        }

        app.MapFallback(Twins.NotFoundAsync);
        if (options.Rehearsed)
        {
            app.Services.GetRequiredService<PictureCache>().Rehearse = new Rehearsal(app.Services, ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints)).RunAsync;
        }

        return app;
    }

    private static Task ErrorAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("SAL0800 The page could not be made. The ledger is unharmed; the server's log says more.\n");
    }
}
