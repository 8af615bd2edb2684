using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Gives every emitted type of a document its name. While a document is planned, types only propose names. Then
/// <see cref="Decide"/> assigns all names by rank and pointer, so the order of the document changes none. Names are unique ignoring
/// case, because files are named after types.
/// </summary>
internal sealed class TypeNames(WorkBudget budget)
{
    private readonly Dictionary<string, NameClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _chosen = new(StringComparer.Ordinal);
    private readonly UniqueNames _unique = new(StringComparer.OrdinalIgnoreCase, budget, Identifiers.Join);

    /// <summary>Gives the type that would have one name another: the consumer has the last word.</summary>
    public void Choose(string suggested, string chosen) => _chosen[suggested] = chosen;

    /// <summary>Keeps a name for something that cannot change its own, such as the client.</summary>
    public void Reserve(string name) => _unique.Reserve(name);

    /// <summary>Proposes a type's name. The first proposal counts.</summary>
    /// <param name="identity">The type's unique key, which is stable when the document is reordered: a pointer.</param>
    /// <param name="suggested">The proposed name: an identifier.</param>
    /// <param name="rank">The rank between equal proposals.</param>
    /// <param name="alternative">The second proposal, or null.</param>
    /// <param name="own">The members that the type always declares; null for none.</param>
    public void Claim(string identity, string suggested, NameRank rank, string? alternative = null, OwnMembers? own = null)
    {
        if (!_claims.ContainsKey(identity))
        {
            _claims.Add(identity, ClaimOf(identity, suggested, rank, alternative, own));
        }
    }

    /// <summary>The name of a type, once names are decided. A type without a proposal gets a remaining name.</summary>
    /// <inheritdoc cref="Claim" path="/param"/>
    public string Get(string identity, string suggested, string? alternative = null, OwnMembers? own = null)
    {
        if (!_names.TryGetValue(identity, out string? name))
        {
            NameClaim claim = ClaimOf(identity, suggested, NameRank.Inline, alternative, own);
            name = Free(claim.Suggested, claim.Alternative);
            _names.Add(identity, name);
        }

        return name;
    }

    /// <summary>Settles the names.</summary>
    public void Decide()
    {
        List<NameClaim> claims = [.. _claims.Values];
        claims.Sort(static (left, right) =>
            left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : string.CompareOrdinal(left.Identity, right.Identity));
        List<NameClaim> losers = [];
        foreach (NameClaim claim in claims)
        {
            if (_unique.TryTake(claim.Suggested))
            {
                _names.Add(claim.Identity, claim.Suggested);
            }
            else
            {
                losers.Add(claim);
            }
        }

        foreach (NameClaim claim in losers)
        {
            _names.Add(claim.Identity, Free(claim.Suggested, claim.Alternative));
        }
    }

    private NameClaim ClaimOf(string identity, string suggested, NameRank rank, string? alternative, OwnMembers? own)
    {
        string possible = own?.NameOfType(suggested) ?? suggested;
        return _chosen.TryGetValue(suggested, out string? chosen) ? new NameClaim(identity, own?.NameOfType(chosen) ?? chosen, NameRank.Chosen, possible)
            : rank == NameRank.Chosen || !ImplicitUsings.Have(possible) ? new NameClaim(identity, possible, rank, alternative)
            : alternative is not null && !ImplicitUsings.Have(alternative) ? new NameClaim(identity, alternative, rank, null)
            : new NameClaim(identity, Identifiers.Join(possible, own?.Kind ?? "Type"), rank, alternative);
    }

    private string Free(string suggested, string? alternative) =>
        _unique.TryTake(suggested) ? suggested
        : alternative is not null && _unique.TryTake(alternative) ? alternative
        : _unique.TakeNumbered(suggested);

    private sealed record NameClaim(string Identity, string Suggested, NameRank Rank, string? Alternative);
}

/// <summary>The rank between two types that want the same name.</summary>
internal enum NameRank
{
    /// <summary>Something whose name the document's author or the consumer chose.</summary>
    Chosen,

    /// <summary>A component whose key is the name.</summary>
    ExactComponent,

    /// <summary>Another component.</summary>
    Component,

    /// <summary>A group of operations.</summary>
    Group,

    /// <summary>Something of one operation: parameters object, exception.</summary>
    Operation,

    /// <summary>An inline schema.</summary>
    Inline,
}
