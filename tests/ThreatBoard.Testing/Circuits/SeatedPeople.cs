using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Testing.Circuits;

/// <summary>People in an application that runs in this process, and the cookies of their browsers.</summary>
public sealed class SeatedPeople(IServiceProvider services)
{
    public async Task<Guid> AddAsync(Guid workspace, string name, Role role, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await ExecuteAsync("INSERT INTO person (id, name, created_at) VALUES ($1, $2, now())", cancel, id, name);
        await ExecuteAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", cancel, workspace, id, role.ToString());
        return id;
    }

    /// <summary>Makes somebody something else behind the application's back.</summary>
    public Task SetRoleAsync(Guid workspace, Guid person, Role role, CancellationToken cancel) =>
        ExecuteAsync("UPDATE membership SET role = $3 WHERE workspace_id = $1 AND person_id = $2", cancel, workspace, person, role.ToString());

    /// <summary>The cookie of a new session of this person.</summary>
    public async Task<Cookie> SignInAsync(Guid person, CancellationToken cancel)
    {
        var session = await services.GetRequiredService<Sessions>().StartAsync(person, SignInMethod.Link, secondFactor: true, "test", "127.0.0.1", cancel);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var who = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString()), new("session", session.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        var times = new AuthenticationProperties { IssuedUtc = session.StartedAt, ExpiresUtc = session.ExpiresAt };
        var ticket = new AuthenticationTicket(new(who), times, CookieAuthenticationDefaults.AuthenticationScheme);
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
