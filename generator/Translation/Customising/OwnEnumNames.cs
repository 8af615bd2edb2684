using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Finds the JSON names of the values of an enum that the user declares in place of an emitted one.</summary>
internal static class OwnEnumNames
{
    /// <summary>The names, by attribute or by the name that the emitted value would have. Values that the enum lacks are reported.</summary>
    /// <param name="model">The enum of the document.</param>
    /// <param name="user">The user's enum.</param>
    /// <param name="context">Takes the diagnostics.</param>
    public static EquatableArray<UserNameModel> Of(EnumModel model, UserTypeModel user, CustomisingContext context)
    {
        List<UserNameModel> names = [];
        HashSet<string> missing = new(model.Members.Select(static member => member.Value), StringComparer.Ordinal);
        Dictionary<string, string> emitted = Emitted(model);
        foreach (UserEnumMember member in user.EnumMembers)
        {
            context.Budget.Spend();
            if ((member.WireName ?? WireNameOf(member, emitted)) is { } wireName)
            {
                names.Add(new UserNameModel(wireName, member.Name));
                missing.Remove(wireName);
            }
        }

        foreach (string value in missing.OrderBy(static value => value, StringComparer.Ordinal))
        {
            context.Report(DiagnosticDescriptors.EnumLacksValue, user, "", user.Name, value);
        }

        return names.ToEquatableArray();
    }

    /// <summary>The JSON name of the emitted value of the same name, ignoring case, or null.</summary>
    public static string? WireNameOf(UserEnumMember member, Dictionary<string, string> emitted) =>
        emitted.TryGetValue(member.Name, out string? value) ? value : null;

    /// <summary>The JSON names of an enum's values by their C# names, ignoring case.</summary>
    public static Dictionary<string, string> Emitted(EnumModel known)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (EnumMemberModel value in known.Members)
        {
            if (!values.ContainsKey(value.Name))
            {
                values.Add(value.Name, value.Value);
            }
        }

        return values;
    }
}
