namespace Salient.Reading.Decoding;

/// <summary>Bytes as text, or why they are none.</summary>
/// <param name="Text">The text, without a byte-order mark; null where refused.</param>
/// <param name="Charset">The charset that was used, lower case.</param>
/// <param name="Refusal">Why the bytes are no text, one sentence; null where they are.</param>
/// <param name="Binary">True where the bytes are not text in any charset.</param>
internal readonly record struct Decoded(string? Text, string Charset, string? Refusal, bool Binary);
