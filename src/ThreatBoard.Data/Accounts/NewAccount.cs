namespace ThreatBoard.Data.Accounts;

/// <summary>What somebody typed to get an account.</summary>
/// <param name="Name">As others see it, 1 to 100 characters.</param>
/// <param name="Email">By which they sign in.</param>
public sealed record NewAccount(string Name, string Email, string Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Name;
}

/// <summary>Why an account was not made or not changed.</summary>
/// <param name="Field">Of the form: <c>name</c>, <c>email</c>, <c>password</c>, or empty for the whole.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record AccountProblem(string Field, string Message);
