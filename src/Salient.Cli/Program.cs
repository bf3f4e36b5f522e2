using System.CommandLine;
using Salient.Cli;
using Salient.Records;

try
{
    return await Root.Make(args).Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ProblemException e)
{
    Console.Error.WriteLine(e.Problem);
    return Exit.Of(e.Problem.Code, Exit.Failed);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(new Problem("SAL0904", (e as FileNotFoundException)?.FileName ?? "a file", e.Message, "Check that it is there and may be read, and that there is room to write."));
    return Exit.Failed;
}
