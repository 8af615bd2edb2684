using ClerkGen.Generator.Model;
using ClerkGen.Testing;
using Xunit.Abstractions;
using YamlDotNet.RepresentationModel;

namespace ClerkGen.Tests.Translation;

/// <summary>Real documents, where somebody keeps them beside the repository.</summary>
public sealed class PublicOperationsTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    [SharedFact]
    public void Every_operation_of_public_documents_is_emitted_or_reported()
    {
        string[] documents =
        [
            .. new[] { "clerk", "corpus" }.SelectMany(folder => Directory.EnumerateFiles(SharedDocuments.PathOf(folder)))
                .Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml")
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(documents);
        foreach (string path in documents)
        {
            TranslatedClient client = TranslatedClient.OfFile(path);
            int reported = client.Ids.Count(id => id == "CLERKGEN040");
            // An operation that answers with a value and with a stream has a method for each.
            int methods = client.Methods.Count();
            int emitted = client.Groups.SelectMany(group => group.Operations).Select(operation => (operation.Method, operation.PathTemplate)).Distinct().Count();
            output.WriteLine($"{Path.GetFileName(path)}: {client.Count} operations, {emitted} emitted, {reported} reported");
            Assert.Equal(client.Count, emitted + reported);
            Assert.Equal(methods, client.Methods.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(client.Groups.SelectMany(group => group.Operations), AssertIsWhole);
        }
    }

    [SharedFact]
    public void Clerks_documents_are_emitted_as_their_manifest_counts_them()
    {
        foreach (string[] row in File.ReadAllLines(SharedDocuments.PathOf("clerk", "MANIFEST.tsv")).Skip(1).Select(static line => line.Split('\t')))
        {
            TranslatedClient client = TranslatedClient.OfFile(SharedDocuments.PathOf("clerk", row[0]));
            Assert.Equal(int.Parse(row[6]), client.Methods.Count());
            Assert.DoesNotContain("CLERKGEN040", client.Ids);
        }
    }

    [SharedFact]
    public void Groups_and_methods_have_the_names_of_Clerks_extensions()
    {
        foreach (string path in Directory.EnumerateFiles(SharedDocuments.PathOf("clerk"), "*.yml"))
        {
            TranslatedClient client = TranslatedClient.OfFile(path);
            Dictionary<string, (string Group, string Method)> emitted = client.Groups
                .SelectMany(group => group.Operations.Select(operation => (group, operation)))
                .ToDictionary(pair => pair.operation.Method + " " + pair.operation.PathTemplate, pair => (pair.group.PropertyName, pair.operation.Name), StringComparer.Ordinal);
            foreach ((string key, string? group, string? method) in Extensions(path))
            {
                Assert.True(group is null || string.Equals(group, emitted[key].Group, StringComparison.OrdinalIgnoreCase), $"{key}: {emitted[key].Group}, not {group}");
                // The first page alone is not called after all of it.
                Assert.True(method?.EndsWith("All", StringComparison.Ordinal) != false || string.Equals(method, emitted[key].Method, StringComparison.OrdinalIgnoreCase), $"{key}: {emitted[key].Method}, not {method}");
            }
        }
    }

    [SharedFact]
    public void Clerks_backend_has_its_error_its_key_and_its_version()
    {
        TranslatedClient client = TranslatedClient.OfFile(SharedDocuments.PathOf("clerk", "bapi-2026-05-12.yml"));
        Assert.Equal(("https://api.clerk.com/v1", "Clerk-API-Version", "2026-05-12"), (client.Client.Server, client.Client.VersionHeader, client.Client.ApiVersion));
        Assert.Equal("SecretKey", Assert.Single(client.Client.Schemes).Name);
        Assert.Equal("ClerkTraceId", client.Find<ExceptionModel>("ClerkErrorsException").TraceIdProperty);
        Assert.Contains("OrganizationInvitations.ListPending", client.Methods);
        OperationModel list = client.Find<GroupModel>("OrganizationMembershipsOperations").Operations.Single(operation => operation.Name == "List");
        Assert.Equal(("ListAll", 100, "Data", "TotalCount"), (list.Paging!.Name, list.Paging.PageSize, list.Paging.Items!.Steps.Single().Property, list.Paging.Total!.Steps.Single().Property));
        Assert.Empty(client.Find<GroupModel>("MiscellaneousOperations").Operations.Single().Security);
    }

    [SharedFact]
    public void Clerks_webhooks_are_45_event_types()
    {
        TranslatedClient client = TranslatedClient.OfFile(SharedDocuments.PathOf("clerk", "webhooks-2025-04-15.yml"));
        Assert.Empty(client.Groups);
        string[] events = [.. client.Files.OfType<ObjectModel>().Select(model => model.Name).Where(name => name.EndsWith("Event", StringComparison.Ordinal))];
        Assert.Equal(45, events.Length);
        Assert.Contains("EmailCreatedEvent", events);
    }

    private static void AssertIsWhole(OperationModel operation)
    {
        Assert.NotEmpty(operation.Doc.Summary);
        Assert.All(operation.PathParameters, parameter => Assert.True(parameter.IsRequired));
        Assert.Equal(operation.PathParameters.Count, operation.PathParameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(operation.Path, part => Assert.True(part.Literal is not null || part.Parameter < operation.PathParameters.Count));
        Assert.All(operation.Result.Answers, status => Assert.True(status.Kind == ResultKind.None || status.Variant >= 0));
    }

    private static IEnumerable<(string Key, string? Group, string? Method)> Extensions(string path)
    {
        YamlStream stream = [];
        using StreamReader reader = new(path);
        stream.Load(reader);
        YamlMappingNode root = (YamlMappingNode)stream.Documents[0].RootNode;
        if (!root.Children.TryGetValue("paths", out YamlNode? paths))
        {
            yield break;
        }

        foreach (KeyValuePair<YamlNode, YamlNode> item in (YamlMappingNode)paths)
        {
            foreach (string method in Methods)
            {
                if (((YamlMappingNode)item.Value).Children.TryGetValue(method, out YamlNode? operation))
                {
                    yield return (method.ToUpperInvariant() + " " + item.Key, Text(operation, "x-speakeasy-group"), Text(operation, "x-speakeasy-name-override"));
                }
            }
        }
    }

    private static string? Text(YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(key, out YamlNode? value) ? value.ToString() : null;
}
