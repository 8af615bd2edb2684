using System.Runtime.CompilerServices;
using System.Text;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public sealed partial class ApiRequest
{
    private FormRequestBody Form => (FormRequestBody)Body!;

    private MultipartRequestBody Multipart => (MultipartRequestBody)Body!;

    /// <summary>Writes a JSON body.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions; the argument's expression by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest JsonBody<T, TJson>(string mediaType, T body, [CallerArgumentExpression(nameof(body))] string parameter = "")
        where TJson : IApiJson<T>
    {
        if (body is null)
        {
            throw new ArgumentNullException(parameter);
        }

        return OptionalJsonBody<T, TJson>(mediaType, body);
    }

    /// <summary>Writes a JSON body of a type that is its own codec.</summary>
    /// <inheritdoc cref="JsonBody{T, TJson}(string, T, string)"/>
    public ApiRequest JsonBody<T>(string mediaType, T body, [CallerArgumentExpression(nameof(body))] string parameter = "")
        where T : IApiJson<T> =>
        JsonBody<T, T>(mediaType, body, parameter);

    /// <summary>Writes a JSON body; none when the value is null.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    /// <param name="body">The body.</param>
    public ApiRequest OptionalJsonBody<T, TJson>(string mediaType, T? body)
        where TJson : IApiJson<T>
    {
        if (body is not null)
        {
            var buffered = new BufferedRequestBody(mediaType);
            ApiJsonBody.Write<T, TJson>(buffered.Output, body);
            Body = buffered;
        }

        return this;
    }

    /// <summary>Writes a JSON body of a type that is its own codec; none when the value is null.</summary>
    /// <inheritdoc cref="OptionalJsonBody{T, TJson}(string, T)"/>
    public ApiRequest OptionalJsonBody<T>(string mediaType, T? body)
        where T : IApiJson<T> =>
        OptionalJsonBody<T, T>(mediaType, body);

    /// <inheritdoc cref="OptionalJsonBody{T, TJson}(string, T)"/>
    public ApiRequest OptionalJsonBodyValue<T, TJson>(string mediaType, T? body)
        where T : struct
        where TJson : IApiJson<T> =>
        body is T given ? OptionalJsonBody<T, TJson>(mediaType, given) : this;

    /// <summary>Writes <c>{}</c> unless there is a body: a message that has to be there even with nothing in it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    public ApiRequest EmptyJsonBody(string mediaType)
    {
        if (Body is null)
        {
            var buffered = new BufferedRequestBody(mediaType);
            "{}"u8.CopyTo(buffered.Output.GetSpan(2));
            buffered.Output.Advance(2);
            Body = buffered;
        }

        return this;
    }

    /// <summary>Writes a text body in UTF-8.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>, without a charset.</param>
    /// <param name="body">The text.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions; the argument's expression by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest TextBody(string mediaType, string body, [CallerArgumentExpression(nameof(body))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(body, parameter);
        return OptionalTextBody(mediaType, body);
    }

    /// <summary>Writes a text body in UTF-8; none when the text is null.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>, without a charset.</param>
    /// <param name="body">The text.</param>
    public ApiRequest OptionalTextBody(string mediaType, string? body)
    {
        if (body is not null)
        {
            var buffered = new BufferedRequestBody(mediaType.Contains(';') ? mediaType : mediaType + "; charset=utf-8");
            int count = Encoding.UTF8.GetBytes(body, buffered.Output.GetSpan(Encoding.UTF8.GetMaxByteCount(body.Length)));
            buffered.Output.Advance(count);
            Body = buffered;
        }

        return this;
    }

    /// <summary>Streams a file as the body.</summary>
    /// <param name="mediaTypes">Media types and ranges that the document names, separated by commas.</param>
    /// <param name="body">The file.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions; the argument's expression by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest BinaryBody(string mediaTypes, ApiFile body, [CallerArgumentExpression(nameof(body))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(body, parameter);
        return OptionalBinaryBody(mediaTypes, body);
    }

    /// <summary>Streams a file as the body; none when it is null.</summary>
    /// <param name="mediaTypes">Media types and ranges that the document names, separated by commas.</param>
    /// <param name="body">The file.</param>
    public ApiRequest OptionalBinaryBody(string mediaTypes, ApiFile? body)
    {
        if (body is not null)
        {
            Body = new FileRequestBody(FileContentTypes.Choose(body, mediaTypes), body);
        }

        return this;
    }

    /// <summary>Starts a form; <c>Field…</c> adds to it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>.</param>
    public ApiRequest FormBody(string mediaType)
    {
        Body = new FormRequestBody(mediaType);
        return this;
    }

    /// <summary>Adds a field to the form; nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public ApiRequest Field<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            Form.Add(name, TJson.Format(value), allowReserved);
        }

        return this;
    }

    /// <inheritdoc cref="Field{T, TJson}(string, T, bool)"/>
    public ApiRequest FieldValue<T, TJson>(string name, T? value, bool allowReserved = false)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            Form.Add(name, TJson.Format(given), allowReserved);
        }

        return this;
    }

    /// <summary>Adds a list to the form; nothing when it is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">Its items.</param>
    /// <param name="style">Form, space- or pipe-delimited.</param>
    /// <param name="explode">Whether each item is a separate field.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public ApiRequest FieldList<T, TJson>(string name, IReadOnlyList<T>? values, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        bool isFirst = true;
        foreach (T value in values ?? [])
        {
            string text = value is null ? "" : TJson.Format(value);
            if (isFirst || explode)
            {
                Form.Add(name, text, allowReserved);
            }
            else
            {
                Form.AddItem(FormText.Delimiter(style), text, allowReserved);
            }

            isFirst = false;
        }

        return this;
    }

    /// <summary>Adds an object to the form; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">Form, or deep object.</param>
    /// <param name="explode">Whether each member is a separate field.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could split the form.</param>
    public ApiRequest FieldObject<T, TJson>(string name, T? value, ParameterStyle style, bool explode, bool allowReserved = false)
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
                Form.Add(path, text, allowReserved);
            }

            return this;
        }

        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            FieldList<string, StringJson>(name, texts, style, explode, allowReserved);
            return this;
        }

        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            if (explode)
            {
                Form.Add(member, text, allowReserved);
                continue;
            }

            if (isFirst)
            {
                Form.Add(name, member, allowReserved);
            }
            else
            {
                Form.AddItem(FormText.Delimiter(style), member, allowReserved);
            }

            Form.AddItem(FormText.Delimiter(style), text, allowReserved);
            isFirst = false;
        }

        return this;
    }

    /// <summary>Adds a field with JSON, or with the text of a value that turns out to be a scalar; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    public ApiRequest FieldJson<T, TJson>(string name, T? value)
        where TJson : IApiJson<T>
    {
        if (value is not null && ObjectMembers.TextOrJsonOf<T, TJson>(value, out _) is { } text)
        {
            Form.Add(name, text);
        }

        return this;
    }

    /// <inheritdoc cref="FieldJson{T, TJson}(string, T)"/>
    public ApiRequest FieldJsonValue<T, TJson>(string name, T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            FieldJson<T, TJson>(name, given);
        }

        return this;
    }

    /// <summary>Adds a field for each entry that is not null: the text of a scalar, the JSON of anything else.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public ApiRequest FieldMembers<T, TJson>(IEnumerable<KeyValuePair<string, T>> members)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, T value) in members)
        {
            FieldJson<T, TJson>(name, value);
        }

        return this;
    }

    /// <summary>Starts a multipart body; <c>Part…</c> adds to it.</summary>
    /// <param name="mediaType">Value of <c>Content-Type</c>, without a boundary.</param>
    public ApiRequest MultipartBody(string mediaType)
    {
        Body = new MultipartRequestBody(mediaType);
        return this;
    }

    /// <summary>Adds a part with a text; nothing when the value is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="contentType">Content type of the part, or null for none (text).</param>
    public ApiRequest Part<T, TJson>(string name, T? value, string? contentType = null)
        where T : class
        where TJson : IApiScalar<T>
    {
        if (value is not null)
        {
            Multipart.Add(name, Encoding.UTF8.GetBytes(TJson.Format(value)), contentType);
        }

        return this;
    }

    /// <inheritdoc cref="Part{T, TJson}(string, T, string)"/>
    public ApiRequest PartValue<T, TJson>(string name, T? value, string? contentType = null)
        where T : struct
        where TJson : IApiScalar<T>
    {
        if (value is T given)
        {
            Multipart.Add(name, Encoding.UTF8.GetBytes(TJson.Format(given)), contentType);
        }

        return this;
    }

    /// <summary>Adds one part per item; nothing when the list is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items.</param>
    /// <param name="contentType">Content type of each part, or null for none (text).</param>
    public ApiRequest PartList<T, TJson>(string name, IReadOnlyList<T>? values, string? contentType = null)
        where TJson : IApiScalar<T>
    {
        foreach (T value in values ?? [])
        {
            Multipart.Add(name, value is null ? [] : Encoding.UTF8.GetBytes(TJson.Format(value)), contentType);
        }

        return this;
    }

    /// <summary>Adds a list as one part (<c>explode: false</c>), not percent-encoded; nothing when it is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">Its items.</param>
    /// <param name="style">Form, space- or pipe-delimited.</param>
    public ApiRequest PartDelimited<T, TJson>(string name, IReadOnlyList<T>? values, ParameterStyle style)
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

        return this;
    }

    /// <summary>Adds an object in its style, without percent-encoding; nothing if it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">Form, space- or pipe-delimited, or deep object.</param>
    /// <param name="explode">Whether each member is a separate part.</param>
    public ApiRequest PartObject<T, TJson>(string name, T? value, ParameterStyle style, bool explode)
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

        return this;
    }

    /// <summary>Adds a part with JSON, or with the text of a value that turns out to be a scalar; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="contentType">Content type of the part, or null for <c>application/json</c> of JSON and none of text.</param>
    public ApiRequest PartJson<T, TJson>(string name, T? value, string? contentType = null)
        where TJson : IApiJson<T>
    {
        if (value is not null && ObjectMembers.TextOrJsonOf<T, TJson>(value, out bool isJson) is { } text)
        {
            Multipart.Add(name, Encoding.UTF8.GetBytes(text), contentType ?? (isJson ? "application/json" : null));
        }

        return this;
    }

    /// <summary>Adds a part per item with JSON, or with the text of a scalar; nothing when the list is null or empty.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="values">The items.</param>
    /// <param name="contentType">Content type of each part, or null for <c>application/json</c> of JSON and none of text.</param>
    public ApiRequest PartJsonList<T, TJson>(string name, IReadOnlyList<T>? values, string? contentType = null)
        where TJson : IApiJson<T>
    {
        foreach (T value in values ?? [])
        {
            PartJson<T, TJson>(name, value, contentType);
        }

        return this;
    }

    /// <inheritdoc cref="PartJson{T, TJson}(string, T, string)"/>
    public ApiRequest PartJsonValue<T, TJson>(string name, T? value, string? contentType = null)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value is T given)
        {
            PartJson<T, TJson>(name, given, contentType);
        }

        return this;
    }

    /// <summary>Adds a file, streamed; nothing when it is null.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">Media types and ranges that the document names, separated by commas, or null.</param>
    public ApiRequest PartFile(string name, ApiFile? file, string? contentType = null)
    {
        if (file is not null)
        {
            Multipart.Add(name, file, contentType);
        }

        return this;
    }

    /// <summary>Adds a part for each entry that is not null: the text of a scalar, the JSON of anything else.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public ApiRequest PartMembers<T, TJson>(IEnumerable<KeyValuePair<string, T>> members)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, T value) in members)
        {
            PartJson<T, TJson>(name, value);
        }

        return this;
    }

    /// <summary>Adds a file for each entry that is not null, streamed.</summary>
    /// <param name="members">Members that the document does not name.</param>
    public ApiRequest PartFileMembers(IEnumerable<KeyValuePair<string, ApiFile>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, ApiFile file) in members)
        {
            PartFile(name, file);
        }

        return this;
    }

    private void PartText(string name, string text) => Multipart.Add(name, Encoding.UTF8.GetBytes(text), contentType: null);

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
    public ApiRequest PartFiles(string name, IReadOnlyList<ApiFile>? files, string? contentType = null)
    {
        foreach (ApiFile file in files ?? [])
        {
            Multipart.Add(name, file, contentType);
        }

        return this;
    }
}
