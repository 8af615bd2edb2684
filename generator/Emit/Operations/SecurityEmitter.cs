using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the ways to authenticate that a group's operations allow, each distinct one once.</summary>
internal sealed class SecurityEmitter(string clientName)
{
    private readonly Dictionary<EquatableArray<SecurityAlternativeModel>, int> _known = [];

    /// <summary>Writes a field for each.</summary>
    public void Emit(SourceWriter writer, GroupModel group)
    {
        foreach (OperationModel operation in group.Operations)
        {
            if (operation.Security.Count > 0 && !_known.ContainsKey(operation.Security))
            {
                CSharpText alternatives = Alternatives(clientName, operation.Security);
                writer.StartField();
                writer.WriteLine($"private static readonly {RuntimeNames.ApiSecurity} Security{_known.Count} = new([{alternatives}]);");
                _known.Add(operation.Security, _known.Count);
            }
        }
    }

    /// <summary>The field of an operation's, or nothing when it sends no credential.</summary>
    public CSharpText FieldOf(OperationModel operation) => operation.Security.Count == 0
        ? CSharpText.None
        : CSharpText.Of($"Security{_known[operation.Security]}");

    /// <summary>The items of an array of alternatives, each an array of schemes.</summary>
    public static CSharpText Alternatives(string clientName, EquatableArray<SecurityAlternativeModel> security) =>
        CSharpText.List(security.Select(alternative => Alternative(clientName, alternative)));

    private static CSharpText Alternative(string clientName, SecurityAlternativeModel alternative) =>
        CSharpText.Of($"[{CSharpText.List(alternative.Schemes.Select(scheme => ClientNames.Scheme(clientName, scheme)))}]");
}
