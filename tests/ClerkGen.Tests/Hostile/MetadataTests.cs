using System.Net;
using System.Net.Sockets;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ClerkGen.Generator;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>The generator opens nothing: by what its assembly refers to, and by what a listener sees.</summary>
public sealed class MetadataTests
{
    // Whole namespaces, and types.
    private static readonly string[] Banned =
    [
        "System.Net", "System.Net.Http", "System.Net.Sockets", "System.Net.Security", "System.IO.Pipes", "System.IO.IsolatedStorage", "System.IO.MemoryMappedFiles", "Microsoft.Win32", "System.Reflection.Emit",
        "System.Runtime.Loader", "System.Management", "System.Security.Cryptography.X509Certificates", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.DriveInfo", "System.IO.StreamReader", "System.IO.StreamWriter", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.Console", "System.AppDomain",
        "System.Activator", "System.Random", "System.Diagnostics.Stopwatch", "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.DllImportAttribute", "System.Text.RegularExpressions.Regex", "System.TimeZoneInfo",
    ];

    private static readonly string[] BannedMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Reflection.Assembly.Load",
        "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Type.GetType", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName",
        "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    [Fact]
    public void The_generator_references_no_API_that_opens_files_connections_or_processes()
    {
        using PEReader file = new(File.OpenRead(typeof(ClerkGenerator).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        List<string> types = [];
        foreach (TypeReferenceHandle handle in reader.TypeReferences)
        {
            TypeReference type = reader.GetTypeReference(handle);
            types.Add(NameOf(reader, type));

            // Microsoft.OpenApi has the methods of a path by this name, which opens nothing.
            Assert.True(NameOf(reader, type) == "System.Net.Http.HttpMethod" || !Banned.Contains(reader.GetString(type.Namespace)), NameOf(reader, type));
        }

        Assert.Contains("System.String", types);
        Assert.Empty(types.Intersect(Banned));

        List<string> members = [];
        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            MemberReference member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                members.Add(NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)member.Parent)) + "." + reader.GetString(member.Name));
            }
        }

        Assert.Contains("System.String.Concat", members);
        Assert.Empty(members.Intersect(BannedMembers));

        // The C# compiler uses it in iterators. No other member of the environment is allowed.
        Assert.All(members.Where(static name => name.StartsWith("System.Environment.", StringComparison.Ordinal)), static name => Assert.Equal("System.Environment.get_CurrentManagedThreadId", name));
    }

    [Fact]
    public void The_generator_calls_no_native_code()
    {
        using PEReader file = new(File.OpenRead(typeof(ClerkGenerator).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        Assert.Equal(0, reader.GetTableRowCount(TableIndex.ImplMap));
        Assert.Equal(0, reader.GetTableRowCount(TableIndex.ModuleRef));
    }

    // The library could open what a document names, by two ways: what loads documents, and a workspace told to. Neither is called.
    [Fact]
    public void The_generator_calls_no_loader_of_its_libraries()
    {
        using PEReader file = new(File.OpenRead(typeof(ClerkGenerator).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        string[] loading = ["OpenApiModelFactory", "OpenApiReaderSettings", "DefaultStreamLoader", "IStreamLoader", "OpenApiWorkspaceLoader", "OpenApiYamlReader", "OpenApiJsonReader"];
        Assert.Empty(reader.TypeReferences.Select(handle => reader.GetString(reader.GetTypeReference(handle).Name)).Intersect(loading));
        string[] methods = ["LoadAsync", "Load", "ParseAsync", "ResolveReference"];
        Assert.Empty(reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Namespace).StartsWith("Microsoft.OpenApi", StringComparison.Ordinal))
            .Select(member => reader.GetString(member.Name)).Intersect(methods));
    }

    [Fact]
    public void Documents_that_name_a_server_are_not_fetched_from_it()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        string document = $$"""
            { "openapi": "3.1.0", "info": { "title": "A", "version": "1", "termsOfService": "{{address}}/terms" }, "jsonSchemaDialect": "{{address}}/dialect",
              "servers": [{ "url": "{{address}}" }], "externalDocs": { "url": "{{address}}/docs" },
              "paths": { "/a": { "$ref": "{{address}}/path.json" }, "/b": { "get": { "operationId": "b", "parameters": [{ "$ref": "{{address}}/p.json#/p" }],
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "{{address}}/s.json#/S" },
                  "examples": { "a": { "externalValue": "{{address}}/example" }, "b": { "$ref": "{{address}}/e.json" } } } },
                  "links": { "l": { "operationRef": "{{address}}/o.json#/paths/~1a/get" } } } } } } },
              "components": { "schemas": { "S": { "$schema": "{{address}}/schema", "$id": "{{address}}/id", "oneOf": [{ "$ref": "{{address}}/a.json" }, { "$dynamicRef": "{{address}}/d.json#x" }],
                "discriminator": { "propertyName": "k", "mapping": { "a": "{{address}}/m.json" } } },
                "F": { "$ref": "file:///etc/passwd" }, "U": { "$ref": "\\\\127.0.0.1\\share\\x.json" }, "R": { "$ref": "../../../../../etc/passwd" } },
                "securitySchemes": { "o": { "type": "openIdConnect", "openIdConnectUrl": "{{address}}/openid" } } } }
            """;
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document, "document.json"));

        Assert.False(listener.Pending());
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == "CLERKGEN009");
        Assert.DoesNotContain(run.DriverDiagnostics, static diagnostic => diagnostic.Id is "CS8785" or "CLERKGEN090");
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void Banned_types_are_found_where_they_are_used()
    {
        using PEReader file = new(File.OpenRead(typeof(DirectRun).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        Assert.Contains("System.IO.File", reader.TypeReferences.Select(handle => NameOf(reader, reader.GetTypeReference(handle))));
    }

    private static string NameOf(MetadataReader reader, TypeReference type) => reader.GetString(type.Namespace) + "." + reader.GetString(type.Name);
}
