if (args is ["ledger", ..])
{
    return Salient.Benchmarks.Ledgers.LedgerBench.Run(args.AsSpan(1));
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
