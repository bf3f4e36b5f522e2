using System.Globalization;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>Days on the command line: yyyy-mm-dd.</summary>
internal static class Days
{
    /// <summary>The day that <paramref name="text"/> writes; null where nothing is given.</summary>
    /// <exception cref="ProblemException">SAL0902.</exception>
    public static DateOnly? Parse(string? text, string option, string remedy = "Write it as 2022-10-04.")
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ProblemException(new Problem("SAL0902", option, $"'{text}' is no day.", remedy));
    }

    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
