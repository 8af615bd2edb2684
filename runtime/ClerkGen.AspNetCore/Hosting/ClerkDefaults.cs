namespace ClerkGen.AspNetCore;

/// <summary>Contains the default names that <c>AddClerk</c> uses.</summary>
public static class ClerkDefaults
{
    /// <summary>The authentication scheme.</summary>
    public const string AuthenticationScheme = "Clerk";

    /// <summary>The section of the configuration.</summary>
    public const string ConfigurationSection = "Clerk";
}
