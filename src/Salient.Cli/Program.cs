using System.CommandLine;
using Salient.Cli.Verbs;

var root = new RootCommand("Salient reads war reporting and keeps a ledger of who claimed what.")
{
    ReadVerb.Make(),
};
return await root.Parse(args).InvokeAsync();
