using Salient.Web.Hosting;

namespace Salient.Web.Tests;

public sealed class WebOptionsTests
{
    [Fact]
    public void Default_ListensOnThisMachineAlone() => new Uri(WebOptions.DefaultUrls).IsLoopback.ShouldBeTrue();
}
