namespace ClerkGen.Testing;

/// <summary>A value that is sent as texts: one, one for each item of a list, or those of members.</summary>
internal sealed class SentValue
{
    /// <summary>The texts, decoded, and whether each is JSON.</summary>
    public List<(string Text, bool IsJson)> Texts { get; } = [];

    /// <summary>The members, in the order in which they were sent.</summary>
    public Dictionary<string, SentValue> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether each text is an item of a list, even a single one.</summary>
    public bool IsList { get; set; }

    /// <summary>Adds a text.</summary>
    public void Add(string text, bool isJson = false) => Texts.Add((text, isJson));

    /// <summary>The member of a name, which is created if there is none.</summary>
    public SentValue Member(string name)
    {
        if (!Members.TryGetValue(name, out SentValue? member))
        {
            Members.Add(name, member = new SentValue());
        }

        return member;
    }

    /// <summary>The value at names in brackets: <c>[a][0]</c>. An empty name stands for the next item.</summary>
    public SentValue At(string brackets)
    {
        SentValue value = this;
        foreach (string name in brackets.Split('[', StringSplitOptions.RemoveEmptyEntries))
        {
            value = value.Member(name.TrimEnd(']'));
        }

        return value;
    }

    /// <summary>Adds a text that holds all items of a list, or all members of an object: <c>a,1,b,2</c>, or <c>a=1,b=2</c> with names and values
    /// together. It stays a text if it is neither.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style, which has a separator.</param>
    /// <param name="isPaired">Whether a name and its value are joined by <c>=</c>.</param>
    /// <param name="shape">The values that may be sent.</param>
    public void AddDelimited(SentText text, string style, bool isPaired, SchemaShape shape)
    {
        string[] items = text.Split(style);
        if (shape.IsObject && !isPaired && items.Length % 2 == 0 && (!shape.IsList || shape.Members.ContainsKey(items[0])))
        {
            for (int i = 0; i < items.Length; i += 2)
            {
                Member(items[i]).Add(items[i + 1]);
            }
        }
        else if (shape.IsObject && isPaired && Array.TrueForAll(items, static item => item.Contains('=', StringComparison.Ordinal)))
        {
            foreach (string item in items)
            {
                int equals = item.IndexOf('=', StringComparison.Ordinal);
                Member(item[..equals]).Add(item[(equals + 1)..]);
            }
        }
        else if (shape.IsList)
        {
            IsList = true;
            Texts.AddRange(Array.ConvertAll(items, static item => (item, false)));
        }
        else
        {
            Add(text.Text);
        }
    }

    /// <summary>Whether members are items of a list: <c>[0]</c>, <c>[1]</c> or <c>[]</c>.</summary>
    public bool HasItems
    {
        get
        {
            foreach (string name in Members.Keys)
            {
                if (name.AsSpan().ContainsAnyExceptInRange('0', '9'))
                {
                    return false;
                }
            }

            return Members.Count > 0;
        }
    }
}
