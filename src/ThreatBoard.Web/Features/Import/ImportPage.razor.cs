using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Import;

/// <summary>Takes files or pasted text, reads them, says what was not understood, and goes on to the change set.</summary>
public sealed partial class ImportPage : IDisposable
{
    /// <summary>How many names a message holds.</summary>
    private const int MostNamed = 5;

    private static readonly long s_most = Budget.Default.Bytes;

    private readonly Leaving _leaving = new();
    private readonly PressOnce _once = new();
    private readonly List<Upload> _chosen = [];
    private IReadOnlyList<Source> _known = [];
    private ElementReference _paste, _after;
    private ManifestReading? _reading;
    private ReadingReport? _report;
    private readonly ReadingAnswers _answers = new();
    private string _newName = "", _source = "", _cluster = "", _environment = "", _namespace = "";
    private string? _problem, _modelName;
    private string[] _replaced = [];
    private (string Source, string Cluster) _rememberedOf;
    private bool _busy, _missing, _draftIsLost, _leadsOn;
    private DraftSheet? _drafts;
    private Draft? _draft;
    private Guid? _workspace;

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The source to read again.</summary>
    [SupplyParameterFromQuery]
    public Guid? Source { get; set; }

    /// <summary>Where a new model is made.</summary>
    [SupplyParameterFromQuery]
    public Guid? Workspace { get; set; }

    [Inject]
    private ImportTarget Target { get; set; } = null!;

    [Inject]
    private PastedTextInterop Pasted { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    private string Form => Source is { } again ? $"import {again}" : "import";

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override void OnInitialized() => _workspace = Workspace;

    protected override async Task OnParametersSetAsync()
    {
        if (Id is { } model) await OpenAsync(model);
        if (_drafts is not null || _missing) return;
        _drafts = Id is { } known ? await Drafts.OpenAsync(known, EntityRef.WholeModel) : await Drafts.OpenOwnAsync();
        // Not over what is typed already.
        if (_newName.Length + _cluster.Length == 0 && _drafts.FormOf<Written>(Form) is { } left) (_newName, _source, _cluster, _environment, _namespace, _draft) = (left.NewName, left.Source, left.Cluster, left.Environment, left.Namespace ?? "", _drafts.Of(Form));
    }

    private async Task OpenAsync(Guid model)
    {
        if (await Target.OpenAsync(model, _leaving.Token) is not { } open)
        {
            _missing = true;
            return;
        }

        (_modelName, _known, Frame.ModelName) = (open.Name, open.Sources, open.Name);
        if (_known.FirstOrDefault(source => source.Id.Value == Source) is { } again)
        {
            (_source, _cluster, _environment) = (again.Name, again.Cluster, again.Environment);
            await RememberAsync();
        }
    }

    /// <summary>What was said at the source's last reading holds until something else is said.</summary>
    private async Task RememberAsync()
    {
        if (_rememberedOf == (_source.Trim(), _cluster.Trim())) return;
        _rememberedOf = (_source.Trim(), _cluster.Trim());
        var remembered = await Target.RememberedAsync(Id, _source.Trim(), _cluster.Trim(), _leaving.Token);
        _answers.Take(remembered);
        if (_namespace.Length == 0) _namespace = remembered.Namespace ?? "";
    }

    private async Task KeepDraftAsync()
    {
        var typed = new Written(_newName, _source, _cluster, _environment, _namespace);
        if (_drafts is not null && typed == new Written("", "", "", "", "")) await _drafts.DropAsync(Form);
        else if (_drafts is not null) _draftIsLost = !await _drafts.KeepFormAsync(Form, typed);
    }

    private Task DiscardAsync()
    {
        (_newName, _source, _cluster, _environment, _namespace, _draft, _draftIsLost) = ("", "", "", "", "", null, false);
        _answers.Forget();
        return _drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }

    /// <summary>What is asked, and what was read, stand below a form that may be longer than the window.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsOn || _report is null) return;
        _leadsOn = false;
        try
        {
            await _after.FocusAsync();
        }
        catch (JSDisconnectedException)
        {
            // The person has left.
        }
    }

    private void LeaveOutAll()
    {
        _chosen.Clear();
        _replaced = [];
    }

    private static string Sum(List<Upload> files) => $"{files.Count} {(files.Count == 1 ? "file" : "files")}, {Kilobytes(files.Sum(file => file.Content.Length))}";

    private static string Kilobytes(long bytes) => $"{Math.Max(1, bytes / 1_000):n0} kB";

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        _problem = null;
        var files = chosen.GetMultipleFiles(Budget.Default.ZipEntries);
        _replaced = [.. _chosen.Select(upload => upload.Name).Concat(files.Select(file => file.Name)).GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key)];
        foreach (var file in files)
        {
            if (file.Size + _chosen.Sum(upload => (long)upload.Content.Length) > s_most)
            {
                _problem = $"{file.Name} does not fit: {s_most / 1_000_000} MB are read at once. Leave some out, or import one service after the other.";
                return;
            }

            await using var stream = file.OpenReadStream(s_most, _leaving.Token);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all, _leaving.Token);
            _chosen.RemoveAll(upload => upload.Name == file.Name);
            _chosen.Add(new(file.Name, all.ToArray()));
        }

        if (_source.Length == 0 && _chosen is [var first, ..]) _source = Path.GetFileNameWithoutExtension(first.Name);
    }

    private async Task ReadAsync()
    {
        if (_busy) return;
        (_busy, _problem, _report) = (true, null, null);
        if (await UploadsAsync() is { Count: > 0 } uploads)
        {
            await RememberAsync();
            await ReadAsync(uploads);
            if (_problem is null) await StoreOrShowAsync(ReadingReport.Of(_reading!));
        }

        _busy = false;
    }

    private Task StoreOrShowAsync(ReadingReport report)
    {
        if (report.ObjectCount > 0 && !report.LostSomething && !_reading!.Asks) return StoreAsync();
        (_report, _leadsOn) = (report, true);
        _answers.Ask(_reading!);
        if (_answers.WithoutNamespace > 0 && _namespace.Length == 0) _namespace = ReadingChoices.UnsaidNamespace;
        return Task.CompletedTask;
    }

    /// <summary>The reader is pure and may take a second: the circuit stays alive meanwhile.</summary>
    private async Task ReadAsync(List<Upload> uploads)
    {
        var choices = _answers.With(_namespace);
        _problem = choices.Problem;
        if (_problem is null) _reading = await Task.Run(() => ManifestReader.Read(uploads, choices: choices), _leaving.Token);
    }

    private async Task<List<Upload>> UploadsAsync()
    {
        var pasted = await Pasted.ReadAsync(_paste, s_most, _leaving.Token);
        if (pasted is null) _problem = $"The pasted text has over {s_most / 1_000_000} MB: save it as a file and leave out what is not needed.";
        else if (pasted.Length == 0 && _chosen.Count == 0) _problem = "Nothing to read yet: choose a file, or paste a manifest.";
        return _problem is not null ? []
            : pasted!.Length == 0 ? [.. _chosen]
            : [.. _chosen, new(Upload.PastedName, pasted)];
    }

    /// <summary>Reads again with what was answered, since that decides what is read.</summary>
    private async Task GoOnAsync()
    {
        if (_busy) return;
        (_busy, _problem) = (true, null);
        if (await UploadsAsync() is { Count: > 0 } uploads) await ReadAsync(uploads);
        if (_problem is null && _reading!.Objects.IsEmpty) _problem = "Nothing is left to read: take one of the files in again.";
        if (_problem is null) await StoreAsync();
        _busy = false;
    }

    private async Task StoreAsync()
    {
        var stored = await Target.StoreAsync(Id, _workspace, _newName, new(_source.Trim(), _cluster.Trim(), _environment.Trim()), _reading!, _leaving.Token);
        _problem = stored.Problem;
        if (_problem is not null) return;
        _once.End();
        if (_drafts is not null) await _drafts.DropAsync(Form);
        Navigation.NavigateTo($"/models/{stored.Model}/sources/{stored.Source}/changes");
    }

    private sealed record Written(string NewName, string Source, string Cluster, string Environment, string? Namespace);
}
