namespace Salient.Web;

/// <summary>The pages' host.</summary>
public static class Pages
{
    /// <summary>Where it listens unless told otherwise: this machine alone.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";
}
