using ClerkGen.Packing;

// Creates the package's folder from which the compiler loads the generator.
if (args is not [string folder, .. string[] { Length: > 0 } assemblies])
{
    Console.Error.WriteLine("usage: ClerkGen.Packing <folder to write> <assembly of ours, with what it needs beside it>...");
    return 2;
}

AnalyzerFolder.Write(folder, assemblies);
return 0;
