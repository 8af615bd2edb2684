using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Proposes C# names for the values of an enum.</summary>
internal sealed class EnumMemberNaming
{
    private readonly HashSet<string> _values;

    public EnumMemberNaming(EnumPlan plan)
    {
        _values = new HashSet<string>(plan.Values.ConvertAll(static value => value.Text), StringComparer.Ordinal);
        Wanted = plan.Values.ConvertAll(value => new MemberName(value.Text, NameOf(value, plan.Kind), value.Name is not null));
    }

    /// <summary>One per value, in their order.</summary>
    public List<MemberName> Wanted { get; }

    private string NameOf(EnumValuePlan value, EnumKind kind)
    {
        if (value.Name is not null && Words.Split(value.Name).Count > 0)
        {
            // 'InProgress' is kept. 'IN_PROGRESS' and 'DONE' are spellings of other languages.
            return value.Name.Any(char.IsLower) ? Identifiers.Keep(value.Name, "Value") : Identifiers.Pascal(value.Name, "Value");
        }

        if (kind != EnumKind.String)
        {
            string number = value.Text[0] == '-' ? "Minus" + value.Text.Substring(1) : value.Text;
            return Identifiers.Pascal("Value " + number.Replace('.', '_').Replace("+", ""), "Value");
        }

        if (value.Text.Length == 0)
        {
            return "Empty";
        }

        // '-created_at' next to 'created_at' or '+created_at' is a sort order.
        string rest = value.Text.Substring(1);
        bool isOrder = value.Text[0] == '-'
            ? _values.Contains(rest) || _values.Contains("+" + rest)
            : value.Text[0] == '+' && _values.Contains("-" + rest);
        if (isOrder && rest.Length > 0 && char.IsLetter(rest[0]))
        {
            return Identifiers.Join(Identifiers.Pascal(rest, "Value"), value.Text[0] == '-' ? "Descending" : "Ascending");
        }

        return Identifiers.Pascal(value.Text, "Value");
    }
}
