using ClerkGen.Packing;

// Creates the package's folder from which the compiler loads the generator.
const string Usage = "Usage: ClerkGen.Packing <folder to write> <assembly of ours, with what it needs beside it>...";
if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not [string folder, .. string[] { Length: > 0 } assemblies] || folder.StartsWith('-'))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (Array.Find(assemblies, static assembly => !File.Exists(assembly)) is { } missing)
{
    Console.Error.WriteLine($"There is no file '{missing}'.");
    return 2;
}

AnalyzerFolder.Write(folder, assemblies);
return 0;
