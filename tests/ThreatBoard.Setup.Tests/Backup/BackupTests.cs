using System.IO.Compression;
using Npgsql;
using ThreatBoard.Data.Backup;

namespace ThreatBoard.Setup.Tests.Backup;

public sealed class BackupTests(BackupServer server) : IClassFixture<BackupServer>, IDisposable
{
    private const string Schema = """
        create table "__EFMigrationsHistory" ("MigrationId" text primary key);
        insert into "__EFMigrationsHistory" values ('1_First'), ('2_Second');
        create table model (id uuid primary key, name text, main uuid);
        create table part (id uuid primary key, model_id uuid not null references model deferrable initially deferred, size int generated always as (1) stored);
        alter table model add foreign key (main) references part deferrable initially deferred;
        create table a_person (id uuid primary key, team uuid not null);
        create table team (id uuid primary key);
        alter table a_person add foreign key (team) references team;
        create table journal (number bigint generated always as identity primary key, at timestamptz, body jsonb, bytes bytea, tags text[]);
        create function refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
        create trigger once before insert or update or delete on journal execute function refuse();
        """;

    private const string Rows = """
        begin;
        alter table journal disable trigger user;
        insert into model values ('00000000-0000-0000-0000-000000000001', E'Tab\there, \\N, "quoted"\nand 日本 🦊', '00000000-0000-0000-0000-000000000002'),
                                 ('00000000-0000-0000-0000-000000000003', '', null), ('00000000-0000-0000-0000-000000000004', null, null);
        insert into part values ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001');
        insert into team values ('00000000-0000-0000-0000-000000000009');
        insert into a_person values ('00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000009');
        insert into journal (at, body, bytes, tags) select now(), jsonb_build_object('n', n, 'text', repeat('é', 400)), decode('00ff', 'hex'), array['a b', null, 'c,d'] from generate_series(1, 500) n;
        alter table journal enable trigger user;
        commit;
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_comes_back_and_a_second_backup_has_the_same_digests()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema);

        var written = await BackUpAsync(from);
        await new DatabaseRestore(to).ReadAsync(File, Cancel);
        var again = await new DatabaseBackup(to, TimeProvider.System).WriteAsync(_folder["again"], Cancel);

        Assert.Equal(506, written.Rows);
        Assert.Equal(written.Tables.Select(table => (table.Name, table.Rows, table.Sha256)), again.Tables.Select(table => (table.Name, table.Rows, table.Sha256)));
        Assert.Equal("2_Second", written.LastMigration);
    }

    [Fact]
    public async Task Numbers_go_on_after_the_last_and_triggers_stand_again()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema);
        await BackUpAsync(from);
        await new DatabaseRestore(to).ReadAsync(File, Cancel);

        Assert.Equal(501L, await ScalarAsync(to, "select nextval(pg_get_serial_sequence('journal', 'number'))"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(to, "insert into journal (at) values (now())"));
        Assert.Equal("append only", refused.MessageText);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_file_and_no_other_is_overwritten()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await BackUpAsync(from);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Contains("is there already", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(from))).Message);
    }

    [Fact]
    public async Task A_target_with_rows_is_refused()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema, "insert into team values ('00000000-0000-0000-0000-000000000007')");
        await BackUpAsync(from);

        Assert.Contains("\"public\".\"team\" has rows", await RefusalAsync(to));
    }

    [Theory]
    [InlineData("insert into \"__EFMigrationsHistory\" values ('3_Third')", "the database at 3_Third")]
    [InlineData("delete from \"__EFMigrationsHistory\"", "no tables yet")]
    [InlineData("alter table team add column name text", "Somebody changed one by hand")]
    public async Task A_target_of_another_shape_is_refused(string change, string reason)
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema, change);
        await BackUpAsync(from);

        Assert.Contains(reason, await RefusalAsync(to));
    }

    [Fact]
    public async Task A_database_without_ThreatBoard_is_not_backed_up()
    {
        await using var from = await server.NewDatabaseAsync("create table foreign_thing (id int)");

        Assert.Contains("holds no ThreatBoard", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(from))).Message);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_changed_row_in_the_file_is_noticed_and_nothing_is_restored()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema);
        await BackUpAsync(from);
        await ReplaceAsync("tables/public.team.copy", "00000000-0000-0000-0000-000000000009\n00000000-0000-0000-0000-000000000010\n");

        Assert.Contains("public.team is not what was backed up", await RefusalAsync(to));
        Assert.Equal(0L, await ScalarAsync(to, "select count(*) from team"));
    }

    [Theory]
    [InlineData("tables/public.team.copy", "not a uuid\n", "cannot be restored")]
    [InlineData(BackupManifest.Entry, "{", "manifest cannot be read")]
    [InlineData(BackupManifest.Entry, "{}", "manifest is not whole")]
    [InlineData(BackupManifest.Entry, "{\"format\":99}", "has format 99")]
    public async Task A_damaged_entry_is_refused(string entry, string content, string reason)
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema);
        await BackUpAsync(from);
        await ReplaceAsync(entry, content);

        Assert.Contains(reason, await RefusalAsync(to));
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await using var from = await server.NewDatabaseAsync(Schema, Rows);
        await using var to = await server.NewDatabaseAsync(Schema);
        await BackUpAsync(from);
        await using (var file = System.IO.File.OpenWrite(File))
            file.SetLength(file.Length / 2);

        Assert.Contains("or it is damaged", await RefusalAsync(to));
    }

    private string File => _folder["threatboard.backup"];

    private Task<BackupManifest> BackUpAsync(NpgsqlDataSource from) => new DatabaseBackup(from, TimeProvider.System).WriteAsync(File, Cancel);

    private async Task<string> RefusalAsync(NpgsqlDataSource to) =>
        (await Assert.ThrowsAsync<BackupException>(() => new DatabaseRestore(to).ReadAsync(File, Cancel))).Message;

    private async Task ReplaceAsync(string entry, string content)
    {
        await using var archive = await ZipFile.OpenAsync(File, ZipArchiveMode.Update, Cancel);
        archive.GetEntry(entry)!.Delete();
        await using var text = new StreamWriter(await archive.CreateEntry(entry).OpenAsync(Cancel));
        await text.WriteAsync(content);
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
