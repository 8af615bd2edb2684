using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>
/// Applies the user's partial declarations to emitted types, after translation. It is cheap, so a client adapts while typing. Models
/// without a declaration stay the same.
/// </summary>
internal sealed class Customiser
{
    private readonly CustomisingContext _context;
    private readonly FileModel[] _files;

    private Customiser(EquatableArray<FileModel> files, UserDeclarations user, WorkBudget budget)
    {
        _files = [.. files];
        _context = new CustomisingContext(_files, user, budget);
    }

    /// <summary>Customises the files of one document. Declarations are the user's own, so their number has no limit.</summary>
    public static CustomisedFiles Apply(EquatableArray<FileModel> files, UserDeclarations user, CancellationToken cancellationToken) =>
        Apply(files, user, new WorkBudget(cancellationToken, long.MaxValue));

    /// <summary>Customises the files of one document.</summary>
    /// <param name="files">The files as translation made them.</param>
    /// <param name="user">The user's declarations, which may be of several documents.</param>
    /// <param name="budget">Counts the work.</param>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static CustomisedFiles Apply(EquatableArray<FileModel> files, UserDeclarations user, WorkBudget budget)
    {
        if (files.Count == 0 || user.Types.Count == 0)
        {
            return new CustomisedFiles(files, EquatableArray<UserDiagnostic>.Empty);
        }

        Customiser customiser = new(files, user, budget);
        bool hasDeclared = false;
        foreach (UserTypeModel type in user.Types)
        {
            budget.Spend();
            if (type.Namespace == files[0].Namespace)
            {
                hasDeclared = true;
                customiser.Apply(type);
            }
        }

        if (!hasDeclared)
        {
            return new CustomisedFiles(files, EquatableArray<UserDiagnostic>.Empty);
        }

        customiser.ApplyToUses();
        AccessibilityClosure.Apply(customiser._files);
        customiser.Describe(files);
        return new CustomisedFiles(
            new EquatableArray<FileModel>(customiser._files), customiser._context.Diagnostics.ToEquatableArray());
    }

    private void Apply(UserTypeModel type)
    {
        int index = _context.IndexOf(type.Name);
        if (index < 0)
        {
            if (type.IsPartial)
            {
                ReportUnknown(type);
            }

            return;
        }

        FileModel file = _files[index];
        if (file is EnumModel { OwnCodec: { } codec } own && type.Kind == "enum")
        {
            _files[index] = own with
            {
                Accessibility = type.Accessibility ?? EmittedAccessibility.Internal,
                OwnCodec = codec with { Names = OwnEnumNames.Of(own, type, _context) },
            };
            return;
        }

        string kind = file is EnumModel or IdModel ? "struct" : "class";
        if (!type.IsPartial)
        {
            // The compiler reports it too, in the emitted file.
            _context.Report(DiagnosticDescriptors.NameDeclaredTwice, type, "", type.Name, type.Kind, kind);
            return;
        }

        if (type.Kind != kind)
        {
            // The compiler reports it too, in the emitted file.
            _context.Report(DiagnosticDescriptors.PartialKindDiffers, type, "", type.Name, kind, type.Kind);
            return;
        }

        UserPartModel part = new(type.HasDocs, type.HasConverter, type.HasConstructor, type.HasRequiredMembers)
        {
            HasToString = HasToString(type),
            MemberNames = type.AllNames,
        };
        _files[index] = Members(file, type) with
        {
            Accessibility = type.Accessibility ?? file.Accessibility,
            UserPart = part,
        };
    }

    private static bool HasToString(UserTypeModel type)
    {
        foreach (UserMethodModel method in type.Methods)
        {
            if (method.Name == nameof(ToString))
            {
                return true;
            }
        }

        return false;
    }

    private FileModel Members(FileModel file, UserTypeModel type)
    {
        switch (file)
        {
            case ObjectModel model:
                return new PropertyCustomiser(_context, type).Apply(model);
            case ParametersModel model:
                return new PropertyCustomiser(_context, type).Apply(model);
            case GroupModel model:
                return GroupCustomiser.Apply(model, type, _context) with { Hooks = HooksCustomiser.Apply(type, _context) };
            case EnumModel model:
                ReportProperties(type);
                return ApplyToEnum(model, type);
            default:
                ReportProperties(type);
                foreach (string name in type.Ignored.Concat(type.MemberNames.Select(static name => name.WireName)))
                {
                    _context.ReportNoMember(type, name, name, []);
                }

                return file switch
                {
                    ClientFileModel client => client with { Hooks = HooksCustomiser.Apply(type, _context) },
                    UnionModel union => WithoutDeclared(union, type),
                    _ => file,
                };
        }
    }

    // Only classes of schemas and parameters have members that a property can replace.
    private void ReportProperties(UserTypeModel type)
    {
        foreach (UserPropertyModel property in type.Properties)
        {
            if (property.WireName is { } wireName)
            {
                _context.ReportNoMember(type, property.Name, wireName, []);
            }
        }
    }

    // A property of the user replaces the one that is emitted for what all variants share.
    private static UnionModel WithoutDeclared(UnionModel model, UserTypeModel type)
    {
        List<SharedMemberModel> members = [.. model.Members];
        HashSet<string> declared = new(type.Properties.Select(static property => property.Name), StringComparer.Ordinal);
        return members.RemoveAll(member => declared.Contains(member.Name)) == 0
            ? model
            : model with { Members = members.ToEquatableArray() };
    }

    private EnumModel ApplyToEnum(EnumModel model, UserTypeModel type)
    {
        List<EnumMemberModel> members = [.. model.Members];
        HashSet<string> values = new(model.Members.Select(static member => member.Value), StringComparer.Ordinal);
        foreach (string ignored in type.Ignored)
        {
            _context.Budget.Spend();
            if (!values.Remove(ignored))
            {
                _context.ReportNoMember(type, ignored, ignored, model.Members.Select(static member => member.Value));
            }
        }

        members.RemoveAll(member => !values.Contains(member.Value));
        foreach (UserNameModel name in type.MemberNames)
        {
            _context.Budget.Spend();
            if (!values.Contains(name.WireName))
            {
                _context.ReportNoMember(type, name.WireName, name.WireName, model.Members.Select(static member => member.Value));
            }
        }

        return members.Count == model.Members.Count ? model : model with { Members = members.ToEquatableArray() };
    }

    // A partial class that matches no emitted type may be intentional. It is reported only if it uses our attributes or
    // its name is close to an emitted one.
    private void ReportUnknown(UserTypeModel type)
    {
        string? similar = _context.Guess(type.WireName ?? type.Name, _context.TypeNames);
        if (type.WireName is { } wireName)
        {
            _context.ReportSimilar(DiagnosticDescriptors.TypeNotFound, type, wireName, similar, wireName);
            return;
        }

        bool saysMore = type.MemberNames.Count > 0 || type.Ignored.Count > 0
            || type.Properties.Any(static property => property.WireName is not null);
        if (saysMore || (type.IsPlain && similar is not null))
        {
            _context.ReportSimilar(DiagnosticDescriptors.PartialTypeMatchesNothing, type, "", similar, type.Name);
        }
    }

    private void ApplyToUses()
    {
        for (int i = 0; i < _files.Length; i++)
        {
            _context.Budget.Spend();
            _files[i] = _files[i] switch
            {
                GroupModel model => GroupCustomiser.ApplyToUses(model, _context),
                UnionModel { Members.Count: > 0 } model => ApplyToMembers(model),
                ExceptionModel { TraceIdProperty: { } property } model when _context.FindChanged(model.Error, property) is not null =>
                    model with { TraceIdProperty = null },
                _ => _files[i],
            };
        }
    }

    // An application's own OpenAPI document shows types as they are in JSON now.
    private void Describe(EquatableArray<FileModel> emitted)
    {
        int index = Array.FindIndex(_files, static file => file is OpenApiFileModel);
        if (index >= 0)
        {
            _files[index] = WireSchemas.Customise((OpenApiFileModel)_files[index], emitted, _files);
        }
    }

    // A member that a variant has in another type now, or no more, is not shared any longer.
    private UnionModel ApplyToMembers(UnionModel model)
    {
        List<SharedMemberModel> members = [];
        foreach (SharedMemberModel member in model.Members)
        {
            List<string> names = [];
            for (int i = 0; i < model.Variants.Count; i++)
            {
                ChangedProperty? changed = _context.FindChanged(model.Variants[i].Type, member.VariantNames[i]);
                if (changed is { IsRetyped: true })
                {
                    break;
                }

                names.Add(changed?.Name ?? member.VariantNames[i]);
            }

            if (names.Count == model.Variants.Count)
            {
                members.Add(member with { VariantNames = names.ToEquatableArray() });
            }
        }

        return model with { Members = members.ToEquatableArray() };
    }
}
