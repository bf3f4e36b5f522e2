using System.Globalization;
using Salient.Records;

namespace Salient.Cli;

/// <summary>Exit codes, as docs/errors.md lists them.</summary>
internal static class Exit
{
    /// <summary>All was done.</summary>
    public const int Success = 0;

    /// <summary>The call was wrong: an option, an argument, a day, a search.</summary>
    public const int Usage = 1;

    /// <summary>Some inputs were refused, each with its reason; the rest was done.</summary>
    public const int SomeRefused = 2;

    /// <summary>Nothing could be done: no ledger, no data, no input.</summary>
    public const int Failed = 3;

    /// <summary>Where inputs were refused: the code of their common problem, else <see cref="SomeRefused"/>.</summary>
    public static int Of(IEnumerable<Problem> refused)
    {
        var codes = refused.Select(r => r.Code).Distinct().ToList();
        return codes.Count == 1 ? Of(codes[0], SomeRefused) : SomeRefused;
    }

    /// <summary>A problem's own exit code: two digits of its code, for inputs 1nn and 2nn (10 to 59) and the ledger 6nn (60 to 79); a search or a day that cannot be read is a wrong call.</summary>
    public static int Of(string code, int otherwise)
    {
        var number = int.Parse(code.AsSpan(3), CultureInfo.InvariantCulture);
        return (number / 100, number % 100) switch
        {
            (1, var n and < 20) => 10 + n,
            (2, var n and < 30) => 30 + n,
            (6, var n and < 20) => 60 + n,
            (6, 21 or 22) or (9, 2) => Usage,
            _ => otherwise,
        };
    }
}
