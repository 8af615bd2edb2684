using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Customising;

/// <summary>Replaces emitted methods by the user's, and adapts requests to the user's properties.</summary>
internal static class GroupCustomiser
{
    /// <summary>Applies the user's part of a group.</summary>
    public static GroupModel Apply(GroupModel model, UserTypeModel user, CustomisingContext context)
    {
        List<OperationModel> operations = [];
        HashSet<string> ignored = new(user.Ignored, StringComparer.Ordinal);
        HashSet<string> ids = new(model.Operations.Select(static operation => operation.Id), StringComparer.Ordinal);
        ILookup<string, UserMethodModel> methods = user.Methods.ToLookup(static method => method.Name, StringComparer.Ordinal);
        foreach (OperationModel operation in model.Operations)
        {
            context.Budget.Spend();
            if (!ignored.Contains(operation.Id))
            {
                OperationMethods replaced = Replaced(operation, methods);
                bool isOverloaded = operation.IsOverloaded || methods.Contains(operation.Name + "Async") || methods.Contains(operation.Name + "CoreAsync");
                operations.Add(replaced == operation.Replaced && isOverloaded == operation.IsOverloaded
                    ? operation
                    : operation with { Replaced = replaced, IsOverloaded = isOverloaded });
            }
        }

        foreach (string name in user.Ignored.Concat(user.MemberNames.Select(static name => name.WireName)))
        {
            context.Budget.Spend();
            if (!ids.Contains(name))
            {
                context.ReportNoMember(user, name, name, model.Operations.Select(static operation => operation.Id));
            }
        }

        return model with { Operations = operations.ToEquatableArray() };
    }

    /// <summary>Adapts operations to properties of bodies, parameters and pages that the user declares.</summary>
    public static GroupModel ApplyToUses(GroupModel model, CustomisingContext context)
    {
        List<OperationModel>? operations = null;
        for (int i = 0; i < model.Operations.Count; i++)
        {
            OperationModel adapted = Adapt(model.Operations[i], context);
            if (!ReferenceEquals(adapted, model.Operations[i]))
            {
                operations ??= [.. model.Operations];
                operations[i] = adapted;
            }
        }

        return operations is null ? model : model with { Operations = operations.ToEquatableArray() };
    }

    private static OperationModel Adapt(OperationModel operation, CustomisingContext context)
    {
        if (operation.Parameters is { } parameters && Adapt(parameters, context) is { } adaptedParameters)
        {
            operation = operation with { Parameters = adaptedParameters };
        }

        if (operation.Body is { Parts.Count: > 0 } body && Adapt(body, context) is { } adaptedBody)
        {
            operation = operation with { Body = adaptedBody };
        }

        if (operation.Paging is not { } paging)
        {
            return operation;
        }

        PagingModel? pages = Adapt(paging, context);
        return pages == paging ? operation : operation with { Paging = pages };
    }

    // Pages are walked by emitted properties. A property with a type of the user's cannot be used.
    private static PagingModel? Adapt(PagingModel paging, CustomisingContext context)
    {
        bool isLost = false;
        PagingModel adapted = paging with
        {
            Items = Adapt(paging.Items),
            Total = Adapt(paging.Total),
            Number = Adapt(paging.Number),
            Pages = Adapt(paging.Pages),
            Cursor = Adapt(paging.Cursor),
            HasMore = Adapt(paging.HasMore),
            IsLast = Adapt(paging.IsLast),
        };
        return isLost ? null : adapted;

        PageMemberModel? Adapt(PageMemberModel? member) =>
            member is null ? null : new PageMemberModel(new EquatableArray<PageStepModel>([.. member.Steps.Select(AdaptStep)]));

        PageStepModel AdaptStep(PageStepModel step)
        {
            ChangedProperty? changed = context.FindChanged(step.Type, step.Property);
            isLost |= changed is { IsRetyped: true };
            return changed is null ? step : step with { Property = changed.Name };
        }
    }

    private static ParametersReference? Adapt(ParametersReference reference, CustomisingContext context)
    {
        List<ParameterModel> parameters = [];
        bool isChanged = false;
        foreach (ParameterModel parameter in reference.Parameters)
        {
            ChangedProperty? changed = context.FindChanged(reference.Type, parameter.WireName);
            isChanged |= changed is not null;
            if (changed is null)
            {
                parameters.Add(parameter);
            }
            else if (changed.Type is { } type)
            {
                parameters.Add(parameter with { Name = changed.Name, Type = type, IsDeprecated = false });
            }
        }

        return isChanged ? reference with { Parameters = parameters.ToEquatableArray() } : null;
    }

    private static BodyModel? Adapt(BodyModel body, CustomisingContext context)
    {
        List<PartModel> parts = [];
        bool isChanged = false;
        foreach (PartModel part in body.Parts)
        {
            ChangedProperty? changed = context.FindChanged(body.Type, part.WireName);
            isChanged |= changed is not null;
            if (changed is null)
            {
                parts.Add(part);
            }
            else if (changed.Type is { } type)
            {
                TypeReference? item = changed.IsRetyped ? type.FindItem() : part.Item;
                parts.Add(part with { PropertyName = changed.Name, Type = type, Item = item, IsDeprecated = false });
            }
        }

        return isChanged ? body with { Parts = parts.ToEquatableArray() } : null;
    }

    // A method of the same name with other parameters is an overload next to the emitted one.
    private static OperationMethods Replaced(OperationModel operation, ILookup<string, UserMethodModel> methods)
    {
        OperationMethods replaced = OperationMethods.None;
        List<string>? parameters = null;
        Add(operation.Name + "Async", OperationMethods.Plain);
        Add(operation.Name + "WithResponseAsync", OperationMethods.WithResponse);
        if (operation.Paging is { } paging)
        {
            Add(paging.Name + "Async", OperationMethods.All);
        }

        return replaced;

        void Add(string name, OperationMethods kind)
        {
            if (methods[name].Any(method => (parameters ??= ParameterTypes(operation)).SequenceEqual(method.ParameterTypes)))
            {
                replaced |= kind;
            }
        }
    }

    private static List<string> ParameterTypes(OperationModel operation)
    {
        List<string> types = [];
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            types.Add(SimpleName(parameter.Type));
        }

        if (operation.Body is { } body)
        {
            types.Add(SimpleName(body.Type));
        }

        if (operation.Parameters is { } parameters)
        {
            types.Add(SimpleName(parameters.Type));
        }

        types.Add("RequestOptions");
        types.Add("CancellationToken");
        return types;
    }

    // Null makes no other overload of reference types, and of value types the user's method is meant all the same.
    private static string SimpleName(TypeReference type) => type.ToString().Replace("?", "");
}
