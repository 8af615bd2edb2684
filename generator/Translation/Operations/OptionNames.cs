using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Names the members that a document adds to the client's options: credentials, server variables and parameters.</summary>
internal sealed class OptionNames
{
    private const string Provider = "Provider";

    private readonly UniqueNames _names;

    /// <param name="optionsType">Identifier of the options class.</param>
    /// <param name="budget">Each try for a name is a step.</param>
    public OptionNames(string optionsType, WorkBudget budget)
    {
        _names = new UniqueNames(StringComparer.Ordinal, budget, Identifiers.Join);
        _names.Reserve(ReservedNames.OfOptions);
        _names.Reserve(optionsType);
    }

    /// <summary>A credential, which is a property and another one with <c>Provider</c> behind.</summary>
    public string Credential(string wanted)
    {
        string longer = Identifiers.Join(wanted, "Credential");
        string name = TryTake(wanted) ? wanted
            : TryTake(longer) ? longer
            : _names.TakeNumbered(longer, HasProvider);
        _names.Reserve(name + Provider);
        return name;

        bool TryTake(string candidate) => HasProvider(candidate) && _names.TryTake(candidate);

        bool HasProvider(string candidate) => !_names.IsTaken(candidate + Provider);
    }

    /// <summary>A server variable.</summary>
    public string Variable(string wanted) => _names.Take(wanted, Identifiers.Join("Server", wanted));

    /// <summary>A parameter that all operations require.</summary>
    public string Parameter(string wanted) => _names.Take(wanted, Identifiers.Join(wanted, "Parameter"));
}
