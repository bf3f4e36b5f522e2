using System.CommandLine;
using Salient.Tuning;

var root = new RootCommand("Tunes a transformer, and the network over it, to coded reports: what models/coder.encoder.br holds.") { CoderVerb.Make() };
return await root.Parse(args).InvokeAsync();
