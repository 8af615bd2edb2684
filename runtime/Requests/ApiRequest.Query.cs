using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public sealed partial class ApiRequest
{
    /// <summary>Appends a query parameter; nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the query.</param>
    public ApiRequest Query<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            QueryText(name, TJson.Format(value), allowReserved);
        }

        return this;
    }

    /// <inheritdoc cref="Query{T, TJson}(string, T, bool)"/>
    public ApiRequest QueryValue<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            QueryText(name, TJson.Format(given), allowReserved);
        }

        return this;
    }

    /// <summary>Appends a string as a query parameter; nothing when it is null.</summary>
    /// <inheritdoc cref="Query{T, TJson}(string, T, bool)"/>
    public ApiRequest Query(string name, string? value, bool allowReserved = false) =>
        Query<string, StringJson>(name, value, allowReserved);

    /// <summary>Appends a boolean as a query parameter; nothing when it is null.</summary>
    /// <inheritdoc cref="Query{T, TJson}(string, T, bool)"/>
    public ApiRequest QueryValue(string name, bool? value, bool allowReserved = false) =>
        QueryValue<bool, BooleanJson>(name, value, allowReserved);

    /// <summary>Appends an integer as a query parameter; nothing when it is null.</summary>
    /// <inheritdoc cref="Query{T, TJson}(string, T, bool)"/>
    public ApiRequest QueryValue(string name, long? value, bool allowReserved = false) =>
        QueryValue<long, Int64Json>(name, value, allowReserved);

    /// <summary>Appends a list; nothing when it is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">Its items.</param>
    /// <param name="style">Form, space- or pipe-delimited.</param>
    /// <param name="explode">Whether each item is a separate parameter.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the query.</param>
    public ApiRequest QueryList<T, TJson>(string name, IReadOnlyList<T>? values, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        if (values is null)
        {
            return this;
        }

        bool isFirst = true;
        foreach (T value in values)
        {
            string text = value is null ? "" : TJson.Format(value);
            if (isFirst || explode)
            {
                QueryText(name, text, allowReserved);
            }
            else
            {
                OpenTarget.Append(FormText.Delimiter(style));
                OpenTarget.AppendEncoded(text, allowReserved);
            }

            isFirst = false;
        }

        return this;
    }

    /// <summary>Appends an object; nothing when it is null. Members that are null are left out.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">Form, space- or pipe-delimited, or deep object.</param>
    /// <param name="explode">Whether each member is a separate parameter.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the query.</param>
    public ApiRequest QueryObject<T, TJson>(string name, T? value, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiJson<T>
    {
        if (value is null)
        {
            return this;
        }

        if (style == ParameterStyle.DeepObject)
        {
            foreach ((string path, string text) in ObjectMembers.DeepOf<T, TJson>(name, value))
            {
                QueryText(path, text, allowReserved);
            }

            return this;
        }

        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            QueryList<string, StringJson>(name, texts, style, explode, allowReserved);
            return this;
        }

        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            if (explode)
            {
                QueryText(member, text, allowReserved);
                continue;
            }

            if (isFirst)
            {
                QueryText(name, member, allowReserved);
            }
            else
            {
                OpenTarget.Append(FormText.Delimiter(style));
                OpenTarget.AppendEncoded(member, allowReserved);
            }

            OpenTarget.Append(FormText.Delimiter(style));
            OpenTarget.AppendEncoded(text, allowReserved);
            isFirst = false;
        }

        return this;
    }

    /// <inheritdoc cref="QueryObject{T, TJson}(string, T, ParameterStyle, bool, bool)"/>
    public ApiRequest QueryObjectValue<T, TJson>(string name, T? value, ParameterStyle style, bool explode, bool allowReserved = false)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            QueryObject<T, TJson>(name, given, style, explode, allowReserved);
        }

        return this;
    }

    /// <summary>
    /// Appends each member of an object as a parameter (<c>in: querystring</c>), each item of a list as one, objects as
    /// JSON. Appends nothing if it is null.
    /// </summary>
    /// <param name="value">The object.</param>
    public ApiRequest QueryMembers<T, TJson>(T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null)
        {
            foreach ((string name, string text) in ObjectMembers.FieldsOf<T, TJson>(value))
            {
                QueryText(name, text, allowReserved: false);
            }
        }

        return this;
    }

    /// <inheritdoc cref="QueryMembers{T, TJson}(T)"/>
    public ApiRequest QueryMembersValue<T, TJson>(T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            QueryMembers<T, TJson>(given);
        }

        return this;
    }

    /// <summary>Appends a parameter whose text is JSON (<c>content: application/json</c>); nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    public ApiRequest QueryJson<T, TJson>(string name, T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null)
        {
            QueryText(name, ObjectMembers.JsonOf<T, TJson>(value), allowReserved: false);
        }

        return this;
    }

    /// <inheritdoc cref="QueryJson{T, TJson}(string, T)"/>
    public ApiRequest QueryJsonValue<T, TJson>(string name, T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            QueryJson<T, TJson>(name, given);
        }

        return this;
    }

    private void QueryText(string name, string text, bool allowReserved)
    {
        if (!_hasQuery)
        {
            CheckPath();
            _hasQuery = true;

            // A template may contain a query.
            OpenTarget.Append(OpenTarget.Text.Contains('?') ? '&' : '?');
        }
        else
        {
            OpenTarget.Append('&');
        }

        OpenTarget.AppendEncoded(name);
        OpenTarget.Append('=');
        OpenTarget.AppendEncoded(text, allowReserved);
    }
}
