using System.CommandLine;

var root = new RootCommand("Trains what models/ holds and measures it against outside references.");
return await root.Parse(args).InvokeAsync();
