using System.Runtime.CompilerServices;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

public ref partial struct ApiRequestBuilder
{
    /// <summary>Appends a path parameter (<c>style: simple</c>).</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions; the argument's expression by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The value's text cannot be one segment: it is empty, only white space, <c>.</c>, <c>..</c>, or
    /// holds control characters.</exception>
    public void Path<T, TJson>(T value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        where TJson : IApiScalar<T> =>
        _target.AppendEncoded(PathText<T, TJson>(value, parameter));

    /// <summary>Appends a string as a path parameter (<c>style: simple</c>).</summary>
    /// <inheritdoc cref="Path{T, TJson}(T, string)"/>
    public void Path(string value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        _target.AppendEncoded(PathValue.Check(value, parameter));

    /// <summary>Appends a path parameter in another style.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public void Path<T, TJson>(T value, string parameter, string name, ParameterStyle style, bool allowReserved = false)
        where TJson : IApiScalar<T>
    {
        string text = PathText<T, TJson>(value, parameter);
        PathPrefix(name, style);
        _target.AppendEncodedInPath(text, allowReserved);
    }

    /// <summary>Appends a list as one path parameter.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether each item is separate (<c>explode</c>).</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public void PathList<T, TJson>(
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
                _target.Append(',');
            }

            _target.AppendEncodedInPath(text, allowReserved);
            isFirst = false;
        }

        if (isFirst)
        {
            PathValue.Check("", parameter);
        }
    }

    /// <summary>Appends an object as one path parameter.</summary>
    /// <param name="value">An object with at least one member; members that are null are left out.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="style">Simple, label or matrix.</param>
    /// <param name="explode">Whether each member is separate (<c>explode</c>).</param>
    /// <param name="allowReserved">Whether reserved characters are sent unencoded, unless they could end the segment.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public void PathObject<T, TJson>(
        T value, string parameter, string name, ParameterStyle style, bool explode, bool allowReserved = false)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (ObjectMembers.TextsOf<T, TJson>(value) is { } texts)
        {
            PathList<string, StringJson>(texts, parameter, name, style, explode, allowReserved);
            return;
        }

        bool repeatsPrefix = explode && style is (ParameterStyle.Label or ParameterStyle.Matrix);
        bool isFirst = true;
        foreach ((string member, string text) in ObjectMembers.Of<T, TJson>(value))
        {
            // Behind its name a dot is no dot segment, and nothing is not an empty one.
            PathValue.Check($"{member},{text}", parameter);
            if (repeatsPrefix)
            {
                _target.Append(style == ParameterStyle.Matrix ? ';' : '.');
            }
            else if (isFirst)
            {
                PathPrefix(name, style);
            }
            else
            {
                _target.Append(',');
            }

            _target.AppendEncoded(member);
            _target.Append(explode ? '=' : ',');
            _target.AppendEncodedInPath(text, allowReserved);
            isFirst = false;
        }

        if (isFirst)
        {
            PathValue.Check("", parameter);
        }
    }

    /// <summary>Appends a path parameter whose text is JSON (<c>content: application/json</c>).</summary>
    /// <param name="value">Its value.</param>
    /// <param name="parameter">Name of the method's parameter, for exceptions.</param>
    /// <inheritdoc cref="Path{T, TJson}(T, string)" path="/exception"/>
    public void PathJson<T, TJson>(T value, string parameter)
        where TJson : IApiJson<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        _target.AppendEncoded(PathValue.Check(ObjectMembers.JsonOf<T, TJson>(value), parameter));
    }

    private static string PathText<T, TJson>(T value, string parameter)
        where TJson : IApiScalar<T> =>
        PathValue.Check(value is null ? null : TJson.Format(value), parameter);

    private void PathPrefix(string name, ParameterStyle style)
    {
        if (style == ParameterStyle.Label)
        {
            _target.Append('.');
        }
        else if (style == ParameterStyle.Matrix)
        {
            _target.Append(';');
            _target.AppendEncoded(name);
            _target.Append('=');
        }
    }
}
