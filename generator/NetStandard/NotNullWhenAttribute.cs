namespace System.Diagnostics.CodeAnalysis;

/// <summary>Declares that an <c>out</c> argument is not null if a method returns a given value. .NET Standard 2.0 lacks it.</summary>
/// <param name="returnValue">The value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>The value.</summary>
    public bool ReturnValue { get; } = returnValue;
}
