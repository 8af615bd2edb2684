using System.Reflection;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Translation.Names;

/// <summary>The inherited members of emitted classes are read from the runtime's own types.</summary>
public sealed class ReservedNamesTests
{
    [Fact]
    public void Names_of_options_are_those_that_they_inherit() =>
        Assert.Equal(InheritedBy(typeof(ApiClientOptions)).Append("FromEnvironment").Order(StringComparer.Ordinal), ReservedNames.OfOptions);

    [Fact]
    public void Reserved_names_of_a_client_are_its_inherited_and_declared_members() =>
        Assert.Equal(
            InheritedBy(typeof(ApiClient))
                .Concat(["Description", "ErrorTables", "FromEnvironment", "JsonTypeInfoResolver", "OnReceived", "OnSending", "SecuritySchemes"])
                .Order(StringComparer.Ordinal),
            ReservedNames.OfClient);

    [Fact]
    public void Nothing_of_a_document_hides_an_option()
    {
        string[] keys = [.. ReservedNames.OfOptions.SelectMany(static name => new[] { name, SnakeCase(name) })];
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers:
              - url: 'https://api.example.com/{{string.Concat(keys.Select(static key => $"{{{key}}}"))}}'
                variables: { {{string.Join(", ", keys.Select(static key => key + ": { default: a }"))}} }
            paths: { /a: { get: { operationId: getA, responses: { '204': { description: ok } } } } }
            security: [{{string.Join(", ", keys.Select(static key => $"{{ {key}: [] }}"))}}]
            components:
              securitySchemes: { {{string.Join(", ", keys.Select(static key => key + ": { type: http, scheme: bearer }"))}} }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains("ServerTrustedServers", run.Files.Single(static file => file.Key.EndsWith("DocumentClient.g.cs", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_implicit_usings_are_those_of_the_framework()
    {
        string[] spaces =
            ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<Type> types = Directory.GetFiles(folder, "System*.dll").Select(Path.GetFileNameWithoutExtension)
            .SelectMany(static name => Assembly.Load(name!).GetExportedTypes());

        Assert.All(
            types.Where(type => !type.IsNested && !type.IsGenericType && !type.Name.EndsWith("Extensions", StringComparison.Ordinal) && spaces.Contains(type.Namespace)),
            static type => Assert.True(ImplicitUsings.Have(type.Name), type.FullName));
        Assert.False(ImplicitUsings.Have("User"));
    }

    // As documents write names.
    private static string SnakeCase(string name) =>
        string.Concat(name.Select(static (letter, index) => char.IsUpper(letter) ? (index > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    // The members that another assembly sees, without accessors of properties and events.
    private static IEnumerable<string> InheritedBy(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Where(static member => member is not ConstructorInfo && IsVisible(member))
            .Select(static member => member.Name)
            .Where(static name => !name.StartsWith("get_", StringComparison.Ordinal) && !name.StartsWith("set_", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo raised => IsVisible(raised.AddMethod!),
        Type nested => nested.IsNestedPublic || nested.IsNestedFamily || nested.IsNestedFamORAssem,
        _ => true,
    };
}
