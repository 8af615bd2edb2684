using System.Text;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public ref partial struct ApiRequestBuilder
{
    /// <summary>Writes a JSON body; none when the value is null.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    /// <param name="body">The body.</param>
    public void JsonBody<T, TJson>(string mediaType, T? body)
        where TJson : IApiJson<T>
    {
        if (body is not null)
        {
            var buffered = new BufferedRequestBody(mediaType);
            ApiJsonBody.Write<T, TJson>(buffered.Output, body);
            _body = buffered;
        }
    }

    /// <summary>Writes a JSON body of a type that is its own codec; none when the value is null.</summary>
    /// <inheritdoc cref="JsonBody{T, TJson}(string, T)" path="/param"/>
    /// <typeparam name="T">Type of the body.</typeparam>
    public void JsonBody<T>(string mediaType, T? body)
        where T : IApiJson<T> =>
        JsonBody<T, T>(mediaType, body);

    /// <inheritdoc cref="JsonBody{T, TJson}(string, T)"/>
    public void JsonBodyValue<T, TJson>(string mediaType, T? body)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (body is T given)
        {
            JsonBody<T, TJson>(mediaType, given);
        }
    }

    /// <summary>Writes <c>{}</c>: a message of an operation that has to be there and has nothing in it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    public void EmptyJsonBody(string mediaType)
    {
        var buffered = new BufferedRequestBody(mediaType);
        "{}"u8.CopyTo(buffered.Output.GetSpan(2));
        buffered.Output.Advance(2);
        _body = buffered;
    }

    /// <summary>Writes a text body in UTF-8; none when the text is null.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>, without a charset.</param>
    /// <param name="body">The text.</param>
    public void TextBody(string mediaType, string? body)
    {
        if (body is not null)
        {
            var buffered = new BufferedRequestBody(mediaType.Contains(';') ? mediaType : mediaType + "; charset=utf-8");
            int count = Encoding.UTF8.GetBytes(body, buffered.Output.GetSpan(Encoding.UTF8.GetMaxByteCount(body.Length)));
            buffered.Output.Advance(count);
            _body = buffered;
        }
    }

    /// <summary>Streams a file as the body; none when it is null.</summary>
    /// <param name="mediaTypes">Media types and ranges that the document names, separated by commas.</param>
    /// <param name="body">The file.</param>
    public void BinaryBody(string mediaTypes, ApiFile? body)
    {
        if (body is not null)
        {
            _body = new FileRequestBody(FileContentTypes.Choose(body, mediaTypes), body);
        }
    }

    /// <summary>Starts a form; <c>Field…</c> adds to it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    public void FormBody(string mediaType) => _body = _form = new FormRequestBody(mediaType);

    /// <summary>Adds a field to the form; nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public readonly void Field<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            _form!.Add(name, TJson.Format(value), allowReserved);
        }
    }

    /// <inheritdoc cref="Field{T, TJson}(string, T, bool)"/>
    public readonly void FieldValue<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            _form!.Add(name, TJson.Format(given), allowReserved);
        }
    }

    /// <summary>Adds a list to the form; nothing when it is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">Its items.</param>
    /// <param name="style">Form, space- or pipe-delimited.</param>
    /// <param name="explode">Whether each item is a separate field.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public readonly void FieldList<T, TJson>(string name, IReadOnlyList<T>? values, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        bool isFirst = true;
        foreach (T value in values ?? [])
        {
            string text = value is null ? "" : TJson.Format(value);
            if (isFirst || explode)
            {
                _form!.Add(name, text, allowReserved);
            }
            else
            {
                _form!.AddItem(FormText.Delimiter(style), text, allowReserved);
            }

            isFirst = false;
        }
    }

    /// <summary>Adds an object to the form; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">Form, or deep object.</param>
    /// <param name="explode">Whether each member is a separate field.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public readonly void FieldObject<T, TJson>(string name, T? value, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiJson<T>
    {
        if (value is null)
        {
            return;
        }

        if (style == ParameterStyle.DeepObject)
        {
            foreach ((string path, string text) in ObjectMembers.DeepOf<T, TJson>(name, value))
            {
                _form!.Add(path, text, allowReserved);
            }

            return;
        }

        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            FieldList<string, StringJson>(name, texts, style, explode, allowReserved);
            return;
        }

        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            if (explode)
            {
                _form!.Add(member, text, allowReserved);
                continue;
            }

            if (isFirst)
            {
                _form!.Add(name, member, allowReserved);
            }
            else
            {
                _form!.AddItem(FormText.Delimiter(style), member, allowReserved);
            }

            _form!.AddItem(FormText.Delimiter(style), text, allowReserved);
            isFirst = false;
        }
    }

    /// <summary>Adds a field with JSON, or with the text of a value that turns out to be a scalar; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    public readonly void FieldJson<T, TJson>(string name, T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null && ObjectMembers.TextOrJsonOf<T, TJson>(value, out _) is { } text)
        {
            _form!.Add(name, text);
        }
    }

    /// <inheritdoc cref="FieldJson{T, TJson}(string, T)"/>
    public readonly void FieldJsonValue<T, TJson>(string name, T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            FieldJson<T, TJson>(name, given);
        }
    }

    /// <summary>Adds a field for each entry that is not null: the text of a scalar, the JSON of anything else.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public readonly void FieldMembers<T, TJson>(IEnumerable<KeyValuePair<string, T>> members)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, T value) in members)
        {
            FieldJson<T, TJson>(name, value);
        }
    }

    /// <summary>Starts a multipart body; <c>Part…</c> adds to it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>, without a boundary.</param>
    public void MultipartBody(string mediaType) => _body = _multipart = new MultipartRequestBody(mediaType);

    /// <summary>Adds a part with a text; nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="contentType">Content type of the part, or null for none (text).</param>
    public readonly void Part<T, TJson>(string name, T? value, string? contentType = null)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            _multipart!.Add(name, Encoding.UTF8.GetBytes(TJson.Format(value)), contentType);
        }
    }

    /// <inheritdoc cref="Part{T, TJson}(string, T, string)"/>
    public readonly void PartValue<T, TJson>(string name, T? value, string? contentType = null)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            _multipart!.Add(name, Encoding.UTF8.GetBytes(TJson.Format(given)), contentType);
        }
    }

    /// <summary>Adds one part per item; nothing when the list is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items.</param>
    /// <param name="contentType">Content type of each part, or null for none (text).</param>
    public readonly void PartList<T, TJson>(string name, IReadOnlyList<T>? values, string? contentType = null)
        where TJson : IApiScalar<T>
    {
        foreach (T value in values ?? [])
        {
            _multipart!.Add(name, value is null ? [] : Encoding.UTF8.GetBytes(TJson.Format(value)), contentType);
        }
    }

    /// <summary>Adds a list as one part (<c>explode: false</c>), not percent-encoded; nothing when it is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">Its items.</param>
    /// <param name="style">Form, space- or pipe-delimited.</param>
    public readonly void PartDelimited<T, TJson>(string name, IReadOnlyList<T>? values, ParameterStyle style)
        where TJson : IApiScalar<T>
    {
        if (values is { Count: > 0 })
        {
            var text = new StringBuilder();
            for (int i = 0; i < values.Count; i++)
            {
                text.Append(i == 0 ? "" : PartDelimiter(style)).Append(values[i] is { } value ? TJson.Format(value) : "");
            }

            PartText(name, text.ToString());
        }
    }

    /// <summary>Adds an object in its style, without percent-encoding; nothing if it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">Form, space- or pipe-delimited, or deep object.</param>
    /// <param name="explode">Whether each member is a separate part.</param>
    public readonly void PartObject<T, TJson>(string name, T? value, ParameterStyle style, bool explode)
        where TJson : IApiJson<T>
    {
        if (value is null)
        {
            return;
        }

        if (style == ParameterStyle.DeepObject)
        {
            foreach ((string path, string text) in ObjectMembers.DeepOf<T, TJson>(name, value))
            {
                PartText(path, text);
            }
        }
        else if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            if (explode)
            {
                PartList<string, StringJson>(name, texts);
            }
            else
            {
                PartDelimited<string, StringJson>(name, texts, style);
            }
        }
        else if (explode)
        {
            foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
            {
                PartText(member, text);
            }
        }
        else
        {
            List<string> all = [];
            foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
            {
                all.Add(member);
                all.Add(text);
            }

            PartDelimited<string, StringJson>(name, all, style);
        }
    }

    /// <summary>Adds a part with JSON, or with the text of a value that turns out to be a scalar; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="contentType">Content type of the part, or null for <c>application/json</c> of JSON and none of text.</param>
    public readonly void PartJson<T, TJson>(string name, T? value, string? contentType = null)
        where TJson : IApiJson<T>
    {
        if (value is not null && ObjectMembers.TextOrJsonOf<T, TJson>(value, out bool isJson) is { } text)
        {
            _multipart!.Add(name, Encoding.UTF8.GetBytes(text), contentType ?? (isJson ? "application/json" : null));
        }
    }

    /// <summary>Adds a part per item with JSON, or with the text of a scalar; nothing when the list is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items.</param>
    /// <param name="contentType">Content type of each part, or null for <c>application/json</c> of JSON and none of text.</param>
    public readonly void PartJsonList<T, TJson>(string name, IReadOnlyList<T>? values, string? contentType = null)
        where TJson : IApiJson<T>
    {
        foreach (T value in values ?? [])
        {
            PartJson<T, TJson>(name, value, contentType);
        }
    }

    /// <inheritdoc cref="PartJson{T, TJson}(string, T, string)"/>
    public readonly void PartJsonValue<T, TJson>(string name, T? value, string? contentType = null)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            PartJson<T, TJson>(name, given, contentType);
        }
    }

    /// <summary>Adds a file, streamed; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">Media types and ranges that the document names, separated by commas, or null.</param>
    public readonly void PartFile(string name, ApiFile? file, string? contentType = null)
    {
        if (file is not null)
        {
            _multipart!.Add(name, file, contentType);
        }
    }

    /// <summary>Adds a part for each entry that is not null: the text of a scalar, the JSON of anything else.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public readonly void PartMembers<T, TJson>(IEnumerable<KeyValuePair<string, T>> members)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, T value) in members)
        {
            PartJson<T, TJson>(name, value);
        }
    }

    /// <summary>Adds a file for each entry that is not null, streamed.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public readonly void PartFileMembers(IEnumerable<KeyValuePair<string, ApiFile>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, ApiFile file) in members)
        {
            PartFile(name, file);
        }
    }

    private readonly void PartText(string name, string text) => _multipart!.Add(name, Encoding.UTF8.GetBytes(text), contentType: null);

    private static string PartDelimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => " ",
        ParameterStyle.PipeDelimited => "|",
        _ => ",",
    };

    /// <summary>Adds one part per file; nothing when the list is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="files">The files.</param>
    /// <param name="contentType">Media types and ranges that the document names, separated by commas, or null.</param>
    public readonly void PartFiles(string name, IReadOnlyList<ApiFile>? files, string? contentType = null)
    {
        foreach (ApiFile file in files ?? [])
        {
            _multipart!.Add(name, file, contentType);
        }
    }
}
