using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Replaces emitted properties by the user's, in classes of schemas and in parameters objects.</summary>
internal sealed class PropertyCustomiser(CustomisingContext context, UserTypeModel user)
{
    private readonly Dictionary<string, UserPropertyModel> _byWireName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(user.Ignored, StringComparer.Ordinal);

    public ObjectModel Apply(ObjectModel model)
    {
        Match([.. model.Properties.Select(static property => (property.JsonName, property.Name))]);
        List<PropertyModel> properties = [];
        foreach (PropertyModel property in model.Properties)
        {
            if (_ignored.Contains(property.JsonName))
            {
                Note(model.Name, property.JsonName, property.Name, property.Name, null, isRetyped: true);
            }
            else
            {
                properties.Add(_byWireName.TryGetValue(property.JsonName, out UserPropertyModel? declared)
                    ? Replace(model, property, declared)
                    : property);
            }
        }

        return model with { Properties = properties.ToEquatableArray() };
    }

    public ParametersModel Apply(ParametersModel model)
    {
        Match([.. model.Parameters.Select(static parameter => (parameter.WireName, parameter.Name))]);
        List<ParameterModel> parameters = [];
        foreach (ParameterModel parameter in model.Parameters)
        {
            if (_ignored.Contains(parameter.WireName) && !parameter.IsRequired)
            {
                Note(model.Name, parameter.WireName, parameter.Name, parameter.Name, null, isRetyped: true);
            }
            else
            {
                parameters.Add(_byWireName.TryGetValue(parameter.WireName, out UserPropertyModel? declared)
                    ? Replace(model, parameter, declared)
                    : parameter);
            }
        }

        return model with { Parameters = parameters.ToEquatableArray() };
    }

    // By the name on the wire where it is given, else by the name in C#. Other properties are the user's own.
    private void Match(List<(string WireName, string Name)> members)
    {
        HashSet<string> wireNames = new(members.Select(static member => member.WireName), StringComparer.Ordinal);
        Dictionary<string, string> wireNamesByName = new(StringComparer.Ordinal);
        foreach ((string wireName, string name) in members)
        {
            wireNamesByName[name] = wireName;
        }

        foreach (UserPropertyModel property in user.Properties)
        {
            context.Budget.Spend();
            string? name = property.WireName is { } own ? (wireNames.Contains(own) ? own : null)
                : wireNamesByName.TryGetValue(property.Name, out string? found) ? found
                : null;
            if (name is null)
            {
                // The other part of a partial property can only be emitted for a member of the document.
                if (property.WireName is not null || property.PartialModifiers is not null)
                {
                    context.ReportNoMember(user, property.Name, property.WireName ?? property.Name, members.Select(Known(property)));
                }

                continue;
            }

            if (property.Setter == UserPropertySetter.Static)
            {
                ReportNotAssignable(property);
            }
            else if (_byWireName.TryGetValue(name, out UserPropertyModel? first))
            {
                context.Report(DiagnosticDescriptors.MemberDeclaredTwice, user, property.Name, property.Name, name, first.Name);
            }
            else
            {
                _byWireName.Add(name, property);
            }
        }

        foreach (string name in user.Ignored.Concat(user.MemberNames.Select(static name => name.WireName)))
        {
            context.Budget.Spend();
            if (!wireNames.Contains(name))
            {
                context.ReportNoMember(user, name, name, members.Select(static member => member.WireName));
            }
        }
    }

    private static Func<(string WireName, string Name), string> Known(UserPropertyModel property) =>
        property.WireName is null ? static member => member.Name : static member => member.WireName;

    private PropertyModel Replace(ObjectModel model, PropertyModel property, UserPropertyModel declared)
    {
        ResolvedType? resolved = Resolve(model.Name, declared, property.Type);
        DeclaredPropertyModel declaration = Declaration(declared, resolved);
        TypeReference type = resolved?.Type ?? property.Type;
        ResolvedType known = resolved ?? new ResolvedType(type, null);
        Note(model.Name, property.JsonName, property.Name, declared.Name, known, !CSharpTypeComparer.Instance.Equals(type, property.Type));

        // Whether it was set can only be known of a property that is implemented here; without a value, null is not sent.
        bool isTracked = declaration.Partial is not null && (declared.IsNullable || !type.IsValueType);
        if (property.Presence == PropertyPresence.Tracked && declaration.Partial is null && (declared.IsNullable || !type.IsValueType))
        {
            context.Report(DiagnosticDescriptors.NullNotSent, user, declared.Name, declared.Name);
        }

        return property with
        {
            Name = declared.Name,
            Type = type,
            Presence = property.Presence == PropertyPresence.Tracked && !isTracked ? PropertyPresence.Optional : property.Presence,
            HasRequiredKeyword = false,
            IsDeprecated = false,
            Declared = declaration,
        };
    }

    private ParameterModel Replace(ParametersModel model, ParameterModel parameter, UserPropertyModel declared)
    {
        ResolvedType? resolved = Resolve(model.Name, declared, parameter.Type);
        if (resolved is null)
        {
            return parameter;
        }

        Note(model.Name, parameter.WireName, parameter.Name, declared.Name, resolved, isRetyped: true);
        return parameter with
        {
            Name = declared.Name,
            Type = resolved.Type,
            IsDeprecated = false,
            Declared = Declaration(declared, resolved),
        };
    }

    // Types that are at hand, and have a relative that needs nothing.
    private static string Instead(UserValueType type)
    {
        string? known = type switch
        {
            { Kind: UserValueKind.Array } => "IReadOnlyList<…>",
            { Definition: { Namespace: "System", Name: "DateTime" } } => "DateTimeOffset",
            { Definition: { Namespace: "System.Collections.Generic", Name: "Dictionary`2" } } => "IReadOnlyDictionary<string, …>",
            { Definition: { Namespace: "System.Collections.Generic", Name: "List`1" } } => "IReadOnlyList<…>",
            _ => null,
        };
        return known is null ? "" : $"take {known}, or ";
    }

    private void Note(string owner, string wireName, string emittedName, string name, ResolvedType? resolved, bool isRetyped) =>
        context.NoteChanged(owner, new ChangedProperty(wireName, emittedName, name, resolved?.Type, isRetyped));

    private ResolvedType? Resolve(string owner, UserPropertyModel declared, TypeReference emitted)
    {
        UserTypeResolver resolver = new(context, user, context.IsShared(owner));
        ResolvedType? resolved = resolver.Resolve(declared, emitted, owner);
        if (resolved is null && (declared.HasUnknownConverter || HasUnknownName(declared.Type)))
        {
            // The compiler reports it already (CS0246), usually because of a missing using.
        }
        else if (resolved is null)
        {
            string type = declared.TypeText.Replace("global::", "");
            context.Report(DiagnosticDescriptors.TypeNotSerializable, user, declared.Name, declared.Name, type, Instead(declared.Type));
        }
        else if (declared.Setter != UserPropertySetter.Set)
        {
            ReportNotAssignable(declared);
        }

        return resolved;
    }

    private void ReportNotAssignable(UserPropertyModel property) => context.Report(
        DiagnosticDescriptors.PropertyNotAssignable,
        user,
        property.Name,
        property.Name,
        property.Setter switch
        {
            UserPropertySetter.Static => "is static",
            UserPropertySetter.Init => "has an 'init' accessor instead of a setter",
            _ => "has no setter",
        });

    private bool HasUnknownName(UserValueType type)
    {
        foreach (string name in type.UndeclaredNames)
        {
            if (context.IndexOf(name) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static DeclaredPropertyModel Declaration(UserPropertyModel declared, ResolvedType? resolved) => new(
        declared.TypeText,
        declared.IsNullable,
        IsRead: resolved is not null && declared.Setter == UserPropertySetter.Set,
        IsWritten: resolved is not null && declared.CanBeRead,
        declared.NeedsInitialValue,
        declared.PartialModifiers is { } modifiers
            ? new PartialPropertyModel(modifiers, declared.GetModifier, declared.SetModifier, declared.HasDocs)
            : null,
        resolved?.Codec);
}
