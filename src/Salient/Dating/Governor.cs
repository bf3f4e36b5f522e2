using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Dating;

/// <summary>Tells which time expression governs an assertion.</summary>
internal sealed class Governor(ImmutableArray<TimeExpression> times)
{
    public DateRange? Govern(Assertion assertion)
    {
        var inside = times.Where(t => t.Governs is not null && assertion.Evidence.Contains(t.Span)).ToList();
        return inside.Count > 0 ? inside[0].Governs : null;
    }
}
