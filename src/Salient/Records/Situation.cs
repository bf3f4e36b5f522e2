using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What a sentence of the situation rests on.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Title">What the report is called: its title, else its first words.</param>
/// <param name="Day">The report's day, or null.</param>
/// <param name="Chain">Who says it through whom, ending in the outlet where that is known.</param>
/// <param name="Quotation">The words of the report.</param>
public sealed record Citation(string Claim, string Report, string Title, DateOnly? Day, string Chain, string Quotation);

/// <summary>One sentence of the situation.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Note">What must be known beside it (disputed, inferred, one source alone), or null.</param>
/// <param name="Citations">What it rests on; at least one unless it counts or infers.</param>
public sealed record SituationSentence(string Text, string? Note, ImmutableArray<Citation> Citations);

/// <summary>Sentences on one subject.</summary>
/// <param name="Id">Stable id: control, combat, …</param>
/// <param name="Title">For people.</param>
/// <param name="Sentences">Best founded first.</param>
/// <param name="More">Sentences left out.</param>
public sealed record SituationSection(string Id, string Title, ImmutableArray<SituationSentence> Sentences, int More);

/// <summary>The situation on a day: what the reports up to then say of the days since.</summary>
/// <param name="On">The last day told of; null where no report has a day.</param>
/// <param name="Since">The first.</param>
/// <param name="Reports">Reports that it rests on.</param>
/// <param name="Claims">Claims that it rests on.</param>
/// <param name="Undated">Reports left out because their day is not known.</param>
/// <param name="Sections">By subject.</param>
public sealed record Situation(DateOnly? On, DateOnly? Since, int Reports, int Claims, int Undated, ImmutableArray<SituationSection> Sections);
