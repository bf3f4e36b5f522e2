namespace Salient.Coding.Scoring;

/// <summary>An encoder of sentences, and how it speaks to a network.</summary>
/// <param name="Encoder">Reads the sentences.</param>
/// <param name="Numbers">Places x columns x hidden units: what each column at each place of a unit says to the hidden units.</param>
internal sealed record EncoderVoice(SentenceEncoder Encoder, float[] Numbers);
