namespace ClerkGen.AspNetCore;

/// <summary>Names that <c>AddClerk</c> uses unless told otherwise.</summary>
public static class ClerkDefaults
{
    /// <summary>The authentication scheme.</summary>
    public const string AuthenticationScheme = "Clerk";

    /// <summary>The section of the configuration.</summary>
    public const string ConfigurationSection = "Clerk";
}
