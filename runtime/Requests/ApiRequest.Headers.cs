using ClerkGen.Http;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public sealed partial class ApiRequest
{
    /// <summary>Adds a header parameter; nothing when the value is null.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value's text is not valid in a header: line ends, control
    /// characters, beyond ASCII.</exception>
    public ApiRequest Header<T, TJson>(string name, T? value)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            HeaderText(name, TJson.Format(value));
        }

        return this;
    }

    /// <inheritdoc cref="Header{T, TJson}(string, T)"/>
    public ApiRequest HeaderValue<T, TJson>(string name, T? value)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            HeaderText(name, TJson.Format(given));
        }

        return this;
    }

    /// <summary>Adds a list as one header, comma-separated; nothing when it is null or empty.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="values">Its items.</param>
    /// <inheritdoc cref="Header{T, TJson}(string, T)" path="/exception"/>
    public ApiRequest HeaderList<T, TJson>(string name, IReadOnlyList<T>? values)
        where TJson : IApiScalar<T>
    {
        if (values is { Count: > 0 })
        {
            string[] texts = new string[values.Count];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = values[i] is T value ? TJson.Format(value) : "";
            }

            HeaderText(name, string.Join(',', texts));
        }

        return this;
    }

    /// <summary>Adds an object as one header; nothing when it is null.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The object.</param>
    /// <param name="explode">Whether members are <c>name=value</c> instead of <c>name,value</c>.</param>
    /// <inheritdoc cref="Header{T, TJson}(string, T)" path="/exception"/>
    public ApiRequest HeaderObject<T, TJson>(string name, T? value, bool explode)
        where TJson : IApiJson<T>
    {
        if (value is null)
        {
            return this;
        }

        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            HeaderList<string, StringJson>(name, texts);
        }
        else
        {
            char separator = explode ? '=' : ',';
            HeaderText(
                name,
                string.Join(',', ObjectMembers.Of<T, TJson>(value).ConvertAll(member => $"{member.Name}{separator}{member.Text}")));
        }

        return this;
    }

    /// <summary>Adds a header whose text is JSON (<c>content: application/json</c>); nothing when the value is null.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">Its value.</param>
    /// <inheritdoc cref="Header{T, TJson}(string, T)" path="/exception"/>
    public ApiRequest HeaderJson<T, TJson>(string name, T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null)
        {
            HeaderText(name, ObjectMembers.JsonOf<T, TJson>(value));
        }

        return this;
    }

    /// <summary>Adds a cookie parameter; nothing when the value is null.</summary>
    /// <param name="name">Name of the cookie.</param>
    /// <param name="value">Its value; percent-encoded.</param>
    /// <param name="asIs">Whether nothing is encoded (<c>style: cookie</c>). Characters that a cookie cannot contain are refused.</param>
    /// <exception cref="ArgumentException">The value is not valid in a cookie unencoded.</exception>
    public ApiRequest Cookie<T, TJson>(string name, T? value, bool asIs = false)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            CookieText(name, TJson.Format(value), asIs);
        }

        return this;
    }

    /// <inheritdoc cref="Cookie{T, TJson}(string, T, bool)"/>
    public ApiRequest CookieValue<T, TJson>(string name, T? value, bool asIs = false)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            CookieText(name, TJson.Format(given), asIs);
        }

        return this;
    }

    /// <summary>Adds a list as cookies; nothing when it is null or empty.</summary>
    /// <param name="name">Name of the cookie.</param>
    /// <param name="values">Its items; percent-encoded.</param>
    /// <param name="explode">Whether each item is a separate cookie.</param>
    /// <param name="asIs">Whether nothing is encoded (<c>style: cookie</c>). Characters that a cookie cannot contain are refused.</param>
    public ApiRequest CookieList<T, TJson>(string name, IReadOnlyList<T>? values, bool explode, bool asIs = false)
        where TJson : IApiScalar<T>
    {
        bool isFirst = true;
        foreach (T value in values ?? [])
        {
            string text = value is null ? "" : TJson.Format(value);
            if (isFirst || explode)
            {
                CookieText(name, text, asIs);
            }
            else
            {
                AppendCookie(",", name, text, asIs);
            }

            isFirst = false;
        }

        return this;
    }

    /// <summary>Adds an object as cookies; nothing when it is null.</summary>
    /// <param name="name">Name of the cookie.</param>
    /// <param name="value">The object.</param>
    /// <param name="explode">Whether each member is a separate cookie.</param>
    /// <param name="asIs">Whether nothing is encoded (<c>style: cookie</c>). Characters that a cookie cannot contain are refused.</param>
    public ApiRequest CookieObject<T, TJson>(string name, T? value, bool explode, bool asIs = false)
        where TJson : IApiJson<T>
    {
        if (value is null)
        {
            return this;
        }

        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            CookieList<string, StringJson>(name, texts, explode, asIs);
            return this;
        }

        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            if (explode)
            {
                CookieText(member, text, asIs);
                continue;
            }

            if (isFirst)
            {
                CookieText(name, member, asIs);
            }
            else
            {
                AppendCookie(",", name, member, asIs);
            }

            AppendCookie(",", name, text, asIs);
            isFirst = false;
        }

        return this;
    }

    private void HeaderText(string name, string text)
    {
        HeaderRules.Check(name, text);
        (Headers ??= []).Add(new(name, text));
    }

    /// <summary>
    /// Adds a cookie whose text is JSON (<c>content: application/json</c>), percent-encoded; nothing when the value is null.
    /// </summary>
    /// <param name="name">Name of the cookie.</param>
    /// <param name="value">Its value.</param>
    public ApiRequest CookieJson<T, TJson>(string name, T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null)
        {
            CookieText(name, ObjectMembers.JsonOf<T, TJson>(value), asIs: false);
        }

        return this;
    }

    private void CookieText(string name, string text, bool asIs)
    {
        HeaderRules.CheckName(name);
        AppendCookie(Cookies is null ? $"{name}=" : $"; {name}=", name, text, asIs);
    }

    // A semicolon would begin another cookie.
    private void AppendCookie(string before, string name, string text, bool asIs)
    {
        if (asIs)
        {
            HeaderRules.Check(name, text);
            if (text.Contains(';'))
            {
                throw new ArgumentException($"The value of cookie '{name}' contains ';', which separates cookies. Encode it as the API expects.", name);
            }
        }

        UriText cookies = default;
        cookies.Append(Cookies);
        cookies.Append(before);
        if (asIs)
        {
            cookies.Append(text);
        }
        else
        {
            cookies.AppendEncoded(text);
        }

        Cookies = cookies.Finish();
    }
}
