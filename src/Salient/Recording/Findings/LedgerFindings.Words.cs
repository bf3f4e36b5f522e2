using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <content>Words on who holds what.</content>
internal sealed partial class LedgerFindings
{
    private const int Stretch = 32;

    /// <inheritdoc/>
    public IEnumerable<ControlView> Views(int place) =>
        connection.Rows(r => ViewForm.Read((byte[])r[0]), "SELECT value FROM views WHERE place = $0 ORDER BY stretch", place).SelectMany(v => v);

    /// <inheritdoc/>
    public IEnumerable<PlaceViews> AllViews()
    {
        var (place, views) = (0, ImmutableArray.CreateBuilder<ControlView>());
        foreach (var (at, said) in connection.Rows(r => (r.GetInt32(0), ViewForm.Read((byte[])r[1])), "SELECT place, value FROM views ORDER BY place, stretch"))
        {
            if (at != place && views.Count > 0)
            {
                yield return new PlaceViews(place, views.ToImmutable());
                views.Clear();
            }

            place = at;
            views.AddRange(said);
        }

        if (views.Count > 0)
        {
            yield return new PlaceViews(place, views.ToImmutable());
        }
    }

    private static int StretchOf(ControlView view) => view.Day.DayNumber / Stretch;

    private void TakeOut(PlaceViews said)
    {
        var reports = said.Views.Select(v => v.Report).ToHashSet(StringComparer.Ordinal);
        foreach (var stretch in said.Views.Select(StretchOf).Distinct().Order())
        {
            Keep(said.Place, stretch, [.. Kept(said.Place, stretch).Where(v => !reports.Contains(v.Report))]);
        }
    }

    private void PutIn(PlaceViews said)
    {
        foreach (var stretch in said.Views.GroupBy(StretchOf).OrderBy(g => g.Key))
        {
            Keep(said.Place, stretch.Key, ControlView.Sorted([.. Kept(said.Place, stretch.Key), .. stretch]));
        }
    }

    private ControlView[] Kept(int place, int stretch) =>
        connection.Value("SELECT value FROM views WHERE place = $0 AND stretch = $1", place, stretch) is byte[] written ? ViewForm.Read(written) : [];

    private void Keep(int place, int stretch, ImmutableArray<ControlView> views)
    {
        if (views.IsEmpty)
        {
            connection.Run("DELETE FROM views WHERE place = $0 AND stretch = $1", place, stretch);
        }
        else
        {
            connection.Run("INSERT INTO views (place, stretch, value) VALUES ($0, $1, $2) ON CONFLICT DO UPDATE SET value = $2", place, stretch, ViewForm.Write(views));
        }
    }
}
