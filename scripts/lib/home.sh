# Where a checkout's data, port and copy of PostgreSQL lie. Source it after parts.sh.

# As root the server runs as nobody, who may not be able to enter the checkout: its folders then lie under /var/lib.
choose_home() {
  if [ "$(id -u)" = 0 ]; then
    home=/var/lib/threatboard/$(printf '%s' "$checkout" | sha256sum | cut -c1-16)
    data=${THREATBOARD_DATA:-$home/data}
  else
    home=$state
    data=${THREATBOARD_DATA:-$checkout/.data}
  fi
}

set_up_everything() {
  set_up_packages
  set_up_bundle
  set_up_published
  if [ -z "${ConnectionStrings__ThreatBoard:-}" ]; then
    make_home
    set_up_binaries
  fi
}

make_home() {
  mkdir -p "$home" "$data" 2>/dev/null || fail "the data folder $data cannot be made. Name another: THREATBOARD_DATA=/some/folder scripts/run"
  if [ "$(id -u)" = 0 ]; then
    chmod 711 /var/lib/threatboard "$home"
    printf '%s\n' "$checkout" > "$home/checkout"
  fi
}

# For verbs that need what an earlier start set up, and set nothing up themselves.
use_what_is_there() {
  published="$state/published/$(cat "$state/published.done" 2>/dev/null || true)"
  binaries="$home/postgresql"
  [ -e "$published/ThreatBoard.Web.dll" ] || fail "nothing is set up in this checkout yet. Start it first: scripts/run"
  [ -e "$binaries" ] || binaries=
  port=$(cat "$data/port" 2>/dev/null || echo 0)
}

# choose_port ASKED: the asked one, else the one of the last start, else one that follows from the checkout's path.
choose_port() {
  port=${1:-$(cat "$data/port" 2>/dev/null || true)}
  port=${port:-$((20000 + 0x$(printf '%s' "$checkout" | sha256sum | cut -c1-4) % 10000))}
  if is_running; then
    fail "ThreatBoard already runs from this checkout (process $(cat "$data/in-use-by" 2>/dev/null)). For a link to it: scripts/run --link"
  fi
  if is_taken "$port"; then
    [ -z "$1" ] || fail "port $port is taken by another program. Choose another: scripts/run --port $((port + 1))"
    while is_taken "$port"; do port=$((port + 1)); done
  fi
  mkdir -p "$data"
  printf '%s\n' "$port" > "$data/port.partial"
  mv "$data/port.partial" "$data/port"
}

# choose_mode ASKED: the asked one, else the one of the last start, else what the environment says; the database refuses a wrong one.
choose_mode() {
  mode=${1:-$(cat "$data/mode" 2>/dev/null || true)}
  mode=${mode:-${ThreatBoard__Mode:-Local}}
  if [ -n "$1" ]; then
    mkdir -p "$data"
    printf '%s\n' "$1" > "$data/mode"
  fi
}

# The application holds a lock on this file for as long as it lives.
is_running() { [ -e "$data/in-use" ] && ! flock -n -s "$data/in-use" true; }

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The lock lasts as long as the program that this shell becomes.
hold_published() {
  exec 8>"$published/.in-use"
  flock -s 8
}

export_configuration() {
  export ASPNETCORE_URLS="http://${listen:-127.0.0.1}:$port"
  if [ -z "${mode:-}" ]; then choose_mode ""; fi
  export ThreatBoard__Mode=$mode
  # Login links and cookie keys; beside the program they would go with the next version.
  export ThreatBoard__State=$data/web
  if [ -z "${ConnectionStrings__ThreatBoard:-}" ]; then
    export ThreatBoard__Embedded__Data=$data
    if [ -n "$binaries" ]; then export ThreatBoard__Embedded__Binaries=${ThreatBoard__Embedded__Binaries:-$binaries}; fi
  fi
}
