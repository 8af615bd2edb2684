using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>
/// Hides what mentions a hidden type: C# refuses a public member whose type is internal (CS0050 and its kin). Does nothing when all types
/// of the document are equally visible.
/// </summary>
internal static class AccessibilityClosure
{
    public static void Apply(FileModel[] files)
    {
        HashSet<string> hidden = new(StringComparer.Ordinal);
        HideExceptionsAndGroups(files);
        foreach (FileModel file in files)
        {
            if (file.Accessibility == EmittedAccessibility.Internal)
            {
                hidden.Add(file.Name);
            }
        }

        if (hidden.Count == 0)
        {
            return;
        }

        for (int i = 0; i < files.Length; i++)
        {
            if (files[i].Accessibility == EmittedAccessibility.Public)
            {
                files[i] = Hide(files[i], hidden);
            }
        }
    }

    // A base class has to be as visible as the class, and a constructor's parameter as the constructor.
    private static void HideExceptionsAndGroups(FileModel[] files)
    {
        HashSet<string> hidden = new(StringComparer.Ordinal);
        bool isClientHidden = false;
        foreach (FileModel file in files)
        {
            if (file.Accessibility == EmittedAccessibility.Internal)
            {
                isClientHidden |= file is ClientFileModel;
                hidden.Add(file.Name);
            }
        }

        for (int i = 0; i < files.Length; i++)
        {
            bool isHidden = files[i] switch
            {
                ExceptionModel exception => Mentions(exception.Error, hidden),
                GroupModel => isClientHidden,
                _ => false,
            };
            if (isHidden && files[i].Accessibility == EmittedAccessibility.Public)
            {
                files[i] = files[i] with { Accessibility = EmittedAccessibility.Internal };
            }
        }
    }

    private static FileModel Hide(FileModel file, HashSet<string> hidden)
    {
        const EmittedAccessibility @internal = EmittedAccessibility.Internal;
        return file switch
        {
            ObjectModel model => model with
            {
                Properties = Replace(
                    model.Properties,
                    property => Mentions(property.Type, hidden),
                    static property => property with { Accessibility = @internal, HasRequiredKeyword = false }),
                AdditionalAccessibility = model.AdditionalProperties is { } additional && Mentions(additional, hidden)
                    ? @internal
                    : EmittedAccessibility.Public,
            },
            ParametersModel model => model with
            {
                Parameters = Replace(
                    model.Parameters,
                    parameter => Mentions(parameter.Type, hidden),
                    static parameter => parameter with { Accessibility = @internal }),
            },
            UnionModel model => model with
            {
                Variants = Replace(
                    model.Variants,
                    variant => Mentions(variant.Type, hidden),
                    static variant => variant with { Accessibility = @internal, IsImplicit = false }),
                Members = Replace(
                    model.Members,
                    member => Mentions(member.Type, hidden),
                    static member => member with { Accessibility = @internal }),
            },
            GroupModel model => model with
            {
                Operations = Replace(
                    model.Operations,
                    operation => Mentions(operation, hidden),
                    static operation => operation with { Accessibility = @internal }),
            },
            ClientFileModel model => model with
            {
                Groups = Replace(
                    model.Groups,
                    group => hidden.Contains(group.Name),
                    static group => group with { Accessibility = @internal }),
            },
            _ => file,
        };
    }

    private static EquatableArray<T> Replace<T>(EquatableArray<T> items, Predicate<T> condition, Func<T, T> replacement)
        where T : IEquatable<T>
    {
        List<T>? replaced = null;
        for (int i = 0; i < items.Count; i++)
        {
            if (condition(items[i]))
            {
                replaced ??= [.. items];
                replaced[i] = replacement(items[i]);
            }
        }

        return replaced is null ? items : replaced.ToEquatableArray();
    }

    private static bool Mentions(OperationModel operation, HashSet<string> hidden)
    {
        if ((operation.Result.Type is { } result && Mentions(result, hidden))
            || (operation.Body is { } body && Mentions(body.Type, hidden))
            || (operation.Parameters is { } parameters && Mentions(parameters.Type, hidden)))
        {
            return true;
        }

        foreach (ParameterModel parameter in operation.PathParameters)
        {
            if (Mentions(parameter.Type, hidden))
            {
                return true;
            }
        }

        return operation.Paging is { } paging && Mentions(paging.Item, hidden);
    }

    // The codec of a user's type may be nested in a hidden class. It is in no signature.
    private static bool Mentions(TypeReference type, HashSet<string> hidden) => type switch
    {
        ListType list => Mentions(list.Item, hidden),
        MapType map => Mentions(map.Value, hidden),
        EmittedType emitted => hidden.Contains(emitted.Name.Name),
        _ => false,
    };
}
