using System.Text;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Claims as the codebook writes them, one JSON object a line.</summary>
internal static class ClaimLines
{
    private const int Buffer = 1 << 16;

    public static void Write(ExportSource source, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), Buffer, leaveOpen: true) { NewLine = "\n" };
        Report? last = null;
        foreach (var claim in source.Claims())
        {
            if (last?.Id != claim.Report.Id)
            {
                last = source.Report(claim.Report.Id);
            }

            text.Write(ClaimJson.Write(claim.Claim, last!, claim.Review, claim.Revision));
            text.Write('\n');
        }
    }
}
