using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Finds members of a page by their names, in the page and in its objects with facts about it.</summary>
internal sealed class PageMembers
{
    private const int MaximumDepth = 2;

    private readonly List<Place> _places = [];
    private readonly SchemaTranslator _schemas;

    /// <param name="schemas">Where the members of types are.</param>
    /// <param name="page">Type of a page: an object, or a list of items.</param>
    public PageMembers(SchemaTranslator schemas, TypeReference page)
    {
        _schemas = schemas;
        if (page is not ListType)
        {
            Add(page, [], "", isPage: true);
        }
    }

    /// <summary>The member with a page's items, and its type.</summary>
    /// <param name="chosen">Its name, or null to look for it.</param>
    public (PageMemberModel Member, TypeReference Type)? FindItems(string? chosen)
    {
        foreach (Place place in _places.Where(static place => place.IsPage))
        {
            PropertyModel? found = chosen is not null ? place.Model.Properties.FirstOrDefault(property => property.Type is ListType && place.Prefix + property.JsonName == chosen)
                : place.Lists.Count == 1 ? place.Lists[0]
                : place.Lists.Find(static property => PagingNames.IndexOf(PagingNames.Items, property.JsonName) >= 0);
            if (found is not null)
            {
                return (place.Member(found), found.Type);
            }

            // A page with lists is not the envelope of another.
            if (chosen is null && place.Lists.Count > 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The member that has one of these names, the first name before the others.</summary>
    /// <param name="chosen">Its name, or null to look for it.</param>
    /// <param name="names">Its possible names.</param>
    /// <param name="fits">Whether a type can be its type.</param>
    public PageMemberModel? Find(string? chosen, string[] names, Predicate<TypeReference> fits)
    {
        foreach (Place place in _places)
        {
            PropertyModel? found = null;
            int rank = int.MaxValue;
            foreach (PropertyModel property in place.Model.Properties)
            {
                int own = chosen is null ? PagingNames.IndexOf(names, property.JsonName) : place.Prefix + property.JsonName == chosen ? 0 : -1;
                if (own >= 0 && own < rank && fits(property.Type) && (chosen is not null || IsPageNumber(property, place)))
                {
                    (found, rank) = (property, own);
                }
            }

            if (found is not null)
            {
                return place.Member(found);
            }
        }

        return null;
    }

    private static bool IsPageNumber(PropertyModel property, Place place) =>
        property.JsonName != "number" || place.Model.Properties.Any(static other => PagingNames.IndexOf(PagingNames.BesideNumber, other.JsonName) >= 0);

    private void Add(TypeReference type, List<PageStepModel> steps, string prefix, bool isPage)
    {
        if (_schemas.FindEmitted(type) is not ObjectModel model)
        {
            return;
        }

        List<PropertyModel> lists = [.. model.Properties.Where(static property => property.Type is ListType && !property.IsDeprecated)];
        if (model.Properties.Any(IsEnvelope))
        {
            // Beside the page that it contains, an envelope has a list of errors.
            lists.RemoveAll(static property => PagingNames.IndexOf(PagingNames.BesidePage, property.JsonName) >= 0);
        }

        _places.Add(new Place(model.Name, model, lists, steps, prefix, isPage));
        foreach (PropertyModel property in model.Properties)
        {
            bool isEnveloped = isPage && lists.Count == 0 && steps.Count == 0 && IsEnvelope(property);
            if ((isEnveloped || PagingNames.IndexOf(PagingNames.Containers, property.JsonName) >= 0)
                && steps.Count < MaximumDepth)
            {
                Add(property.Type, [.. steps, new PageStepModel(model.Name, property.Name)], prefix + property.JsonName + ".", isEnveloped);
            }
        }
    }

    private bool IsEnvelope(PropertyModel property) =>
        PagingNames.IndexOf(PagingNames.Envelopes, property.JsonName) >= 0 && _schemas.FindEmitted(property.Type) is ObjectModel;

    // An object of the page, its lists of items, the way to it, and whether it can have the items.
    private sealed record Place(string Type, ObjectModel Model, List<PropertyModel> Lists, List<PageStepModel> Steps, string Prefix, bool IsPage)
    {
        public PageMemberModel Member(PropertyModel property) =>
            new(new EquatableArray<PageStepModel>([.. Steps, new PageStepModel(Type, property.Name)]));
    }
}
