using System.Text.Json.Nodes;
using ClerkGen.Specs;

const string Usage = """
    dotnet run --project specs/ClerkGen.Specs -- update PUBLISHED

    Writes specs/clerk-backend.yaml from PUBLISHED, Clerk's published document, and from our sources. Prints what changed and what is missing.
    Returns 0 if nothing is missing, 1 if something is, 2 if the document was not written.
    """;
if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not ["update", string publishedPath])
{
    string fault = args.Length == 0 ? "Write 'update' and the published document" : $"Unknown arguments '{string.Join(' ', args)}'";
    Console.Error.WriteLine(fault + "; --help explains the command.");
    return 2;
}

try
{
    SpecsFolder folder = SpecsFolder.FindFrom(Environment.CurrentDirectory);
    string published = File.ReadAllText(publishedPath);
    var remarks = new List<string>();
    Prose prose = folder.ReadProse();
    string text = folder.Build(published, prose, remarks);

    JsonObject document = YamlReader.Read(text, "clerk-backend.yaml");
    IReadOnlyList<SurfaceDifference> changes = File.Exists(folder.Document)
        ? SurfaceComparison.Differences(YamlReader.Read(File.ReadAllText(folder.Document), "clerk-backend.yaml"), document, name => name)
        : [];
    List<string> shared = [.. SharedWording.Find(YamlReader.Read(published, "published"), document)];
    File.WriteAllText(folder.Document, text);

    Print("changed in what is sent or received", [.. changes.Select(change => change.ToString())]);
    Print("to look at", remarks);
    Print("lacks prose", prose.Missing);
    List<string> unused = [.. prose.Unused];
    Print("prose about nothing in the document", unused);
    Print("worded as in the published document", shared);
    return remarks.Count + prose.Missing.Count + unused.Count + shared.Count == 0 ? 0 : 1;
}
catch (Exception exception) when (exception is SpecsException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

static void Print(string title, IList<string> lines)
{
    Console.WriteLine($"{title}: {lines.Count}");
    foreach (string line in lines)
        Console.WriteLine($"  {line}");
}
