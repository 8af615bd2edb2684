using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// Decides how a file names types. A simple name is safe inside the namespace: its own types come before those of its <c>using</c>
/// directives, and these before everything outside. So a type needs its namespace only where another name hides it: a type or namespace
/// next to it, or a member of the class. A member of the user's part hides it anywhere, an emitted one only in front of a dot.
/// </summary>
internal sealed class NameScope
{
    private const string Global = "global::";

    // Members that emitted types always declare or inherit.
    private static readonly HashSet<string> CommonMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "Format", "GetHashCode", "GetType", "IsKnown", "Known", "MemberwiseClone", "Parse", "ReadJson", "ReferenceEquals",
        "ToString", "TryParse", "Value", "Values", "Variants", "WriteJson",
    };

    private readonly string _own;
    private readonly FileModel _file;
    private readonly HashSet<string>? _user;
    private readonly HashSet<string>? _taken;
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);
    private HashSet<string>? _members;
    private SortedSet<int>? _lengths;

    /// <param name="file">The file.</param>
    public NameScope(FileModel file)
    {
        _file = file;
        Namespace = CSharpIdentifiers.EscapeQualified(file.Namespace);
        _own = Global + Namespace + ".";
        _user = file.UserPart is { MemberNames: { Count: > 0 } names } ? [.. names] : null;
        _taken = file.TakenNames.Count == 0 ? null : [.. file.TakenNames];
    }

    /// <summary>The qualifier of a type, or nothing; then its namespace is one of <see cref="Directives"/>.</summary>
    /// <param name="code">The type's code.</param>
    /// <param name="name">The type's name.</param>
    public string Qualify(char code, out string name)
    {
        (string @namespace, name) = SimpleNames.Of(code);
        if ((_taken is not null || _user is not null) && (IsHidden(name) || IsHidden(name + "Attribute")))
        {
            return Global + @namespace + ".";
        }

        _used.Add(@namespace);
        return "";
    }

    /// <summary>The qualifier of a type of the file's own namespace, or nothing.</summary>
    public string QualifyOwn(string name) => IsUser(name) || IsNested(name) ? _own : "";

    /// <summary>The qualifier of a simple name in front of a dot, where a member of the class comes before a type; nothing if it has none.</summary>
    /// <param name="code">The type's code, or <see cref="CSharpText.Own"/>.</param>
    /// <param name="name">The type's name.</param>
    public string QualifyMember(char code, string name)
    {
        if (code != CSharpText.Own)
        {
            return IsMember(name) ? Global + SimpleNames.Of(code).Namespace + "." : "";
        }

        return _file is ClientFileModel or ExceptionModel || CommonMembers.Contains(name) || IsMember(name) ? _own : "";
    }

    /// <summary>The file's namespace, as it is written.</summary>
    public string Namespace { get; }

    /// <summary>The <c>using</c> directives in pieces, those of .NET first.</summary>
    public IEnumerable<string> Directives()
    {
        foreach (string @namespace in SimpleNames.Namespaces)
        {
            if (_used.Contains(@namespace))
            {
                int dot = @namespace.IndexOf('.');
                bool isRootTaken = _taken?.Contains(dot < 0 ? @namespace : @namespace.Substring(0, dot)) == true;
                yield return isRootTaken ? "using " + Global : "using ";
                yield return @namespace;
                yield return ";\n";
            }
        }
    }

    private bool IsNested(string name) => _file switch
    {
        ClientFileModel => name is "SecuritySchemes" or "ErrorTables",
        OpenApiFileModel => name is "Description" or "Filter" or "Mention" or "Mentions",
        _ => false,
    };

    private bool IsHidden(string name) => _taken?.Contains(name) == true || IsUser(name);

    private bool IsUser(string name) => _user?.Contains(name) == true;

    // In groups and clients, several members have names derived from one name of the model.
    private bool IsMember(string name)
    {
        _members ??= new HashSet<string>(MembersOf(_file), StringComparer.Ordinal);
        if (_file is not (GroupModel or ClientFileModel))
        {
            return _members.Contains(name);
        }

        // A group may have thousands of members, but their names have few lengths.
        _lengths ??= new SortedSet<int>(_members.Select(static member => member.Length));
        foreach (int length in _lengths)
        {
            if (length > name.Length)
            {
                return false;
            }

            if (_members.Contains(name.Substring(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    // C#, section 12.8.7.2: a member that is named like its type hides nothing of it.
    private static bool IsOfItsType(string name, TypeReference type) =>
        type is EmittedType { IsValueType: false, Name.Name: var own } && own == name;

    private static IEnumerable<string> MembersOf(FileModel file) => file switch
    {
        ObjectModel model => model.Properties.Where(static property => !IsOfItsType(property.Name, property.Type)).Select(static property => property.Name)
            .Append(model.AdditionalPropertiesName),
        ParametersModel model => model.Parameters.Select(static parameter => parameter.Name),
        EnumModel model => model.Members.Select(static member => member.Name),
        UnionModel model => model.Members.Where(static member => !IsOfItsType(member.Name, member.Type)).Select(static member => member.Name).Concat(model.Variants.Select(static variant => "TryGet" + variant.Name)),
        GroupModel model => model.Operations.SelectMany(static operation => new[] { operation.Name, operation.Paging?.Name ?? operation.Name }),
        ClientFileModel model => model.Groups.Select(static group => group.PropertyName)
            .Concat(model.Schemes.Select(static scheme => scheme.Name))
            .Concat(model.ServerVariables.Select(static variable => variable.Name))
            .Concat(model.Parameters.Select(static parameter => parameter.Name)),
        _ => [],
    };
}
