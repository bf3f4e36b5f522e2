using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Tells whether a stretch stands in quotation marks, within its paragraph.</summary>
internal static class Quotes
{
    private const int Reach = 2000;

    /// <summary>True where <paramref name="span"/> begins inside an open quotation.</summary>
    public static bool Inside(string text, TextSpan span)
    {
        var straight = 0;
        for (var i = span.Start - 1; i >= 0 && i > span.Start - Reach; i--)
        {
            switch (text[i])
            {
                case '“':
                    return true;
                case '”':
                    return false;
                case '"':
                    straight++;
                    break;
                case '\n' when i > 0 && text[i - 1] == '\n':
                    return straight % 2 == 1;
            }
        }

        return straight % 2 == 1;
    }
}
