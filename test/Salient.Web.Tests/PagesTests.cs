namespace Salient.Web.Tests;

public sealed class PagesTests
{
    [Fact]
    public void DefaultAddress_IsLoopback() => new Uri(Pages.DefaultAddress).IsLoopback.ShouldBeTrue();
}
