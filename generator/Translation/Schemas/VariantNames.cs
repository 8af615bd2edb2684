using System.Globalization;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Names inline alternatives of a union by the first of these: the chosen name, the title, the constant that marks them, the required
/// property that the others lack, a number.
/// </summary>
internal sealed class VariantNames
{
    private const int LongestTitle = 40;

    private readonly SuggestedName _union;
    private readonly Dictionary<Alternative, SuggestedName> _names = [];

    // How many alternatives have a property of this name; counted once, since thousands of alternatives ask.
    private readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<AlternativeForm, int> _forms = [];

    public VariantNames(SuggestedName union, List<Alternative> alternatives)
    {
        _union = union;
        Count(alternatives);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        int number = 0;
        foreach (Alternative alternative in alternatives)
        {
            number++;
            if (alternative.Component is not null)
            {
                continue;
            }

            SuggestedName name = Find(alternative) ?? Numbered(number);
            _names[alternative] = taken.Add(name.Text) ? name : Numbered(number);
        }
    }

    /// <summary>The name of an inline type made of an alternative.</summary>
    public SuggestedName Of(Alternative alternative)
    {
        SuggestedName name = _names.TryGetValue(alternative, out SuggestedName own) ? own : _union;
        return _union.VariantScope is { } scope ? name with { Scope = scope } : name;
    }

    private SuggestedName Numbered(int number) => _union.Then("Variant" + number.ToString(CultureInfo.InvariantCulture));

    private void Count(List<Alternative> alternatives)
    {
        foreach (Alternative alternative in alternatives)
        {
            _forms[alternative.Form] = CountOf(alternative.Form) + 1;
            foreach (PropertyView property in alternative.View.Properties)
            {
                _owners.TryGetValue(property.Name, out int owners);
                _owners[property.Name] = owners + 1;
            }
        }
    }

    private int CountOf(AlternativeForm form) => _forms.TryGetValue(form, out int count) ? count : 0;

    private SuggestedName? Find(Alternative alternative)
    {
        if (alternative.Form is not (AlternativeForm.Shape or AlternativeForm.Nested))
        {
            int scalars = CountOf(AlternativeForm.String) + CountOf(AlternativeForm.Number);
            bool isScalar = alternative.Form is AlternativeForm.String or AlternativeForm.Number;
            bool isOneOfMany = scalars > (isScalar ? CountOf(alternative.Form) : 0);
            return alternative.Form == AlternativeForm.Array ? _union.Then("List")
                : _union.Then(isOneOfMany ? alternative.Form.ToString() : "Value");
        }

        if (alternative.DiscriminatedAs is not null)
        {
            return alternative.Head.Name;
        }

        if (ChosenNames.Find(alternative.Head.Schema) is { } chosen)
        {
            return new SuggestedName(Identifiers.Keep(chosen, "Variant"), IsChosen: true);
        }

        if (alternative.Head.Schema.Title is { Length: > 0 and <= LongestTitle } title && Words.Split(title).Count > 0)
        {
            string text = Identifiers.Pascal(title, "Variant");
            return text.StartsWith(_union.Text, StringComparison.Ordinal) && text.Length > _union.Text.Length ? new SuggestedName(text)
                : _union.Then(text);
        }

        return FindByConstant(alternative)
            ?? (CountOf(AlternativeForm.Shape) + CountOf(AlternativeForm.Nested) == 1
                ? _union.Then("Object")
                : FindByProperty(alternative));
    }

    private SuggestedName? FindByConstant(Alternative alternative)
    {
        List<string> constants = [];
        foreach (PropertyView property in alternative.View.Properties)
        {
            foreach (SchemaPart part in property.Parts)
            {
                if (part.Schema.Enum is { Count: 1 } values && ChosenNames.Text(values[0]) is { } text)
                {
                    constants.Add(text);
                }
            }
        }

        constants.Sort(StringComparer.Ordinal);
        return constants.Count > 0 ? _union.Then(constants[0]) : null;
    }

    private SuggestedName? FindByProperty(Alternative alternative)
    {
        List<string> required = [.. alternative.View.Required];
        required.Sort(StringComparer.Ordinal);
        foreach (string property in required)
        {
            if (alternative.View.FindProperty(property) is not null && _owners[property] == 1)
            {
                return _union.Then(property);
            }
        }

        return null;
    }
}
