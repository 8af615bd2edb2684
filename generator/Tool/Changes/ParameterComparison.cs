using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Compares a parameter with itself in the other document.</summary>
internal sealed class ParameterComparison(
    EmittedClient old, EmittedClient current, ChangeList changes, SchemaComparison schemas, OperationPair pair, WireParameter before, WireParameter after)
{
    private readonly ApiMember? _before = Member(old, pair.OldMethods!, before);
    private readonly ApiMember? _after = Member(current, pair.NewMethods!, after);

    public void Compare()
    {
        if (before.IsRequired != after.IsRequired)
        {
            bool changesSignature = pair.OldMethods!.RequiresParameters != pair.NewMethods!.RequiresParameters;
            changes.Add(
                after.IsRequired ? "P07" : "P08", Subject, after.IsRequired ? "optional → required" : "required → optional", before.Pointer, after.Pointer,
                [.. changesSignature ? OperationComparison.Methods(old.Surface, pair.OldMethods) : [], _before],
                [.. changesSignature ? OperationComparison.Methods(current.Surface, pair.NewMethods) : [], _after]);
        }

        if (before.Place == after.Place && (before.Style != after.Style || before.Explode != after.Explode) && old.Wire.Schema(before.Schema) is { } written && (written.IsList || written.IsObject))
        {
            Add("P15", $"{before.Style}{(before.Explode ? ", explode" : "")} → {after.Style}{(after.Explode ? ", explode" : "")}");
        }

        if (before.Encoding != after.Encoding)
        {
            Add("P16", after.Encoding.Trim() is { Length: > 0 } encoding ? encoding : "none");
        }

        WireSchema first = old.Wire.Schema(before.Schema);
        WireSchema second = current.Wire.Schema(after.Schema);
        if (first.Default != second.Default && first.Default is not null)
        {
            Add("P17", $"{first.Default} → {second.Default ?? "none"}");
        }

        if (after.IsDeprecated && !before.IsDeprecated)
        {
            Add("P22", "deprecated");
        }

        if (before.Name == after.Name && _before is not null && _after is not null && _before.Name != _after.Name)
        {
            Add("N05", $"{_before.Name} → {_after.Name}");
        }

        string? Type(ApiMember? member, EmittedClient client, EmittedOperation operation, WireParameter parameter) =>
            parameter.Place == "path" ? PathType(client, operation, parameter) : member?.Value;
        ApiMember?[] oldMembers = before.Place == "path" ? OperationComparison.Methods(old.Surface, pair.OldMethods) : [_before];
        ApiMember?[] newMembers = after.Place == "path" ? OperationComparison.Methods(current.Surface, pair.NewMethods) : [_after];
        schemas.Add(
            before.Schema, after.Schema, Subject, SchemaUses.Parameter, Type(_before, old, pair.OldMethods!, before), Type(_after, current, pair.NewMethods!, after),
            oldMembers, newMembers);
    }

    private string Subject => $"{pair.Subject}({after.Name})";

    private void Add(string kind, string detail) => changes.Add(kind, Subject, detail, before.Pointer, after.Pointer, [_before], [_after]);

    private static ApiMember? Member(EmittedClient client, EmittedOperation operation, WireParameter parameter) => client.Member(operation.ParametersType, parameter.Name);

    private static string? PathType(EmittedClient client, EmittedOperation operation, WireParameter parameter)
    {
        string? name = operation.PathParameters.FirstOrDefault(candidate => candidate.WireName == parameter.Name).Name;
        string? text = client.Surface.Find(operation.Group.Type)?.Find(operation.Method)?.Text;
        return name is null || text is null
            ? null
            : text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(", ").Select(static part => part.Split(' ')).FirstOrDefault(words => words.Length > 1 && words[1].TrimStart('@').TrimEnd(')') == name)?[0];
    }
}
