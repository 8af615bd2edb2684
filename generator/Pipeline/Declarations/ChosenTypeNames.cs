using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Names that the user chose for a type and its members.</summary>
/// <param name="Namespace">Namespace of the type.</param>
/// <param name="Names">The names.</param>
internal sealed record ChosenTypeNames(string Namespace, UserTypeNames Names)
{
    /// <summary>The types for which the user chose a name that differs from the default.</summary>
    public static EquatableArray<ChosenTypeNames> Of(EquatableArray<UserTypeModel> types)
    {
        List<ChosenTypeNames> chosen = [];
        foreach (UserTypeModel type in types)
        {
            List<UserNameModel> members = [.. type.MemberNames];
            foreach (UserPropertyModel property in type.Properties)
            {
                if (type.Kind == "class" && property.Setter != UserPropertySetter.Static && property.WireName is { } wireName && Identifiers.Pascal(wireName, "") != property.Name)
                {
                    members.Add(new UserNameModel(wireName, property.Name));
                }
            }

            bool isEnum = type.Kind == "enum";
            if (type.WireName is not null || members.Count > 0 || isEnum)
            {
                chosen.Add(new ChosenTypeNames(type.Namespace, new UserTypeNames(type.Name, type.WireName, members.ToEquatableArray()) { IsEnum = isEnum }));
            }
        }

        return chosen.ToEquatableArray();
    }

    /// <summary>Those of one namespace.</summary>
    public static EquatableArray<UserTypeNames> In(EquatableArray<ChosenTypeNames> all, string @namespace)
    {
        List<UserTypeNames> names = [];
        foreach (ChosenTypeNames chosen in all)
        {
            if (chosen.Namespace == @namespace)
            {
                names.Add(chosen.Names);
            }
        }

        return names.ToEquatableArray();
    }
}
