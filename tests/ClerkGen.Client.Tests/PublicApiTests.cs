using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests;

public sealed class PublicApiTests
{
    private const string RefreshVariable = "CLERKGEN_REFRESH";

    private static string Folder => Path.Combine(
        typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectFolder").Value!,
        "PublicApi");

    [Fact]
    public void Bundled_client_has_the_listed_api() => Check(
        "Clerk.Backend.txt",
        BundledClient.Listing(BundledClient.Run.Compilation.Assembly, static name => name.ToDisplayString().StartsWith(BundledClient.Namespace, StringComparison.Ordinal)));

    [Fact]
    public void Runtime_has_the_listed_api()
    {
        Compilation compilation = BundledClient.Run.Compilation;
        IAssemblySymbol runtime = compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "ClerkGen.Runtime");

        Check("ClerkGen.Runtime.txt", BundledClient.Listing(runtime, static _ => true));
    }

    [Fact]
    public void Everything_public_in_the_bundled_client_that_its_name_does_not_explain_has_a_summary()
    {
        INamespaceSymbol root = BundledClient.Run.Compilation.Assembly.GlobalNamespace;
        INamespaceSymbol client = BundledClient.Namespace.Split('.').Aggregate(root, static (outer, name) => outer.GetNamespaceMembers().Single(inner => inner.Name == name));
        List<ISymbol> bare = [];
        int count = 0;
        foreach (INamedTypeSymbol type in BundledClient.Types(client))
        {
            foreach (ISymbol symbol in BundledClient.Members(type).Where(IsDocumented).Prepend(type))
            {
                count++;
                if (!HasSummary(symbol))
                {
                    bare.Add(symbol);
                }
            }
        }

        Assert.True(count > 1000, $"Only {count} types and members were found.");
        Assert.True(bare.Count == 0, $"{bare.Count} of {count} have no summary:\n" + string.Join('\n', bare.Take(40)));
    }

    // Docs of a base type or an interface are inherited. A default constructor needs none.
    private static bool IsDocumented(ISymbol symbol) =>
        !symbol.IsOverride
        && !symbol.IsImplicitlyDeclared
        && symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion }
        && !IsExplainedByItsName(symbol)
        && !symbol.ContainingType.AllInterfaces.SelectMany(static face => face.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    // A constructor without parameters, a constant that shows its value, and what a union has for each of its variants.
    private static bool IsExplainedByItsName(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsConst: true } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => IsUnion(symbol.ContainingType),
        IMethodSymbol => IsUnion(symbol.ContainingType) && symbol.Name.StartsWith("TryGet", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsUnion(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(static constructor => constructor.Parameters is [{ Type.Name: "JsonElement" }]);

    private static bool HasSummary(ISymbol symbol)
    {
        string? text = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        XElement documentation = XElement.Parse(text);
        return documentation.Element("inheritdoc") is not null || documentation.Element("summary") is { IsEmpty: false };
    }

    private static void Check(string name, string listing)
    {
        string path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, listing);
            return;
        }

        string[] expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n') : [];
        string[] actual = listing.Split('\n');
        string[] removed = [.. expected.Except(actual, StringComparer.Ordinal).Take(40).Select(static line => "- " + line)];
        string[] added = [.. actual.Except(expected, StringComparer.Ordinal).Take(40).Select(static line => "+ " + line)];
        Assert.True(
            removed.Length + added.Length == 0,
            $"""
            The public API is no longer what PublicApi/{name} lists. When that is meant:
            {RefreshVariable}=1 dotnet test tests/ClerkGen.Client.Tests --filter {nameof(PublicApiTests)}
            {string.Join('\n', removed.Concat(added))}
            """);
    }
}
