using System.Runtime.CompilerServices;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public sealed partial class ApiRequest
{
    /// <summary>Appends a literal of the path template.</summary>
    /// <param name="literal">Percent-encoded text.</param>
    public ApiRequest Literal(string literal)
    {
        _templateSlashes += literal.AsSpan().Count('/');
        OpenTarget.Append(literal);
        return this;
    }

    /// <summary>Appends a path parameter (<c>style: simple</c>).</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions; the argument's expression by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The value's text cannot be one segment: it is empty, only white space, <c>.</c>, <c>..</c>, or
    /// holds control characters.</exception>
    public ApiRequest Path<T, TJson>(T value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        where TJson : IApiScalar<T>
    {
        string text = PathText<T, TJson>(value, parameter);
        OpenTarget.AppendEncoded(text);
        return this;
    }

    /// <summary>Appends a string as a path parameter (<c>style: simple</c>).</summary>
    /// <inheritdoc cref="Path{T, TJson}(T, string)"/>
    public ApiRequest Path(string value, [CallerArgumentExpression(nameof(value))] string parameter = "")
    {
        string text = PathValue.Check(value, parameter);
        OpenTarget.AppendEncoded(text);
        return this;
    }

    /// <summary>Appends a path parameter in another style.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public ApiRequest Path<T, TJson>(T value, string parameter, string name, ParameterStyle style, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        string text = PathText<T, TJson>(value, parameter);
        PathPrefix(name, style);
        OpenTarget.AppendEncodedInPath(text, allowReserved);
        return this;
    }

    /// <summary>Appends a list as one path parameter.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether each item is separate (<c>explode</c>).</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public ApiRequest PathList<T, TJson>(
        IReadOnlyList<T> values, string parameter, string name, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        bool repeatsPrefix = explode && style is (ParameterStyle.Label or ParameterStyle.Matrix);
        bool isFirst = true;
        foreach (T value in values)
        {
            string text = PathText<T, TJson>(value, parameter);
            if (isFirst || repeatsPrefix)
            {
                PathPrefix(name, style);
            }
            else
            {
                OpenTarget.Append(',');
            }

            OpenTarget.AppendEncodedInPath(text, allowReserved);
            isFirst = false;
        }

        if (isFirst)
        {
            PathValue.Check("", parameter);
        }

        return this;
    }

    /// <summary>Appends an object as one path parameter.</summary>
    /// <param name="value">An object with at least one member; members that are null are left out.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether each member is separate (<c>explode</c>).</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public ApiRequest PathObject<T, TJson>(
        T value, string parameter, string name, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            PathList<string, StringJson>(texts, parameter, name, style, explode, allowReserved);
            return this;
        }

        bool repeatsPrefix = explode && style is (ParameterStyle.Label or ParameterStyle.Matrix);
        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            // Behind its name a dot is no dot segment, and nothing is not an empty one.
            PathValue.Check($"{member},{text}", parameter);
            if (repeatsPrefix)
            {
                OpenTarget.Append(style == ParameterStyle.Matrix ? ';' : '.');
            }
            else if (isFirst)
            {
                PathPrefix(name, style);
            }
            else
            {
                OpenTarget.Append(',');
            }

            OpenTarget.AppendEncoded(member);
            OpenTarget.Append(explode ? '=' : ',');
            OpenTarget.AppendEncodedInPath(text, allowReserved);
            isFirst = false;
        }

        if (isFirst)
        {
            PathValue.Check("", parameter);
        }

        return this;
    }

    /// <summary>Appends a path parameter whose text is JSON (<c>content: application/json</c>).</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public ApiRequest PathJson<T, TJson>(T value, string parameter)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        string text = PathValue.Check(ObjectMembers.JsonOf<T, TJson>(value), parameter);
        OpenTarget.AppendEncoded(text);
        return this;
    }

    private static string PathText<T, TJson>(T value, string parameter)
        where TJson : IApiScalar<T> =>
        PathValue.Check(value is null ? null : TJson.Format(value), parameter);

    private void PathPrefix(string name, ParameterStyle style)
    {
        if (style == ParameterStyle.Label)
        {
            OpenTarget.Append('.');
        }
        else if (style == ParameterStyle.Matrix)
        {
            OpenTarget.Append(';');
            OpenTarget.AppendEncoded(name);
            OpenTarget.Append('=');
        }
    }
}
