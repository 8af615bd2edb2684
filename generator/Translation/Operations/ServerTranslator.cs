using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates servers: the first counts. Without one that can be used the caller sets the base address. Operations may have their own; its
/// variables
/// have their defaults.
/// </summary>
internal sealed class ServerTranslator
{
    private readonly TranslationContext _context;
    private readonly ServerAddress? _address;

    public ServerTranslator(TranslationContext context, OptionNames options)
    {
        _context = context;
        _address = Read(context.Document.Servers, "");
        if (_address is { Address: null })
        {
            context.Diagnostics.Report(DiagnosticDescriptors.RelativeServer, "/servers/0", _address.Template);
            return;
        }

        List<ServerVariableModel> variables = [];
        foreach (KeyValuePair<string, OpenApiServerVariable> pair in _address?.Variables ?? [])
        {
            List<string> values = [.. pair.Value.Enum ?? []];
            string known = values.Count == 0 ? "" : ": " + string.Join(", ", values);
            string fallback = $"Variable '{pair.Key}' of the server's address{known}.";
            variables.Add(new ServerVariableModel(
                pair.Key, options.Variable(Identifiers.Pascal(pair.Key, "Variable")), pair.Value.Default ?? "", SchemaDocs.Of(pair.Value.Description, fallback), Allowed(pair.Value)));
        }

        Variables = variables.ToEquatableArray();
    }

    /// <summary>Address of the client's server with variables in braces, or null when the caller has to set one.</summary>
    public string? Server => _address?.Address is null ? null : _address.Template;

    /// <summary>Host of the client's server, variables at their defaults, or null.</summary>
    public string? Host => _address?.Address?.Host;

    public EquatableArray<ServerVariableModel> Variables { get; }

    /// <summary>The server of an operation or its path, or null when it is the client's.</summary>
    public string? Translate(OperationSource source)
    {
        ServerAddress? own = source.Operation.Servers is { Count: > 0 } servers
            ? Read(servers, source.Pointer)
            : Read(source.Item.Servers, source.ItemPointer);
        Uri? address = own is { Address: null } ? Resolve(own.Template) : own?.Address;
        if (address is null || address == _address?.Address)
        {
            return null;
        }

        if (_address?.Address is { } client && !client.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase))
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.OtherServer, source.Pointer, source.Title, address.Host, client.Host);
        }

        return address.AbsoluteUri.TrimEnd('/');
    }

    // A default that its own enum lacks, which OpenAPI forbids, is allowed too.
    private static EquatableArray<string> Allowed(OpenApiServerVariable variable) =>
        variable.Enum is not { Count: > 0 } values ? EquatableArray<string>.Empty
            : values.Append(variable.Default ?? "").Distinct(StringComparer.Ordinal).ToList().ToEquatableArray();

    private Uri? Resolve(string relative) =>
        _address?.Address is { } client && Uri.TryCreate(client, relative, out Uri? resolved) && resolved.Host == client.Host ? resolved : null;

    private ServerAddress? Read(IList<OpenApiServer>? servers, string pointer)
    {
        if (servers is not { Count: > 0 } || servers[0] is null)
        {
            return null;
        }

        try
        {
            return ServerAddress.Read(servers[0]);
        }
        catch (OperationProblemException exception)
        {
            _context.Diagnostics.Report(
                DiagnosticDescriptors.RefusedServer, pointer + "/servers/0", servers[0].Url ?? "", exception.Message);
            return null;
        }
    }
}
