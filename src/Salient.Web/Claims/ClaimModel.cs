using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Claims;

/// <summary>One claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Superseded">True where the current coding run does not make it: the address holds, the claim is of an earlier run.</param>
/// <param name="Paragraph">The paragraph that it stands in; the evidence alone where the report is read otherwise now.</param>
/// <param name="Start">First UTF-16 unit of its words in <paramref name="Paragraph"/>.</param>
/// <param name="Event">The happening that it is told of in, or null.</param>
/// <param name="Same">Other claims of that happening, first told first.</param>
/// <param name="Against">Claims on the other side of a dispute that it stands in.</param>
/// <param name="Disputes">Those disputes.</param>
/// <param name="Assessments">What is assessed of its settlements on its day.</param>
/// <param name="Beside">Other claims of the same paragraph.</param>
public sealed record ClaimModel(
    ClaimRow Claim,
    bool Superseded,
    string Paragraph,
    int Start,
    Happening? Event,
    ImmutableArray<ClaimRow> Same,
    ImmutableArray<ClaimRow> Against,
    ImmutableArray<Dispute> Disputes,
    ImmutableArray<ClaimAssessment> Assessments,
    ImmutableArray<ClaimRow> Beside);

/// <summary>What is assessed of a settlement that a claim names.</summary>
/// <param name="Place">GeoNames id.</param>
/// <param name="Name">Its name.</param>
/// <param name="On">The day.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Status">How it is known.</param>
/// <param name="Confidence">1 best to 6.</param>
/// <param name="Follows">True where the claim is among those that speak for it, false against it, null neither.</param>
public sealed record ClaimAssessment(int Place, string Name, DateOnly On, string Holder, ControlStatus Status, int Confidence, bool? Follows);
