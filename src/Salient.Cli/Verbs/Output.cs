using System.Text;

namespace Salient.Cli.Verbs;

/// <summary>Standard output as results are written to it: UTF-8 without a mark, line feeds, buffered.</summary>
internal static class Output
{
    private const int Buffer = 1 << 16;

    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer) { NewLine = "\n" };
}
