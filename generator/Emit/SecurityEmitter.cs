using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the ways to authenticate that a group's operations allow, each distinct one once.</summary>
internal sealed class SecurityEmitter(string clientName)
{
    private readonly List<EquatableArray<SecurityAlternativeModel>> _known = [];

    /// <summary>Writes a field for each.</summary>
    public void Emit(SourceWriter writer, GroupModel group)
    {
        foreach (OperationModel operation in group.Operations)
        {
            if (operation.Security.Count > 0 && !_known.Contains(operation.Security))
            {
                CSharpText alternatives = Alternatives(operation);
                writer.WriteLine($"private static readonly {RuntimeNames.ApiSecurity} Security{_known.Count} = new([{alternatives}]);");
                _known.Add(operation.Security);
            }
        }
    }

    /// <summary>The field of an operation's, or nothing when it sends no credential.</summary>
    public CSharpText FieldOf(OperationModel operation) => operation.Security.Count == 0
        ? CSharpText.None
        : CSharpText.Template("Security") + CSharpText.Number(_known.IndexOf(operation.Security));

    private CSharpText Alternatives(OperationModel operation)
    {
        CSharpText text = CSharpText.None;
        foreach (SecurityAlternativeModel alternative in operation.Security)
        {
            CSharpText schemes = CSharpText.None;
            foreach (int scheme in alternative.Schemes)
            {
                schemes += (schemes.IsEmpty ? CSharpText.None : CSharpText.Template(", "))
                    + ClientNames.Schemes(clientName) + CSharpText.Template(".Scheme") + CSharpText.Number(scheme);
            }

            text += (text.IsEmpty ? CSharpText.None : CSharpText.Template(", "))
                + CSharpText.Template("[") + schemes + CSharpText.Template("]");
        }

        return text;
    }
}
