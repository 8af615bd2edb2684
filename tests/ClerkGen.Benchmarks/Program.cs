using ClerkGen.Benchmarks;

const int DefaultRounds = 7;

string what = args.Length > 0 ? args[0] : "all";
int rounds = args.Length > 1 && int.TryParse(args[1], out int given) ? given : DefaultRounds;
switch (what)
{
    case "json":
        new JsonComparison().Run(rounds);
        break;
    case "calls":
        await CallComparison.RunAsync(rounds);
        break;
    case "generator":
        GeneratorComparison.Run(rounds);
        break;
    case "all":
        new JsonComparison().Run(rounds);
        await CallComparison.RunAsync(rounds);
        GeneratorComparison.Run(rounds);
        break;
    default:
        Console.Error.WriteLine("What to measure: json, calls, generator or all; then the number of rounds.");
        return 1;
}

return 0;
