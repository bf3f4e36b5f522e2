namespace Salient.Cli;

/// <summary>Exit codes, as docs/errors.md lists them.</summary>
internal static class Exit
{
    /// <summary>All was done.</summary>
    public const int Success = 0;

    /// <summary>The call was wrong: an option, an argument.</summary>
    public const int Usage = 1;

    /// <summary>Some inputs were refused, each with its reason; the rest was done.</summary>
    public const int SomeRefused = 2;

    /// <summary>Nothing could be done: no ledger, no data, no input.</summary>
    public const int Failed = 3;
}
